//! What a format has a place for comes back.

use std::collections::BTreeSet;

use causal::{Link, LinkKind, Map, Sign};
use mapfiles::{Format, Part, read, read_pair, write};
use proptest::prelude::*;

use crate::made;

/// Reads what was written, and finds it to be in the same format.
fn back(map: &Map, format: Format) -> Map {
    let written = write(map, format).unwrap();
    if format == Format::KumuCsv {
        return read_pair(Some(&written.files[0].1), &written.files[1].1).unwrap().map;
    }
    let (ending, bytes) = &written.files[0];
    let read = read(&format!("map{ending}"), bytes).unwrap();
    assert_eq!(read.format, format, "{}", String::from_utf8_lossy(bytes));
    read.map
}

/// The map without what the format says that it has no place for.
fn without(map: &Map, format: Format) -> Map {
    let mut map = map.clone();
    for part in format.holds_not() {
        leave_out(&mut map, *part);
    }
    map
}

fn leave_out(map: &mut Map, part: Part) {
    let factors = &mut map.factors;
    let links = &mut map.links;
    match part {
        Part::Title => map.title.clear(),
        Part::Description => map.description.clear(),
        Part::MapAttributes => map.attributes.clear(),
        Part::Loops => map.loops.clear(),
        Part::FactorIds | Part::LinkIds | Part::LoneFactors => {}
        Part::Labels => (0..).zip(factors).for_each(|(at, factor)| factor.label = format!("{at}")),
        Part::SharedLabels => share_none(map),
        Part::FactorKinds => factors.iter_mut().for_each(|factor| factor.kind.clear()),
        Part::FactorNotes => factors.iter_mut().for_each(|factor| factor.note.clear()),
        Part::FactorTags => factors.iter_mut().for_each(|factor| factor.tags.clear()),
        Part::Positions => factors.iter_mut().for_each(|factor| factor.position = None),
        Part::FactorAttributes => factors.iter_mut().for_each(|factor| factor.attributes.clear()),
        Part::Directions => links.iter_mut().for_each(|link| link.direction = LinkKind::Directed),
        Part::Signs => links.iter_mut().for_each(|link| link.sign = Sign::Unknown),
        Part::Delays => links.iter_mut().for_each(|link| link.delayed = false),
        Part::Weights => links.iter_mut().for_each(|link| link.weight = None),
        Part::LinkLabels => links.iter_mut().for_each(|link| link.label.clear()),
        Part::LinkKinds => links.iter_mut().for_each(|link| link.kind.clear()),
        Part::LinkNotes => links.iter_mut().for_each(|link| link.note.clear()),
        Part::LinkTags => links.iter_mut().for_each(|link| link.tags.clear()),
        Part::LinkAttributes => links.iter_mut().for_each(|link| link.attributes.clear()),
    }
}

fn share_none(map: &mut Map) {
    let mut seen = BTreeSet::new();
    for factor in &mut map.factors {
        let mut label =
            if factor.label.is_empty() { factor.id.clone() } else { factor.label.clone() };
        let stem = label.clone();
        let mut times = 1;
        while !seen.insert(label.clone()) {
            times += 1;
            label = format!("{stem} ({times})");
        }
        factor.label = label;
    }
}

/// The map with ids as a format without ids gives them.
fn renamed(mut map: Map, factor: impl Fn(usize, &str) -> String) -> Map {
    for (at, one) in map.factors.iter_mut().enumerate() {
        one.id = factor(at, &one.label);
    }
    numbered(map)
}

fn numbered(mut map: Map) -> Map {
    for (at, link) in map.links.iter_mut().enumerate() {
        link.id = (at + 1).to_string();
    }
    map
}

/// Where nobody said a sign or a weight, these formats need one.
fn signed(mut map: Map, weighted: bool) -> Map {
    for link in &mut map.links {
        if link.sign == Sign::Unknown {
            link.sign = Sign::Positive;
        }
        let one = if link.sign == Sign::Negative { -1.0 } else { 1.0 };
        link.weight = if weighted { Some(link.weight.unwrap_or(one)) } else { link.weight };
    }
    map
}

/// The labels of links whose sign nobody said must not look like one, where labels hold the sign.
fn plain_labels(mut map: Map) -> Map {
    let is_sign = |link: &Link| link.label.starts_with(['+', '-']) && link.sign == Sign::Unknown;
    map.links.iter_mut().filter(|link| is_sign(link)).for_each(|link| link.label.insert(0, 'x'));
    map
}

fn same(found: &Map, expected: &Map) {
    for (found, expected) in found.factors.iter().zip(&expected.factors) {
        assert_eq!(found, expected);
    }
    for (found, expected) in found.links.iter().zip(&expected.links) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.loops, expected.loops);
    assert_eq!(found, expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn our_own_json_keeps_everything(map in made::map()) {
        same(&back(&map, Format::Tributary), &map);
    }

    #[test]
    fn prsm_keeps_everything(map in made::map()) {
        let map = plain_labels(map);
        same(&back(&map, Format::Prsm), &map);
        same(&back(&map, Format::PrsmCompressed), &map);
    }

    #[test]
    fn prsm_in_a_workbook(map in made::map()) {
        let map = plain_labels(map);
        let expected = renamed(without(&map, Format::PrsmXlsx), |_, label| label.to_owned());
        same(&back(&map, Format::PrsmXlsx), &expected);
    }

    #[test]
    fn kumu_in_json_keeps_everything(map in made::map()) {
        same(&back(&map, Format::KumuBlueprint), &map);
        same(&back(&map, Format::KumuBackup), &map);
    }

    #[test]
    fn kumu_in_tables(map in made::map()) {
        let mut map = map;
        for factor in map.factors.iter_mut().filter(|factor| factor.label.is_empty()) {
            factor.label.clone_from(&factor.id);
        }
        let expected = without(&map, Format::KumuCsv);
        same(&back(&map, Format::KumuCsv), &expected);
        same(&back(&map, Format::KumuXlsx), &expected);
    }

    #[test]
    fn graphml_keeps_everything(map in made::map()) {
        same(&back(&map, Format::GraphMl), &map);
    }

    #[test]
    fn gexf_keeps_all_but_title_and_loops(map in made::map()) {
        let mut expected = without(&map, Format::Gexf);
        expected.attributes.clear();
        same(&back(&map, Format::Gexf), &expected);
    }

    #[test]
    fn loopy(map in made::map()) {
        let mut map = map;
        for factor in &mut map.factors {
            factor.position = factor.position.or(Some((0.0, 0.0)));
        }
        let mut expected = signed(without(&map, Format::Loopy), false);
        expected.attributes = [("uid".to_owned(), (map.factors.len() + 1).to_string())].into();
        for factor in &mut expected.factors {
            factor.attributes = [("hue".to_owned(), "0.0".to_owned()), ("init".to_owned(), "0.5".to_owned())].into();
        }
        for link in &mut expected.links {
            link.attributes = [("arc".to_owned(), "100.0".to_owned()), ("rotation".to_owned(), "0.0".to_owned())].into();
        }
        let expected = renamed(expected, |at, _| (at + 1).to_string());
        same(&back(&map, Format::Loopy), &expected);
    }

    #[test]
    fn mental_modelers_matrix(map in made::map()) {
        let mut map = signed(map, true);
        map.loops.clear();
        let mut seen = BTreeSet::new();
        map.links.retain(|link| seen.insert((link.from, link.to)));
        map.links.sort_by_key(|link| (link.from, link.to));
        let expected = renamed(without(&map, Format::MentalModelerCsv), |_, label| label.to_owned());
        same(&back(&map, Format::MentalModelerCsv), &expected);
    }

    #[test]
    fn mental_modelers_project(map in made::map()) {
        let mut map = signed(map, true);
        map.links.sort_by_key(|link| link.from);
        let named = |key: &str| key.chars().all(|mark| mark.is_ascii_alphanumeric());
        map.attributes.retain(|key, _| named(key));
        map.factors.iter_mut().for_each(|factor| factor.attributes.retain(|key, _| named(key)));
        map.links.iter_mut().for_each(|link| link.attributes.retain(|key, _| named(key)));
        let expected = numbered(without(&map, Format::MentalModelerMmp));
        same(&back(&map, Format::MentalModelerMmp), &expected);
    }

    #[test]
    fn causal_coding(map in made::map()) {
        let mut expected = renamed(without(&map, Format::CausalCoding), |_, label| label.to_owned());
        expected.attributes.clear();
        same(&back(&map, Format::CausalCoding), &expected);
    }

    #[test]
    fn edge_lists(map in made::map()) {
        let expected = renamed(without(&map, Format::EdgeList), |at, _| at.to_string());
        same(&back(&map, Format::EdgeList), &expected);
    }

    #[test]
    fn prsm_in_a_table(map in made::map()) {
        let mut map = map;
        map.factors.iter_mut().for_each(|factor| factor.kind = "group3".into());
        map.links.iter_mut().for_each(|link| link.kind = "edge2".into());
        let expected = without(&map, Format::PrsmCsv);
        let found = back(&map, Format::PrsmCsv);
        let ends = |map: &Map| -> Vec<_> {
            let label = |at: usize| (map.factors[at].label.clone(), map.factors[at].kind.clone());
            map.links.iter().map(|link| (label(link.from), label(link.to), link.kind.clone())).collect()
        };
        prop_assert_eq!(ends(&found), ends(&expected));
    }
}
