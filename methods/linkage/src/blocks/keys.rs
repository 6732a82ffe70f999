//! The keys of records under a rule.

use std::hash::BuildHasher as _;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::{
    Key, Part, Records, Rule,
    chance::mixed,
    dictionary::NOTHING,
    part,
};

/// The number of a value that has no such part.
const NOWHERE: u64 = 0;

/// A key of a rule, as the columns and the number that each value has under it.
struct Read {
    column: usize,
    or: Option<usize>,
    /// For each value its number; without it a value's own.
    parts: Option<Vec<u64>>,
}

/// The records have every column that the rule asks for.
pub(crate) fn applies(records: &Records, rule: &Rule) -> bool {
    let has = |name: &String| place(records, name).is_some_and(|column| records.has(column));
    rule.0.iter().all(|key| has(&key.column) && key.or.as_ref().is_none_or(has))
}

/// For each record that has all keys, one number for them together, and its place. Records that share their values share the
/// number; that others do by chance has a probability of some 10^-19 for each two, and would only have them compared.
pub(crate) fn keys(records: &Records, rule: &Rule) -> Vec<(u64, u32)> {
    let read: Vec<Read> = rule.0.iter().filter_map(|key| Read::of(records, key)).collect();
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    (0..count)
        .into_par_iter()
        .filter_map(|place| {
            let row = records.row(place);
            let together = |sum: u64, key: &Read| key.number(row).map(|number| mixed(sum ^ number));
            read.iter().try_fold(0, together).map(|sum| (sum, place))
        })
        .collect()
}

fn place(records: &Records, name: &str) -> Option<usize> {
    records.columns.iter().position(|column| column.name == name)
}

impl Read {
    fn of(records: &Records, key: &Key) -> Option<Self> {
        let column = place(records, &key.column)?;
        let or = key.or.as_ref().and_then(|name| place(records, name));
        let parts = (key.part != Part::Whole).then(|| parts(records, column, key.part));
        Some(Self { column, or, parts })
    }

    fn number(&self, row: &[u32]) -> Option<u64> {
        let first = self.of_column(row, self.column)?;
        let Some(or) = self.or else { return Some(first) };
        let second = self.of_column(row, or)?;
        Some(mixed(first.min(second)) ^ first.max(second))
    }

    fn of_column(&self, row: &[u32], column: usize) -> Option<u64> {
        let value = row.get(column).copied().unwrap_or(NOTHING);
        let number = match &self.parts {
            None => value.into(),
            Some(parts) => parts.get(value as usize).copied().unwrap_or(NOWHERE),
        };
        (number != NOWHERE).then_some(number)
    }
}

/// For each value a number of its part, made from its text: equal parts have equal numbers, whoever asks.
fn parts(records: &Records, column: usize, part: Part) -> Vec<u64> {
    let mut written = String::new();
    let mut number = |value: usize| {
        written.clear();
        write(records.text(column, u32::try_from(value).unwrap_or(NOTHING)), part, &mut written);
        if written.is_empty() { NOWHERE } else { mixed(FxBuildHasher.hash_one(&written)) | 1 }
    };
    (0..records.different(column)).map(&mut number).collect()
}

/// Writes a part of a value; nothing where it has no such part.
pub(super) fn write(text: &str, part: Part, out: &mut String) {
    let date = part::date(text);
    match part {
        Part::Whole => out.push_str(text),
        Part::Sound => part::sound(text, out),
        Part::Letter => out.extend(text.chars().take(1)),
        Part::Start => out.extend(text.chars().take(3)),
        Part::Year => out.push_str(date.map_or("", |date| date.0)),
        Part::Month => out.push_str(date.map_or("", |_| part::front(text, 6))),
        Part::Day => out.push_str(date.map_or("", |_| text.get(4..8).unwrap_or_default())),
        Part::Turned => out.extend(date.into_iter().flat_map(|(year, a, b)| [year, a.min(b), a.max(b)])),
        Part::Local => out.push_str(part::local(text)),
        Part::Sector => out.push_str(part::sector(text)),
        Part::District => out.push_str(part::district(text)),
    }
}
