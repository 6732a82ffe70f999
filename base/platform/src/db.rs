//! One way to talk to SQLite and to PostgreSQL: the same text, the same types.

mod arg;
mod open;
mod row;
mod statement;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

pub use arg::Arg;
pub use open::{Limits, Step};
pub use row::{FromColumn, Row};
pub use statement::{Sql, sql};

/// Something went wrong between us and the database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver refused or failed.
    #[error("database: {0}")]
    Driver(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A stored value is not one this program could have written.
    #[error("column `{0}` holds a value that cannot be read")]
    Unreadable(String),
    /// Sealed text could not be opened.
    #[error("vault: {0}")]
    Vault(#[from] crate::vault::VaultError),
    /// The schema has a step that this program does not know.
    #[error(
        "step {0} of the schema is not known here: a newer program has served this database; start that one again"
    )]
    Newer(i64),
    /// Readers kept the log of the database from being emptied.
    #[error("the log could not be emptied, because somebody was reading all the while; try again")]
    Busy,
    /// The settings of the database make no sense.
    #[error("{0}")]
    Settings(String),
}

impl DbError {
    /// True when nothing is wrong with the request: the database is gone, busy or full, and the
    /// same request may succeed later.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Driver(sqlx::Error::Database(cause)) => {
                let code = cause.code().unwrap_or_default();
                if code.len() == 5 {
                    // PostgreSQL: connection, resources, intervention, and serialisation failures.
                    return ["08", "53", "57", "40"].iter().any(|class| code.starts_with(class));
                }
                // SQLite: busy, read-only (a disk that went away), I/O error, full, cannot open. What
                // kind of each stands in the higher bytes.
                let kind = code.parse::<u32>().map(|it| it & 0xff);
                kind.is_ok_and(|it| [5, 8, 10, 13, 14].contains(&it))
            }
            Self::Driver(
                sqlx::Error::Io(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
                | sqlx::Error::Tls(_),
            )
            | Self::Busy => true,
            Self::Vault(crate::vault::VaultError::Keys(cause)) => cause.is_passing(),
            Self::Driver(_)
            | Self::Migrate(_)
            | Self::Unreadable(_)
            | Self::Vault(_)
            | Self::Newer(_)
            | Self::Settings(_) => false,
        }
    }

    /// True when the key to what was asked for was destroyed.
    pub const fn is_erased(&self) -> bool {
        matches!(self, Self::Vault(crate::vault::VaultError::NoKey))
    }

    /// True when a row with this key was there already.
    pub fn is_taken(&self) -> bool {
        let Self::Driver(sqlx::Error::Database(cause)) = self else { return false };
        cause.is_unique_violation()
    }
}

/// The open database. What it is made of is nobody else's business.
#[derive(Clone, Debug)]
pub struct Db(Pool);

#[derive(Clone, Debug)]
enum Pool {
    /// One connection writes, several read.
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres(PgPool),
}

/// Which engine serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, embedded.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// One unit of work. Nothing is kept unless it is committed.
#[derive(Debug)]
pub struct Tx(Open);

#[derive(Debug)]
enum Open {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Db {
    /// The engine behind it.
    pub const fn engine(&self) -> Engine {
        match self.0 {
            Pool::Sqlite { .. } => Engine::Sqlite,
            Pool::Postgres(_) => Engine::Postgres,
        }
    }

    /// Begins to read: a snapshot that nothing can be written in.
    pub(crate) async fn read(&self) -> Result<Tx, DbError> {
        Ok(Tx(match &self.0 {
            Pool::Sqlite { read, .. } => Open::Sqlite(read.begin().await?),
            Pool::Postgres(pool) => {
                let begin = "begin isolation level repeatable read, read only";
                Open::Postgres(pool.begin_with(begin).await?)
            }
        }))
    }

    /// Begins to change. SQLite takes its one write lock here: a transaction that reads first and
    /// writes later dies of a lock that no waiting cures.
    pub(crate) async fn write(&self) -> Result<Tx, DbError> {
        Ok(Tx(match &self.0 {
            Pool::Sqlite { write, .. } => Open::Sqlite(write.begin_with("begin immediate").await?),
            Pool::Postgres(pool) => Open::Postgres(pool.begin().await?),
        }))
    }

    /// Lets every connection go.
    pub async fn close(&self) {
        match &self.0 {
            Pool::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}

/// Binds each argument and calls one method, on whichever database is open.
macro_rules! dispatch {
    ($tx:expr, $sql:expr, $call:ident) => {{
        let (text, args) = $sql.finish();
        match &mut $tx.0 {
            Open::Sqlite(tx) => {
                let query = arg::bind_all!(sqlx::query::<Sqlite>(text), args);
                query.$call(&mut **tx).await.map(Into::into)
            }
            Open::Postgres(tx) => {
                let query = arg::bind_all!(sqlx::query::<Postgres>(text), args);
                query.$call(&mut **tx).await.map(Into::into)
            }
        }
    }};
}

impl Tx {
    /// Runs a statement and says how many rows it touched. Only the door does this.
    pub(crate) async fn run(&mut self, sql: Sql) -> Result<u64, DbError> {
        let done: Result<row::Touched, sqlx::Error> = dispatch!(self, sql, execute);
        Ok(done?.0)
    }

    /// Reads every matching row.
    pub async fn all<T>(
        &mut self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        let rows: Result<row::Rows, sqlx::Error> = dispatch!(self, sql, fetch_all);
        rows?.0.iter().map(read).collect()
    }

    /// Reads the one row, if there is one.
    pub async fn one<T>(
        &mut self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        Ok(self.all(sql, read).await?.into_iter().next())
    }

    /// Reads row by row, for what may not fit into memory.
    pub(crate) async fn each(
        &mut self,
        sql: Sql,
        mut take: impl FnMut(&Row) -> Result<(), DbError> + Send,
    ) -> Result<(), DbError> {
        use futures_util::TryStreamExt as _;
        let (text, args) = sql.finish();
        match &mut self.0 {
            Open::Sqlite(tx) => {
                let query = arg::bind_all!(sqlx::query::<Sqlite>(text), args);
                let mut rows = query.fetch(&mut **tx);
                while let Some(row) = rows.try_next().await? {
                    take(&Row::Sqlite(row))?;
                }
            }
            Open::Postgres(tx) => {
                let query = arg::bind_all!(sqlx::query::<Postgres>(text), args);
                let mut rows = query.fetch(&mut **tx);
                while let Some(row) = rows.try_next().await? {
                    take(&Row::Postgres(row))?;
                }
            }
        }
        Ok(())
    }

    /// Keeps the work. Only the door does this.
    pub(crate) async fn commit(self) -> Result<(), DbError> {
        match self.0 {
            Open::Sqlite(tx) => tx.commit().await?,
            Open::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Ends a unit of work that only read, and gives its connection back at once.
    pub(crate) async fn end(self) -> Result<(), DbError> {
        match self.0 {
            Open::Sqlite(tx) => tx.rollback().await?,
            Open::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}
