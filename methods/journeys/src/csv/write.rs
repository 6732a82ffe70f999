//! Writes CSV.

use crate::{
    log::{Header, Log},
    notes::{Lost, Notes},
    xes::{NAME, TIME},
};

use super::{OF_CASE, side::Side};

/// The name of the column of the case.
const CASE: &str = "case:concept:name";
/// How many cells there may be for each thing that is said, beyond the first million: what is said of few events has no column then.
const CELLS: usize = 20;

/// Writes a log as CSV: a row for each event, in the order of the file; its case, what happened, when; then what is said of the event and of
/// the case, by the names of the keys. Says what could not be kept.
pub fn write(log: &Log) -> (String, Notes) {
    let table = Table::of(log);
    let mut out = ::csv::Writer::from_writer(Vec::new());
    let mut row: Vec<String> = [CASE, NAME, TIME].map(String::from).to_vec();
    row.extend(table.of_events.keys().map(str::to_owned));
    row.extend(table.of_cases.keys().map(|key| format!("{OF_CASE}{key}")));
    let mut written = out.write_record(&row);
    for event in log.events() {
        row.clear();
        row.push(log.cases.text(event.case).to_owned());
        row.push(log.activities.text(event.activity).to_owned());
        row.push(event.time.to_string());
        table.of_events.cells(log, event.attributes, &mut row);
        table.of_cases.cells(log, log.said_of_case(event.case), &mut row);
        written = written.and_then(|()| out.write_record(&row));
    }
    // Nothing can fail: rows are equally long, and a list of bytes takes whatever is written.
    debug_assert!(written.is_ok(), "rows are equally long");
    let text = out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
    (text.unwrap_or_default(), table.notes)
}

struct Table<'a> {
    of_events: Side<'a>,
    of_cases: Side<'a>,
    notes: Notes,
}

impl<'a> Table<'a> {
    fn of(log: &'a Log) -> Self {
        let mut notes = Notes::default();
        if log.header != Header::default() {
            notes.lost(Lost::Header);
        }
        let (mut of_events, mut of_cases) = (Side::default(), Side::default());
        let mut said = log.len();
        for event in log.events() {
            let taken = |key: &str| key.starts_with(OF_CASE) || key == NAME || key == TIME;
            of_events.see(log, event.attributes, taken, &mut notes);
            said += event.attributes.len();
        }
        for case in log.all_cases() {
            of_cases.see(log, log.said_of_case(case), |key| key == NAME, &mut notes);
            said += log.said_of_case(case).len();
        }
        let cells = said.saturating_mul(CELLS).saturating_add(1_000_000);
        let columns = cells / log.len().max(1) / 2;
        of_events.settle(columns, &mut notes);
        of_cases.settle(columns, &mut notes);
        Self { of_events, of_cases, notes }
    }
}
