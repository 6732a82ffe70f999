//! Nobody is given the same learning twice.

use super::story::{LIVES, STATEMENT, everybody_agreed, named, passed_on, worded_and_asked};
use crate::each;

#[tokio::test]
async fn whoever_has_it_is_not_offered_it_again_and_sending_it_anyway_is_answered() {
    for told in each().await {
        let mut story = named(&told, &LIVES).await;
        everybody_agreed(&told, &mut story).await;
        let relay = passed_on(&mut story).await;
        let path = format!("/patterns/{}/relays", story.pattern);
        let seen = story.ines.get(&format!("{path}/new")).await;
        let choice = format!("value=\"{}\"", story.place);
        assert!(!seen.body.contains(&choice), "{}: {}", told.name, seen.body);
        assert!(seen.body.contains("Ashwell has this since today."), "{}", told.name);
        assert!(seen.body.contains(&format!("value=\"{}\"", story.country)), "{}", told.name);
        let form = [("cycle", story.place.as_str()), ("question", "And now?")];
        let again = story.ines.post(&path, &form).await;
        assert_eq!(again.status, 422, "{}", told.name);
        for text in ["Ashwell has this since today.", "And now?"] {
            assert!(again.body.contains(text), "{}: {text} {}", told.name, again.body);
        }
        // Nor is it carried back to those who named it.
        let path = format!("/relays/{relay}/relays");
        let form = [("cycle", story.team.as_str())];
        let back = story.priya.post(&path, &form).await;
        assert_eq!(back.status, 422, "{}", told.name);
        assert!(back.body.contains(" named it."), "{}: {}", told.name, back.body);
        let place = story.priya.get(&format!("/api/v1/cycles/{}/received", story.place)).await;
        assert_eq!(place.body.matches(STATEMENT).count(), 1, "{}: {}", told.name, place.body);
    }
}

#[tokio::test]
async fn other_words_are_something_else_to_hear() {
    for told in each().await {
        let mut story = named(&told, &[]).await;
        worded_and_asked(&told, &mut story).await;
        passed_on(&mut story).await;
        let path = format!("/patterns/{}/wordings", story.pattern);
        let anew = [("statement", "Company decides whether people go, and a seat to rest on")];
        story.ines.done(&path, &anew).await.unwrap();
        passed_on(&mut story).await;
    }
}
