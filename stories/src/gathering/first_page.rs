//! What stands on the first page, and what is written down of it.

use serde_json::Value;

use crate::{
    each,
    lists::{followed, listed},
};

#[tokio::test]
async fn those_one_walks_beside_go_on_where_the_first_page_ends() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/teams/{}/lives", told.id("team riverside"));
        let mut wanted = Vec::new();
        for number in 0..26 {
            let called = format!("Neighbour {number}");
            wanted.push(sam.done(&path, &[("called", &called)]).await.unwrap().id());
        }
        let home = serde_json::from_str(&sam.get("/api/v1/").await.body).unwrap();
        let begun = listed(&home, "lives", "life", "lives_next");
        assert!(begun.0.len() < 27 && begun.1.is_some(), "{}", told.name);
        let all = followed(&mut sam, ("/", "/lives"), begun, ("lives", "life")).await;
        let ours = all.iter().filter(|it| wanted.contains(it));
        assert_eq!(ours.collect::<Vec<_>>(), wanted.iter().collect::<Vec<_>>(), "{}", told.name);
        let own = told.get("jo", "/lives").await;
        assert_eq!(own.status, 200, "{}: {}", told.name, own.body);
        for name in ["Neighbour", "Kit"] {
            assert!(!own.body.contains(name), "{}: {name}", told.name);
        }
    }
}

#[tokio::test]
async fn only_those_who_stand_on_the_page_are_written_down_as_looked_at() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/teams/{}/lives", told.id("team riverside"));
        for number in 0..26 {
            let called = format!("Neighbour {number}");
            sam.done(&path, &[("called", &called)]).await.unwrap();
        }
        let home: Value = serde_json::from_str(&sam.get("/api/v1/").await.body).unwrap();
        let (first, next) = listed(&home, "lives", "life", "lives_next");
        let api = format!("/api/v1/lives?after={}", next.unwrap());
        let (second, _) = listed(
            &serde_json::from_str(&sam.get(&api).await.body).unwrap(),
            "lives",
            "life",
            "next",
        );
        for (page, here) in [("/".to_owned(), first), (api.replace("/api/v1", ""), second)] {
            let before = told.store.count("journal").await;
            assert_eq!(sam.get(&page).await.status, 200, "{}: {page}", told.name);
            let lines = told.store.rows("select record from journal order by id").await;
            let mut looked: Vec<_> = lines.into_iter().skip(before).flatten().collect();
            let mut here = here;
            here.sort_unstable();
            looked.sort_unstable();
            assert!(!here.is_empty(), "{}: {page}", told.name);
            assert_eq!(looked, here, "{}: {page}", told.name);
        }
    }
}

#[tokio::test]
async fn the_first_page_says_who_said_something_and_what_waits() {
    let news = "said something since you last read this page";
    for told in each().await {
        let jo = format!("/lives/{}", told.id("life jo"));
        let mut sam = told.signed_in("sam").await;
        sam.get(&jo).await;
        assert!(!sam.get("/").await.body.contains(news), "{}: nothing yet", told.name);
        told.pass_seconds(1);
        sam.done(&format!("{jo}/notes"), &[("text", "Sam's own note.")]).await.unwrap();
        assert!(!sam.get("/").await.body.contains(news), "{}: Sam knows that", told.name);
        let mut own = told.signed_in("jo").await;
        own.done(&format!("{jo}/notes"), &[("text", "I went again.")]).await.unwrap();
        let home = sam.get("/").await.body;
        assert_eq!(home.matches(news).count(), 1, "{}: {home}", told.name);
        let rosa = told.get("rosa", "/").await.body;
        assert!(rosa.contains(news), "{}: whom Jo trusts, too: {rosa}", told.name);
        told.pass_seconds(1);
        sam.get(&jo).await;
        assert!(!sam.get("/").await.body.contains(news), "{}: Sam has read it", told.name);
        own.done(&format!("{jo}/notes"), &[("text", "And again.")]).await.unwrap();
        told.pass_seconds(31 * 24 * 3600);
        assert!(!told.get("sam", "/").await.body.contains(news), "{}: a month ago", told.name);
    }
}
