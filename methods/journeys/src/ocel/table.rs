//! The table of one type in an OCEL database.

use super::{building::Sort, rows::Column};

pub(super) const ID: &str = "ocel_id";
pub(super) const TYPE: &str = "ocel_type";
pub(super) const TIME: &str = "ocel_time";
/// The column that says which of an object's attributes changes in this row; null where it begins.
pub(super) const CHANGED: &str = "ocel_changed_field";

/// A type, with the table that has what is said of its events or objects.
pub(super) struct Table {
    pub(super) sort: Sort,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

impl Table {
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|one| one.name.eq_ignore_ascii_case(column))
    }

    /// The columns that say something, beyond those that every table has.
    pub(super) fn said(&self) -> impl Iterator<Item = &Column> {
        let known =
            |name: &str| [ID, TIME, CHANGED].iter().any(|known| name.eq_ignore_ascii_case(known));
        self.columns.iter().filter(move |column| !known(&column.name))
    }
}

impl Column {
    /// The word of the declared type, without what SQL adds: `VARCHAR(20)` is `VARCHAR`.
    pub(super) fn word(&self) -> &str {
        let word = self.declared.split(['(', ' ']).next().unwrap_or_default();
        if word.is_empty() { "TEXT" } else { word }
    }
}
