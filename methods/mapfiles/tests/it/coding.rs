//! Causal coding: one row is what one person said.

use std::collections::BTreeMap;

use causal::{Factor, Link, Map, Sign};
use mapfiles::{Format, write};
use serde_json::json;

use crate::samples::{left_out, opened, pairs};

fn text(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn claims() -> Map {
    let factor =
        |label: &str| Factor { id: label.into(), label: label.into(), ..Factor::default() };
    let claim = |id: &str, sign, quote: &str, statement: &str| Link {
        id: id.into(),
        from: 0,
        to: 1,
        sign,
        attributes: text(&[("quote", quote), ("statement_id", statement), ("certainty", "0.8")]),
        tags: vec!["flood".into()],
        ..Link::default()
    };
    let statements = json!([
        {"statement_id": "1", "text": "Rain & more rain", "source_id": "ann", "question_id": "q1"},
        {"statement_id": "2", "text": "=it helps", "source_id": "bob", "question_id": "q1"},
    ]);
    Map {
        factors: vec![factor("rain"), factor("A & B <C>")],
        links: vec![
            claim("1", Sign::Positive, "it pours, so <it> floods", "1"),
            claim("2", Sign::Negative, "=not here", "2"),
            claim("3", Sign::Unknown, "who knows", "9"),
        ],
        attributes: text(&[
            ("statements", &statements.to_string()),
            ("sources", &json!([{"source_id": "ann", "age": "40"}]).to_string()),
        ]),
        ..Map::default()
    }
}

#[test]
fn each_claim_stays_a_link_of_its_own_with_its_words_and_who_said_them() {
    let written = write(&claims(), Format::CausalCoding).unwrap();
    let read = opened(&written.files[0].1);
    assert_eq!(read.format, Format::CausalCoding);
    assert_eq!(pairs(&read), [("rain", "A & B <C>"); 3]);
    let signs: Vec<Sign> = read.map.links.iter().map(|link| link.sign).collect();
    assert_eq!(signs, [Sign::Positive, Sign::Negative, Sign::Unknown]);
    assert_eq!(read.map.links[0].attributes["quote"], "it pours, so <it> floods");
    assert_eq!(read.map.links[1].attributes["quote"], "=not here");
    assert_eq!(read.map.links[0].attributes["source_id"], "ann");
    assert_eq!(read.map.links[1].attributes["source_id"], "bob");
    assert_eq!(read.map.links[0].tags, ["flood"]);
    assert!(
        left_out(&read).contains("links, row 4: there is no statement \"9\""),
        "{}",
        left_out(&read)
    );
}

#[test]
fn statements_and_sources_come_back_and_are_not_doubled() {
    let once = opened(&write(&claims(), Format::CausalCoding).unwrap().files[0].1).map;
    assert_eq!(once.attributes, claims().attributes);
    let twice = opened(&write(&once, Format::CausalCoding).unwrap().files[0].1).map;
    assert_eq!(once, twice);
}
