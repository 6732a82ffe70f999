//! CSV, with the columns that people have.

use crate::samples::{
    OCEL_JSON, OCEL_SQL, OCEL_XML, XES, answer, cases, database, lines, packed, refusal, sentences,
};
use journeys::{Mapping, Value, csv, read};

const EXTRACT: &str = "source_agency,source_system,source_person_id,source_event_id,event_start,event_end,service,kind,cost_pence\n\
    Council,Mosaic,1,e1,2024-01-01T09:00:00Z,,Housing,visit,4000\n\
    Hospital,PAS,1,e2,2024-01-02,,A & E,attendance,\n\
    Council,Mosaic,1,e3,2024-02-01T09:00:00Z,,Housing,,100\n";

#[test]
fn an_extract_of_interactions_is_known_and_nobody_is_mixed_up() {
    let found = cases(EXTRACT.as_bytes());
    let names: Vec<&str> = found.log.cases.iter().collect();
    assert_eq!(names, ["Council/Mosaic/1", "Hospital/PAS/1"]);
    let activities: Vec<&str> = found.log.activities.iter().collect();
    assert_eq!(activities, ["Housing: visit", "A & E: attendance", "Housing"]);
    assert!(sentences(&found).contains("tributary link"), "{}", sentences(&found));
    assert!(lines(&found.log)[0].contains("cost_pence"), "{:?}", lines(&found.log));
}

#[test]
fn one_source_numbers_its_persons_without_doubt() {
    let one: String =
        EXTRACT.split_inclusive('\n').filter(|line| !line.starts_with("Hospital")).collect();
    let found = cases(one.as_bytes());
    assert_eq!(found.log.cases.iter().collect::<Vec<_>>(), ["1"]);
    assert!(!sentences(&found).contains("tributary link"));
}

#[test]
fn columns_can_be_named() {
    let mapping = Mapping {
        case: Some(String::from("Who")),
        activity: Some(String::from("what")),
        time: Some(String::from("When")),
    };
    let text = "Who;What;When\nx;a;2024-01-01\nx;\"b;c\";2024-01-02\n";
    let found = csv::read(text.as_bytes(), &mapping).unwrap();
    assert_eq!(answer(&found.log)["dfg"], serde_json::json!([["a", "b;c", 1]]));
    let wrong = Mapping { time: Some(String::from("wann")), ..mapping };
    let why = csv::read(text.as_bytes(), &wrong).unwrap_err().to_string();
    assert_eq!(why, "line 1: there is no column `wann`. The columns are: Who, What, When.");
}

#[test]
fn columns_that_nobody_knows_are_asked_for() {
    let why = refusal(b"when,who\n2024-01-01,x\n");
    assert_eq!(
        why,
        "line 1: no column is known to be the case; name it with --case. The columns are: when, who."
    );
}

#[test]
fn the_columns_of_a_table_have_types_only_where_every_value_agrees() {
    let text = "case\tactivity\ttime\tn\tzip\tx\tyes\twhen\tmixed\n\
        c\ta\t2024-01-01\t1\t007\t1.5\ttrue\t2024-01-01T00:00:00Z\t1\n\
        c\ta\t2024-01-02\t-2\t8\t2.0\tfalse\t2024-01-02T10:00:00.5Z\tno\n";
    let log = cases(text.as_bytes()).log;
    let event = log.event(0).unwrap();
    let value = |key: &str| {
        event.attributes.iter().find(|one| log.texts.text(one.key) == key).unwrap().value
    };
    assert_eq!(value("n"), Value::Integer(1));
    assert!(matches!(value("zip"), Value::Text(_)));
    assert_eq!(value("x"), Value::Real(1.5));
    assert_eq!(value("yes"), Value::Boolean(true));
    assert!(matches!(value("when"), Value::Time(_)));
    assert!(matches!(value("mixed"), Value::Text(_)));
}

#[test]
fn rows_that_say_too_little_are_left_out_and_counted() {
    let text = "case,activity,time\nx,a,2024-01-01\n,a,2024-01-01\nx,,2024-01-01\nx,a,\n";
    let found = cases(text.as_bytes());
    assert_eq!(found.log.len(), 1);
    let said = sentences(&found);
    assert!(said.contains("Events without a case, left out: 1 (first on line 3)."), "{said}");
    assert!(said.contains("Events without an activity, left out: 1 (first on line 4)."), "{said}");
    assert!(said.contains("Events without a time, left out: 1 (first on line 5)."), "{said}");
}

#[test]
fn a_time_that_could_mean_two_days_is_refused_with_its_line() {
    let why = refusal(b"case,activity,time\nx,a,2024-01-01\nx,b,03/04/2024\n");
    assert_eq!(
        why,
        "line 3: `03/04/2024` is no time: write it as 2024-05-31 or 2024-05-31T14:00:00+01:00."
    );
}

#[test]
fn a_row_with_too_few_cells_is_refused_with_its_line() {
    let why = refusal(b"case,activity,time\nx,a,2024-01-01\nx,b\n");
    assert_eq!(why, "line 3: this is no CSV: this row has 2 cells, and there are 3 columns.");
}

#[test]
fn rows_are_never_swallowed_by_a_quotation_mark_that_nothing_closes() {
    for (text, line) in [
        ("case,activity,time,note\nx,a,2024-01-01,\"n\ny,b,2024-01-02,\nz,b,2024-01-03,\n", 2),
        ("case,activity,time\nx,a,2024-01-01\nx,b,\"2024-01-02", 3),
        ("case,time,\"activity\nx,2024-01-01,a\n", 1),
    ] {
        let why = refusal(text.as_bytes());
        let open = "this is no CSV: a quotation mark opens in this row, and none closes it.";
        let said = if line == 1 { "no column is known to be the activity" } else { open };
        assert!(why.starts_with(&format!("line {line}: {said}")), "{why}");
    }
    let closed = "case,activity,time,note\nx,5\" pipe,2024-01-01,\"two\n\"\"lines\"\"\"\n";
    assert_eq!(cases(closed.as_bytes()).log.len(), 1);
}

#[test]
fn marks_between_cells_are_counted_outside_quotation_marks() {
    let text = "case;activity;\"time, in UTC, as a, b, c\"\nx;a;2024-01-01\n";
    let time = Some(String::from("time, in UTC, as a, b, c"));
    let found = csv::read(text.as_bytes(), &Mapping { time, ..Mapping::default() }).unwrap();
    assert_eq!(found.log.len(), 1);
}

#[test]
fn columns_are_refused_where_a_log_has_none() {
    let mapping = Mapping { activity: Some(String::from("org:resource")), ..Mapping::default() };
    let database = database(OCEL_SQL);
    for file in [XES, OCEL_JSON, OCEL_XML, &database, &packed(XES)] {
        let why = read(file, &mapping).unwrap_err().to_string();
        assert!(
            why.starts_with("this log is no CSV and has no columns: leave out --case"),
            "{why}"
        );
    }
}
