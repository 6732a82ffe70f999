//! What was drawn from a note that is held from somebody is not there for them either.

use seed::Client;

use super::story::{answer_path, asking, grounds, named};
use crate::{Told, each};

/// What a note says that is meant for those alone who walk beside Jo.
const NOTE: &str = "Stayed an hour because a neighbour had kept the kettle warm";
/// What would be passed on of it.
const WORDS: &str = "Stayed longer when somebody had waited";

/// Sam brings a note, and the team names a pattern that stands on it.
async fn from_a_note(told: &Told, sam: &mut Client, cycle: &str) -> (String, String) {
    let path = format!("/lives/{}/notes", told.id("life jo"));
    sam.done(&path, &[("text", NOTE), ("bring", "yes")]).await.unwrap();
    let list = sam.get(&format!("/api/v1{path}")).await;
    let note = list.between("\"note\":\"", "\"").unwrap();
    let form = [("statement", "Somebody who waits"), ("note", note.as_str())];
    let pattern = sam.done(&format!("/cycles/{cycle}/patterns"), &form).await.unwrap().id();
    (note, pattern)
}

#[tokio::test]
async fn a_held_note_is_never_what_a_pattern_stands_on() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let path = format!("/lives/{}/notes", told.id("life jo"));
        let held = [("text", NOTE), ("bring", "yes"), ("hold", "yes")];
        story.sam.done(&path, &held).await.unwrap();
        let list = story.sam.get(&format!("/api/v1{path}")).await;
        let note = list.between("\"note\":\"", "\"").unwrap();
        let naming = format!("/cycles/{}/patterns", story.team);
        let form = story.sam.get(&format!("{naming}/new")).await;
        assert!(!form.body.contains(NOTE), "{}: it is not offered", told.name);
        let form = [("statement", "It holds"), ("note", note.as_str())];
        assert_eq!(story.sam.post(&naming, &form).await.status, 422, "{}", told.name);
    }
}

#[tokio::test]
async fn the_words_of_a_note_are_not_suggested_to_the_team() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let cycle = story.team.clone();
        let (_, pattern) = from_a_note(&told, &mut story.sam, &cycle).await;
        let form = story.sam.get(&format!("/patterns/{pattern}/wordings/new")).await;
        let field = form.between("name=\"wording\"", "</textarea>").unwrap();
        assert!(field.trim_end().ends_with('>'), "{}: {field}", told.name);
    }
}

#[tokio::test]
async fn holding_a_note_withdraws_what_was_asked_of_it() {
    for told in each().await {
        let mut story = named(&told, &["jo"]).await;
        let cycle = story.team.clone();
        let (note, pattern) = from_a_note(&told, &mut story.sam, &cycle).await;
        story.pattern = pattern;
        let all = grounds(&mut story).await;
        let (ground, life) = all.first().unwrap();
        let form = [("statement", "Waiting helps."), ("ground", ground), ("wording", WORDS)];
        story.sam.done(&format!("/patterns/{}/wordings", story.pattern), &form).await.unwrap();
        let asks = format!("/patterns/{}/asks", story.pattern);
        story.sam.done(&asks, &[("ground", ground)]).await.unwrap();
        let mut jo = told.signed_in("jo").await;
        asking(&mut jo, (life, ground)).await;
        story.sam.done(&format!("/notes/{note}/hold"), &[]).await.unwrap();
        let pages = ["/".to_owned(), format!("/lives/{life}"), format!("/lives/{life}/became")];
        for page in pages {
            for root in ["", "/api/v1"] {
                let seen = jo.get(&format!("{root}{page}")).await;
                for text in [WORDS, ground, "You are asked"] {
                    assert!(!seen.body.contains(text), "{}: {page} {text}", told.name);
                }
            }
        }
        let form = jo.get(&format!("{}/new", answer_path(life, ground))).await;
        assert_eq!(form.status, 404, "{}", told.name);
        let seen = story.ines.get(&format!("/patterns/{}", story.pattern)).await;
        assert!(!seen.body.contains(WORDS), "{}: {}", told.name, seen.body);
        let again = story.sam.post(&asks, &[("ground", ground)]).await;
        assert_eq!(again.status, 422, "{}: nobody is asked about it", told.name);
        let path = format!("/patterns/{}/relays", story.pattern);
        let place = story.place.clone();
        let pass = story.ines.post(&path, &[("cycle", &place)]).await;
        assert_eq!(pass.status, 409, "{}: and it does not leave", told.name);
        story.sam.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        asking(&mut jo, (life, ground)).await;
    }
}
