//! A no that comes after something was passed on.

use super::story::{
    LIVES, STATEMENT, Story, answer, answer_path, everybody_agreed, jos_ground, named, passed_on,
    words,
};
use crate::{Told, each};

const REFUSED: &[(&str, &str)] = &[("answer", "refused")];

async fn passed(told: &Told, lives: &[&str]) -> (Story, String, String) {
    let mut story = named(told, lives).await;
    everybody_agreed(told, &mut story).await;
    let relay = passed_on(&mut story).await;
    let ground = jos_ground(told, &mut story).await;
    told.pass_seconds(60);
    (story, relay, ground)
}

#[tokio::test]
async fn whoever_says_no_later_hears_who_had_read_it_and_what_stays_there() {
    for told in each().await {
        let (mut story, relay, ground) = passed(&told, &LIVES).await;
        let (life, mut jo) = (told.id("life jo"), told.signed_in("jo").await);
        let path = format!("{}/new", answer_path(life, &ground));
        let before = jo.get(&path).await;
        let honest = "Whoever has read them has read them";
        assert!(before.body.contains(honest), "{}: said before the no", told.name);
        answer(&mut jo, (life, &ground), REFUSED).await;
        let stays = format!("The sentence “{STATEMENT}” stays with them, without what was learnt");
        let became = format!("/lives/{life}/became");
        for page in [&became, &path] {
            let seen = jo.get(page).await;
            for text in ["You said no, today", "Until then Ashwell could read it, since today"] {
                assert!(seen.body.contains(text), "{}: {text} {}", told.name, seen.body);
            }
            for text in [format!("{stays} with you."), "It can go further".to_owned()] {
                assert!(seen.body.contains(&text), "{}: {text} {}", told.name, seen.body);
            }
            assert!(!seen.body.contains("these words do not leave"), "{}: they left", told.name);
        }
        let beside = story.sam.get(&became).await;
        assert!(beside.body.contains("stays with them"), "{}: {}", told.name, beside.body);
        // What the page says is so: the sentence is there, and nothing of hers.
        let relay = format!("/relays/{relay}");
        assert!(story.priya.get(&relay).await.body.contains(STATEMENT), "{}", told.name);
        for page in [relay.clone(), format!("{relay}/grounds")] {
            let seen = story.priya.get(&page).await;
            assert!(!seen.body.contains(&words("jo")), "{}: {page}", told.name);
        }
        let pattern = story.ines.get(&format!("/patterns/{}", story.pattern)).await;
        assert!(pattern.body.contains("without what somebody said no to"), "{}", told.name);
        let hers = format!("“{}”", words("jo"));
        assert!(!pattern.body.contains(&hers), "{}: not to be passed on again", told.name);
        told.pass_seconds(60);
        // Saying it again does not make it a later no.
        answer(&mut jo, (life, &ground), REFUSED).await;
        assert!(jo.get(&became).await.body.contains("Until then Ashwell"), "{}", told.name);
    }
}

#[tokio::test]
async fn what_stood_on_one_alone_is_not_offered_to_be_passed_on_again() {
    for told in each().await {
        let (mut story, _, ground) = passed(&told, &["jo"]).await;
        let mut jo = told.signed_in("jo").await;
        answer(&mut jo, (told.id("life jo"), &ground), REFUSED).await;
        let became = jo.get(&format!("/lives/{}/became", told.id("life jo"))).await;
        assert!(became.body.contains("It goes no further."), "{}: {}", told.name, became.body);
        let path = format!("/patterns/{}", story.pattern);
        let pattern = story.ines.get(&path).await;
        assert!(!pattern.body.contains(&format!("{path}/relays/new")), "{}", told.name);
        assert!(pattern.body.contains("has said no by now"), "{}: {}", told.name, pattern.body);
    }
}

#[tokio::test]
async fn a_no_before_anything_was_passed_on_says_that_it_does_not_leave() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        everybody_agreed(&told, &mut story).await;
        let ground = jos_ground(&told, &mut story).await;
        let mut jo = told.signed_in("jo").await;
        answer(&mut jo, (told.id("life jo"), &ground), REFUSED).await;
        told.pass_seconds(60);
        passed_on(&mut story).await;
        told.pass_seconds(60);
        answer(&mut jo, (told.id("life jo"), &ground), REFUSED).await;
        let became = jo.get(&format!("/lives/{}/became", told.id("life jo"))).await;
        assert!(became.body.contains("these words do not leave"), "{}", told.name);
        assert!(!became.body.contains("could read it"), "{}: {}", told.name, became.body);
    }
}
