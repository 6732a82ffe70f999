//! Databases that somebody else made.

use crate::samples::{OCEL_SQL, cases, database, refusal};

#[test]
fn names_in_a_database_are_names_and_nothing_else() {
    let hostile = "'Visit\"; drop table event; --'";
    let sql = OCEL_SQL
        .replace(", 'Visit');", &format!(", {hostile});"))
        .replace(&format!("'Visit', {hostile}"), &format!("{hostile}, 'Visit'"))
        .replace("'AEAttendance'", "'A\"x; --'")
        .replace("event_AEAttendance", "event_A\"\"x; --");
    let found = cases(&database(&sql));
    assert_eq!(found.log.len(), 11);
    assert!(found.log.activities.find("Visit\"; drop table event; --").is_some());
}

#[test]
fn nothing_in_a_database_is_run() {
    let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select i as ocel_id, 'x' as ocel_type from n";
    let sql = OCEL_SQL
        .replace("create table event (", "create table was_event (")
        .replace("into event values", "into was_event values");
    let view = database(&format!("{sql} create view event as {endless};"));
    assert_eq!(refusal(&view), "this is no OCEL 2.0 database: it has no table `event`.");
    let computed = database(&OCEL_SQL.replace(
        "ocel_changed_field text, household integer",
        "ocel_changed_field text, household integer, big blob generated always as (zeroblob(1000000000)) virtual",
    ).replace("into object_Person values", "into object_Person (ocel_id, ocel_time, ocel_changed_field, household) values"));
    assert_eq!(cases(&computed).log.len(), 11);
}

#[test]
fn a_database_that_was_written_beside_a_log_is_read() {
    let mut bytes = database(OCEL_SQL);
    bytes[18] = 2;
    bytes[19] = 2;
    assert_eq!(cases(&bytes).log.len(), 11);
}

#[test]
fn what_a_database_lacks_is_named() {
    let lacking = |what: &str, with: &str| refusal(&database(&OCEL_SQL.replace(what, with)));
    assert_eq!(
        refusal(&database("create table x (y)")),
        "this is no OCEL 2.0 database: it has no table `event_map_type`."
    );
    let row = lacking("'2024-04-01T08:00:00.000+00:00'", "'last spring'");
    assert!(row.starts_with("table event, row 5: `last spring` is no time"), "{row}");
    let column = lacking("ocel_qualifier text)", "qualifier text)");
    assert_eq!(
        column,
        "table object_object: this is no OCEL 2.0 database: it has no column `ocel_qualifier`."
    );
}

#[test]
fn two_types_never_share_a_table() {
    let sql = OCEL_SQL.replace("('worker', 'Worker')", "('worker', 'Worker'), ('ghost', 'Worker')");
    assert!(refusal(&database(&sql)).contains("`object_Worker` stands for two things"));
}

#[test]
fn a_virtual_table_is_no_table() {
    let sql = OCEL_SQL
        .replace("create table event_object (", "create table was_event_object (")
        .replace("into event_object values", "into was_event_object values");
    let text = "create virtual table event_object using fts5(ocel_event_id, ocel_object_id, ocel_qualifier);";
    let bytes = database(&format!("{sql}{text}"));
    assert_eq!(refusal(&bytes), "this is no OCEL 2.0 database: it has no table `event_object`.");
}

#[test]
fn tables_are_found_in_small_and_large_letters() {
    let sql = OCEL_SQL.replace("create table event (", "create table EVENT (");
    assert_eq!(cases(&database(&sql)).log.len(), 11);
}
