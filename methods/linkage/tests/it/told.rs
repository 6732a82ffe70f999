//! What becomes of a few people whom two agencies know.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]

use linkage::{Records, Settings, clusters_csv, decisions::Decisions, link};

use crate::people::{both, model};

fn clustered(records: &Records, decisions: &str) -> Vec<(String, String, String)> {
    let decisions = Decisions::read(decisions.as_bytes()).unwrap();
    let resolved = decisions.resolve(&records.handles()).unwrap();
    let linked = link(&model(), records, &resolved, &Settings::default(), &|_, _| ()).unwrap();
    let csv = String::from_utf8(clusters_csv(records, &linked.clustering)).unwrap();
    let row = |line: &str| {
        let fields: Vec<&str> = line.split(',').collect();
        (fields[1].to_owned(), fields[2].to_owned(), fields[3].to_owned())
    };
    csv.lines().skip(1).map(row).collect()
}

const NONE: &str = "record_a,record_b,decision,source_a,source_b\n";

fn of(clusters: &[(String, String, String)], id: &str) -> (String, String) {
    let (_, cluster, status) = clusters.iter().find(|(record, _, _)| record == id).unwrap();
    (cluster.clone(), status.clone())
}

#[test]
fn the_same_person_is_found_in_both_agencies() {
    let clusters = clustered(&both(&model()), NONE);
    assert_eq!(of(&clusters, "h1").0, of(&clusters, "n1").0);
    assert_eq!(of(&clusters, "h1").1, "together");
    assert_eq!(
        of(&clusters, "h2").0,
        of(&clusters, "n2").0,
        "who moved, with the names in each other's place"
    );
    assert_eq!(of(&clusters, "n4"), (String::from("health:n4"), String::from("alone")));
}

#[test]
fn twins_stay_two_people() {
    let clusters = clustered(&both(&model()), NONE);
    assert_eq!(of(&clusters, "h3").0, of(&clusters, "n3").0);
    assert_ne!(of(&clusters, "h3").0, of(&clusters, "h4").0);
}

#[test]
fn a_parent_of_the_same_name_at_the_same_address_stays_another() {
    let clusters = clustered(&both(&model()), NONE);
    assert_ne!(of(&clusters, "h5").0, of(&clusters, "n5").0);
}

#[test]
fn what_people_decided_binds() {
    let apart = format!("{NONE}h1,n1,apart,housing,health\nh5,n5,together,housing,health\n");
    let clusters = clustered(&both(&model()), &apart);
    assert_ne!(of(&clusters, "h1").0, of(&clusters, "n1").0);
    assert_eq!(of(&clusters, "h5").0, of(&clusters, "n5").0);
}
