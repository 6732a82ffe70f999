//! What was written and what is tried goes on where a page ends, and nothing is cut off in silence.

use serde_json::Value;

use super::steps::opened;
use crate::{
    each,
    lists::{followed, listed},
};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The step of this name, on the page of a cycle.
fn step(page: &Value, name: &str) -> Value {
    let steps = page["steps"]["steps"].as_array().unwrap();
    steps.iter().find(|it| it["step"] == name).unwrap().clone()
}

#[tokio::test]
async fn what_is_written_into_a_step_goes_on_and_hides_no_other_step() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let cycle = format!("/cycles/{}", opened(&told, &mut ines).await);
        let first = [("step", "embed"), ("text", "Written first of all.")];
        ines.done(&format!("{cycle}/entries"), &first).await.unwrap();
        for number in 0..27 {
            let text = format!("Written for the time {number}.");
            let form = [("step", "understand"), ("text", text.as_str())];
            ines.done(&format!("{cycle}/entries"), &form).await.unwrap();
        }
        let page = json(&ines.get(&format!("/api/v1{cycle}")).await.body);
        let embed = step(&page, "embed");
        assert_eq!(embed["entries"].as_array().unwrap().len(), 1, "{}: {embed}", told.name);
        assert!(embed["entries_next"].is_null(), "{}: {embed}", told.name);
        let begun = step(&page, "understand");
        let (mut texts, next) = listed(&begun, "entries", "text", "entries_next");
        let after = next.unwrap();
        let on = format!("{cycle}/entries?step=understand&amp;after={after}");
        let seen = ines.get(&cycle).await;
        assert!(seen.body.contains(&format!("href=\"{on}\"")), "{}: {}", told.name, seen.body);
        let on = on.replace("&amp;", "&");
        let rest = json(&ines.get(&format!("/api/v1{on}")).await.body);
        let (more, next) = listed(&rest, "entries", "text", "next");
        let seen = ines.get(&on).await;
        assert!(more.iter().all(|it| seen.body.contains(it)), "{}: {}", told.name, seen.body);
        texts.extend(more);
        let wanted: Vec<_> =
            (0..27).rev().map(|it| format!("Written for the time {it}.")).collect();
        assert_eq!((texts, next), (wanted, None), "{}: all of them, once each", told.name);
        let all = ines.get(&format!("{cycle}/entries?after={after}")).await;
        assert!(all.body.contains("Written first of all."), "{}: of every step", told.name);
        for (who, status) in [("gwen", 200), ("jo", 404)] {
            let seen = told.get(who, &format!("{cycle}/entries")).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn what_is_tried_goes_on_and_the_live_ones_come_first() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let mut sam = told.signed_in("sam").await;
        let cycle = format!("/cycles/{}", opened(&told, &mut ines).await);
        let life = format!("/lives/{}", told.id("life kit"));
        for (client, of) in [(&mut ines, &cycle), (&mut sam, &life)] {
            let path = format!("{of}/explorations");
            let mut wanted = Vec::new();
            for number in 0..28 {
                let tried = format!("Tried for the time {number}");
                wanted.insert(0, client.done(&path, &[("line", &tried)]).await.unwrap().id());
            }
            // The newest has ended: whatever is still tried comes before it.
            let ended = wanted.remove(0);
            let end = format!("/explorations/{ended}/end");
            client.done(&end, &[("ending", "stop")]).await.unwrap();
            wanted.push(ended);
            let page = json(&client.get(&format!("/api/v1{of}")).await.body);
            let begun = if of == &cycle {
                listed(&step(&page, "explore"), "explorations", "exploration", "explorations_next")
            } else {
                listed(&page["trying"], "live", "exploration", "next")
            };
            assert!(begun.0.len() < 27 && begun.1.is_some(), "{}: {of}", told.name);
            let id = ("explorations", "exploration");
            let all = followed(client, (of, &path), begun, id).await;
            assert_eq!(all, wanted, "{}: {of}, all of them, once each", told.name);
            assert_eq!(told.get("rosa", &path).await.status, 404, "{}: {of}", told.name);
        }
    }
}

#[tokio::test]
async fn what_a_meeting_talks_of_goes_on_where_its_page_ends() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/explorations", told.id("life kit"));
        for number in 0..52 {
            let line = format!("Tried for the time {number}");
            sam.done(&path, &[("line", &line)]).await.unwrap();
        }
        let team = format!("/teams/{}", told.id("team riverside"));
        let (meeting, goes_on) = (format!("{team}/meeting"), format!("{team}/trying"));
        let page = json(&sam.get(&format!("/api/v1{meeting}")).await.body);
        let begun = listed(&page, "trying", "exploration", "trying_next");
        assert!(begun.0.len() < 52 && begun.1.is_some(), "{}", told.name);
        let pages = (meeting.as_str(), goes_on.as_str());
        let mut all = followed(&mut sam, pages, begun, ("trying", "exploration")).await;
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 52, "{}: all of them", told.name);
        assert_eq!(told.get("jo", &goes_on).await.status, 404, "{}", told.name);
    }
}
