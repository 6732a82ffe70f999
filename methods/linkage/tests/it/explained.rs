//! A weight is explained by parts that sum to it.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use linkage::{Explained, Fit};
use proptest::prelude::*;

use crate::people::{both, model, read};

const FAKE: &str = include_str!("../../data/fake_1000.csv");

fn sum(explained: &Explained) -> f64 {
    explained.parts.iter().fold(explained.prior, |sum, part| sum + part.bits + part.rarity)
}

fn explained(a: &str, b: &str) -> Explained {
    let model = model();
    let records = both(&model);
    let (a, b) = (records.find(a).unwrap(), records.find(b).unwrap());
    Fit::of(&model, &records).explain(&model, &records, a, b)
}

#[test]
fn the_parts_sum_to_the_weight() {
    let model = model();
    let records = read(&model, &[("fake", FAKE)]);
    let fit = Fit::of(&model, &records);
    proptest!(|(a in 0..1000_u32, b in 0..1000_u32)| {
        let explained = fit.explain(&model, &records, a, b);
        prop_assert!((sum(&explained) - explained.weight).abs() < 1e-9);
    });
}

#[test]
fn a_short_form_and_other_ways_of_writing_still_agree() {
    let explained = explained("h1", "n1");
    let level = |column: &str| {
        explained.parts.iter().find(|part| part.column == column).unwrap().level.clone()
    };
    assert_eq!(level("given_name").as_deref(), Some("nickname"));
    for same in ["surname", "date_of_birth", "postcode", "phone", "nhs_number"] {
        assert_eq!(level(same).as_deref(), Some("exact"), "{same}");
    }
    assert_eq!(level("email"), None, "one of them has none");
}

#[test]
fn names_in_each_others_place_are_found() {
    let explained = explained("h2", "n2");
    let levels: Vec<_> = explained.parts.iter().filter_map(|part| part.level.as_deref()).collect();
    assert!(levels.contains(&"swapped surname") && levels.contains(&"swapped given_name"));
    assert!(explained.weight > 4.0, "{}", explained.weight);
}

#[test]
fn a_household_shares_much_and_is_held_back() {
    let twins = explained("h3", "h4");
    let held = twins.parts.iter().find(|part| part.column == "household").unwrap();
    assert!(held.bits < -10.0, "{}", held.bits);
    assert!(held.level.as_deref().unwrap().starts_with("shared"));
    assert!(twins.mismatch, "they have two NHS numbers");
}

#[test]
fn a_parent_of_the_same_name_is_a_mismatch() {
    let explained = explained("h5", "n5");
    assert!(explained.mismatch);
    assert!(!explained.met.is_empty(), "a rule brings them together");
}

#[test]
fn a_rare_name_weighs_more_than_a_common_one() {
    let model = model();
    let records = read(&model, &[("fake", FAKE)]);
    let fit = Fit::of(&model, &records);
    let weighs = |surname: &str| {
        let same: Vec<u32> =
            (0..1000).filter(|place| records.value(*place, "surname") == surname).collect();
        let explained = fit.explain(&model, &records, same[0], same[1]);
        let part = explained.parts.iter().find(|part| part.column == "surname").unwrap().clone();
        part.bits + part.rarity
    };
    let count = |surname: &str| {
        (0..1000).filter(|place| records.value(*place, "surname") == surname).count()
    };
    let rare = (0..1000)
        .map(|place| records.value(place, "surname"))
        .find(|surname| count(surname) == 2)
        .unwrap();
    assert!(count("jones") > 20);
    assert!(weighs(rare) > weighs("jones") + 1.0, "{} {}", weighs(rare), weighs("jones"));
}
