//! Rows of a database file that somebody else wrote: read only, from memory, and never more than can stand in it.

use std::{collections::HashSet, io::Read as _};

use rusqlite::{Connection, config::DbConfig, limits::Limit, types::ValueRef};

use crate::unreadable::{Place, Unreadable, Why};

/// The most bytes of one value: longer ones are refused.
const LONGEST: i32 = 64 << 20;
/// The most columns of a table.
const COLUMNS: i32 = 1_000;

/// A database in memory.
pub(super) struct Rows {
    connection: Connection,
    /// How many bytes may still come out. Texts take no less room in the file than here, or half as much in UTF-16; only a broken
    /// or wicked file names one page twice.
    left: u64,
    /// The names of the tables that are no view and no virtual table, in small letters.
    tables: HashSet<String>,
}

/// A column of a table: its name, and its declared type.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) declared: String,
}

/// Something is wrong with the database.
fn broken(why: &rusqlite::Error) -> Unreadable {
    Unreadable::file(Why::Broken("OCEL 2.0 database", why.to_string()))
}

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Rows {
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Unreadable> {
        let connection = opened(bytes).map_err(|why| broken(&why))?;
        let tables = plain_tables(&connection).map_err(|why| broken(&why))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Self { connection, left: length.saturating_mul(2), tables })
    }

    /// The columns of a table. What is no table of its own rows (a view, a virtual table) is none; nor are columns that are computed.
    pub(super) fn columns(&self, table: &str) -> Result<Option<Vec<Column>>, Unreadable> {
        if !self.tables.contains(&table.to_ascii_lowercase()) {
            return Ok(None);
        }
        let asked = || {
            let mut columns =
                self.connection.prepare("select name, type from pragma_table_info(?1)")?;
            let column =
                |row: &rusqlite::Row<'_>| Ok(Column { name: row.get(0)?, declared: row.get(1)? });
            columns.query_map([table], column)?.collect::<Result<Vec<_>, _>>().map(Some)
        };
        asked().map_err(|why| broken(&why))
    }

    /// Takes each row of a table: the values of these columns as texts, nothing for null.
    pub(super) fn each(
        &mut self,
        table: &str,
        columns: &[&str],
        mut take: impl FnMut(&[Option<String>]) -> Result<(), Why>,
    ) -> Result<(), Unreadable> {
        let wanted: Vec<String> = columns.iter().map(|name| quoted(name)).collect();
        let query = format!("select {} from {} order by rowid", wanted.join(", "), quoted(table));
        let keyless = query.trim_end_matches(" order by rowid");
        let mut statement = self
            .connection
            .prepare(&query)
            .or_else(|_| self.connection.prepare(keyless))
            .map_err(|why| broken(&why))?;
        let mut rows = statement.query([]).map_err(|why| broken(&why))?;
        let mut number = 0;
        while let Some(row) = rows.next().map_err(|why| broken(&why))? {
            number += 1;
            let here = |why| Unreadable { place: Place::Row(table.to_owned(), number), why };
            let mut values = Vec::with_capacity(columns.len());
            for at in 0..columns.len() {
                values.push(text(row.get_ref(at).map_err(|why| broken(&why))?).map_err(here)?);
            }
            let size: usize = values.iter().flatten().map(String::len).sum();
            let size = u64::try_from(size).unwrap_or(u64::MAX).saturating_add(1);
            self.left = self.left.checked_sub(size).ok_or_else(|| {
                here(Why::Broken(
                    "OCEL 2.0 database",
                    String::from("it holds more than has room in it"),
                ))
            })?;
            take(&values).map_err(here)?;
        }
        Ok(())
    }
}

fn plain_tables(connection: &Connection) -> rusqlite::Result<HashSet<String>> {
    let mut names = connection
        .prepare("select name from pragma_table_list where schema = 'main' and type = 'table'")?;
    let name = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    names.query_map([], name)?.map(|name| Ok(name?.to_ascii_lowercase())).collect()
}

fn opened(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    let safe = [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ];
    for (setting, on) in safe {
        connection.set_db_config(setting, on)?;
    }
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    connection.set_limit(Limit::SQLITE_LIMIT_COLUMN, COLUMNS)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // Bytes 18 and 19 say that there is a log of writes beside the file. It is not here, and without this nothing could be read.
    let (head, tail) = bytes.split_at_checked(18).unwrap_or((bytes, &[]));
    let (ways, tail) = tail.split_at_checked(2).unwrap_or((tail, &[]));
    let ways: Vec<u8> = ways.iter().map(|way| if *way == 2 { 1 } else { *way }).collect();
    let whole = head.chain(ways.as_slice()).chain(tail);
    connection.deserialize_read_exact("main", whole, bytes.len(), true)?;
    Ok(connection)
}

fn text(value: ValueRef<'_>) -> Result<Option<String>, Why> {
    match value {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(number) => Ok(Some(number.to_string())),
        ValueRef::Real(number) => Ok(Some(format!("{number:?}"))),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|_| Why::NotUtf8)?;
            Ok(Some(text.to_owned()))
        }
        ValueRef::Blob(_) => Err(Why::Value("text or number", String::from("(bytes)"))),
    }
}
