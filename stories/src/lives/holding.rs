use seed::{Client, Seen};

use super::{WENT, bea_joins, jo, noted, notes, read};
use crate::{Told, each};

const DAY: i64 = 24 * 60 * 60;

/// Everything that Jo, whom she trusts, and a colleague can read about her notes, as a page and
/// through the API.
async fn everywhere(told: &Told, who: &str, note: &str) -> Vec<Seen> {
    let (jo, team) = (jo(told), told.id("team riverside"));
    let mut client = told.signed_in(who).await;
    let own = ["", "/notes", "/looked", "/who-can-see", "/matters", "/became", "/notes/new"];
    let mut paths: Vec<String> = own.iter().map(|it| format!("{jo}{it}")).collect();
    paths.extend(["/".to_owned(), format!("/teams/{team}/meeting"), format!("/notes/{note}")]);
    let known = told.get("sam", &format!("/api/v1{jo}")).await;
    let tried = known.body.split("\"exploration\":\"").skip(1).filter_map(|it| it.get(..32));
    paths.extend(tried.map(|it| format!("/explorations/{it}")));
    let mut all = Vec::new();
    for path in &paths {
        all.push(client.get(path).await);
        all.push(client.get(&format!("/api/v1{}", path.trim_end_matches('/'))).await);
    }
    for list in ["notes", "looked"] {
        all.extend(further(&mut client, &format!("/api/v1{jo}/{list}")).await);
    }
    all
}

/// The pages of a list after its first one.
async fn further(client: &mut Client, path: &str) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut seen = client.get(path).await;
    while let Some(next) = seen.between("\"next\":\"", "\"") {
        seen = client.get(&format!("{path}?after={next}")).await;
        all.push(seen.clone());
    }
    all
}

/// Everything that Jo reads of who looked, on however many pages.
async fn looked(told: &Told) -> String {
    let (mut client, path) = (told.signed_in("jo").await, format!("{}/looked", jo(told)));
    let mut all = client.get(&path).await.body;
    let mut data = client.get(&format!("/api/v1{path}")).await;
    while let Some(next) = data.between("\"next\":\"", "\"") {
        all.push_str(&client.get(&format!("{path}?after={next}")).await.body);
        data = client.get(&format!("/api/v1{path}?after={next}")).await;
    }
    all
}

async fn nowhere(told: &Told, who: &str, note: &str) {
    for seen in everywhere(told, who, note).await {
        let body = &seen.body;
        assert!(!body.contains("Abdul was there"), "{}: {who} {body}", told.name);
        assert!(!body.contains(note), "{}: {who} {body}", told.name);
        for telling in ["wrote a note", "kept a note", "read a note", "note.add", "note.read"] {
            assert!(!body.contains(telling), "{}: {who} {telling} {body}", told.name);
        }
    }
    let there = told.get(who, &format!("/notes/{note}")).await;
    let absent = told.get(who, &format!("/notes/{}", "0".repeat(32))).await;
    assert_eq!((there.status, there.body.len()), (404, absent.body.len()), "{}", told.name);
}

#[tokio::test]
async fn a_held_note_is_nowhere_and_comes_back_when_it_is_released() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        bea_joins(&told, &mut sam).await;
        let line = [("line", "Twenty minutes at the allotment")];
        sam.done(&format!("{}/explorations", jo(&told)), &line).await.unwrap();
        // As a browser does: the form is opened before it is sent.
        sam.get(&format!("{}/notes/new", jo(&told))).await;
        let held = [("text", WENT), ("hold", "yes"), ("bring", "yes"), ("kind", "surprise")];
        let note = noted(&told, &mut sam, &held).await;
        let reply = [("kind", "adds"), ("text", "To myself.")];
        sam.done(&format!("/notes/{note}/replies"), &reply).await.unwrap();
        let page = sam.get(&format!("/notes/{note}")).await;
        assert!(page.body.contains("Kept back by Sam until 17 June"), "{}", page.body);
        let meeting = format!("/teams/{}/meeting", told.id("team riverside"));
        let seen = sam.get(&meeting).await;
        assert!(!seen.body.contains(WENT), "{}: a team looks at it together", told.name);
        for who in ["jo", "rosa", "bea", "tom"] {
            nowhere(&told, who, &note).await;
        }
        assert!(!looked(&told).await.contains("said something beside a note"), "{}", told.name);
        sam.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        for who in ["jo", "rosa", "bea"] {
            let page = told.get(who, &format!("{}/notes", jo(&told))).await;
            assert!(page.body.contains("Abdul was there"), "{}: {who}", told.name);
        }
        let looked = looked(&told).await;
        assert!(looked.contains("Sam wrote a note"), "{}: {looked}", told.name);
        assert!(looked.contains("Sam kept a note back for a while"), "{}", told.name);
    }
}

#[tokio::test]
async fn the_phone_beside_the_person_shows_no_held_note_and_no_draft_of_one() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
        let draft = format!("{}/notes/draft", jo(&told));
        let kept = sam.post(&draft, &[("text", "Not for Jo yet"), ("hold", "yes")]).await;
        assert_eq!(kept.status, 204, "{}", told.name);
        sam.done(&format!("{}/beside", jo(&told)), &[]).await.unwrap();
        assert!(notes(&told, &mut sam).await.is_empty(), "{}", told.name);
        assert_eq!(sam.get(&format!("/notes/{note}")).await.status, 404, "{}", told.name);
        let form = sam.get(&format!("{}/notes/new", jo(&told))).await;
        assert!(!form.body.contains("Not for Jo yet"), "{}: {}", told.name, form.body);
        sam.done("/beside/end", &[("password", seed::PASSWORD)]).await.unwrap();
        let form = sam.get(&format!("{}/notes/new", jo(&told))).await;
        assert!(form.body.contains("Not for Jo yet"), "{}: it is still Sam's", told.name);
    }
}

async fn held(told: &Told) -> String {
    told.get("tom", &format!("/teams/{}/held", told.id("team riverside"))).await.body
}

#[tokio::test]
async fn after_seven_days_it_takes_a_reason_and_a_second_person_or_the_lead_is_asked() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        bea_joins(&told, &mut sam).await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
        told.pass_seconds(7 * DAY - 60);
        assert!(!held(&told).await.contains(&note), "{}: the lead is not asked yet", told.name);
        told.pass_seconds(60);
        assert!(held(&told).await.contains(&note), "{}: the lead is asked", told.name);
        nowhere(&told, "jo", &note).await;
        let bea = told.world.people["bea"].account.clone();
        let form = [
            ("reason", "It says where somebody hides."),
            ("review-day", "30"),
            ("review-month", "6"),
            ("review-year", "2026"),
            ("second", bea.as_str()),
        ];
        let mut sam = told.signed_in("sam").await;
        sam.done(&format!("/notes/{note}/hold-on"), &form).await.unwrap();
        assert!(held(&told).await.contains(&note), "{}: nobody agreed yet", told.name);
        assert_eq!(sam.post(&format!("/notes/{note}/second"), &[]).await.status, 403);
        agreed_by_bea(&told, &note).await;
        told.pass_seconds(14 * DAY);
        assert!(held(&told).await.contains(&note), "{}: it is looked at again", told.name);
        nowhere(&told, "jo", &note).await;
        let mut tom = told.signed_in("tom").await;
        assert!(read(&mut tom, &note).await["hold"]["asks_lead"].as_bool().unwrap());
        tom.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        assert_eq!(tom.get(&format!("/notes/{note}")).await.status, 404, "{}", told.name);
        assert_eq!(told.get("jo", &format!("/notes/{note}")).await.status, 200, "{}", told.name);
    }
}

async fn agreed_by_bea(told: &Told, note: &str) {
    let mut bea = told.signed_in("bea").await;
    let page = bea.get(&format!("/notes/{note}/second")).await;
    assert!(page.body.contains("It says where somebody hides."), "{}: {}", told.name, page.body);
    assert!(page.body.contains("Abdul was there"), "{}", told.name);
    bea.done(&format!("/notes/{note}/second"), &[]).await.unwrap();
    assert!(!held(told).await.contains(note), "{}: two people agree", told.name);
    let again = bea.post(&format!("/notes/{note}/second"), &[]).await;
    assert_eq!(again.status, 409, "{}", told.name);
}

#[tokio::test]
async fn a_note_held_again_gets_no_second_week() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let note = noted(&told, &mut sam, &[("text", WENT), ("hold", "yes")]).await;
        sam.done(&format!("/notes/{note}/release"), &[]).await.unwrap();
        sam.done(&format!("/notes/{note}/hold"), &[]).await.unwrap();
        assert!(held(&told).await.contains(&note), "{}: the lead is asked at once", told.name);
        assert_eq!(sam.post(&format!("/notes/{note}/hold"), &[]).await.status, 409);
    }
}

#[tokio::test]
async fn what_the_person_wrote_or_answered_is_not_taken_from_them() {
    for told in each().await {
        let (mut sam, mut own) = (told.signed_in("sam").await, told.signed_in("jo").await);
        let theirs = noted(&told, &mut own, &[("text", "I like the shed.")]).await;
        let answered = noted(&told, &mut sam, &[("text", WENT)]).await;
        let reply = [("kind", "adds"), ("text", "Yes.")];
        own.done(&format!("/notes/{answered}/replies"), &reply).await.unwrap();
        for note in [theirs, answered] {
            let seen = sam.post(&format!("/notes/{note}/hold"), &[]).await;
            assert_eq!(seen.status, 409, "{}", told.name);
            assert_eq!(own.get(&format!("/notes/{note}")).await.status, 200, "{}", told.name);
        }
        refused_chips(&told, &mut own).await;
    }
}

/// Only workers hold and bring.
async fn refused_chips(told: &Told, own: &mut Client) {
    let form = own.get(&format!("{}/notes/new", jo(told))).await;
    assert!(!form.body.contains("Not safe to show yet"), "{}", told.name);
    for chip in ["hold", "bring"] {
        let seen = own.post(&format!("{}/notes", jo(told)), &[("text", WENT), (chip, "yes")]).await;
        assert_eq!(seen.status, 422, "{}: {chip}", told.name);
    }
}
