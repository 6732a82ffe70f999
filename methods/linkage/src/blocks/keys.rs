//! The keys of records under a rule.

use std::hash::BuildHasher as _;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::{Key, Part, Records, Rule, chance::mixed, dictionary::NOTHING, part};

/// The number of a value that has no such part.
const NOWHERE: u64 = 0;

/// A key of a rule, ready to be read from rows.
struct Read {
    column: usize,
    or: Option<usize>,
    part: Part,
    /// For each value the number of its part, where many rows will be read.
    table: Option<Vec<u64>>,
}

/// The records have every column that the rule asks for.
pub(crate) fn applies(records: &Records, rule: &Rule) -> bool {
    let has = |name: &String| place(records, name).is_some_and(|column| records.has(column));
    rule.0.iter().all(|key| has(&key.column) && key.or.as_ref().is_none_or(has))
}

/// For each record that has all keys, one number for them together, and its place. Records that share their values share the
/// number; that others do by chance has a probability of some 10^-19 for each two, and would only have them compared.
pub(crate) fn keys(records: &Records, rule: &Rule) -> Vec<(u64, u32)> {
    let read: Vec<Read> = rule.0.iter().filter_map(|key| Read::of(records, key, true)).collect();
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let keyed = |place| together(records, &read, records.row(place)).map(|key| (key, place));
    (0..count).into_par_iter().filter_map(keyed).collect()
}

/// The number of one row, as [`keys`] has it.
pub(crate) fn key(records: &Records, rule: &Rule, row: &[u32]) -> Option<u64> {
    let read: Vec<Read> = rule.0.iter().filter_map(|key| Read::of(records, key, false)).collect();
    together(records, &read, row)
}

fn together(records: &Records, read: &[Read], row: &[u32]) -> Option<u64> {
    read.iter()
        .try_fold(0, |sum: u64, key| key.number(records, row).map(|number| mixed(sum ^ number)))
}

fn place(records: &Records, name: &str) -> Option<usize> {
    records.columns.iter().position(|column| column.name == name)
}

impl Read {
    fn of(records: &Records, key: &Key, many: bool) -> Option<Self> {
        let column = place(records, &key.column)?;
        let or = key.or.as_ref().and_then(|name| place(records, name));
        let table = (many && key.part != Part::Whole).then(|| table(records, column, key.part));
        Some(Self { column, or, part: key.part, table })
    }

    fn number(&self, records: &Records, row: &[u32]) -> Option<u64> {
        let first = self.of_column(records, row, self.column)?;
        let Some(or) = self.or else { return Some(first) };
        let second = self.of_column(records, row, or)?;
        Some(mixed(first.min(second)) ^ first.max(second))
    }

    fn of_column(&self, records: &Records, row: &[u32], column: usize) -> Option<u64> {
        let value = row.get(column).copied().unwrap_or(NOTHING);
        let number = match &self.table {
            Some(table) => table.get(value as usize).copied().unwrap_or(NOWHERE),
            None if self.part == Part::Whole => value.into(),
            None => numbered(records.text(column, value), self.part, &mut String::new()),
        };
        (number != NOWHERE).then_some(number)
    }
}

/// For each value a number of its part. Columns of one form share their values, so one table serves both of a key.
fn table(records: &Records, column: usize, part: Part) -> Vec<u64> {
    let mut written = String::new();
    let number = |value| {
        numbered(records.text(column, u32::try_from(value).unwrap_or(NOTHING)), part, &mut written)
    };
    (0..records.different(column)).map(number).collect()
}

/// A number made from the text of a part: equal parts have equal numbers, whoever asks.
fn numbered(text: &str, part: Part, written: &mut String) -> u64 {
    written.clear();
    write(text, part, written);
    if written.is_empty() { NOWHERE } else { mixed(FxBuildHasher.hash_one(&*written)) | 1 }
}

/// Writes a part of a value; nothing where it has no such part.
fn write(text: &str, part: Part, out: &mut String) {
    let date = part::date(text);
    match part {
        Part::Whole => out.push_str(text),
        Part::Sound => part::sound(text, out),
        Part::Letter => out.extend(text.chars().take(1)),
        Part::Start => out.extend(text.chars().take(3)),
        Part::Year => out.push_str(date.map_or("", |date| date.0)),
        Part::Month => out.push_str(date.map_or("", |_| part::front(text, 6))),
        Part::Day => out.push_str(date.map_or("", |_| text.get(4..8).unwrap_or_default())),
        Part::Turned => {
            out.extend(date.into_iter().flat_map(|(year, a, b)| [year, a.min(b), a.max(b)]));
        }
        Part::Local => out.push_str(part::local(text)),
        Part::Sector => out.push_str(part::sector(text)),
        Part::District => out.push_str(part::district(text)),
    }
}
