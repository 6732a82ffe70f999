//! No list is cut in silence: each says where it goes on, on the page and through the API.

use super::story::{Story, json, named};
use crate::{
    each,
    lists::{followed, listed},
};

/// Names so many patterns that stand on nobody's life, and answers them, the newest first.
async fn many(story: &mut Story, many: usize) -> Vec<String> {
    let path = format!("/cycles/{}/patterns", story.team);
    let mut all = Vec::new();
    for number in 0..many {
        let statement = format!("Seen for the time {number}");
        all.push(story.ines.done(&path, &[("statement", &statement)]).await.unwrap().id());
    }
    all.reverse();
    all
}

#[tokio::test]
async fn patterns_go_on_where_the_page_ends() {
    for told in each().await {
        let mut story = named(&told, &[]).await;
        let mut wanted = many(&mut story, 51).await;
        wanted.push(story.pattern.clone());
        let cycle = format!("/cycles/{}", story.team);
        let meeting = format!("/teams/{}/meeting", told.id("team riverside"));
        for begins in [cycle.as_str(), meeting.as_str()] {
            let api = json(&story.sam.get(&format!("/api/v1{begins}")).await.body);
            let begun = listed(&api["learning"], "patterns", "pattern", "patterns_next");
            assert!(begun.0.len() < 52 && begun.1.is_some(), "{}", told.name);
            let pages = (begins, &*format!("{cycle}/patterns"));
            let all = followed(&mut story.sam, pages, begun, ("patterns", "pattern")).await;
            assert_eq!(all, wanted, "{}: all of them, once each", told.name);
        }
        for (who, status) in [("ines", 200), ("priya", 404), ("jo", 404)] {
            let seen = told.get(who, &format!("{cycle}/patterns")).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
        let broken = story.sam.get(&format!("/api/v1{cycle}/patterns?after=x")).await;
        assert_eq!(broken.status, 400, "{}: {}", told.name, broken.body);
    }
}

#[tokio::test]
async fn what_was_passed_on_goes_on_where_the_page_ends() {
    for told in each().await {
        let mut story = named(&told, &[]).await;
        let words = format!("/patterns/{}/wordings", story.pattern);
        let path = format!("/patterns/{}/relays", story.pattern);
        let mut wanted = Vec::new();
        for number in 0..27 {
            let said = format!("Company helps, in {number} ways.");
            story.ines.done(&words, &[("statement", &said)]).await.unwrap();
            let form = [("cycle", story.place.as_str())];
            wanted.insert(0, story.ines.done(&path, &form).await.unwrap().id());
        }
        for (cycle, list) in [(&story.place, "received"), (&story.team, "passed")] {
            let begins = format!("/cycles/{cycle}");
            let api = json(&story.priya.get(&format!("/api/v1{begins}")).await.body);
            let begun = listed(&api["learning"], list, "relay", &format!("{list}_next"));
            assert!(begun.0.len() < 27 && begun.1.is_some(), "{}: {list}", told.name);
            let pages = (begins.as_str(), &*format!("{begins}/{list}"));
            let all = followed(&mut story.priya, pages, begun, ("relays", "relay")).await;
            assert_eq!(all, wanted, "{}: {list}, all of them, once each", told.name);
            let seen = told.get("jo", &format!("{begins}/{list}")).await;
            assert_eq!(seen.status, 404, "{}: {list}", told.name);
        }
    }
}
