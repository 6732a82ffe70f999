//! A save that comes when nobody is signed in any more: no word is lost, and the same words are sent
//! again from the same page, once its reader has signed in beside it.

use seed::{Client, Seen};

use super::{once_of, send_keyed};
use crate::{Told, each};

const TYPED: &str = "Went twice, & stayed";
const SENT: &str = "text=Went+twice%2C+%26+stayed&kind=noticed&on-year=";

fn notes(told: &Told) -> String {
    format!("/lives/{}/notes", told.id("life jo"))
}

/// Everything the form on the page would send, in its order.
fn as_a_browser_sends(page: &Seen) -> Vec<(String, String)> {
    let form = page.between("<form method=\"post\" action=\"/lives", "</form>").unwrap();
    let mut pairs = Vec::new();
    for field in form.split("name=\"").skip(1) {
        let (name, rest) = field.split_once('"').unwrap();
        let value = match rest.split_once(">\n") {
            Some((head, text)) if head.contains("rows=") => text.split_once('<').unwrap().0,
            _ => rest.split_once("value=\"").unwrap().1.split_once('"').unwrap().0,
        };
        pairs.push((name.to_owned(), value.replace("&#38;", "&")));
    }
    pairs
}

/// The page says what happened, and how it goes on.
fn says_so(told: &Told, page: &Seen) {
    assert_eq!(page.status, 401, "{}: {}", told.name, page.body);
    for line in [
        "You were signed out",
        "Sign in (opens in a new tab)",
        "href=\"/sign-in?next=%2F\" target=\"_blank\" rel=\"noopener\"",
        "Come back here and press Save again",
        "Went twice, &#38; stayed",
    ] {
        assert!(page.body.contains(line), "{}: {line}: {}", told.name, page.body);
    }
    assert!(!page.body.contains("reach our records"), "{}: {}", told.name, page.body);
}

/// Sends a note from a page whose sitting was ended meanwhile, in this way.
async fn sent_too_late(told: &Told, tab: &mut Client, key: &str, sent: &str) -> Seen {
    let late = send_keyed(tab, &notes(told), key, sent).await;
    says_so(told, &late);
    let hidden = format!("name=\"_once\" value=\"{key}\"");
    assert!(late.body.contains(&hidden), "{}: the same key: {}", told.name, late.body);
    late
}

#[tokio::test]
async fn words_sent_after_signing_out_elsewhere_are_saved_once_from_the_same_page() {
    for told in each().await {
        for way in ["/sign-out", "/sign-out/everywhere", "the cookie is gone"] {
            let before = told.store.count("note").await;
            let mut sam = told.signed_in("sam").await;
            let key = once_of(&sam.get(&format!("{}/new", notes(&told))).await);
            let mut tab = sam.clone();
            if way.starts_with('/') {
                sam.post(way, &[]).await;
            } else {
                tab = told.visitor();
            }
            let late = sent_too_late(&told, &mut tab, &key, SENT).await;
            assert_eq!(told.store.count("note").await, before, "{}: {way}", told.name);
            let again = as_a_browser_sends(&late);
            let again: Vec<_> = again.iter().map(|(it, text)| (&**it, &**text)).collect();
            let whole = [("_once", &*key), ("text", TYPED), ("kind", "noticed"), ("on-year", "")];
            assert_eq!(again, whole, "{}: the same request", told.name);
            let mut sam = told.signed_in("sam").await;
            for _ in 0..2 {
                let saved = sam.post(&notes(&told), &again).await;
                assert_eq!(saved.status, 303, "{}: {way}: {}", told.name, saved.body);
            }
            assert_eq!(told.store.count("note").await, before + 1, "{}: {way}", told.name);
            let list = sam.get(&notes(&told)).await.body;
            assert!(list.contains(&TYPED.replace('&', "&#38;")), "{}: {list}", told.name);
        }
    }
}

#[tokio::test]
async fn words_with_something_wrong_in_them_come_back_too() {
    for told in each().await {
        let sent = "text=Went+twice%2C+%26+stayed&on-day=31&on-month=2&on-year=26";
        let mut tab = told.visitor();
        sent_too_late(&told, &mut tab, "k1", sent).await;
    }
}

#[tokio::test]
async fn where_the_sitting_ended_by_itself_signing_in_leads_to_the_form_that_was_kept() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        told.pass_seconds(31 * 60);
        let late = sam.post(&notes(&told), &[("text", TYPED)]).await;
        assert_eq!(late.status, 401, "{}", told.name);
        assert!(late.body.contains("is kept for you"), "{}: {}", told.name, late.body);
        let next = late.between("/sign-in?next=", "\"").unwrap().replace("%2F", "/");
        let form = [("name", "sam"), ("password", seed::PASSWORD), ("next", next.as_str())];
        let arrived = sam.done("/sign-in", &form).await.unwrap();
        let page = sam.get(arrived.to.as_deref().unwrap()).await;
        assert!(page.body.contains("kept-title"), "{}: {}", told.name, page.body);
        assert!(page.body.contains("Went twice, &#38; stayed"), "{}: {}", told.name, page.body);
    }
}
