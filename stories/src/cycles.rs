//! What we're trying, and the cycles that teams, organisations, places and countries learn in.

use seed::Client;

use crate::{Told, each};

const LINE: &str = "Twenty minutes at the allotment on Tuesdays";

/// Sam writes down something to try with Jo.
async fn started(told: &Told, sam: &mut Client) -> String {
    let path = format!("/lives/{}/explorations", told.id("life jo"));
    sam.done(&path, &[("line", LINE)]).await.unwrap().id()
}

async fn read(client: &mut Client, exploration: &str) -> serde_json::Value {
    let seen = client.get(&format!("/api/v1/explorations/{exploration}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    serde_json::from_str(&seen.body).unwrap()
}

/// Ines opens a cycle for the Riverside team.
async fn opened(told: &Told, ines: &mut Client) -> String {
    let path = format!("/bodies/{}/cycles", told.id("team riverside"));
    ines.done(&path, &[("system", "Living well in Riverside")]).await.unwrap().id()
}

#[tokio::test]
async fn one_line_is_enough_and_everything_else_is_kept_where_it_was_said() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let id = started(&told, &mut sam).await;
        let tried = read(&mut sam, &id).await;
        assert_eq!((&tried["line"], &tried["hunch"]), (&LINE.into(), &serde_json::Value::Null));
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        let form = [
            ("line", "The 14 bus together"),
            ("hunch", "Company may matter more than distance"),
            ("decided", "Jo and Sam"),
            ("absent", "Rosa"),
            ("cost", "the bus fare"),
            ("noticing", "who talks first"),
            ("stop_when", "the nights after get worse"),
            ("look-day", "27"),
            ("look-month", "6"),
            ("look-year", "2026"),
        ];
        let id = sam.done(&path, &form).await.unwrap().id();
        let tried = read(&mut sam, &id).await;
        for (field, text) in form.into_iter().take(7) {
            assert_eq!(tried[field], text, "{}", told.name);
        }
        assert_eq!(tried["look_at"], "2026-06-27T12:00:00Z", "{}", told.name);
        let page = sam.get(&format!("/explorations/{id}")).await;
        assert!(page.body.contains("27 June") && page.body.contains("the bus fare"));
        assert!(!page.body.contains("Understand"), "{}: no step at the scale of a person", told.name);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    for told in each().await {
        let path = format!("/lives/{}/explorations", told.id("life jo"));
        let form = [("line", " "), ("hunch", "Company"), ("look-day", "31"), ("look-month", "2")];
        let seen = told.post("sam", &path, &form).await;
        assert_eq!(seen.status, 422, "{}", told.name);
        assert!(seen.body.contains("Write something first") && seen.body.contains("Company"));
        assert!(seen.body.contains("<details") && seen.body.contains(" open>"), "{}", told.name);
    }
}

#[tokio::test]
async fn only_the_person_says_yes_and_once() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/explorations/{}/agree", started(&told, &mut sam).await);
        let mut jo = told.signed_in("jo").await;
        for (who, status) in [("sam", 403), ("rosa", 403), ("bea", 403), ("mo", 404), ("vic", 404)] {
            assert_eq!(told.post(who, &path, &[]).await.status, status, "{}: {who}", told.name);
        }
        assert_eq!(jo.get(&format!("{path}/ask")).await.status, 200, "{}", told.name);
        assert_eq!(jo.post(&path, &[]).await.status, 303, "{}", told.name);
        assert_eq!(jo.post(&path, &[]).await.status, 409, "{}", told.name);
        let page = sam.get(path.trim_end_matches("/agree")).await;
        assert!(page.body.contains("Jo said yes, today."), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn what_the_person_starts_themselves_is_agreed_on_their_own_phone_and_on_the_workers() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let own = started(&told, &mut jo).await;
        assert!(!read(&mut jo, &own).await["agreed_at"].is_null(), "{}", told.name);
        let mut sam = told.signed_in("sam").await;
        sam.done(&format!("/lives/{}/beside", told.id("life jo")), &[]).await.unwrap();
        let beside = started(&told, &mut sam).await;
        let page = sam.get(&format!("/explorations/{beside}")).await;
        assert!(page.body.contains("Jo’s own idea, today."), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn looking_back_says_whose_words_they_are() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let id = started(&told, &mut sam).await;
        let path = format!("/explorations/{id}/looks");
        sam.done(&path, &[("text", "Went twice.")]).await.unwrap();
        let mut jo = told.signed_in("jo").await;
        let own = [("text", "It was Abdul, not the weather."), ("surprise", "yes")];
        jo.done(&path, &own).await.unwrap();
        let looks = read(&mut sam, &id).await["looks"].clone();
        assert_eq!(looks[0]["text"], "It was Abdul, not the weather.", "{}", told.name);
        assert_eq!((&looks[0]["surprise"], &looks[1]["surprise"]), (&true.into(), &false.into()));
        let page = sam.get(&format!("/explorations/{id}")).await;
        let by = page.body.split("It was Abdul").nth(1).unwrap();
        assert!(by.contains("\"trib-note__by\">Jo<"), "{}: {}", told.name, page.body);
        for (who, status) in [("bea", 403), ("rosa", 403), ("mo", 404), ("lee", 404)] {
            assert_eq!(told.post(who, &path, &own).await.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn it_ends_once_however_many_say_so_at_the_same_time() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let mut jo = told.signed_in("jo").await;
        let id = started(&told, &mut sam).await;
        let path = format!("/explorations/{id}/end");
        assert_eq!(sam.post(&path, &[]).await.status, 422, "{}: one has to be chosen", told.name);
        let (keep, stop) = ([("ending", "keep")], [("ending", "stop"), ("why", "Too cold")]);
        let (first, second) = tokio::join!(jo.post(&path, &keep), sam.post(&path, &stop));
        let mut both = [first.status, second.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{}", told.name);
        let won = if first.status == 303 { "keep" } else { "stop" };
        assert_eq!(read(&mut sam, &id).await["ended"], won, "{}", told.name);
        let late = jo.post(&path, &[("ending", "adapt"), ("next", "Wednesdays")]).await;
        assert_eq!(late.status, 409, "{}: and begins nothing", told.name);
        assert!(read(&mut sam, &id).await["followed_by"].is_null(), "{}", told.name);
        let agree = jo.post(&format!("/explorations/{id}/agree"), &[]).await;
        assert_eq!(agree.status, 409, "{}: nobody says yes to what has ended", told.name);
        let looked = [("text", "We still talk of it.")];
        let after = jo.post(&format!("/explorations/{id}/looks"), &looked).await;
        assert_eq!(after.status, 303, "{}: looking back never ends", told.name);
    }
}

#[tokio::test]
async fn what_is_adapted_goes_on_as_something_new() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let id = started(&told, &mut jo).await;
        let form = [("ending", "adapt"), ("next", "Wednesdays, with Abdul")];
        let next = jo.done(&format!("/explorations/{id}/end"), &form).await.unwrap().id();
        assert_ne!(next, id, "{}", told.name);
        let (before, after) = (read(&mut jo, &id).await, read(&mut jo, &next).await);
        assert_eq!((&before["ended"], &before["followed_by"]), (&"adapt".into(), &next.into()));
        assert_eq!((&after["line"], &after["follows"]), (&form[1].1.into(), &id.into()));
        assert!(!after["agreed_at"].is_null(), "{}: it is Jo's own", told.name);
    }
}

#[tokio::test]
async fn others_cannot_see_what_is_tried() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/explorations/{}", started(&told, &mut sam).await);
        let who = [
            ("jo", 200),
            ("rosa", 200),
            ("bea", 200),
            ("ines", 200),
            ("mo", 404),
            ("vic", 404),
            ("lee", 404),
            ("priya", 404),
            ("gwen", 404),
            ("alex", 404),
        ];
        for (who, status) in who {
            let seen = told.get(who, &path).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
            assert_eq!(seen.body.contains(LINE), status == 200, "{}: {who}", told.name);
        }
        assert_eq!(told.visitor().get(&path).await.status, 401, "{}", told.name);
        let bea = told.get("bea", &path).await.body;
        assert!(!bea.contains("/looks/new") && !bea.contains("/end/new"), "{}", told.name);
        assert!(!bea.contains(&format!("/lives/{}", told.id("life jo"))), "{}", told.name);
    }
}

#[tokio::test]
async fn no_step_of_a_cycle_waits_for_another() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/entries");
        for step in ["embed", "stewardship", "explore", "co-design", "understand", "purpose"] {
            let text = format!("Written into {step} <b>");
            let form = [("step", step), ("text", text.as_str())];
            ines.done(&path, &form).await.unwrap();
        }
        let fact = [
            ("step", "understand"),
            ("text", "Twenty-five contracts became one."),
            ("source", "NHS Confederation, case study"),
            ("prompt", "prompt-team-understand-1"),
        ];
        ines.done(&path, &fact).await.unwrap();
        let tried = [("line", "Ask at the first visit who would come along")];
        let id = ines.done(&format!("/cycles/{cycle}/explorations"), &tried).await.unwrap().id();
        let page = ines.get(&format!("/cycles/{cycle}")).await.body;
        assert!(page.contains("Written into embed &#60;b&#62;"), "{}: {page}", told.name);
        assert!(page.contains("Published fact"), "{}", told.name);
        assert!(page.contains("Source: NHS Confederation, case study."), "{}", told.name);
        assert!(page.contains(tried[0].1) && page.contains(&id), "{}", told.name);
        for (who, status) in [("gwen", 403), ("mo", 403), ("alex", 404), ("jo", 404), ("rosa", 404)]
        {
            assert_eq!(told.post(who, &path, &fact).await.status, status, "{}: {who}", told.name);
        }
        let mut never = fact;
        never[3].1 = "prompt-team-understand-99";
        assert_eq!(ines.post(&path, &never).await.status, 422, "{}", told.name);
    }
}

#[tokio::test]
async fn a_cycle_is_opened_by_those_who_look_after_the_system() {
    for told in each().await {
        let team = format!("/bodies/{}/cycles", told.id("team riverside"));
        let place = format!("/bodies/{}/cycles", told.id("place"));
        let form = [("system", "Living well")];
        for (who, path, status) in [
            ("alex", &team, 303),
            ("ines", &team, 303),
            ("sam", &team, 403),
            ("priya", &place, 303),
            ("gwen", &place, 403),
            ("jo", &team, 404),
        ] {
            assert_eq!(told.post(who, path, &form).await.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn every_wording_of_a_purpose_is_kept_and_dissent_stands_beside_it() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/purposes");
        let first = [("text", "To be there."), ("whose", "the team"), ("after", "0")];
        ines.done(&path, &first).await.unwrap();
        let purposes = ines.get(&format!("/api/v1{path}")).await;
        let purposes: serde_json::Value = serde_json::from_str(&purposes.body).unwrap();
        let purpose = purposes["wordings"][0]["purpose"].as_str().unwrap().to_owned();
        let dissents = format!("/purposes/{purpose}/dissents");
        let otherwise = [("text", "It leaves out those who never come.")];
        for (who, status) in [("sam", 303), ("gwen", 403), ("jo", 404)] {
            let seen = told.post(who, &dissents, &otherwise).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
        let second = [("text", "To be a neighbour."), ("whose", ""), ("after", "1")];
        ines.done(&path, &second).await.unwrap();
        let page = told.get("gwen", &path).await.body;
        for text in ["To be there.", "To be a neighbour.", otherwise[0].1, "Sam", "the team"] {
            assert!(page.contains(text), "{}: {text}\n{page}", told.name);
        }
        assert_eq!(told.get("jo", &path).await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn whoever_words_a_purpose_second_sees_both_wordings_and_loses_nothing() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let mut sam = told.signed_in("sam").await;
        let cycle = opened(&told, &mut ines).await;
        let path = format!("/cycles/{cycle}/purposes");
        let (hers, his) = ([("text", "Hers"), ("after", "0")], [("text", "His"), ("after", "0")]);
        let (first, second) = tokio::join!(ines.post(&path, &hers), sam.post(&path, &his));
        let mut both = [first.status, second.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{}", told.name);
        let (late, mut writer) =
            if first.status == 409 { (first, ines) } else { (second, sam) };
        assert!(late.body.contains("Hers") && late.body.contains("His"), "{}", told.name);
        assert!(late.body.contains("name=\"after\" value=\"1\""), "{}: {}", told.name, late.body);
        let kept = writer.get(&format!("{path}/new")).await.body;
        assert!(kept.contains("We kept what you had typed"), "{}", told.name);
        let again = [("text", "Both of ours"), ("after", "1")];
        writer.done(&path, &again).await.unwrap();
    }
}

#[tokio::test]
async fn questions_are_worded_anew_and_earlier_ones_are_kept() {
    for told in each().await {
        let mut priya = told.signed_in("priya").await;
        let form = [("scale", "team"), ("after", "1"), ("understand", "Who is missing?\n\n Who else? ")];
        for (who, status) in [("sam", 403), ("ines", 403), ("jo", 404), ("rosa", 404)] {
            let seen = told.post(who, "/prompts", &form).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
        let asked = priya.get("/prompts/edit?scale=team").await.body;
        assert!(asked.contains("What do we keep meeting, in one life after another?"));
        priya.done("/prompts", &form).await.unwrap();
        let stale = priya.post("/prompts", &form).await;
        assert_eq!(stale.status, 409, "{}", told.name);
        let seen = told.get("sam", "/api/v1/prompts").await;
        let all: serde_json::Value = serde_json::from_str(&seen.body).unwrap();
        let team = &all["scales"][0]["versions"];
        assert_eq!((&team[0]["version"], &team[1]["version"]), (&2.into(), &1.into()));
        let questions = team[0]["questions"].as_array().unwrap();
        let texts: Vec<_> = questions.iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(texts, ["Who is missing?", "Who else?"], "{}", told.name);
        let mut ines = told.signed_in("ines").await;
        let cycle = opened(&told, &mut ines).await;
        let key = questions[0]["key"].as_str().unwrap();
        let answer = [("step", "understand"), ("text", "Abdul"), ("prompt", key)];
        ines.done(&format!("/cycles/{cycle}/entries"), &answer).await.unwrap();
        let later = [("scale", "team"), ("after", "2")];
        priya.done("/prompts", &later).await.unwrap();
        let page = ines.get(&format!("/cycles/{cycle}")).await.body;
        assert!(page.contains("Who is missing?"), "{}: what was answered stays", told.name);
    }
}
