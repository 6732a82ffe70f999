use super::{jo, json};
use crate::each;

#[tokio::test]
async fn earlier_wordings_stay_and_it_is_said_whose_words_they_are() {
    for told in each().await {
        let path = format!("{}/matters", jo(&told));
        let mut sam = told.signed_in("sam").await;
        let first = [("text", "Less pain at night."), ("whose", "written-down")];
        sam.done(&path, &first).await.unwrap();
        let earlier = format!("href=\"{path}\"");
        let page = sam.get(&jo(&told)).await;
        assert!(!page.body.contains(&earlier), "{}: there is none yet", told.name);
        let mut own = told.signed_in("jo").await;
        let form = own.get(&format!("{path}/new")).await;
        assert!(!form.body.contains("name=\"whose\""), "{}: her words are her own", told.name);
        let seen = form.between("name=\"seen\" value=\"", "\"").unwrap();
        own.done(&path, &[("text", "To go to the allotment."), ("seen", &seen)]).await.unwrap();
        let page = sam.get(&jo(&told)).await;
        assert!(page.body.contains(&earlier), "{}: {}", told.name, page.body);
        let page = sam.get(&path).await;
        assert!(page.body.contains("Jo’s own words, today"), "{}: {}", told.name, page.body);
        assert!(page.body.contains("Written down for Jo by Sam, today"), "{}", told.name);
        let list = json(&sam.get(&format!("/api/v1{path}")).await.body);
        let whose: Vec<_> =
            list["wordings"].as_array().unwrap().iter().map(|it| &it["whose"]).collect();
        assert_eq!(whose, ["own", "written-down"], "{}", told.name);
    }
}

#[tokio::test]
async fn a_stale_wording_shows_both_and_is_kept() {
    for told in each().await {
        let path = format!("{}/matters", jo(&told));
        let mut sam = told.signed_in("sam").await;
        sam.done(&path, &[("text", "To swim."), ("whose", "own")]).await.unwrap();
        let stale = [("text", "To walk."), ("whose", "own"), ("seen", "")];
        let seen = sam.post(&path, &stale).await;
        assert_eq!(seen.status, 409, "{}", told.name);
        assert!(seen.body.contains("To swim.") && seen.body.contains("To walk."), "{}", told.name);
        let now = seen.between("name=\"seen\" value=\"", "\"").unwrap();
        let again = [("text", "To walk."), ("whose", "own"), ("seen", now.as_str())];
        sam.done(&path, &again).await.unwrap();
    }
}

#[tokio::test]
async fn of_two_wordings_at_once_the_second_is_told_of_the_first() {
    for told in each().await {
        let path = format!("{}/matters", jo(&told));
        let (mut one, mut two) = (told.signed_in("sam").await, told.signed_in("jo").await);
        let words = |text| [("text", text), ("whose", "own"), ("seen", "")];
        let (mine, theirs) = (words("To swim."), words("To walk."));
        let (first, second) = tokio::join!(one.post(&path, &mine), two.post(&path, &theirs));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{}", told.name);
    }
}

#[tokio::test]
async fn a_worker_says_whose_words_they_are() {
    for told in each().await {
        let path = format!("{}/matters", jo(&told));
        let seen = told.post("sam", &path, &[("text", "To swim.")]).await;
        assert_eq!(seen.status, 422, "{}", told.name);
        assert!(seen.body.contains("Say whose words these are"), "{}", told.name);
        assert_eq!(told.post("rosa", &path, &[("text", "x")]).await.status, 403, "{}", told.name);
        assert_eq!(told.post("bea", &path, &[("text", "x")]).await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn somebody_is_around_and_then_not_any_more() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let form = [("name", "Abdul"), ("role", "allotment"), ("contact", "by the shed")];
        sam.done(&format!("{}/around", jo(&told)), &form).await.unwrap();
        let page = sam.get(&format!("{}/notes/new", jo(&told))).await;
        assert!(page.body.contains("For instance Abdul"), "{}: {}", told.name, page.body);
        let blank = sam.post(&format!("{}/around", jo(&told)), &[("role", "brother")]).await;
        assert_eq!(blank.status, 422, "{}", told.name);
        assert!(blank.body.contains("brother"), "{}", told.name);
    }
}
