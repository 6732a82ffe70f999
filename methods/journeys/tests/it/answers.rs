//! What followed what.

use crate::samples::{MADE, answer, cases, known};
use journeys::{Mapping, csv, discover, discover::gaps};
use proptest::prelude::{Just, Strategy, prop_assert_eq, proptest};

#[test]
fn the_answer_on_a_larger_log_is_the_one_that_the_peer_gives() {
    assert_eq!(answer(&cases(MADE).log), known("made"));
}

fn shuffled() -> impl Strategy<Value = Vec<usize>> {
    Just((0..60).collect::<Vec<usize>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn the_order_of_rows_changes_nothing(order in shuffled()) {
        // Sixty events of seven cases, no two of a case at one time.
        let row = |at: &usize| format!("c{},{},2024-01-{:02}T{:02}:00:00Z\n", at % 7, at * at % 5, 1 + at / 3, at % 24);
        let file = |rows: &[usize]| {
            let rows: String = rows.iter().map(row).collect();
            answer(&cases(format!("case,activity,time\n{rows}").as_bytes()).log)
        };
        let straight: Vec<usize> = (0..60).collect();
        prop_assert_eq!(file(&order), file(&straight));
    }
}

#[test]
fn other_names_for_cases_change_nothing() {
    let text = std::str::from_utf8(MADE).unwrap();
    let renamed = text.replace("\np", "\nzz-");
    assert_eq!(answer(&cases(renamed.as_bytes()).log), known("made"));
}

#[test]
fn events_of_one_time_keep_the_order_of_the_file() {
    let file = |rows: &str| answer(&cases(format!("case,activity,time\n{rows}").as_bytes()).log);
    let ab = file("x,a,2024-01-01\nx,b,2024-01-01\n");
    let ba = file("x,b,2024-01-01\nx,a,2024-01-01\n");
    assert_eq!(ab["dfg"], serde_json::json!([["a", "b", 1]]));
    assert_eq!(ba["dfg"], serde_json::json!([["b", "a", 1]]));
}

#[test]
fn a_case_of_one_event_takes_no_time() {
    let log = cases(b"case,activity,time\nx,a,2024-01-01\n").log;
    let found = discover(&log);
    assert_eq!(found.median_duration_hours(), Some(0.0));
    assert_eq!((found.cases, found.edges.len(), found.variants.len()), (1, 0, 1));
}

#[test]
fn an_empty_log_has_no_median() {
    for file in [
        &b"case,activity,time\n"[..],
        b"<log/>",
        br#"{"eventTypes":[],"objectTypes":[],"events":[],"objects":[]}"#,
    ] {
        let found = cases(file);
        assert_eq!(discover(&found.log).median_duration_hours(), None);
        assert_eq!(discover(&found.log).cases, 0);
    }
}

#[test]
fn gaps_are_longer_than_the_span_and_the_longest_comes_first() {
    let rows = "case,activity,time\nx,a,2024-01-01\nx,b,2024-01-11\nx,c,2024-01-12\ny,a,2024-01-01\ny,b,2024-03-01\n";
    let log = csv::read(rows.as_bytes(), &Mapping::default()).unwrap().log;
    let day = 86_400_000_000;
    let found = |days: i64| {
        let gaps = gaps(&log, days * day);
        gaps.iter()
            .map(|gap| (log.cases.text(gap.case).to_owned(), (gap.until.0 - gap.since.0) / day))
            .collect::<Vec<_>>()
    };
    assert_eq!(found(9), [(String::from("y"), 60), (String::from("x"), 10)]);
    assert_eq!(found(10), [(String::from("y"), 60)]);
    assert_eq!(found(60), []);
}

#[test]
fn the_median_wait_of_an_even_number_lies_between_the_two_in_the_middle() {
    let rows = "case,activity,time\nx,a,2024-01-01T00:00Z\nx,b,2024-01-01T01:00Z\ny,a,2024-01-01T00:00Z\ny,b,2024-01-01T04:00Z\n";
    let log = cases(rows.as_bytes()).log;
    let found = discover(&log);
    assert_eq!((found.edges[0].count, found.edges[0].median_hours), (2, 2.5));
    assert_eq!(found.median_duration_hours(), Some(2.5));
}

#[test]
fn equals_are_ordered_by_their_names() {
    let rows =
        "case,activity,time\nx,z,2024-01-01\nx,m,2024-01-02\ny,b,2024-01-01\ny,a,2024-01-02\n";
    let log = cases(rows.as_bytes()).log;
    assert_eq!(answer(&log)["dfg"], serde_json::json!([["b", "a", 1], ["z", "m", 1]]));
    let first = &discover(&log).variants[0];
    assert_eq!(log.activities.text(first.steps[0]), "b");
}
