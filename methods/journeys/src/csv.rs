//! CSV, one event a row.

mod columns;
mod looks;
mod side;
mod write;

use std::io::Read as _;

use ::csv::{ByteRecord, ErrorKind, Position, Reader, ReaderBuilder};

use crate::{
    building::Found,
    names::Name,
    notes::Matter,
    read::Mapping,
    unreadable::{Place, Unreadable, Why},
    value::Attribute,
};

use columns::Columns;
use looks::Looks;

pub use write::write;

/// What a column's name begins with where it says something of the case and not of the event.
pub(crate) const OF_CASE: &str = "case:";

/// Reads CSV with a comma, a semicolon or a tab between the columns, whose first row names them.
///
/// Which columns are the case, the activity and the time is taken from `mapping`, else from names in common use. A column whose every value
/// is a whole number, a number, true or false, or a moment, in the form in which this library writes them, is of that type; others are texts.
/// An empty cell says nothing. Columns named `case:...` are about the case.
///
/// # Errors
/// What is no CSV, with its line; columns that are not there; times that could mean two days.
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Found, Unreadable> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if std::str::from_utf8(bytes).is_err() {
        return Err(Unreadable::file(Why::NotUtf8));
    }
    let (columns, looks) = look_through(bytes, mapping)?;
    let mut rows = Rows::new(columns, &looks);
    rows.take(&mut reader(bytes))?;
    Ok(rows.found.done())
}

fn mark(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let outside = || first.split(|byte| *byte == b'"').step_by(2).flatten();
    let many = |mark: u8| outside().filter(|byte| **byte == mark).count();
    // Of marks that are equally many, the first is taken.
    b"\t;,".iter().copied().max_by_key(|mark| many(*mark)).unwrap_or(b',')
}

fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(mark(bytes)).from_reader(bytes)
}

fn broken(why: &::csv::Error) -> Unreadable {
    let line = why.position().map(::csv::Position::line);
    let why = if let ErrorKind::UnequalLengths { expected_len, len, .. } = why.kind() {
        format!("this row has {len} cells, and there are {expected_len} columns")
    } else {
        why.to_string()
    };
    Unreadable { place: line.map_or(Place::File, Place::Line), why: Why::Broken("CSV", why) }
}

/// Refuses a file whose last row ends within quotation marks: rows that were to follow would silently be a part of it.
fn whole(bytes: &[u8], last: &Position) -> Result<(), Unreadable> {
    let from = usize::try_from(last.byte()).unwrap_or(usize::MAX);
    let row = bytes.get(from..).unwrap_or_default();
    // Another row follows this one only if nothing is open in it.
    let mut reader = ReaderBuilder::new()
        .delimiter(mark(bytes))
        .has_headers(false)
        .flexible(true)
        .from_reader(row.chain(b"\nx".as_slice()));
    if reader.byte_records().take(2).count() < 2 {
        let why = "a quotation mark opens in this row, and none closes it";
        let place = Place::Line(last.line());
        return Err(Unreadable { place, why: Why::Broken("CSV", why.to_owned()) });
    }
    Ok(())
}

/// The first look: which columns there are, and what all values of each look like.
fn look_through(bytes: &[u8], mapping: &Mapping) -> Result<(Columns, Vec<Looks>), Unreadable> {
    let mut reader = reader(bytes);
    let names = reader.headers().map_err(|why| broken(&why))?.clone();
    let mut columns = Columns::of(&names, mapping)?;
    let mut looks = vec![Looks::default(); names.len()];
    let mut row = ByteRecord::new();
    let mut last = Position::new();
    while reader.read_byte_record(&mut row).map_err(|why| broken(&why))? {
        last = row.position().cloned().unwrap_or(last);
        for (looks, cell) in looks.iter_mut().zip(&row) {
            looks.see(std::str::from_utf8(cell).unwrap_or_default());
        }
        columns.look_at_source(&row);
    }
    whole(bytes, &last)?;
    Ok((columns, looks))
}

struct Rows<'a> {
    columns: Columns,
    looks: &'a [Looks],
    keys: Vec<Name>,
    found: Found,
    of_case: Vec<Attribute>,
}

impl<'a> Rows<'a> {
    fn new(columns: Columns, looks: &'a [Looks]) -> Self {
        let mut found = Found::default();
        for note in columns.notes() {
            found.notes.add(note);
        }
        let keys = columns.said.iter().map(|said| found.log.texts.keep(&said.key)).collect();
        Self { columns, looks, keys, found, of_case: Vec::new() }
    }

    fn take(&mut self, reader: &mut Reader<&[u8]>) -> Result<(), Unreadable> {
        let mut row = ByteRecord::new();
        while reader.read_byte_record(&mut row).map_err(|why| broken(&why))? {
            let line = row.position().map_or(0, ::csv::Position::line);
            self.row(&row, line).map_err(|why| Unreadable { place: Place::Line(line), why })?;
        }
        Ok(())
    }

    fn row(&mut self, row: &ByteRecord, line: u64) -> Result<(), Why> {
        let case = self.columns.case(row);
        let activity = self.columns.activity(row);
        let time = self.columns.time(row);
        let lacking = if case.is_empty() {
            Some(Matter::NoCase)
        } else if activity.is_empty() {
            Some(Matter::NoActivity)
        } else {
            time.is_empty().then_some(Matter::NoTime)
        };
        if let Some(lacking) = lacking {
            self.found.notes.at(lacking, Some(line));
            return Ok(());
        }
        let time = self.found.moment(time, Some(line))?;
        let case = self.found.case(&case);
        let activity = self.found.log.activities.keep(&activity);
        self.said(row);
        self.found.say_of_case(case, &self.of_case);
        self.found.log.push(case, activity, time);
        Ok(())
    }

    fn said(&mut self, row: &ByteRecord) {
        self.of_case.clear();
        for (said, key) in self.columns.said.iter().zip(&self.keys) {
            let cell = columns::cell(row, said.column);
            let Some(looks) = self.looks.get(said.column).filter(|_| !cell.is_empty()) else {
                continue;
            };
            let value = looks.value(cell, &mut self.found.log.texts);
            let one = Attribute { key: *key, level: 0, value };
            if said.of_case { self.of_case.push(one) } else { self.found.log.attributes.push(one) }
        }
    }
}
