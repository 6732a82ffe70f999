//! A save that fails gives every word back, and works again without a restart.

use seed::Seen;

use super::{lives, once_of, send_keyed};
use crate::{Told, each};

const TYPED: &str = "Marigold & \"Quince\" <3";
const SENT: &str = "called=Marigold+%26+%22Quince%22+%3C3";

/// The page of a failed save: every word in the form, the same key, where to send it again.
fn gives_back(told: &Told, failed: &Seen, key: &str) {
    let page = &failed.body;
    let field = failed.between("<textarea", "</textarea>").expect("the words are in a field");
    // A browser takes away the line end that every such field begins with.
    let (_, shown) = field.split_once(">\n").expect("a field has a beginning");
    let escaped = [("&#34;", "\""), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    let plain = escaped.iter().fold(shown.to_owned(), |text, (from, to)| text.replace(from, to));
    assert_eq!(plain, TYPED, "{}: {page}", told.name);
    let hidden = format!("name=\"_once\" value=\"{key}\"");
    assert!(page.contains(&hidden), "{}: {page}", told.name);
    assert!(page.contains(&format!("action=\"{}\"", lives(told))), "{}", told.name);
    assert!(page.contains("name=\"called\""), "{}", told.name);
    assert_eq!(failed.headers["cache-control"], "no-store", "{}", told.name);
}

#[tokio::test]
async fn a_save_that_breaks_half_way_gives_every_word_back_and_leaves_nothing_half_done() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        let key = once_of(&sam.get(&format!("{path}/new")).await);
        for table in ["alongside", "journal_open", "once"] {
            let before = told.store.count("life").await;
            let lines = told.store.count("journal").await;
            told.store.tamper(&format!("alter table {table} rename to away")).await;
            let failed = send_keyed(&mut sam, &path, &key, SENT).await;
            assert_eq!(failed.status, 500, "{}: {table}", told.name);
            gives_back(&told, &failed, &key);
            for cause in ["no such table", "relation", "sqlx"] {
                assert!(!failed.body.contains(cause), "{}: a cause is for the log", told.name);
            }
            told.store.tamper(&format!("alter table away rename to {table}")).await;
            assert_eq!(told.store.count("life").await, before, "{}: {table}", told.name);
            assert_eq!(told.store.count("journal").await, lines, "{}: {table}", told.name);
        }
        let saved = send_keyed(&mut sam, &path, &key, SENT).await;
        assert_eq!(saved.status, 303, "{}: the same form, again", told.name);
        let page = sam.get(&format!("/lives/{}/alongside/new", saved.id())).await;
        assert!(page.body.contains("Marigold &#38;"), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn a_save_without_a_database_gives_every_word_back() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        let key = once_of(&sam.get(&format!("{path}/new")).await);
        told.store.db.close().await;
        let failed = send_keyed(&mut sam, &path, &key, SENT).await;
        assert_eq!(failed.status, 503, "{}", told.name);
        gives_back(&told, &failed, &key);
        assert!(!told.state().is_ready().await, "{}", told.name);
        let ready = told.visitor().get("/health/ready").await;
        assert_eq!(ready.status, 503, "{}", told.name);
        let alive = told.visitor().get("/health/live").await;
        assert_eq!(alive.status, 204, "{}: it runs", told.name);
        for page in ["/me", "/nowhere", "/sign-in", "/setup/bodies"] {
            let seen = sam.get(page).await;
            assert_eq!(seen.status, 503, "{}: {page}", told.name);
            assert_eq!(seen.body.matches("<h1").count(), 1, "{}: in words", told.name);
        }
        let problem = sam.get("/api/v1/me").await;
        assert_eq!(problem.status, 503, "{}", told.name);
        assert!(problem.body.contains("urn:tributary:problem:unavailable"), "{}", told.name);
        let style = ui_style(&told).await;
        assert_eq!(style.status, 200, "{}: pages still look as they should", told.name);
    }
}

#[tokio::test]
async fn a_long_note_is_given_back_whole_without_a_database() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/notes", told.id("life jo"));
        // As long as a note may be: in some scripts each letter takes nine bytes on its way.
        let text = "\u{c720}".repeat(20_000);
        told.store.db.close().await;
        let failed = sam.post(&path, &[("text", &text), ("_once", "k1")]).await;
        assert_eq!(failed.status, 503, "{}", told.name);
        let field = failed.between("<textarea", "</textarea>").expect("the words are in a field");
        assert!(field.ends_with(&text), "{}: {} of {}", told.name, field.len(), text.len());
    }
}

/// The stylesheet, as a page names it; it needs no database.
async fn ui_style(told: &Told) -> Seen {
    let page = told.visitor().get("/sign-in").await;
    let path = page.between("rel=\"stylesheet\" href=\"", "\"");
    told.visitor().get(&path.expect("the page has a stylesheet")).await
}

#[tokio::test]
async fn a_password_is_never_given_back() {
    for told in each().await {
        let form = [("name", "sam"), ("password", "my own secret")];
        told.store.tamper("alter table sign_in_try rename to away").await;
        let failed = told.visitor().post("/sign-in", &form).await;
        assert_eq!(failed.status, 500, "{}", told.name);
        assert!(!failed.body.contains("my own secret"), "{}", told.name);
        told.store.tamper("alter table away rename to sign_in_try").await;
        let join = [("code", "abcde23456"), ("name", "eve"), ("password", "my own secret")];
        let mut sam = told.signed_in("sam").await;
        told.store.db.close().await;
        for (path, form) in [("/sign-in", form.as_slice()), ("/join", join.as_slice())] {
            let failed = sam.post(path, form).await;
            assert_eq!(failed.status, 503, "{}: {path}", told.name);
            assert!(!failed.body.contains("my own secret"), "{}: {path}", told.name);
            assert!(!failed.body.contains("abcde23456"), "{}: {path}", told.name);
        }
    }
}

#[tokio::test]
async fn what_was_chosen_is_given_back_with_what_was_typed() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/setup/bodies/{}/people", told.id("team riverside"));
        told.store.tamper("alter table invitation rename to away").await;
        let form = [("called", "Una"), ("ties", "member"), ("ties", "lead"), ("_once", "k1")];
        let failed = ines.post(&path, &form).await;
        assert_eq!(failed.status, 500, "{}", told.name);
        for chosen in ["member", "lead"] {
            let hidden = format!("name=\"ties\" value=\"{chosen}\"");
            assert!(failed.body.contains(&hidden), "{}: {}", told.name, failed.body);
        }
        told.store.tamper("alter table away rename to invitation").await;
        assert_eq!(ines.post(&path, &form).await.status, 303, "{}", told.name);
    }
}
