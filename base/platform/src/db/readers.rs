//! Reading a SQLite file. What is read is nearly always in memory, and takes less time than handing
//! the question to another thread and waking up for the answer: so it is read in place. Writing
//! waits for the disk, and has a thread of its own.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, ToSql,
    config::DbConfig,
    params_from_iter,
    types::{FromSql, ToSqlOutput, Value, ValueRef},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Arg, DbError, Limits, Row};

/// How many prepared statements a connection holds.
const PREPARED: usize = 256;

/// Connections that only read.
#[derive(Clone, Debug)]
pub(super) struct Readers {
    idle: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
    path: Arc<PathBuf>,
    patience: Duration,
}

/// A snapshot: what is read in it is of one moment, whatever is written meanwhile.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Behind a lock only so that it can be shared; nobody ever waits for it.
    open: Mutex<Option<Connection>>,
    readers: Readers,
    _turn: OwnedSemaphorePermit,
}

/// A row by itself, its values in the order of its columns.
#[derive(Debug)]
pub struct Values {
    names: Arc<[String]>,
    values: Vec<Value>,
}

impl Readers {
    pub(super) fn of(path: &Path, limits: Limits) -> Self {
        let turns = usize::try_from(limits.connections).unwrap_or(1).max(1);
        Self {
            idle: Arc::default(),
            turns: Arc::new(Semaphore::new(turns)),
            path: Arc::new(path.to_owned()),
            patience: limits.patience,
        }
    }

    /// Begins to read, once it is this reader's turn.
    pub(super) async fn snapshot(&self) -> Result<Snapshot, DbError> {
        let turn = tokio::time::timeout(self.patience, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let turn = turn.map_err(|_| sqlx::Error::PoolClosed)?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let open = idle.map_or_else(|| self.connect(), Ok)?;
        open.prepare_cached("begin")?.execute([])?;
        Ok(Snapshot { open: Mutex::new(Some(open)), readers: self.clone(), _turn: turn })
    }

    fn connect(&self) -> Result<Connection, DbError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = Connection::open_with_flags(&*self.path, flags)?;
        open.busy_timeout(self.patience)?;
        open.set_prepared_statement_cache_capacity(PREPARED);
        // A plan that looked at the bound values would be made anew for each.
        open.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        open.execute_batch(
            "pragma query_only = on; pragma temp_store = memory; pragma cache_size = -16384",
        )?;
        Ok(open)
    }

    /// No reader gets a turn any more.
    pub(super) fn close(&self) {
        self.turns.close();
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Snapshot {
    /// Gives each row to `take`, one after the other.
    pub(super) fn each(
        &mut self,
        text: &str,
        args: Vec<Arg>,
        mut take: impl FnMut(&Row) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let open = self.open.get_mut().unwrap_or_else(PoisonError::into_inner);
        let open = open.as_ref().ok_or(sqlx::Error::PoolClosed)?;
        let mut statement = open.prepare_cached(text)?;
        let names: Arc<[String]> =
            statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = statement.query(params_from_iter(args))?;
        while let Some(row) = rows.next()? {
            let values = (0..names.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            take(&Row::Here(Values { names: names.clone(), values }))?;
        }
        Ok(())
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        let open = self.open.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let ended = |open: &Connection| {
            open.prepare_cached("rollback").and_then(|mut it| it.execute([])).is_ok()
        };
        if let Some(open) = open.filter(ended).filter(|_| !self.readers.turns.is_closed()) {
            self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(open);
        }
    }
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
