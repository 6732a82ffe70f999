//! Every sample in the pseudo-language: whatever stands outside the brackets was written by hand, or is
//! the sample's own.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use words::Language;

use super::pages;
use crate::base::words::{left, spoken};

/// Where samples are written.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all = vec![root.join("base/platform/src/page/sample.rs")];
    for slice in fs::read_dir(root.join("slices")).unwrap() {
        let source = slice.unwrap().path().join("src");
        all.push(source.join("samples.rs"));
        let parts = fs::read_dir(source.join("samples")).unwrap();
        all.extend(parts.map(|it| it.unwrap().path()));
    }
    all
}

/// What stands between quotation marks in a text of Rust.
fn literals(source: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            continue;
        }
        let mut literal = String::new();
        while let Some(letter) = letters.next().filter(|it| *it != '"') {
            if letter != '\\' {
                literal.push(letter);
                continue;
            }
            match letters.next() {
                Some('\n') => while letters.next_if(|it| it.is_whitespace()).is_some() {},
                Some('n') => literal.push('\n'),
                Some('t') => literal.push('\t'),
                Some(other) => literal.push(other),
                None => {}
            }
        }
        all.push(literal);
    }
    all
}

/// A text as HTML writes it.
fn escaped(text: &str) -> String {
    let marks = [("&", "&#38;"), ("<", "&#60;"), (">", "&#62;"), ("\"", "&#34;"), ("'", "&#39;")];
    marks.into_iter().fold(text.to_owned(), |text, (mark, html)| text.replace(mark, html))
}

/// Everything that somebody typed into a sample.
fn typed() -> BTreeSet<String> {
    let read = |it: &PathBuf| literals(&fs::read_to_string(it).unwrap());
    files().iter().flat_map(read).map(|it| escaped(it.trim())).collect()
}

/// Texts of a sample, one or several with a comma between them.
fn is_typed(text: &str, typed: &BTreeSet<String>) -> bool {
    let parts = |(at, comma): (usize, &str)| (&text[..at], &text[at + comma.len()..]);
    let mut parts = text.match_indices(", ").map(parts);
    // A code that is typed in one piece is shown in groups.
    let whole = typed.contains(text) || typed.contains(&text.replace(' ', ""));
    whole || parts.any(|(one, rest)| typed.contains(one) && is_typed(rest, typed))
}

/// What on this page comes neither from a catalogue nor from whoever wrote the sample.
fn by_hand(html: &str, typed: &BTreeSet<String>) -> Vec<String> {
    let left = spoken(html).into_iter().map(|it| left(&it, &[]));
    let left = left.map(|it| it.trim().trim_end_matches([',', ':']).to_owned());
    let words = left.filter(|it| it.chars().any(char::is_alphabetic));
    words.filter(|it| !is_typed(it, typed)).collect()
}

/// A key to type by hand and codes to write down are nobody's words, and other ones each time.
fn is_code(name: &str, text: &str) -> bool {
    name.starts_with("people/second-step/") && text.chars().all(|it| it.is_ascii_alphanumeric())
}

#[test]
fn nothing_on_a_page_was_written_by_hand() {
    let typed = typed();
    for (name, _, html) in pages(Language::Pseudo) {
        let mut found = by_hand(&html, &typed);
        found.retain(|it| !is_code(&name, it));
        assert!(found.is_empty(), "{name}: in no catalogue, and in no sample: {found:#?}");
        assert!(!html.contains("\u{27e6}\u{27e7}"), "{name}: a sentence without words");
    }
}

#[test]
fn what_is_written_by_hand_is_seen() {
    let typed = BTreeSet::from(["Jo", "Riverside, by the bridge"].map(str::to_owned));
    let page = |main: &str| by_hand(&format!("<title></title><body>{main}</body>"), &typed);
    assert_eq!(page("<p>Jo, Riverside, by the bridge:</p> <b>\u{27e6}Save\u{27e7} 3</b>").len(), 0);
    assert_eq!(page("<p>Save</p>"), ["Save"]);
    assert_eq!(page("<a aria-label=\"Save\">Jo</a>"), ["Save"]);
    assert_eq!(page("<p>\u{27e6}Seen by\u{27e7} Jo and Jo</p>"), ["Jo and Jo"]);
}

/// A title is one sentence of a catalogue, from its first letter to its last.
#[test]
fn no_title_was_written_by_hand() {
    for (name, _, html) in pages(Language::Pseudo) {
        let title =
            html.split("<title>").nth(1).and_then(|it| it.split("</title>").next()).unwrap();
        assert!(title.starts_with('\u{27e6}') && title.ends_with('\u{27e7}'), "{name}: {title}");
    }
}
