//! Several agencies' logs as one.

use crate::samples::{answer, cases, lines, sentences};
use journeys::merge;

const COUNCIL: &[u8] =
    b"person,activity,time\namina,Visit,2024-01-03\namina,Asked for help,2024-01-01\n";
const HOSPITAL: &[u8] = b"person,activity,time,source_agency,ward\namina,A & E,2024-01-02,,7\nben,A & E,2024-01-02,Night desk,8\n";

fn named(name: &str, file: &[u8]) -> (String, journeys::Found) {
    (String::from(name), cases(file))
}

#[test]
fn a_person_known_to_two_agencies_has_one_journey_by_time() {
    let merged = merge(vec![named("Council", COUNCIL), named("Hospital", HOSPITAL)]);
    let dfg = answer(&merged.log)["dfg"].clone();
    assert_eq!(dfg, serde_json::json!([["A & E", "Visit", 1], ["Asked for help", "A & E", 1]]));
}

#[test]
fn each_event_says_where_it_came_from_unless_it_already_did() {
    let merged = merge(vec![named("Council", COUNCIL), named("Hospital", HOSPITAL)]);
    let lines = lines(&merged.log);
    assert!(lines[0].contains("=\"Council\""), "{lines:?}");
    assert!(lines[2].contains("=\"Hospital\"") && lines[2].contains("\"ward\""), "{lines:?}");
    assert!(lines[3].contains("=\"Night desk\"") && !lines[3].contains("Hospital"), "{lines:?}");
}

#[test]
fn the_order_in_which_logs_are_given_changes_no_answer() {
    let one = merge(vec![named("Council", COUNCIL), named("Hospital", HOSPITAL)]);
    let other = merge(vec![named("Hospital", HOSPITAL), named("Council", COUNCIL)]);
    assert_eq!(answer(&one.log), answer(&other.log));
    assert!(sentences(&one).contains("taken as UTC: 4"), "{}", sentences(&one));
}
