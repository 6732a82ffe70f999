//! Tables that are being written.

use std::collections::HashMap;

use causal::Map;

use crate::{LeftOut, draft::Names, sheet::guarded};

/// A table whose columns come as they are needed.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
    places: HashMap<String, usize>,
    /// What had no place in it.
    pub(crate) left_out: Vec<LeftOut>,
    reserved: &'static [&'static str],
}

impl Table {
    /// A table with these columns to begin with. `reserved` (lower case) are names with a meaning of their own in the
    /// format, which an attribute must not take.
    pub(crate) fn new(
        name: &'static str,
        columns: &[&str],
        reserved: &'static [&'static str],
    ) -> Self {
        let places = columns.iter().enumerate().map(|(at, column)| ((*column).to_owned(), at));
        Self {
            name,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: Vec::new(),
            places: places.collect(),
            left_out: Vec::new(),
            reserved,
        }
    }

    /// Begins the next row.
    pub(crate) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Puts something in a column of the row that was begun last. Nothing needs no column.
    pub(crate) fn put(&mut self, column: &str, value: impl Into<String>) {
        let value = value.into();
        if value.is_empty() {
            return;
        }
        let at = self.places.get(column).copied().unwrap_or_else(|| {
            self.columns.push(column.to_owned());
            self.places.insert(column.to_owned(), self.columns.len() - 1);
            self.columns.len() - 1
        });
        let Some(row) = self.rows.last_mut() else { return };
        if row.len() <= at {
            row.resize(at + 1, String::new());
        }
        if let Some(cell) = row.get_mut(at) {
            *cell = value;
        }
    }

    /// Puts an attribute in the column of its name, unless that name means something else here.
    pub(crate) fn attribute(&mut self, owner: &str, key: &str, value: &str) {
        let plain = key.trim().to_lowercase();
        if plain.is_empty() || key.trim() != key || self.reserved.contains(&plain.as_str()) {
            let what = format_args!(
                "the attribute \"{key}\" ({value}) cannot be a column: that name is taken here"
            );
            self.left_out.push(LeftOut::new(format_args!("{} \"{owner}\"", self.name), what));
        } else {
            self.put(key, value);
        }
    }

    /// As CSV, with what could be taken for a formula made harmless by an apostrophe.
    pub(crate) fn csv(self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let wide = self.columns.len();
        let rows = std::iter::once(self.columns).chain(self.rows);
        for mut row in rows {
            row.resize(wide, String::new());
            let written = writer.write_record(row.into_iter().map(guarded));
            debug_assert!(written.is_ok(), "writing to memory does not fail");
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// A name for each factor by which tables can call it: its label without blanks around it, its id where that is empty, and with
/// a number behind it where another has it already.
pub(crate) fn names(map: &Map) -> Vec<String> {
    let mut taken = Names::default();
    let factors = map.factors.iter().enumerate();
    let name = factors.map(|(at, factor)| {
        let label = factor.label.trim();
        let wanted = if label.is_empty() { factor.id.trim() } else { label };
        let wanted = if wanted.is_empty() { "?" } else { wanted };
        taken.take(wanted.to_owned(), at)
    });
    name.collect()
}
