//! The same answer, whatever the order of rows, the order of sources or the number of threads.

use std::collections::BTreeMap;

use linkage::{Model, Records, Settings};
use proptest::prelude::*;

use crate::people::{HEALTH, HOUSING, both, model, predicted, read};

/// The first 400 records of a public set.
fn fake() -> String {
    include_str!("../../data/fake_1000.csv")
        .lines()
        .take(401)
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Edges by the names of their records; weights to the last bit.
fn named(model: &Model, records: &Records) -> BTreeMap<(String, String), (u64, bool)> {
    let name = |place| {
        let record = records.record(place);
        format!("{}:{}", record.source, record.id)
    };
    let edge = |edge: &linkage::edge::Edge| {
        let (a, b) = (name(edge.a), name(edge.b));
        ((a.clone().min(b.clone()), a.max(b)), (edge.weight.to_bits(), edge.mismatch))
    };
    predicted(model, records).edges.iter().map(edge).collect()
}

fn shuffled(text: &str, seed: u64) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let header = lines.remove(0);
    lines.sort_by_key(|line| {
        line.bytes()
            .fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    });
    [header].into_iter().chain(lines).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_order_of_sources_has_no_part_in_it() {
    let model = model();
    let turned = read(&model, &[("health", HEALTH), ("housing", HOUSING)]);
    assert_eq!(named(&model, &both(&model)), named(&model, &turned));
}

#[test]
fn the_number_of_threads_has_no_part_in_it() {
    let model = model();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| predicted(&model, &read(&model, &[("fake", &fake())])))
    };
    let alone = with(1);
    assert!(alone == with(2));
    assert!(alone == with(5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn the_order_of_rows_has_no_part_in_it(seed: u64) {
        let model = model();
        let (one, other) = (read(&model, &[("fake", &fake())]), read(&model, &[("fake", &shuffled(&fake(), seed))]));
        prop_assert!(named(&model, &one) == named(&model, &other));
    }
}

#[test]
fn each_pair_is_compared_once_however_many_rules_reach_it() {
    let mut model = model();
    let records = both(&model);
    let once = predicted(&model, &records);
    model.blocking.extend(model.blocking.clone());
    let again = predicted(&model, &records);
    assert_eq!(once.compared, again.compared);
    assert_eq!(once.edges, again.edges);
}

#[test]
fn large_blocks_are_left_out_and_it_is_said() {
    let mut model = model();
    model.blocking = serde_json::from_str(r#"[["city"],["surname","date_of_birth"]]"#).unwrap();
    let row = |row: u32| format!("r{row},Name{},Family{row},Leeds\n", row % 9);
    let rows = (0..300).map(row).collect::<Vec<_>>().concat();
    let records = read(&model, &[("crowd", &format!("id,given_name,surname,city\n{rows}"))]);
    let fit = linkage::Fit::of(&model, &records);
    let tight = Settings { pairs_a_record: 1, pairs_at_least: 100, ..Settings::default() };
    let bounded = linkage::predict(&model, &records, &fit, &tight, &|_, _| ()).unwrap();
    assert_eq!(bounded.compared, 0);
    assert!(bounded.notes[0].contains("44850 pairs"), "{:?}", bounded.notes);
    let few = Settings { edges_at_most: 3, ..Settings::default() };
    model.attention = -1000.0;
    let fit = linkage::Fit::of(&model, &records);
    assert!(linkage::predict(&model, &records, &fit, &few, &|_, _| ()).is_err());
}
