//! What may tell who it is about is pointed out before it leaves; who decided is sealed.

use seed::{Client, Seen};

use super::story::{STATEMENT, Story, json, named, passed_on};
use crate::{Told, each};

const DECIDED: &str = "Tom, Priya and Ines";

/// A pattern that stands on nobody's life, and has words that may leave.
async fn worded(told: &Told) -> Story {
    let mut story = named(told, &[]).await;
    let path = format!("/patterns/{}/wordings", story.pattern);
    story.ines.done(&path, &[("statement", STATEMENT)]).await.unwrap();
    story
}

/// Sends what names somebody: it is kept from leaving, on a page and through the API, until somebody
/// says of each name that it may stay. Answers what came of it.
async fn asked_first(
    told: &Told,
    client: &mut Client,
    (path, form): (&str, &[(&str, &str)]),
    names: &[&'static str],
) -> String {
    let seen = client.post(path, form).await;
    assert_eq!(seen.status, 422, "{}: {}", told.name, seen.body);
    says_all(told, &seen, names.iter().map(|it| format!("“{it}” may stay")));
    // Nothing typed is lost.
    says_all(told, &seen, form.iter().map(|(_, typed)| (*typed).to_owned()));
    let sent: serde_json::Map<_, _> =
        form.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect();
    let api = client.post_json(&format!("/api/v1{path}"), &sent.into()).await;
    assert_eq!(api.status, 422, "{}: {}", told.name, api.body);
    let stays = |names: &[&'static str]| names.iter().map(|it| ("stays", *it)).collect::<Vec<_>>();
    let but_one = [form, &stays(&names[1..])].concat();
    assert_eq!(client.post(path, &but_one).await.status, 422, "{}: of each", told.name);
    client.done(path, &[form, &stays(names)].concat()).await.unwrap().id()
}

fn says_all(told: &Told, seen: &Seen, texts: impl Iterator<Item = String>) {
    for text in texts {
        assert!(seen.body.contains(&text), "{}: {text} {}", told.name, seen.body);
    }
}

#[tokio::test]
async fn what_a_question_names_is_pointed_out_before_it_is_passed_on() {
    for told in each().await {
        let mut story = worded(&told).await;
        let question = "Sam asks: would Jo go on 9 April?";
        let (place, country) = (story.place.clone(), story.country.clone());
        let path = format!("/patterns/{}/relays", story.pattern);
        let form = [("cycle", place.as_str()), ("question", question)];
        let names = ["Sam", "Jo", "9 April"];
        let relay = asked_first(&told, &mut story.ines, (&path, &form), &names).await;
        let seen = story.priya.get(&format!("/api/v1/relays/{relay}")).await;
        assert_eq!(json(&seen.body)["question"], question, "{}", told.name);
        let path = format!("/relays/{relay}/relays");
        let form = [("cycle", country.as_str()), ("question", "Is it so in Millbrook?")];
        asked_first(&told, &mut story.priya, (&path, &form), &["Millbrook"]).await;
    }
}

#[tokio::test]
async fn what_an_answer_names_is_pointed_out_before_it_goes_back_to_those_who_gave() {
    for told in each().await {
        let mut story = worded(&told).await;
        let relay = passed_on(&mut story).await;
        let path = format!("/relays/{relay}/responses");
        let form = [
            ("kind", "changed"),
            ("was", "A pass from Monday on"),
            ("now", "A fund, as Wen had said"),
            ("decided", DECIDED),
            ("absent", "the people of Bramley"),
            ("body", "We learnt it from Lou."),
        ];
        let names = ["Monday", "Wen", "Priya", "Ines", "Bramley", "Lou"];
        asked_first(&told, &mut story.priya, (&path, &form), &names).await;
        let trail = story.ines.get(&format!("/relays/{relay}")).await;
        for (_, text) in &form[1..] {
            assert!(trail.body.contains(text), "{}: {text}", told.name);
        }
        let once = trail.body.matches("A pass from Monday on").count();
        assert_eq!(once, 1, "{}: nothing was kept before that", told.name);
        let others = [("set-aside", "because", "Kit said: it is far, on Sundays.")];
        for (kind, field, text) in others {
            let form = [("kind", kind), (field, text)];
            asked_first(&told, &mut story.priya, (&path, &form), &["Sundays"]).await;
        }
        let form = [("kind", "exploring"), ("line", "What Kit tried")];
        asked_first(&told, &mut story.priya, (&path, &form), &["Kit"]).await;
    }
}

#[tokio::test]
async fn who_was_in_a_decision_is_sealed_under_the_key_of_those_who_were_asked() {
    for told in each().await {
        let mut story = worded(&told).await;
        let relay = passed_on(&mut story).await;
        let mut form = vec![("kind", "changed"), ("was", "passes"), ("now", "a fund")];
        form.extend([("decided", DECIDED), ("absent", "the bus company")]);
        form.extend(["Tom", "Priya", "Ines"].map(|it| ("stays", it)));
        story.priya.done(&format!("/relays/{relay}/responses"), &form).await.unwrap();
        let clear = "select coalesce(decided, ''), coalesce(absent, '') from response";
        assert_eq!(told.store.rows(clear).await, [["", ""]], "{}", told.name);
        let page = format!("/relays/{relay}");
        let seen = story.ines.get(&page).await;
        for text in [DECIDED, "the bus company"] {
            assert!(seen.body.contains(text), "{}: {text} {}", told.name, seen.body);
        }
        // As it was kept before there was a key for it.
        let before = "update response set decided = 'the board', absent = 'the drivers', \
                      decided_by = null, not_there = null";
        assert_eq!(told.store.tamper(before).await, 1, "{}", told.name);
        let seen = story.ines.get(&page).await;
        for text in ["the board", "the drivers"] {
            assert!(seen.body.contains(text), "{}: {text} {}", told.name, seen.body);
        }
    }
}
