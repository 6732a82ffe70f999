//! Nothing leaves before everybody has answered, and each for the words that they read.

use seed::{Client, Seen};

use super::story::{
    STATEMENT, Story, answer, answer_path, asking, grounds, jos_ground, json, named, passed_on,
    sent, told_the_others, worded_and_asked, words,
};
use crate::{Told, each};

const OTHER: &str = "Whoever has company goes, whatever the distance";

/// Tries to pass the pattern on, on a page and through the API.
async fn refused(told: &Told, story: &mut Story) -> Seen {
    let (path, place) = (format!("/patterns/{}/relays", story.pattern), story.place.clone());
    let seen = story.ines.post(&path, &[("cycle", &place)]).await;
    assert_eq!(seen.status, 409, "{}: {}", told.name, seen.body);
    let sent = serde_json::json!({ "cycle": place });
    let api = story.ines.post_json(&format!("/api/v1{path}"), &sent).await;
    assert_eq!(api.status, 409, "{}: {}", told.name, api.body);
    let form = story.ines.get(&format!("{path}/new")).await;
    assert!(!form.body.contains("<form method=\"post\" action=\"/patterns"), "{}", told.name);
    seen
}

/// What the page of the pattern offers to do, and what it takes next.
async fn offered(story: &mut Story) -> (bool, bool, String) {
    let page = format!("/patterns/{}", story.pattern);
    let seen = story.ines.get(&page).await;
    let offers = |verb: &str| seen.body.contains(&format!("href=\"{page}/{verb}/new\""));
    let api = story.ines.get(&format!("/api/v1{page}")).await;
    let next = json(&api.body)["next"].as_str().unwrap().to_owned();
    (offers("asks"), offers("relays"), next)
}

async fn worded(story: &mut Story, statement: &str, texts: &[(&str, &str)]) -> Seen {
    let mut form = vec![("statement", statement)];
    for (ground, text) in texts {
        form.extend([("ground", *ground), ("wording", *text)]);
    }
    story.ines.post(&format!("/patterns/{}/wordings", story.pattern), &form).await
}

async fn yes(told: &Told, jo: &mut Client, ground: &str) {
    answer(jo, (told.id("life jo"), ground), &[("answer", "agreed")]).await;
}

#[tokio::test]
async fn nothing_leaves_before_everybody_it_stands_on_has_answered() {
    for told in each().await {
        let mut story = named(&told, &["jo", "kit"]).await;
        assert_eq!(offered(&mut story).await, (false, false, "word".to_owned()), "{}", told.name);
        refused(&told, &mut story).await;
        assert_eq!(worded(&mut story, STATEMENT, &[]).await.status, 303, "{}", told.name);
        assert_eq!(offered(&mut story).await, (true, false, "ask".to_owned()), "{}", told.name);
        let why = refused(&told, &mut story).await;
        assert!(why.body.contains("has not answered these words yet"), "{}", why.body);
        worded_and_asked(&told, &mut story).await;
        assert_eq!(offered(&mut story).await, (false, false, "wait".to_owned()), "{}", told.name);
        let page = story.ines.get(&format!("/patterns/{}", story.pattern)).await;
        assert!(page.body.contains("<li>Jo</li>") && page.body.contains("<li>Kit</li>"));
        told_the_others(&told, &mut story).await;
        let page = story.ines.get(&format!("/patterns/{}", story.pattern)).await;
        assert!(page.body.contains("<li>Jo</li>") && !page.body.contains("<li>Kit</li>"));
        refused(&told, &mut story).await;
        let (ground, mut jo) = (jos_ground(&told, &mut story).await, told.signed_in("jo").await);
        yes(&told, &mut jo, &ground).await;
        assert_eq!(offered(&mut story).await, (false, true, "pass".to_owned()), "{}", told.name);
        passed_on(&mut story).await;
    }
}

#[tokio::test]
async fn what_everybody_said_no_to_stays_and_one_no_does_not_hold_back_the_others() {
    for told in each().await {
        let mut story = named(&told, &["jo", "kit"]).await;
        worded_and_asked(&told, &mut story).await;
        let said = [("answer", "refused"), ("how", "On the phone.")];
        for (ground, life) in grounds(&mut story).await {
            answer(&mut story.sam, (&life, &ground), &said).await;
        }
        assert_eq!(offered(&mut story).await, (false, false, "stay".to_owned()), "{}", told.name);
        let why = refused(&told, &mut story).await;
        assert!(why.body.contains("said no, so it stays here"), "{}: {}", told.name, why.body);
        let (ground, mut jo) = (jos_ground(&told, &mut story).await, told.signed_in("jo").await);
        yes(&told, &mut jo, &ground).await;
        let relay = passed_on(&mut story).await;
        answer(&mut jo, (told.id("life jo"), &ground), &[("answer", "refused")]).await;
        let further = format!("/relays/{relay}/relays");
        let country = story.country.clone();
        let seen = story.priya.post(&further, &[("cycle", &country)]).await;
        assert_eq!(seen.status, 409, "{}: taken back by all, it goes no further", told.name);
        assert!(seen.body.contains("goes no further"), "{}: {}", told.name, seen.body);
    }
}

#[tokio::test]
async fn what_stands_on_nobodys_life_can_be_passed_on_at_once() {
    for told in each().await {
        let mut story = named(&told, &[]).await;
        worded(&mut story, STATEMENT, &[]).await;
        assert_eq!(offered(&mut story).await, (false, true, "pass".to_owned()), "{}", told.name);
        passed_on(&mut story).await;
    }
}

#[tokio::test]
async fn the_words_are_sealed_until_they_are_passed_on() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        worded_and_asked(&told, &mut story).await;
        let clear = "select body from pattern_wording";
        assert!(told.store.rows(clear).await.is_empty(), "{}: nobody agreed", told.name);
        let (ground, mut jo) = (jos_ground(&told, &mut story).await, told.signed_in("jo").await);
        yes(&told, &mut jo, &ground).await;
        assert!(told.store.rows(clear).await.is_empty(), "{}: nobody passed it on", told.name);
        passed_on(&mut story).await;
        assert_eq!(told.store.rows(clear).await, [[STATEMENT]], "{}", told.name);
    }
}

#[tokio::test]
async fn new_words_ask_again_and_say_that_they_are_new() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        worded_and_asked(&told, &mut story).await;
        let (ground, mut jo) = (jos_ground(&told, &mut story).await, told.signed_in("jo").await);
        yes(&told, &mut jo, &ground).await;
        assert_eq!(worded(&mut story, OTHER, &[]).await.status, 303, "{}", told.name);
        assert_eq!(offered(&mut story).await, (true, false, "ask".to_owned()), "{}", told.name);
        refused(&told, &mut story).await;
        let asks = format!("/patterns/{}/asks", story.pattern);
        story.ines.done(&asks, &[("ground", &ground)]).await.unwrap();
        let page = jo.get(&format!("/lives/{}/became", told.id("life jo"))).await;
        let form = jo.get(&format!("{}/new", answer_path(told.id("life jo"), &ground))).await;
        for seen in [page, form] {
            for text in ["The words have changed", OTHER, words("jo").as_str()] {
                assert!(seen.body.contains(text), "{}: {text} {}", told.name, seen.body);
            }
        }
        refused(&told, &mut story).await;
        yes(&told, &mut jo, &ground).await;
        let relay = passed_on(&mut story).await;
        let seen = story.priya.get(&format!("/relays/{relay}")).await;
        assert!(seen.body.contains(OTHER) && !seen.body.contains(STATEMENT), "{}", told.name);
    }
}

#[tokio::test]
async fn an_answer_is_for_the_words_that_were_read() {
    for told in each().await {
        let mut story = named(&told, &["jo", "kit"]).await;
        worded_and_asked(&told, &mut story).await;
        let (ground, mut jo) = (jos_ground(&told, &mut story).await, told.signed_in("jo").await);
        let of = (told.id("life jo"), ground.as_str());
        let read = asking(&mut jo, of).await;
        worded(&mut story, STATEMENT, &[(&ground, "Goes on Tuesdays when it rains.")]).await;
        let left = "Goes further in company, and further still when it rains.";
        worded(&mut story, STATEMENT, &[(&ground, left)]).await;
        let form = [("asking", read.as_str()), ("answer", "agreed")];
        let late = jo.post(&answer_path(of.0, of.1), &form).await;
        assert_eq!(late.status, 422, "{}: {}", told.name, late.body);
        for text in ["The words changed while you read", left] {
            assert!(late.body.contains(text), "{}: {text} {}", told.name, late.body);
        }
        let none = jo.post(&answer_path(of.0, of.1), &[("answer", "agreed")]).await;
        assert_eq!(none.status, 422, "{}: it says which words", told.name);
        told_the_others(&told, &mut story).await;
        assert_eq!(offered(&mut story).await.2, "ask", "{}: Jo is asked in new words", told.name);
        assert_eq!(sent(&mut jo, of, &[("answer", "agreed")]).await.status, 303, "{}", told.name);
        assert_eq!(offered(&mut story).await.2, "pass", "{}: Kit's answer stands", told.name);
    }
}
