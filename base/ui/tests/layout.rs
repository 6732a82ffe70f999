//! What a whole page holds to, whatever is on it.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::sync::Arc;

use askama::Template;
use jiff::tz::TimeZone;
use kernel::Moment;
use ui::{Layout, NavLink, NotificationBanner, SignedIn, assets};
use words::{Catalogue, Language, Voice};

fn page(layout: &Layout<'_>, language: Language) -> String {
    let catalogue = Arc::new(Catalogue::new([ui::WORDS]).unwrap());
    let voice = Voice::new(catalogue, language, TimeZone::UTC, Moment::from_micros(0));
    layout.render_with_values(&voice).unwrap()
}

fn full() -> Layout<'static> {
    Layout {
        problem: true,
        nav: vec![NavLink { text: "My <page>".into(), href: "/me".to_owned(), current: true }],
        signed_in: Some(SignedIn { text: "Sign out".into(), action: "/sign-out".to_owned() }),
        exit: true,
        notices: vec![NotificationBanner::done("It is saved.")],
        ..Layout::new("Add a note", "<h1>Add a note</h1>")
    }
}

#[test]
fn the_title_begins_with_the_problem() {
    let html = page(&full(), Language::English);
    assert!(html.contains("<title>Error: Add a note – Tributary</title>"), "{html}");
    let html = page(&Layout::new("Add a note", ""), Language::English);
    assert!(html.contains("<title>Add a note – Tributary</title>"), "{html}");
}

#[test]
fn it_has_its_landmarks_and_what_it_was_given() {
    let html = page(&full(), Language::English);
    for part in [
        "<html lang=\"en\" dir=\"ltr\"",
        "href=\"#main\"",
        "<main id=\"main\"",
        "<h1>Add a note</h1>",
        "aria-current=\"page\">My &#60;page&#62;</a>",
        "action=\"/sign-out\"",
        "action=\"/exit\"",
        "role=\"alert\"",
        "href=\"/accessibility\"",
        "href=\"/privacy\"",
        "href=\"/about\"",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn without_more_it_has_nothing_more() {
    let html = page(&Layout::new("A page", "<h1>A page</h1>"), Language::English);
    assert!(!html.contains("<nav") && !html.contains("<form"), "{html}");
}

#[test]
fn a_strict_policy_lets_all_of_it_through() {
    let html = page(&full(), Language::English);
    for bad in [" style=", "<style", " onclick=", " onload=", "javascript:", "http://"] {
        assert!(!html.contains(bad), "{bad} is in {html}");
    }
    assert_eq!(html.matches("<script").count(), 1);
    assert!(html.contains("<script type=\"module\" src=\"/assets/tributary."));
}

#[test]
fn every_file_it_asks_for_is_there() {
    let html = page(&full(), Language::English);
    let paths: Vec<&str> =
        html.split("\"/assets/").skip(1).filter_map(|it| it.split('"').next()).collect();
    assert_eq!(paths.len(), 3, "{paths:?}");
    for path in paths {
        assert!(assets::find(path, "br").is_some(), "{path} is not there");
    }
}

#[test]
fn every_word_of_it_comes_from_a_catalogue() {
    let html = page(&Layout { exit: true, ..Layout::new("", "") }, Language::Pseudo);
    let body = html.split_once("<body").unwrap().1.split_once('>').unwrap().1;
    for text in body.split('>').filter_map(|it| it.split('<').next()) {
        let text = text.trim();
        let known = text.is_empty() || text.starts_with('\u{27e6}');
        assert!(known, "{text:?} was never in a catalogue");
    }
}
