//! The tables, as the steps of the schema say them. A test holds this against the databases' own
//! catalogues.

use crate::db::Step;

/// The five kinds of column there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text, an id.
    Text,
    /// A whole number, a moment, pence.
    Bigint,
    /// A measured number.
    Double,
    /// Yes or no.
    Boolean,
    /// Sealed text, a hash.
    Bytea,
}

impl Type {
    fn named(name: &str) -> Option<Self> {
        match name.trim_end_matches(',') {
            "text" => Some(Self::Text),
            "bigint" => Some(Self::Bigint),
            "double" => Some(Self::Double),
            "boolean" => Some(Self::Boolean),
            "bytea" => Some(Self::Bytea),
            _ => None,
        }
    }
}

/// A table and its columns, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<(String, Type)>,
}

impl Table {
    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    }

    pub(super) fn select(&self) -> String {
        // The first column is the key, or the first part of it: the order of making, nearly always.
        format!("select {} from {} order by 1", self.names(), self.name)
    }

    pub(super) fn count(&self) -> String {
        format!("select count(*) as n from {}", self.name)
    }

    pub(super) fn insert(&self) -> String {
        format!("insert into {} ({}) values {{}}", self.name, self.names())
    }

    /// The same table with just these columns, which an older backup may have had.
    pub(super) fn only(&self, columns: &[String]) -> Result<Self, String> {
        let mut only = Vec::new();
        for name in columns {
            let found = self.columns.iter().find(|(it, _)| it == name).cloned();
            only.push(found.ok_or_else(|| format!("`{}` has no column `{name}`", self.name))?);
        }
        Ok(Self { name: self.name.clone(), columns: only })
    }
}

/// Every table of these steps, in the order in which they are made, so that what is referred to
/// comes first.
pub fn tables(steps: &[Step]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut open: Option<Table> = None;
    for line in steps.iter().flat_map(|(_, text)| text.lines()).map(str::trim) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words.as_slice(), &mut open) {
            (["create", "table", name, ..], _) => {
                open = Some(Table { name: (*name).to_owned(), columns: Vec::new() });
            }
            (["drop", "table", name], _) => {
                tables.retain(|it| it.name != name.trim_end_matches(';'));
            }
            (["alter", "table", table, "add", "column", name, kind, ..], _) => {
                let kind = Type::named(kind.trim_end_matches(';'));
                let found = tables.iter_mut().find(|it| it.name == *table);
                if let (Some(found), Some(kind)) = (found, kind) {
                    found.columns.push(((*name).to_owned(), kind));
                }
            }
            (["alter", "table", table, "drop", "column", name], _) => {
                let found = tables.iter_mut().find(|it| it.name == *table);
                let name = name.trim_end_matches(';');
                if let Some(found) = found {
                    found.columns.retain(|(column, _)| column != name);
                }
            }
            ([");", ..], Some(_)) => tables.extend(open.take()),
            ([name, kind, ..], Some(table)) => {
                if let Some(kind) = Type::named(kind) {
                    table.columns.push(((*name).to_owned(), kind));
                }
            }
            _ => {}
        }
    }
    // What waits for what: a table that refers to itself is written in the order of its ids.
    tables
}

/// The tables that these steps made and took away again: an older backup may have had them.
pub(super) fn gone(steps: &[Step]) -> Vec<String> {
    let lines = steps.iter().flat_map(|(_, text)| text.lines()).map(str::trim);
    let names = lines.filter_map(|it| it.strip_prefix("drop table "));
    names.map(|it| it.trim_end_matches(';').to_owned()).collect()
}
