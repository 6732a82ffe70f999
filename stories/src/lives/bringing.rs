use super::{WENT, bea_joins, jo, json, noted, read};
use crate::{
    each,
    lists::{followed, listed},
};

#[tokio::test]
async fn a_note_is_brought_and_taken_back_and_talked_about() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("bring", "yes")]).await;
        assert_eq!(read(&mut sam, &note).await["note"]["brought"], true, "{}", told.name);
        assert_eq!(sam.post(&format!("/notes/{note}/bring"), &[]).await.status, 409);
        bea_joins(&told, &mut sam).await;
        let mut bea = told.signed_in("bea").await;
        bea.done(&format!("/notes/{note}/talked"), &[]).await.unwrap();
        assert_eq!(read(&mut sam, &note).await["note"]["brought"], false, "{}", told.name);
        sam.done(&format!("/notes/{note}/bring"), &[]).await.unwrap();
        sam.done(&format!("/notes/{note}/take-back"), &[]).await.unwrap();
        assert_eq!(sam.post(&format!("/notes/{note}/take-back"), &[]).await.status, 409);
        for (who, status) in [("jo", 403), ("rosa", 403), ("ines", 404), ("mo", 404)] {
            let seen = told.post(who, &format!("/notes/{note}/bring"), &[]).await;
            assert_eq!(seen.status, status, "{}: {who}", told.name);
        }
    }
}

#[tokio::test]
async fn what_is_brought_reaches_those_who_walk_beside_the_person_and_nobody_else() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let brought = [("text", WENT), ("bring", "yes"), ("kind", "surprise")];
        noted(&told, &mut sam, &brought).await;
        let secret = "It says where somebody hides.";
        let held = [("text", secret), ("bring", "yes"), ("hold", "yes"), ("kind", "surprise")];
        noted(&told, &mut sam, &held).await;
        let meeting = format!("/teams/{}/meeting", told.id("team riverside"));
        for who in ["bea", "ines"] {
            let page = told.get(who, &meeting).await;
            assert_eq!(page.status, 200, "{}: {who}", told.name);
            assert!(!page.body.contains("Abdul was there"), "{}: {who}", told.name);
            assert!(!page.body.contains(secret), "{}: {who}", told.name);
        }
        bea_joins(&told, &mut sam).await;
        let page = told.get("bea", &meeting).await;
        assert!(page.body.contains("Abdul was there"), "{}: {}", told.name, page.body);
        assert!(!page.body.contains(secret), "{}: it is held", told.name);
        // A team looks at it together, so it is not there for its author either.
        assert!(!told.get("sam", &meeting).await.body.contains(secret), "{}", told.name);
    }
}

#[tokio::test]
async fn a_shared_copy_reaches_the_team_and_what_it_came_from_does_not() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let text = "I was so sure that it was the distance.";
        sam.done("/reflections", &[("text", text)]).await.unwrap();
        let list = sam.get("/api/v1/reflections").await;
        let id = list.between("\"id\":\"", "\"").unwrap();
        let copy = [("text", "I was too sure."), ("team", told.id("team riverside"))];
        sam.done(&format!("/reflections/{id}/copies"), &copy).await.unwrap();
        let meeting = format!("/teams/{}/meeting", told.id("team riverside"));
        let page = told.get("bea", &meeting).await;
        assert!(page.body.contains("I was too sure."), "{}: {}", told.name, page.body);
        assert!(!page.body.contains(text), "{}", told.name);
        let other = told.get("mo", &meeting).await;
        assert!(!other.body.contains("I was too sure."), "{}: another team", told.name);
    }
}

#[tokio::test]
async fn what_is_brought_and_what_surprised_go_on_where_the_page_ends() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for number in 0..27 {
            let text = format!("It was otherwise for the time {number}.");
            let form = [("text", text.as_str()), ("bring", "yes"), ("kind", "surprise")];
            sam.done(&format!("{}/notes", jo(&told)), &form).await.unwrap();
            told.pass_seconds(1);
        }
        let team = format!("/teams/{}", told.id("team riverside"));
        let meeting = format!("{team}/meeting");
        let api = json(&sam.get(&format!("/api/v1{meeting}")).await.body);
        let mut both = Vec::new();
        for list in ["surprises", "brought"] {
            let begun = listed(&api, list, "note", &format!("{list}_next"));
            assert!(begun.0.len() < 27 && begun.1.is_some(), "{}: {list}", told.name);
            let pages = (meeting.as_str(), &*format!("{team}/{list}"));
            both.push(followed(&mut sam, pages, begun, ("notes", "note")).await);
        }
        assert_eq!(both[0].len(), 27, "{}: all of them, once each", told.name);
        both[1].reverse();
        assert_eq!(both[0], both[1], "{}: one the latest first, one in its order", told.name);
        for list in ["surprises", "brought"] {
            let seen = told.get("ines", &format!("{team}/{list}")).await;
            assert!(!seen.body.contains("It was otherwise"), "{}: {list}", told.name);
            assert_eq!(told.get("jo", &format!("{team}/{list}")).await.status, 404);
        }
    }
}
