//! Every text can be read on every ground it may stand on, and every edge of a field be seen, in
//! both schemes (WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what shows where a control is).
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;

type Colours = BTreeMap<&'static str, [f64; 3]>;

const TOKENS: &str = include_str!("../styles/_tokens.scss");
const GROUNDS: [&str; 4] = ["paper", "sheet", "wash", "hand"];
const TEXTS: [&str; 10] = [
    "ink",
    "quiet",
    "river",
    "river-strong",
    "person",
    "team",
    "organisation",
    "place",
    "country",
    "wrong",
];
const PAIRS: [(&str, &str); 8] = [
    ("on-river", "river"),
    ("on-river", "river-strong"),
    ("on-deep", "deep"),
    ("on-wrong", "wrong"),
    ("on-wrong", "wrong-strong"),
    ("on-exit", "exit"),
    ("on-focus", "focus"),
    ("paper", "ink"),
];
const EDGES: [(&str, &str); 7] = [
    ("edge", "paper"),
    ("edge", "sheet"),
    ("edge", "wash"),
    ("wrong", "sheet"),
    ("river", "wash"),
    ("focus", "on-focus"),
    ("focus", "deep"),
];

#[test]
fn every_text_can_be_read_in_both_schemes() {
    let mut low = Vec::new();
    for (scheme, colours) in schemes() {
        let everywhere = TEXTS.iter().flat_map(|it| GROUNDS.map(|ground| (*it, ground)));
        let texts = everywhere.chain(PAIRS).map(|pair| (pair, 4.5));
        for ((front, back), least) in texts.chain(EDGES.map(|pair| (pair, 3.0))) {
            let ratio = ratio(colours[front], colours[back]);
            if ratio < least {
                low.push(format!("{scheme}: {front} on {back} is {ratio:.2}, not {least}"));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn the_dark_scheme_answers_every_colour_of_the_light_one() {
    let [(_, light), (_, dark)] = schemes();
    assert_eq!(light.keys().collect::<Vec<_>>(), dark.keys().collect::<Vec<_>>());
}

fn schemes() -> [(&'static str, Colours); 2] {
    let (light, rest) = TOKENS.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (dark, _print) = rest.split_once("@media print").unwrap();
    [("light", colours(light)), ("dark", colours(dark))]
}

fn colours(text: &'static str) -> Colours {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    lines.map(|(name, hex)| (name, hex.trim_end_matches(';'))).map(|(k, v)| (k, light(v))).collect()
}

fn light(hex: &str) -> [f64; 3] {
    [0, 2, 4].map(|from| {
        let part = f64::from(u8::from_str_radix(&hex[from..from + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn ratio(front: [f64; 3], back: [f64; 3]) -> f64 {
    let [a, b] = [front, back].map(|[r, g, b]| 0.2126 * r + 0.7152 * g + 0.0722 * b);
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
