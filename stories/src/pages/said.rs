//! Every sentence of every catalogue stands in some sample, where people can look at it before somebody
//! meets it: the problems and refusals above all, which nobody sees while all goes well.

use std::{collections::BTreeSet, fmt::Write as _, sync::Arc};

use app::routes;
use kernel::Moment;
use words::{Catalogue, Language, Sentences, Voice};

use super::rendered;

/// Sentences that no page says, and why. This list only shrinks.
const ON_NO_PAGE: &[(&str, &str)] = &[
    ("platform/conflict-title", "whoever was answered before is sent where the answer was"),
    ("platform/form-problem", "said to programs alone"),
    ("platform/form-problem-next", "said to programs alone"),
    ("ui/important", "of a component that the gallery shows and no page uses yet"),
    ("ui/previous", "of a component that the gallery shows and no page uses yet"),
    ("ui/previous-hidden", "of a component that the gallery shows and no page uses yet"),
    ("ui/success", "of a component that the gallery shows and no page uses yet"),
];

/// The keys of a catalogue, each with what it says.
fn messages(text: &'static str) -> Vec<(&'static str, String)> {
    let of_key = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let mut all: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(" = ") {
            Some((key, said)) if key.chars().all(of_key) => all.push((key, said.to_owned())),
            _ => all.last_mut().into_iter().for_each(|it| it.1.push_str(line)),
        }
    }
    all
}

/// The same catalogue in a language that says of each sentence which it is, and then whatever the
/// sentence names: another sentence may be among that.
fn keyed(part: Sentences) -> Sentences {
    let mut text = String::new();
    for (key, said) in messages(part.text) {
        let of_name = |it: &char| it.is_ascii_alphanumeric() || *it == '_';
        let arguments = said.split('$').skip(1);
        let arguments: BTreeSet<String> =
            arguments.map(|it| it.chars().take_while(of_name).collect()).collect();
        write!(text, "{key} = \u{27e8}{}/{key}\u{27e9}", part.of).unwrap();
        for argument in arguments {
            write!(text, "{{ ${argument} }}").unwrap();
        }
        text.push('\n');
    }
    Sentences { language: Language::Pseudo.code(), text: text.leak(), ..part }
}

/// Which sentences stand in samples.
fn seen(all: Vec<Sentences>) -> BTreeSet<String> {
    let catalogue = Catalogue::new(all.into_iter().map(keyed)).unwrap();
    let now = Moment::parse("2026-06-10T12:00:00Z").unwrap();
    let voice = Voice::new(Arc::new(catalogue), Language::Pseudo, jiff::tz::TimeZone::UTC, now);
    let mut seen = BTreeSet::new();
    for (_, _, html) in rendered(&voice) {
        let marked = html.split('\u{27e8}').skip(1);
        seen.extend(marked.filter_map(|it| Some(it.split_once('\u{27e9}')?.0.to_owned())));
    }
    seen
}

#[test]
fn every_sentence_stands_in_a_sample() {
    let words = routes().words();
    let keys = |it: &Sentences| {
        let of = it.of;
        messages(it.text).into_iter().map(move |(key, _)| format!("{of}/{key}"))
    };
    let all: BTreeSet<String> = words.iter().flat_map(keys).collect();
    let seen = seen(words);
    assert!(seen.is_subset(&all), "{:?}", seen.difference(&all));
    let exempt: BTreeSet<String> = ON_NO_PAGE.iter().map(|(key, _)| (*key).to_owned()).collect();
    let missing: BTreeSet<String> = all.difference(&seen).cloned().collect();
    let unshown: Vec<_> = missing.difference(&exempt).collect();
    assert!(
        unshown.is_empty(),
        "Show these in a sample, made as a page makes them, or take them out of the catalogue: {unshown:#?}"
    );
    let needless: Vec<_> = exempt.difference(&missing).collect();
    assert!(needless.is_empty(), "Take these off ON_NO_PAGE: {needless:#?}");
}
