//! A connection to a SQLite file, and what is done on it.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, Statement, ToSql,
    config::DbConfig,
    types::{FromSql, ToSqlOutput, Value, ValueRef},
};

use super::{Arg, DbError, Row};

/// How many prepared statements a connection holds.
const PREPARED: usize = 256;

/// Which file, and how long to wait for a lock.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) path: Arc<PathBuf>,
    pub(super) patience: Duration,
}

/// An open connection, behind a lock only so that it can be shared: nobody ever waits for it.
#[derive(Debug)]
pub(super) struct Open(Mutex<Connection>);

/// A row by itself, its values in the order of its columns.
#[derive(Debug)]
pub struct Values {
    names: Arc<[String]>,
    values: Vec<Value>,
}

impl File {
    /// Opens it to write, and makes it when it is not there.
    pub(super) fn to_write(&self) -> Result<Open, DbError> {
        let open = self.connect(OpenFlags::SQLITE_OPEN_CREATE)?;
        // Freed pages are overwritten, so that what was erased is not still in the file.
        open.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; \
             pragma secure_delete = on; pragma wal_autocheckpoint = 4000",
        )?;
        Ok(Open(Mutex::new(open)))
    }

    /// Opens it to read, and nothing else.
    pub(super) fn to_read(&self) -> Result<Open, DbError> {
        let open = self.connect(OpenFlags::empty())?;
        open.execute_batch("pragma query_only = on")?;
        Ok(Open(Mutex::new(open)))
    }

    fn connect(&self, more: OpenFlags) -> Result<Connection, DbError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
        let open = Connection::open_with_flags(&*self.path, flags)?;
        open.busy_timeout(self.patience)?;
        open.set_prepared_statement_cache_capacity(PREPARED);
        // A plan that looked at the bound values would be made anew for each.
        open.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        open.execute_batch("pragma temp_store = memory; pragma cache_size = -16384")?;
        Ok(open)
    }
}

impl Open {
    fn connection(&mut self) -> &mut Connection {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a statement without arguments: `begin`, `release turn`.
    pub(super) fn simply(&mut self, text: &'static str) -> rusqlite::Result<()> {
        self.connection().prepare_cached(text)?.execute([]).map(drop)
    }

    /// The same, where it may wait for the disk or for a lock: off the threads that serve. Whoever
    /// goes away meanwhile loses the connection, and with it what was not committed.
    pub(super) async fn slowly(
        mut self,
        text: &'static str,
    ) -> (Option<Self>, Result<(), DbError>) {
        let work = tokio::task::spawn_blocking(move || {
            let done = self.simply(text);
            (self, done)
        });
        match work.await {
            Ok((open, done)) => (Some(open), done.map_err(DbError::from)),
            Err(_) => (None, Err(DbError::TakenBack)),
        }
    }

    /// Runs a statement and says how many rows it touched.
    pub(super) fn run(&mut self, text: &str, args: &[Arg]) -> rusqlite::Result<u64> {
        let mut statement = self.connection().prepare_cached(text)?;
        bind(&mut statement, args)?;
        let touched = statement.raw_execute()?;
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }

    /// Gives each row to `take`, one after the other.
    pub(super) fn each(
        &mut self,
        text: &str,
        args: &[Arg],
        mut take: impl FnMut(&Row) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let mut statement = self.connection().prepare_cached(text)?;
        let names: Arc<[String]> =
            statement.column_names().into_iter().map(str::to_owned).collect();
        bind(&mut statement, args)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let values = (0..names.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            take(&Row::Sqlite(Values { names: names.clone(), values }))?;
        }
        Ok(())
    }
}

/// Binds each argument where its number stands: SQLite takes `$2` for a name, and counts names in the
/// order in which they first come.
fn bind(statement: &mut Statement<'_>, args: &[Arg]) -> rusqlite::Result<()> {
    for place in 1..=statement.parameter_count() {
        let name = statement.parameter_name(place).unwrap_or_default();
        let number: usize = name.trim_start_matches('$').parse().unwrap_or(place);
        let arg = number.checked_sub(1).and_then(|it| args.get(it));
        let arg = arg.ok_or(rusqlite::Error::InvalidParameterCount(args.len(), number))?;
        statement.raw_bind_parameter(place, arg)?;
    }
    Ok(())
}

impl Values {
    /// The value of this column, if it is there and of this type.
    pub(super) fn get<T: FromSql>(&self, column: &str) -> Result<T, DbError> {
        let at = self.names.iter().position(|it| it == column);
        let value = at.and_then(|at| self.values.get(at));
        let read = value.map(|it| T::column_result(ValueRef::from(it)));
        read.and_then(Result::ok).ok_or_else(|| DbError::Unreadable(column.to_owned()))
    }
}

impl ToSql for Arg {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Text(it) => it.to_sql(),
            Self::Int(it) => it.to_sql(),
            Self::Real(it) => it.to_sql(),
            Self::Bool(it) => it.to_sql(),
            Self::Bytes(it) => it.to_sql(),
        }
    }
}
