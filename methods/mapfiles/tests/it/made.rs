//! Maps that nobody drew, with all that makes files hard.

use std::collections::BTreeMap;

use causal::{Factor, Link, LinkKind, Loop, Map, Sign};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// Words that upset files: marks of XML, CSV, JSON, DOT and formulas, lines, emoji, letters from right to left.
const HARD: &[&str] = &[
    "A & B <C>",
    "\"said\" 'so'",
    "a, b; c\td",
    "two\nlines",
    "\u{1F3D8}\u{fe0f} home",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "=1+1",
    "@home",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "'=x",
    "''=x",
    "back\\slash",
    "]]>",
    "&amp;",
    "%20 %2520",
    "100%",
    "rain",
    "1",
    "true",
    "null",
    "{}",
    "[1]",
    "<!--",
    "_x000D_",
    "0",
    "1e5",
    "na\u{ef}ve",
    "x",
];

/// A text, mostly a hard one, never with a blank at its ends.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(HARD).prop_map(str::to_owned),
        1 => Just(String::new()),
        3 => "[a-zA-Z0-9 &<>\"',;=+@%_-]{1,12}".prop_map(|text| text.trim().to_owned()),
    ]
}

fn full() -> impl Strategy<Value = String> {
    text().prop_filter("it says something", |text| !text.is_empty())
}

/// Names of attributes that no format has another meaning for.
fn attributes() -> impl Strategy<Value = BTreeMap<String, String>> {
    let name = prop_oneof![
        select(&["quote", "A & B <C>", "who said it", "population"][..]).prop_map(str::to_owned),
        "[A-Z]{3,8}"
    ];
    let value = full();
    proptest::collection::btree_map(name, value, 0..3)
}

fn position() -> impl Strategy<Value = Option<(f64, f64)>> {
    option::of((-2000.0..2000.0_f64, -2000.0..2000.0_f64))
}

fn tags() -> impl Strategy<Value = Vec<String>> {
    vec(select(&["flood", "A & B <C>", "\"x\"", "\u{1F600}"][..]).prop_map(str::to_owned), 0..3)
}

fn factor() -> impl Strategy<Value = Factor> {
    let kind = select(&["", "Media", "group3", "A & B <C>"][..]);
    (text(), kind, text(), tags(), position(), attributes()).prop_map(
        |(label, kind, note, tags, position, attributes)| Factor {
            id: String::new(),
            label,
            kind: kind.to_owned(),
            note,
            tags,
            position,
            attributes,
        },
    )
}

fn link(factors: usize) -> impl Strategy<Value = Link> {
    let sign = select(&[Sign::Positive, Sign::Negative, Sign::Unknown][..]);
    let direction = select(&[LinkKind::Directed, LinkKind::Undirected, LinkKind::Mutual][..]);
    let kind = select(&["", "edge3", "--", "+-", "influences"][..]);
    let ends = (0..factors, 0..factors);
    let words = (text(), kind, text(), tags(), attributes());
    let weight = option::of((0.01..1.0_f64).prop_map(|weight| weight));
    (ends, direction, sign, any::<bool>(), weight, words).prop_map(
        |((from, to), direction, sign, delayed, weight, words)| {
            let (label, kind, note, tags, attributes) = words;
            Link {
                id: String::new(),
                from,
                to,
                direction,
                sign,
                delayed,
                weight: weight.map(|weight| if sign == Sign::Negative { -weight } else { weight }),
                label,
                kind: kind.to_owned(),
                note,
                tags,
                attributes,
            }
        },
    )
}

fn named(links: usize) -> impl Strategy<Value = Loop> {
    (text(), vec(0..links, 0..4), attributes()).prop_map(|(label, links, attributes)| Loop {
        id: String::new(),
        label,
        links,
        attributes,
    })
}

/// A map with everything on it.
pub(crate) fn map() -> impl Strategy<Value = Map> {
    (1..8_usize)
        .prop_flat_map(|factors| (vec(factor(), factors..=factors), vec(link(factors), 1..10)))
        .prop_flat_map(|(factors, links)| {
            let loops = vec(named(links.len()), 0..3);
            (text(), text(), Just(factors), Just(links), loops, attributes())
        })
        .prop_map(|(title, description, mut factors, mut links, mut loops, attributes)| {
            for (at, factor) in factors.iter_mut().enumerate() {
                factor.id = format!("f{at}");
            }
            for (at, link) in links.iter_mut().enumerate() {
                link.id = format!("l{at}");
            }
            for (at, named) in loops.iter_mut().enumerate() {
                named.id = format!("o{at}");
            }
            Map { title, description, factors, links, loops, attributes }
        })
}
