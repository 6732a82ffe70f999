//! Public sets whose truth is known, linked with the general model and without their labels.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

use std::collections::HashMap;

use linkage::{Records, Settings, clusters_csv, decisions::Resolved, link};

use crate::people::{model, predicted, read};

const FAKE: &str = include_str!("../../data/fake_1000.csv");
const FEBRL: &str = include_str!("../../data/febrl3.csv");

/// Precision, recall and F1 of pairs of records in one cluster.
fn measured(clusters: &[(String, String)]) -> (f64, f64, f64) {
    let pairs = |keys: &mut dyn Iterator<Item = String>| {
        let mut sizes: HashMap<String, u32> = HashMap::new();
        keys.for_each(|key| *sizes.entry(key).or_default() += 1);
        sizes.values().map(|size| f64::from(size * (size - 1) / 2)).sum::<f64>()
    };
    let right = pairs(&mut clusters.iter().map(|(found, truth)| format!("{found} {truth}")));
    let precision = right / pairs(&mut clusters.iter().map(|(found, _)| found.clone()));
    let recall = right / pairs(&mut clusters.iter().map(|(_, truth)| truth.clone()));
    (precision, recall, 2.0 * precision * recall / (precision + recall))
}

/// For each record the cluster that was found and the one it truly is of.
fn linked(records: &Records, truth: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let model = model();
    let linked = link(&model, records, &Resolved::default(), &Settings::default(), &|_, _| ());
    let csv = String::from_utf8(clusters_csv(records, &linked.unwrap().clustering)).unwrap();
    assert!(csv.starts_with("source,record_id,cluster_id,status\n"));
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        (fields[2].to_owned(), truth(fields[1]))
    };
    csv.lines().skip(1).map(row).collect()
}

#[test]
fn fake_1000_is_linked_with_the_general_model() {
    let truth: HashMap<&str, &str> = FAKE
        .lines()
        .skip(1)
        .map(|line| (line.split(',').next().unwrap(), line.rsplit(',').next().unwrap()))
        .collect();
    let records = read(&model(), &[("fake", FAKE)]);
    assert_eq!(records.sources()[0].left, ["cluster"], "the label is not compared");
    let (precision, recall, f1) = measured(&linked(&records, |id| truth[id].to_owned()));
    assert!(precision >= 0.997, "precision {precision}");
    assert!(f1 >= 0.93, "recall {recall}, F1 {f1}");
}

#[test]
fn febrl3_is_linked_with_the_general_model() {
    let records = read(&model(), &[("febrl3", FEBRL)]);
    assert_eq!(
        records.sources()[0].id,
        "rec_id",
        "the truth stands in the ids, which are not compared"
    );
    let truth = |id: &str| id.split('-').nth(1).unwrap().to_owned();
    let (precision, recall, f1) = measured(&linked(&records, truth));
    assert!(precision >= 0.997, "precision {precision}");
    assert!(f1 >= 0.995, "recall {recall}, F1 {f1}");
}

#[test]
fn the_truth_in_other_columns_changes_nothing() {
    let scrambled = FAKE
        .lines()
        .enumerate()
        .map(|(row, line)| {
            let (rest, label) = line.rsplit_once(',').unwrap();
            if row == 0 { format!("{rest},{label}\n") } else { format!("{rest},{}\n", row % 7) }
        })
        .collect::<String>();
    let model = model();
    let (one, other) = (read(&model, &[("fake", FAKE)]), read(&model, &[("fake", &scrambled)]));
    assert!(predicted(&model, &one) == predicted(&model, &other));
}
