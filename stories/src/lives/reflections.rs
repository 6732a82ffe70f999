use crate::{Told, each};

const TEXT: &str = "I was so sure that it was the distance.";

async fn written(told: &Told) -> String {
    let mut sam = told.signed_in("sam").await;
    sam.done("/reflections", &[("text", TEXT)]).await.unwrap();
    let list = sam.get("/api/v1/reflections").await;
    list.between("\"id\":\"", "\"").unwrap()
}

#[tokio::test]
async fn a_reflection_reaches_nobody_until_a_copy_is_shared() {
    for told in each().await {
        let reflection = written(&told).await;
        for who in ["jo", "bea", "ines", "tom", "priya", "gwen", "mo", "rosa"] {
            let mut client = told.signed_in(who).await;
            let mine = client.get("/reflections").await;
            assert!(mine.status == 200 && !mine.body.contains(TEXT), "{}: {who}", told.name);
            let share = client.get(&format!("/reflections/{reflection}/copies/new")).await;
            assert_eq!(share.status, 404, "{}: {who}", told.name);
        }
        let mut sam = told.signed_in("sam").await;
        sam.done(&format!("/lives/{}/beside", told.id("life jo")), &[]).await.unwrap();
        assert_eq!(sam.get("/reflections").await.status, 404, "{}: on Sam's phone", told.name);
    }
}

#[tokio::test]
async fn a_copy_is_another_text() {
    for told in each().await {
        let reflection = written(&told).await;
        let mut sam = told.signed_in("sam").await;
        let path = format!("/reflections/{reflection}/copies");
        let form = sam.get(&format!("{path}/new")).await;
        assert!(form.body.contains(TEXT), "{}: it begins as the same", told.name);
        assert!(form.body.contains("a court, an inquest, a regulator"), "{}", told.name);
        let team = told.id("team riverside").to_owned();
        let copy = [("text", "I was too sure."), ("team", team.as_str())];
        sam.done(&path, &copy).await.unwrap();
        let mine = sam.get("/reflections").await;
        assert!(mine.body.contains(TEXT), "{}: what was written stays", told.name);
        assert!(mine.body.contains("A copy is shared with Riverside team"), "{}", mine.body);
        let other = [("text", "I was too sure."), ("team", told.id("team hillside"))];
        assert_eq!(sam.post(&path, &other).await.status, 422, "{}: not Sam's team", told.name);
    }
}

#[tokio::test]
async fn what_was_shared_goes_on_where_the_page_of_the_meeting_ends() {
    for told in each().await {
        let reflection = written(&told).await;
        let mut sam = told.signed_in("sam").await;
        let team = told.id("team riverside");
        for number in 0..23 {
            let text = format!("I was too sure, for the time {number}.");
            let path = format!("/reflections/{reflection}/copies");
            sam.done(&path, &[("text", &text), ("team", team)]).await.unwrap();
            told.pass_seconds(1);
        }
        let meeting = told.get("bea", &format!("/teams/{team}/meeting")).await.body;
        let list = format!("/teams/{team}/reflections");
        let next = meeting.split(&format!("{list}?after=")).nth(1).unwrap();
        let older = told.get("bea", &format!("{list}?after={}", &next[..32])).await;
        for number in 0..23 {
            let text = format!("for the time {number}.");
            let places = [&meeting, &older.body].map(|it| it.matches(&text).count());
            assert_eq!(places[0] + places[1], 1, "{}: {text}: {places:?}", told.name);
        }
        let whole = told.get("bea", &list).await.body;
        assert!(whole.contains("for the time 22.") && whole.contains("?after="), "{}", told.name);
        assert_eq!(told.get("jo", &list).await.status, 404, "{}", told.name);
        assert_ne!(told.get("mo", &list).await.status, 200, "{}: another team", told.name);
    }
}
