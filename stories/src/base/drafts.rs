//! Nothing typed is lost, and nobody else reads it.

use platform::{Subject, db::Limits};
use seed::{Client, Seen, Size};

use super::lives;
use crate::{Told, each, each_with};

/// Words that stand nowhere else.
const TYPED: &str = "Marigold Quince";

async fn form(client: &mut Client, told: &Told) -> Seen {
    client.get(&format!("{}/new", lives(told))).await
}

async fn keep(client: &mut Client, told: &Told) {
    let kept = client.post(&format!("{}/draft", lives(told)), &[("called", TYPED)]).await;
    assert_eq!(kept.status, 204, "{}: {}", told.name, kept.body);
}

#[tokio::test]
async fn what_is_typed_is_offered_again_until_it_is_saved() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let fresh = form(&mut sam, &told).await;
        assert!(!fresh.body.contains("kept-title"), "{}: nothing was typed", told.name);
        keep(&mut sam, &told).await;
        // On another device, or after the tab was closed.
        let mut elsewhere = told.signed_in("sam").await;
        let page = form(&mut elsewhere, &told).await;
        assert!(page.body.contains(TYPED), "{}: {}", told.name, page.body);
        assert!(page.body.contains("kept-title"), "{}: it says so", told.name);
        sam.done(&lives(&told), &[("called", TYPED)]).await.unwrap();
        let page = form(&mut elsewhere, &told).await;
        assert!(!page.body.contains(TYPED), "{}: it was saved", told.name);
        assert_eq!(told.store.count("draft").await, 0, "{}", told.name);
    }
}

#[tokio::test]
async fn what_is_sent_after_the_sitting_ended_is_kept() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        told.pass_seconds(31 * 60);
        let before = told.store.count("life").await;
        let late = sam.post(&lives(&told), &[("called", TYPED)]).await;
        assert_eq!(late.status, 401, "{}", told.name);
        assert!(late.body.contains("is kept for you"), "{}: {}", told.name, late.body);
        assert!(!late.body.contains(TYPED), "{}: whoever sits there now", told.name);
        assert_eq!(told.store.count("life").await, before, "{}", told.name);
        let next = late.between("/sign-in?next=", "\"").unwrap().replace("%2F", "/");
        assert_eq!(next, format!("{}/new", lives(&told)), "{}", told.name);
        let mut sam = told.signed_in("sam").await;
        let page = form(&mut sam, &told).await;
        assert!(page.body.contains(TYPED), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn typing_goes_on_being_kept_after_the_sitting_ended() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        told.pass_seconds(31 * 60);
        keep(&mut sam, &told).await;
        let mut sam = told.signed_in("sam").await;
        assert!(form(&mut sam, &told).await.body.contains(TYPED), "{}", told.name);
    }
}

#[tokio::test]
async fn after_signing_out_or_seven_days_nothing_is_kept() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let stolen = sam.clone();
        sam.post("/sign-out", &[]).await;
        let late = stolen.clone().post(&lives(&told), &[("called", TYPED)]).await;
        assert_eq!(late.status, 401, "{}", told.name);
        let sam = told.signed_in("sam").await;
        told.pass_seconds(8 * 24 * 3600);
        let late = sam.clone().post(&lives(&told), &[("called", TYPED)]).await;
        assert_eq!(late.status, 401, "{}", told.name);
        assert!(!late.body.contains("is kept for you"), "{}", told.name);
        assert_eq!(told.store.count("draft").await, 0, "{}", told.name);
    }
}

#[tokio::test]
async fn nobody_else_sees_a_draft() {
    for told in each().await {
        let jo = told.id("life jo").to_owned();
        let mut sam = told.signed_in("sam").await;
        keep(&mut sam, &told).await;
        let of_jo = format!("/lives/{jo}/invitations");
        let typed = [("who", "supporter"), ("called", TYPED)];
        assert_eq!(sam.post(&format!("{of_jo}/draft"), &typed).await.status, 204);
        let mut jo_herself = told.signed_in("jo").await;
        let page = jo_herself.get(&format!("{of_jo}/new")).await;
        assert_eq!(page.status, 200, "{}", told.name);
        assert!(!page.body.contains(TYPED), "{}: not whom it is about", told.name);
        for who in ["bea", "ines"] {
            let mut other = told.signed_in(who).await;
            assert!(!form(&mut other, &told).await.body.contains(TYPED), "{}: {who}", told.name);
        }
        // Nor may somebody keep what they may not send.
        let mut mo = told.signed_in("mo").await;
        assert_eq!(mo.post(&format!("{of_jo}/draft"), &typed).await.status, 404, "{}", told.name);
        assert_eq!(told.visitor().post(&format!("{of_jo}/draft"), &typed).await.status, 401);
        // Nor whoever holds Sam's phone.
        sam.done(&format!("/lives/{jo}/beside"), &[]).await.unwrap();
        let page = sam.get(&format!("{of_jo}/new")).await;
        assert!(!page.body.contains(TYPED), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn a_draft_ends_with_the_right_to_send_it() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let of_jo = format!("/lives/{}/invitations", told.id("life jo"));
        let typed = [("who", "supporter"), ("called", TYPED)];
        assert_eq!(sam.post(&format!("{of_jo}/draft"), &typed).await.status, 204);
        let end = format!("/lives/{}/alongside/end", told.id("life jo"));
        sam.done(&end, &[]).await.unwrap();
        let page = sam.get(&format!("{of_jo}/new")).await;
        assert_eq!(page.status, 404, "{}", told.name);
        assert!(!page.body.contains(TYPED), "{}", told.name);
    }
}

#[tokio::test]
async fn a_draft_is_not_in_the_database_in_the_clear() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        keep(&mut sam, &told).await;
        for (name, bytes) in told.store.files() {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("Marigold"), "{}: {name}", told.name);
        }
        let mut dump = Vec::new();
        platform::backup::write(&told.store.db, app::STEPS, "", &mut dump).await.unwrap();
        let dump = String::from_utf8(dump).unwrap();
        assert!(dump.contains("/lives\""), "{}: it is there", told.name);
        assert!(!dump.contains("Marigold"), "{}", told.name);
        // "Marigold" in base64, as bytes are written, wherever its letters begin.
        for plain in ["TWFyaWdvbG", "1hcmlnb2xk", "NYXJpZ29sZ"] {
            assert!(!dump.contains(plain), "{}", told.name);
        }
    }
}

/// Keeps a draft as Sam, and says whether it is offered again.
async fn offered(told: &Told, sam: &mut Client, path: &str, form: &[(&str, &str)]) -> bool {
    let kept = sam.post(&format!("{path}/draft"), form).await;
    assert_eq!(kept.status, 204, "{}: {path} {}", told.name, kept.body);
    sam.get(&format!("{path}/new")).await.body.contains(TYPED)
}

/// More forms than there is room for, each of which Sam can leave unsaved.
async fn forms(told: &Told, sam: &mut Client) -> Vec<String> {
    let forms = [
        "notes",
        "matters",
        "around",
        "explorations",
        "invitations",
        "alongside",
        "supporters/end",
    ];
    let lives = ["jo", "kit", "ade", "wen", "lou", "max"];
    let lives = lives.map(|it| format!("/lives/{}", told.id(&format!("life {it}"))));
    let mut all: Vec<String> = Vec::new();
    for life in lives {
        all.extend(forms.map(|it| format!("{life}/{it}")));
        sam.done(&format!("{life}/notes"), &[("text", TYPED)]).await.unwrap();
        let note = sam.get(&format!("/api/v1{life}/notes")).await;
        let note = note.between("\"note\":\"", "\"").unwrap();
        all.extend(["corrections", "replies"].map(|it| format!("/notes/{note}/{it}")));
    }
    all
}

#[tokio::test]
async fn what_was_just_typed_never_makes_room_for_what_is_typed_now() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let forms = forms(&told, &mut sam).await;
        for form in &forms {
            let kept = sam.post(&format!("{form}/draft"), &[]).await;
            assert_eq!(kept.status, 204, "{}: {form} {}", told.name, kept.body);
            told.pass_seconds(1);
        }
        assert!(forms.len() > 50, "{}", told.name);
        assert_eq!(told.store.count("draft").await, forms.len(), "{}", told.name);
        let first = sam.get("/").await.body;
        let links = forms.iter().filter(|it| first.contains(&format!("href=\"{it}")));
        assert_eq!(links.count(), forms.len(), "{}: each is found again", told.name);
        assert!(first.contains("not touched for 30 days make room"), "{}: {first}", told.name);
        // What nobody touched for a month makes room, the oldest first, and only what is too many.
        told.pass_seconds(31 * 24 * 3600);
        let mut sam = told.signed_in("sam").await;
        keep(&mut sam, &told).await;
        assert_eq!(told.store.count("draft").await, 50, "{}", told.name);
        let oldest = sam.get(&format!("{}/new", forms[0])).await;
        assert!(!oldest.body.contains("kept-title"), "{}", told.name);
    }
}

#[tokio::test]
async fn a_draft_goes_with_whom_it_is_about_and_with_nobody_else() {
    for told in each_with(Size::Story, Limits::default()).await {
        let mut sam = told.signed_in("sam").await;
        let note = format!("/lives/{}/notes", told.id("life jo"));
        let pattern = format!("/cycles/{}/patterns", told.id("cycle team riverside"));
        assert!(offered(&told, &mut sam, &note, &[("text", TYPED)]).await, "{}", told.name);
        assert!(offered(&told, &mut sam, &pattern, &[("statement", TYPED)]).await, "{}", told.name);
        // Whoever of the team is erased, what was seen across its people stays the team's.
        for life in ["life jo", "life kit", "life ade", "life wen", "life lou", "life max"] {
            let subject = Subject::record(&kernel::Id::<()>::parse(told.id(life)).unwrap());
            told.program().destroy_key(subject).await.unwrap();
        }
        assert_eq!(told.store.count("draft").await, 1, "{}: the note's is gone", told.name);
        let page = sam.get(&format!("{pattern}/new")).await;
        assert!(page.body.contains(TYPED), "{}: {}", told.name, page.body);
    }
}
