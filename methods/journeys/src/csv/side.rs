//! Columns for what is said of events, or of cases.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use crate::{
    log::Log,
    names::Name,
    notes::{Lost, Notes},
    once::Once,
    value::{Attribute, Type, Value},
};

use super::looks::Looks;

/// Columns by their keys.
#[derive(Default)]
pub(super) struct Side<'a> {
    columns: BTreeMap<&'a str, Column>,
    once: Once,
    places: HashMap<Name, usize, RandomState>,
}

struct Column {
    key: Name,
    uses: u64,
    /// What the values look like to a reader.
    looks: Looks,
    /// The type that all of them have.
    kind: Option<Type>,
}

impl<'a> Side<'a> {
    /// Makes room for what is said in a row; `taken` knows the keys that mean something else.
    pub(super) fn see(
        &mut self,
        log: &'a Log,
        row: &[Attribute],
        taken: impl Fn(&str) -> bool,
        notes: &mut Notes,
    ) {
        self.once.again();
        for (at, one) in row.iter().enumerate().filter(|(_, one)| one.level == 0) {
            let key = log.texts.text(one.key);
            let lost = if taken(key) || key.trim().is_empty() {
                Lost::Key(key.to_owned())
            } else if one.value.holds() {
                Lost::Within(key.to_owned())
            } else if !self.once.first(one.key) {
                Lost::TwiceKey(key.to_owned())
            } else {
                if row.get(at + 1).is_some_and(|next| next.level > 0) {
                    notes.lost(Lost::Within(key.to_owned()));
                }
                self.column(log, *one, notes);
                continue;
            };
            notes.lost(lost);
        }
    }

    fn column(&mut self, log: &'a Log, one: Attribute, notes: &mut Notes) {
        let key = log.texts.text(one.key);
        let kind = Some(one.value.kind());
        let new = || Column { key: one.key, uses: 0, looks: Looks::default(), kind };
        let column = self.columns.entry(key).or_insert_with(new);
        column.uses += 1;
        let text = one.value.written(&log.texts).to_string();
        column.looks.see(&text);
        if text.is_empty() {
            notes.lost(Lost::Blank(key.to_owned()));
        }
        if column.kind != kind && column.kind.is_some() {
            notes.lost(Lost::Types(key.to_owned()));
            column.kind = None;
        }
        if matches!(one.value, Value::Id(_)) {
            notes.lost(Lost::Looks(key.to_owned()));
        }
    }

    /// Keeps the columns that are used most, at most so many, and says what is not kept.
    pub(super) fn settle(&mut self, most: usize, notes: &mut Notes) {
        let mut by_use: Vec<(&str, u64)> =
            self.columns.iter().map(|(key, column)| (*key, column.uses)).collect();
        by_use.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        for (key, _) in by_use.iter().skip(most) {
            self.columns.remove(key);
            notes.lost(Lost::Rare((*key).to_owned()));
        }
        for (key, column) in &self.columns {
            if column.kind.is_some_and(|kind| kind != column.looks.kind()) {
                notes.lost(Lost::Looks((*key).to_owned()));
            }
        }
        self.places = self.columns.values().map(|column| column.key).zip(0..).collect();
    }

    /// The names of the columns.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().copied()
    }

    /// The cells of a row.
    pub(super) fn cells(&self, log: &Log, said: &[Attribute], row: &mut Vec<String>) {
        let mut cells = vec![None; self.columns.len()];
        for one in said.iter().filter(|one| one.level == 0 && !one.value.holds()) {
            let place = self.places.get(&one.key).and_then(|place| cells.get_mut(*place));
            if let Some(cell) = place {
                cell.get_or_insert_with(|| one.value.written(&log.texts).to_string());
            }
        }
        row.extend(cells.into_iter().map(Option::unwrap_or_default));
    }
}
