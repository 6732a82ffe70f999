//! Two maps compared, and made into one.

use std::collections::BTreeSet;

use causal::{
    Diff, Link, LinkKind, Loop, Map, Merge, Sign,
    merge::{Change, What},
};
use proptest::prelude::*;

use crate::drawn::{any_map, map};

fn labels(map: &Map) -> Vec<&str> {
    map.factors.iter().map(|factor| factor.label.as_str()).collect()
}

fn links(map: &Map) -> Vec<String> {
    let label = |place: usize| map.factors[place].label.as_str();
    let said = |link: &Link| {
        let mut ends = [label(link.from), label(link.to)];
        if link.direction != LinkKind::Directed {
            ends.sort_unstable();
        }
        format!("{} {} {}", ends[0], link.sign.name(), ends[1])
    };
    map.links.iter().map(said).collect()
}

fn open(merge: &Merge) -> Vec<&Change> {
    merge.open().collect()
}

#[test]
fn factors_with_other_ids_are_the_same_by_their_label() {
    let one = map(&["Too_much_work + stress"]);
    let mut other = map(&["TOO_MUCH_WORK + Stress", "Stress + sickness"]);
    for factor in &mut other.factors {
        factor.id.insert(0, 'x');
        factor.label = factor.label.replace('_', " \u{a0}").to_lowercase();
    }
    let mut one = one;
    one.factors[0].label = "Too much work".into();
    let diff = Diff::between(&one, &other).unwrap();
    assert_eq!(diff.factors.only_here, [0_usize; 0]);
    assert_eq!(diff.factors.only_there, [2]);
    assert_eq!(diff.factors.changed.len(), 1);
    assert_eq!((diff.links.alike, diff.links.only_there.len()), (1, 1));
    let merged = Merge::of(None, &one, &other).unwrap();
    assert_eq!(labels(&merged.map), ["Too much work", "stress", "sickness"]);
}

#[test]
fn a_factor_that_was_given_another_name_keeps_its_id() {
    let one = map(&["rain + river"]);
    let mut other = one.clone();
    other.factors[0].label = "rainfall".into();
    let diff = Diff::between(&one, &other).unwrap();
    assert_eq!(diff.factors.changed[0].fields[0].name, "label");
    assert!(diff.factors.only_here.is_empty() && diff.links.is_empty());
}

#[test]
fn ids_that_are_only_numbers_of_rows_deceive_nobody() {
    let number = |mut map: Map| {
        for (row, factor) in map.factors.iter_mut().enumerate() {
            factor.id = row.to_string();
        }
        map
    };
    let one = number(map(&["rain + river", "river + sea"]));
    let other = number(map(&["snow + rain", "rain + river", "river + sea"]));
    let diff = Diff::between(&one, &other).unwrap();
    assert_eq!(diff.factors.only_there, [0]);
    assert!(diff.factors.only_here.is_empty());
}

#[test]
fn a_map_differs_from_itself_in_nothing() {
    let map = map(&["a + b", "a + b", "b -- c", "a <-> c", "c ? c"]);
    assert!(Diff::between(&map, &map).unwrap().is_empty());
    let merged = Merge::of(Some(&map), &map, &map).unwrap();
    assert_eq!((merged.map, merged.changes), (map, vec![]));
}

#[test]
fn both_notes_are_kept_and_contradictions_are_marked() {
    let mut one = map(&["rain + river"]);
    let mut other = map(&["rain - river"]);
    one.factors[0].note = "A & B <C>".into();
    other.factors[0].note = "It rains more than it did.".into();
    other.factors[1].note = "Only here.".into();
    let merged = Merge::of(None, &one, &other).unwrap();
    assert_eq!(merged.map.factors[0].note, "A & B <C>\n\nIt rains more than it did.");
    assert_eq!(merged.map.factors[1].note, "Only here.");
    assert_eq!(merged.map.links.len(), 1);
    let link = &merged.map.links[0];
    assert_eq!(link.sign, Sign::Positive);
    assert_eq!(link.attributes["sign on the other map"], "negative");
    let conflict = What::Conflict {
        field: "sign".into(),
        first: "positive".into(),
        second: "negative".into(),
    };
    assert_eq!(open(&merged), [&Change { label: "rain -> river".into(), what: conflict }]);
    assert!(merged.changes.iter().any(|change| matches!(change.what, What::BothKept { .. })));
}

#[test]
fn what_was_taken_away_stays_away_if_the_ancestor_is_known() {
    let base = map(&["a + b", "b + c", "c + a"]);
    let mut one = base.clone();
    one.factors[0].note = "Somebody went on working here.".into();
    // The other took c away, and its links.
    let other = map(&["a + b"]);
    let merged = Merge::of(Some(&base), &one, &other).unwrap();
    assert_eq!(labels(&merged.map), ["a", "b"]);
    assert_eq!(links(&merged.map), ["a positive b"]);
    assert_eq!(merged.map.factors[0].note, "Somebody went on working here.");
    assert!(open(&merged).is_empty());
    // Without the ancestor nobody can know, and nothing is lost.
    assert_eq!(Merge::of(None, &one, &other).unwrap().map.factors.len(), 3);
}

#[test]
fn what_one_took_away_and_the_other_needs_is_kept_and_marked() {
    let base = map(&["a + b", "b + c"]);
    let other = map(&["a + b"]);
    // A new link leads to c.
    let one = map(&["a + b", "b + c", "a + c"]);
    let merged = Merge::of(Some(&base), &one, &other).unwrap();
    assert_eq!(labels(&merged.map), ["a", "b", "c"]);
    assert_eq!(links(&merged.map), ["a positive b", "b positive c", "a positive c"]);
    assert!(open(&merged).iter().any(|change| change.label == "c"));
    // Somebody wrote about c.
    let mut one = base.clone();
    one.factors[2].note = "Important.".into();
    let merged = Merge::of(Some(&base), &one, &other).unwrap();
    assert_eq!(links(&merged.map), ["a positive b", "b positive c"]);
    assert_eq!(open(&merged)[0].what, What::KeptThoughTakenAway);
    // The other way round, too.
    let merged = Merge::of(Some(&base), &other, &one).unwrap();
    assert_eq!(labels(&merged.map), ["a", "b", "c"]);
}

#[test]
fn with_an_ancestor_whoever_changed_a_word_is_right() {
    let base = map(&["a + b"]);
    let (mut one, mut other) = (base.clone(), base.clone());
    one.links[0].sign = Sign::Negative;
    other.factors[1].label = "bee".into();
    other.factors[0].tags = vec!["new".into()];
    let merged = Merge::of(Some(&base), &one, &other).unwrap();
    assert_eq!(links(&merged.map), ["a negative bee"]);
    assert_eq!(merged.map.factors[0].tags, ["new"]);
    assert!(open(&merged).is_empty());
}

#[test]
fn what_is_new_gets_an_id_of_its_own() {
    let one = map(&["a + b"]);
    let mut other = map(&["c + a", "b + c"]);
    other.factors[0].id = "b".into();
    other.factors[2].id = "other".into();
    let merged = Merge::of(None, &one, &other).unwrap();
    let ids: Vec<&str> = merged.map.factors.iter().map(|factor| factor.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "b-2"]);
    assert_eq!(links(&merged.map), ["a positive b", "c positive a", "b positive c"]);
}

#[test]
fn declared_loops_come_along_and_those_that_lost_a_link_are_said() {
    let named = |label: &str, links: &[usize]| Loop {
        id: label.into(),
        label: label.into(),
        links: links.to_vec(),
        ..Loop::default()
    };
    let mut base = map(&["a + b", "b + a", "b + c", "c + b"]);
    base.loops = vec![named("R1", &[0, 1]), named("R2", &[2, 3])];
    let mut other = map(&["a + b", "b + a", "a + a"]);
    other.loops = vec![named("R1", &[0, 1]), named("R3", &[2])];
    let merged = Merge::of(Some(&base), &base, &other).unwrap();
    let loops: Vec<&str> = merged.map.loops.iter().map(|named| named.label.as_str()).collect();
    assert_eq!(loops, ["R1", "R3"]);
    assert!(merged.changes.contains(&Change { label: "R2".into(), what: What::TakenAway }));
    assert_eq!(merged.map.loops[1].links, [2]);
}

#[test]
fn a_link_to_nowhere_is_refused_with_its_number() {
    let mut broken = map(&["a + b"]);
    broken.links[0].to = 7;
    let why = Merge::of(None, &broken, &Map::default()).unwrap_err();
    assert_eq!(
        why.to_string(),
        "link 1 names factor 8, but there are 2. Take the link out, or add the factor."
    );
}

#[test]
fn a_mutual_link_that_was_given_a_direction_goes_that_way() {
    let base = map(&["b <+> a"]);
    let changed = map(&["b ? x", "a + b"]);
    let merged = Merge::of(Some(&base), &base, &changed).unwrap();
    assert!(links(&merged.map).contains(&"a positive b".to_owned()));
    assert!(merged.open().next().is_none());
}

proptest! {
    #[test]
    fn a_merge_without_an_ancestor_has_all_that_either_has(one in any_map(), other in any_map()) {
        let merged = Merge::of(None, &one, &other).unwrap().map;
        prop_assert!(causal::Graph::of(&merged).is_ok());
        let ways = |map: &Map| -> BTreeSet<(String, String)> {
            let label = |place: usize| map.factors[place].label.clone();
            map.links.iter().map(|link| {
                let (from, to) = (label(link.from), label(link.to));
                (from.clone().min(to.clone()), from.max(to))
            }).collect()
        };
        for map in [&one, &other] {
            prop_assert!(Diff::between(map, &merged).unwrap().factors.only_here.is_empty());
            prop_assert!(ways(map).is_subset(&ways(&merged)));
        }
        prop_assert!(merged.links.len() >= one.links.len().max(other.links.len()));
    }

    #[test]
    fn what_only_one_changed_is_what_comes_out(base in any_map(), changed in any_map()) {
        let labels_of = |map: &Map| {
            let mut all: Vec<String> = labels(map).into_iter().map(str::to_owned).collect();
            all.sort();
            all
        };
        let signs_of = |map: &Map| {
            let mut all = links(map);
            all.sort();
            all
        };
        for (one, other) in [(&base, &changed), (&changed, &base)] {
            let merged = Merge::of(Some(&base), one, other).unwrap();
            prop_assert_eq!(labels_of(&merged.map), labels_of(&changed));
            prop_assert_eq!(signs_of(&merged.map), signs_of(&changed));
            prop_assert!(merged.open().next().is_none());
        }
    }
}
