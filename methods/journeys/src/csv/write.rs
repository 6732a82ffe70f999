//! Writes CSV.

use std::collections::BTreeMap;

use crate::{
    log::{Header, Log},
    names::Name,
    notes::{Lost, Notes},
    value::{Attribute, Type, Value},
    xes::{NAME, TIME},
};

use super::{OF_CASE, looks::Looks};

/// The name of the column of the case.
const CASE: &str = "case:concept:name";

/// Writes a log as CSV: a row for each event, in the order of the file; its case, what happened, when; then what is said of the event and of
/// the case, by the names of the keys. Says what could not be kept.
pub fn write(log: &Log) -> (String, Notes) {
    let table = Table::of(log);
    let mut out = ::csv::Writer::from_writer(Vec::new());
    let mut row: Vec<String> = [CASE, NAME, TIME].map(String::from).to_vec();
    row.extend(table.of_events.columns.keys().map(|key| (*key).to_owned()));
    row.extend(table.of_cases.columns.keys().map(|key| format!("{OF_CASE}{key}")));
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

/// Columns of the same kind, by key, each with what its values look like to a reader and the type that they have.
#[derive(Default)]
struct Side<'a> {
    columns: BTreeMap<&'a str, (Name, Looks, Option<Type>)>,
}

impl<'a> Table<'a> {
    fn of(log: &'a Log) -> Self {
        let mut table =
            Self { of_events: Side::default(), of_cases: Side::default(), notes: Notes::default() };
        if log.header != Header::default() {
            table.notes.lost(Lost::Header);
        }
        for event in log.events() {
            let taken = |key: &str| key.starts_with(OF_CASE) || key == NAME || key == TIME;
            table.of_events.see(log, event.attributes, taken, &mut table.notes);
        }
        for case in log.all_cases() {
            let taken = |key: &str| key == NAME;
            table.of_cases.see(log, log.said_of_case(case), taken, &mut table.notes);
        }
        for (key, (_, looks, kind)) in table.of_events.columns.iter().chain(&table.of_cases.columns) {
            if kind.is_some_and(|kind| kind != looks.kind()) {
                table.notes.lost(Lost::Looks((*key).to_owned()));
            }
        }
        table
    }
}

impl<'a> Side<'a> {
    fn see(
        &mut self,
        log: &'a Log,
        row: &[Attribute],
        taken: impl Fn(&str) -> bool,
        notes: &mut Notes,
    ) {
        for (at, one) in row.iter().enumerate() {
            let key = log.texts.text(one.key);
            let again = || row.get(..at).unwrap_or_default().iter().any(|it| it.level == 0 && it.key == one.key);
            if one.level > 0 {
                continue;
            }
            if taken(key) || key.trim().is_empty() {
                notes.lost(Lost::Key(key.to_owned()));
            } else if one.value.holds() {
                notes.lost(Lost::Within(key.to_owned()));
            } else if again() {
                notes.lost(Lost::TwiceKey(key.to_owned()));
            } else {
                self.column(log, one, row.get(at + 1), notes);
            }
        }
    }

    fn column(&mut self, log: &'a Log, one: &Attribute, next: Option<&Attribute>, notes: &mut Notes) {
        let key = log.texts.text(one.key);
        if next.is_some_and(|next| next.level > 0) {
            notes.lost(Lost::Within(key.to_owned()));
        }
        let text = one.value.written(&log.texts).to_string();
        if text.is_empty() {
            notes.lost(Lost::Blank(key.to_owned()));
        }
        let kind = one.value.kind();
        let (_, looks, known) =
            self.columns.entry(key).or_insert((one.key, Looks::default(), Some(kind)));
        looks.see(&text);
        if *known != Some(kind) && known.is_some() {
            notes.lost(Lost::Types(key.to_owned()));
            *known = None;
        }
        if matches!(one.value, Value::Id(_)) {
            notes.lost(Lost::Looks(key.to_owned()));
        }
    }

    fn cells(&self, log: &Log, said: &[Attribute], row: &mut Vec<String>) {
        for (key, ..) in self.columns.values() {
            let one = said.iter().find(|one| one.level == 0 && one.key == *key);
            row.push(one.map(|one| one.value.written(&log.texts).to_string()).unwrap_or_default());
        }
    }
}
