//! Real pages in the pseudo-language: whatever stands outside the brackets was written by hand, or is
//! somebody's own.

use platform::RouteKind;
use seed::Client;

use crate::{
    Told,
    access::{fill, things},
    each,
};

/// Attributes that people hear or see.
const SPOKEN: [&str; 11] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "summary",
    "title",
    "data-kept",
    "data-not-kept",
];

/// What people of the story are called, and their places and teams.
fn names(told: &Told) -> Vec<String> {
    let people = told.world.people.values().map(|it| it.name.clone());
    let lives = ["Jo", "Kit", "Ade", "Wen", "Lou", "Max"].map(str::to_owned);
    let bodies = ["Riverside team", "Hillside team", "Ashwell Together", "Ashwell", "Albion"];
    let all = bodies.map(str::to_owned).into_iter().chain(people).chain(lives);
    all.collect()
}

/// The text between tags, and what attributes say.
pub(crate) fn spoken(html: &str) -> Vec<String> {
    let (_, body) = html.split_once("<body").expect("a page has a body");
    let title = html.split("<title>").nth(1).and_then(|it| it.split("</title>").next());
    let mut all = vec![title.expect("a page has a title").to_owned()];
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        // What stands in a field is whose field it is.
        if !tag.starts_with("textarea") {
            all.push(text.to_owned());
        }
        for name in SPOKEN {
            let value =
                tag.split(&format!(" {name}=\"")).nth(1).and_then(|it| it.split('"').next());
            all.extend(value.map(str::to_owned));
        }
    }
    all
}

/// What is left when sentences of a catalogue, names and marks of HTML are taken away.
pub(crate) fn left(text: &str, names: &[String]) -> String {
    let mut left = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '\u{27e6}' => depth += 1,
            '\u{27e7}' => depth -= 1,
            other if depth == 0 => left.push(other),
            _ => {}
        }
    }
    for name in names {
        left = left.replace(name.as_str(), "");
    }
    for mark in ["&#38;", "&#39;", "&nbsp;", "&times;", "http://tributary.test/join"] {
        left = left.replace(mark, "");
    }
    left
}

async fn check(told: &Told, client: &mut Client, path: &str, codes: bool) -> bool {
    let page = client.get(path).await;
    assert!(page.status < 500, "{}: {path}", told.name);
    for text in spoken(&page.body) {
        let left = left(&text, &names(told));
        // A key to type by hand and codes to write down are nobody's words.
        let code = codes && left.chars().all(|it| it.is_ascii_alphanumeric());
        let words = left.chars().any(char::is_alphabetic);
        assert!(code || !words, "{}: {path}: `{left}` is in no catalogue", told.name);
    }
    page.status == 200
}

#[tokio::test]
async fn no_page_says_what_is_in_no_catalogue() {
    for told in each().await {
        let known: Vec<&str> = vec!["life", "body"];
        let names = things().into_iter().filter(|(part, _)| known.contains(part)).collect();
        let mut seen = std::collections::BTreeSet::new();
        for who in ["sam", "ines", "alex", "jo", "gwen", ""] {
            let client = if who.is_empty() { told.visitor() } else { told.signed_in(who).await };
            let mut client = client.reading("en-XA");
            for route in app::routes().table() {
                let path = fill(&told, &route.path, &names);
                let shows = matches!(route.kind, RouteKind::Show | RouteKind::Form);
                if !shows || path.contains('{') {
                    continue;
                }
                let codes = path == "/sign-in/second-step";
                if check(&told, &mut client, &path, codes).await {
                    seen.insert(route.path.clone());
                }
            }
        }
        assert!(seen.len() > 12, "{}: only {seen:?} were seen", told.name);
    }
}

#[tokio::test]
async fn no_refusal_says_what_is_in_no_catalogue() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await.reading("en-XA");
        let lives = super::lives(&told);
        let long = "x".repeat(70_000);
        for (path, form, status) in [
            (lives.as_str(), [("called", " ")], 422),
            (&lives, [("junk", "1")], 400),
            (&lives, [("called", &long)], 413),
            ("/nowhere", [("called", "1")], 404),
            ("/join", [("code", "x")], 422),
        ] {
            let page = sam.post(path, &form).await;
            assert_eq!(page.status, status, "{}: {path}", told.name);
            for text in spoken(&page.body) {
                let left = left(&text, &names(&told));
                assert!(!left.chars().any(char::is_alphabetic), "{}: {path}: {left}", told.name);
            }
        }
        let problem = sam.get("/api/v1/nowhere").await;
        let title = problem.between("\"title\":\"", "\"").unwrap();
        assert!(title.starts_with('\u{27e6}'), "{}: {title}", told.name);
    }
}
