//! One format for both databases: a line of JSON for each row, in the order in which tables refer to
//! each other, from one snapshot while others write. What SQLite wrote, PostgreSQL reads.

mod schema;
mod value;

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::{
    Db, DbError, Tx,
    db::{Arg, Sql, Step},
};

pub use schema::{Table, Type, tables};

/// The number of this format.
const FORMAT: u32 = 1;
/// How many rows go into one statement.
const AT_ONCE: usize = 32;

/// Why a backup could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The file.
    #[error("the file: {0}")]
    File(#[from] std::io::Error),
    /// What stands in it.
    #[error("line {line}: {why}")]
    Line {
        /// Which line.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// Something is in the database already.
    #[error("the database is not empty: a backup is only restored into an empty one")]
    NotEmpty,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    tributary: u32,
    step: String,
    journal: String,
}

/// The line before the rows of a table.
#[derive(Debug, Serialize, Deserialize)]
struct Rows {
    table: String,
    columns: Vec<String>,
}

/// The last line: without it the file is a part of a backup.
#[derive(Debug, Serialize, Deserialize)]
struct End {
    end: u64,
}

/// Writes everything in the database, as it stands at one moment. Says how many rows.
pub async fn write(
    db: &Db,
    steps: &[Step],
    head: &str,
    to: &mut (impl Write + Send),
) -> Result<u64, BackupError> {
    let step = steps.last().map(|(name, _)| (*name).to_owned()).unwrap_or_default();
    line(to, &Head { tributary: FORMAT, step, journal: head.to_owned() })?;
    let mut tx = db.read().await?;
    let mut rows = 0;
    for table in tables(steps) {
        let columns = table.columns.iter().map(|(name, _)| name.clone()).collect();
        line(to, &Rows { table: table.name.clone(), columns })?;
        rows += dump(&mut tx, &table, to).await?;
    }
    tx.end().await?;
    line(to, &End { end: rows })?;
    to.flush()?;
    Ok(rows)
}

fn line(to: &mut impl Write, value: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer(&mut *to, value)?;
    to.write_all(b"\n")
}

async fn dump(
    tx: &mut Tx,
    table: &Table,
    to: &mut (impl Write + Send),
) -> Result<u64, BackupError> {
    let mut rows = 0;
    let mut wrote: std::io::Result<()> = Ok(());
    tx.each(Sql::of_schema(table.select()), |row| {
        let values: Result<Vec<_>, DbError> =
            table.columns.iter().map(|(name, kind)| value::read(row, name, *kind)).collect();
        if wrote.is_ok() {
            wrote = line(to, &values?);
        }
        rows += 1;
        Ok(())
    })
    .await?;
    wrote?;
    Ok(rows)
}

/// Reads a backup into an empty database, whole or not at all. Says how many rows.
pub async fn read(db: &Db, steps: &[Step], from: impl BufRead + Send) -> Result<u64, BackupError> {
    let known = tables(steps);
    let mut tx = db.write().await?;
    for table in &known {
        if tx.one(Sql::of_schema(table.count()), |row| row.get::<i64>("n")).await? != Some(0) {
            return Err(BackupError::NotEmpty);
        }
    }
    let gone = schema::gone(steps);
    let mut reader =
        Reader { known, gone, now: Of::None, waiting: Vec::new(), rows: 0, ended: false };
    let mut number = 0;
    for text in from.lines() {
        number += 1;
        reader.take(&mut tx, &text?, number).await?;
    }
    if !reader.ended {
        let why = "the file ends before the backup does: it is a part of one".to_owned();
        return Err(BackupError::Line { line: number, why });
    }
    tx.commit().await?;
    Ok(reader.rows)
}

/// Whose rows are being read.
enum Of {
    None,
    /// Rows of a table that is there no more are counted and let go.
    Gone,
    Table(Table),
}

struct Reader {
    known: Vec<Table>,
    gone: Vec<String>,
    now: Of,
    waiting: Vec<Vec<Arg>>,
    rows: u64,
    ended: bool,
}

impl Reader {
    async fn take(&mut self, tx: &mut Tx, text: &str, number: usize) -> Result<(), BackupError> {
        let wrong = |why: String| BackupError::Line { line: number, why };
        if number == 1 {
            let head: Head = serde_json::from_str(text)
                .map_err(|_| wrong("this is not a backup of Tributary".to_owned()))?;
            if head.tributary != FORMAT {
                return Err(wrong(format!("format {} is not known here", head.tributary)));
            }
            return Ok(());
        }
        if text.starts_with('[') {
            self.rows += 1;
            match &self.now {
                Of::None => return Err(wrong("a row of no table".to_owned())),
                Of::Gone => return Ok(()),
                Of::Table(table) => self.waiting.push(value::parse(table, text).map_err(wrong)?),
            }
            return if self.waiting.len() >= AT_ONCE { self.insert(tx).await } else { Ok(()) };
        }
        self.insert(tx).await?;
        if let Ok(End { end }) = serde_json::from_str(text) {
            self.ended = end == self.rows;
            return if self.ended { Ok(()) } else { Err(wrong("rows are missing".to_owned())) };
        }
        let rows: Rows = serde_json::from_str(text).map_err(|why| wrong(why.to_string()))?;
        if self.gone.contains(&rows.table) {
            self.now = Of::Gone;
            return Ok(());
        }
        let found = self.known.iter().find(|it| it.name == rows.table).cloned();
        let found = found.ok_or_else(|| wrong(format!("there is no table `{}`", rows.table)))?;
        self.now = Of::Table(found.only(&rows.columns).map_err(wrong)?);
        Ok(())
    }

    /// Whole blocks in one statement, what is left one by one: two prepared statements a table.
    async fn insert(&mut self, tx: &mut Tx) -> Result<(), BackupError> {
        let Of::Table(table) = &self.now else { return Ok(()) };
        let rows = std::mem::take(&mut self.waiting);
        let width = table.columns.len();
        if rows.len() == AT_ONCE {
            tx.run(Sql::of_schema(table.insert()).bind_rows(width, rows)).await?;
            return Ok(());
        }
        for row in rows {
            tx.run(Sql::of_schema(table.insert()).bind_rows(width, vec![row])).await?;
        }
        Ok(())
    }
}
