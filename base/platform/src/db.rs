//! One way to talk to SQLite and to PostgreSQL: the same text, the same types.

mod anew;
mod arg;
mod error;
mod file;
mod open;
mod readers;
mod row;
mod server;
mod statement;
mod writer;

use sqlx::Postgres;

pub use arg::Arg;
pub use error::DbError;
pub use open::{Limits, Step};
pub use row::{FromColumn, Row};
pub use statement::{Sql, sql};

/// The open database. What it is made of is nobody else's business.
#[derive(Clone, Debug)]
pub struct Db(Pool);

#[derive(Clone, Debug)]
enum Pool {
    /// One writes, several read.
    Sqlite {
        write: writer::Writer,
        read: readers::Readers,
        path: std::path::PathBuf,
    },
    Postgres(server::Server),
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
    /// A snapshot of SQLite.
    Snapshot(readers::Snapshot),
    /// A turn to write into SQLite.
    Turn(writer::Turn),
    Postgres(server::Lent),
}

/// Binds each argument, for PostgreSQL.
macro_rules! query {
    ($sql:expr) => {{
        let (text, args) = $sql.finish();
        arg::bind_all!(sqlx::query::<Postgres>(text), args)
    }};
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
            Pool::Sqlite { read, .. } => Open::Snapshot(read.snapshot().await?),
            Pool::Postgres(server) => {
                let begin = "begin isolation level repeatable read, read only";
                Open::Postgres(server.begin(begin).await?)
            }
        }))
    }

    /// Reads one row by itself, with no unit of work around it.
    pub(crate) async fn one<T>(
        &self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        if let Pool::Postgres(server) = &self.0 {
            let mut lent = server.lend().await?;
            let row = query!(sql).fetch_optional(lent.open()?).await?;
            lent.rest();
            return row.map(|row| read(&Row::Postgres(row))).transpose();
        }
        let mut tx = self.read().await?;
        let found = tx.one(sql, read).await?;
        tx.end().await?;
        Ok(found)
    }

    /// Begins to change. On SQLite, once it is this unit of work's turn.
    pub(crate) async fn write(&self) -> Result<Tx, DbError> {
        Ok(Tx(match &self.0 {
            Pool::Sqlite { write, .. } => Open::Turn(write.turn().await?),
            Pool::Postgres(server) => Open::Postgres(server.begin("begin").await?),
        }))
    }

    /// Done once everything that was kept so far can be seen by whoever reads.
    pub(crate) async fn settled(&self) -> Result<(), DbError> {
        match &self.0 {
            Pool::Sqlite { write, .. } => write.alone(async || ()).await,
            Pool::Postgres(_) => Ok(()),
        }
    }

    /// Lets every connection go.
    pub async fn close(&self) {
        match &self.0 {
            Pool::Sqlite { write, read, .. } => {
                read.close();
                write.close().await;
            }
            Pool::Postgres(server) => server.close().await,
        }
    }
}

impl Tx {
    /// Runs a statement and says how many rows it touched. Only the door does this.
    pub(crate) async fn run(&mut self, sql: Sql) -> Result<u64, DbError> {
        match &mut self.0 {
            Open::Snapshot(_) => Err(DbError::Settings("a snapshot is not written in".into())),
            Open::Turn(turn) => {
                let (text, args) = sql.finish();
                turn.run(text.as_str(), &args)
            }
            Open::Postgres(lent) => Ok(query!(sql).execute(lent.open()?).await?.rows_affected()),
        }
    }

    /// Reads every matching row.
    pub async fn all<T>(
        &mut self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        if let Open::Postgres(lent) = &mut self.0 {
            let rows = query!(sql).fetch_all(lent.open()?).await?;
            return rows.into_iter().map(|row| read(&Row::Postgres(row))).collect();
        }
        let mut all = Vec::new();
        self.here(sql, |row| read(row).map(|it| all.push(it)))?;
        Ok(all)
    }

    /// Gives each row to `take`, on SQLite.
    fn here(
        &mut self,
        sql: Sql,
        take: impl FnMut(&Row) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let (text, args) = sql.finish();
        match &mut self.0 {
            Open::Snapshot(snapshot) => snapshot.each(text.as_str(), &args, take),
            Open::Turn(turn) => turn.each(text.as_str(), &args, take),
            Open::Postgres(_) => Ok(()),
        }
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
        let Open::Postgres(lent) = &mut self.0 else { return self.here(sql, take) };
        let mut rows = query!(sql).fetch(lent.open()?);
        while let Some(row) = rows.try_next().await? {
            take(&Row::Postgres(row))?;
        }
        Ok(())
    }

    /// Keeps the work. Only the door does this.
    pub(crate) async fn commit(self) -> Result<(), DbError> {
        match self.0 {
            Open::Snapshot(snapshot) => drop(snapshot),
            Open::Turn(turn) => turn.keep().await?,
            Open::Postgres(lent) => lent.finish("commit").await?,
        }
        Ok(())
    }

    /// Ends a unit of work that only read, and gives its connection back at once.
    pub(crate) async fn end(self) -> Result<(), DbError> {
        match self.0 {
            Open::Snapshot(snapshot) => drop(snapshot),
            Open::Turn(turn) => drop(turn),
            Open::Postgres(lent) => lent.finish("rollback").await?,
        }
        Ok(())
    }
}
