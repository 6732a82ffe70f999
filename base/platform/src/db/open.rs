//! Opening a database, and bringing its schema up to date.

use std::{path::Path, time::Duration};

use sqlx::{
    Connection as _, PgPool, SqlSafeStr as _, SqlitePool,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{
        SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions,
        SqliteSynchronous,
    },
};

use super::{Db, DbError, Engine, Pool};

/// One step of the schema: its number and name (`0001_base`), and its text.
pub type Step = (&'static str, &'static str);

/// How many connections, and how long to wait for one.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Readers on SQLite; all connections on PostgreSQL.
    pub connections: u32,
    /// How long a request waits for its turn.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 8, patience: Duration::from_secs(5) }
    }
}

impl Db {
    /// Opens the SQLite file at `path`, making it when it is not there.
    pub async fn open_file(path: &Path, limits: Limits) -> Result<Self, DbError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .auto_vacuum(SqliteAutoVacuum::None)
            .foreign_keys(true)
            .busy_timeout(limits.patience)
            // Freed pages are overwritten, so that what was erased is not still in the file.
            .pragma("secure_delete", "on")
            .pragma("temp_store", "memory")
            .pragma("cache_size", "-16384")
            .statement_cache_capacity(256);
        let pool = SqlitePoolOptions::new().acquire_timeout(limits.patience).max_lifetime(None);
        let write = pool.clone().max_connections(1).connect_with(options.clone()).await?;
        let readers = options.pragma("query_only", "on");
        let read = pool.max_connections(limits.connections).connect_with(readers).await?;
        Ok(Self(Pool::Sqlite { write, read }))
    }

    /// Opens the PostgreSQL database that `url` names.
    pub async fn open_server(url: &str, limits: Limits) -> Result<Self, DbError> {
        let options: PgConnectOptions = url.parse()?;
        let options = options.application_name("tributary").statement_cache_capacity(256);
        let pool = PgPoolOptions::new()
            .acquire_timeout(limits.patience)
            .max_connections(limits.connections)
            .connect_with(options)
            .await?;
        Ok(Self(Pool::Postgres(pool)))
    }

    /// Brings the schema up to date, under a lock. Refuses a schema newer than these steps.
    pub async fn migrate(&self, steps: &[Step]) -> Result<(), DbError> {
        let migrator = Migrator::with_migrations(
            steps.iter().map(|step| migration(*step)).collect::<Result<_, _>>()?,
        );
        let done = match &self.0 {
            Pool::Sqlite { write, .. } => migrator.run(write).await,
            Pool::Postgres(pool) => {
                let mut open = pool.acquire().await?;
                let done = migrator.run(&mut *open).await;
                if done.is_err() {
                    // It may still hold the lock, and would hold it for as long as it is pooled.
                    open.close_on_drop();
                }
                done
            }
        };
        done.map_err(|why| {
            if let MigrateError::VersionMissing(step) = why {
                DbError::Newer(step)
            } else {
                why.into()
            }
        })
    }

    /// Writes the whole log into the database file and empties it. SQLite only: elsewhere it does
    /// nothing.
    pub(crate) async fn settle(&self) -> Result<(), DbError> {
        if let Pool::Sqlite { write, .. } = &self.0 {
            let empty = "pragma wal_checkpoint(truncate)";
            let busy: i64 = sqlx::query_scalar(empty).fetch_one(write).await?;
            if busy != 0 {
                return Err(DbError::Busy);
            }
        }
        Ok(())
    }

    /// True when the database answers.
    pub async fn answers(&self) -> bool {
        match &self.0 {
            Pool::Sqlite { read, .. } => alive(read).await,
            Pool::Postgres(pool) => pool_alive(pool).await,
        }
    }
}

async fn alive(pool: &SqlitePool) -> bool {
    match pool.acquire().await {
        Ok(mut open) => open.ping().await.is_ok(),
        Err(_) => false,
    }
}

async fn pool_alive(pool: &PgPool) -> bool {
    match pool.acquire().await {
        Ok(mut open) => open.ping().await.is_ok(),
        Err(_) => false,
    }
}

fn migration((name, text): Step) -> Result<Migration, DbError> {
    let (number, what) = name.split_once('_').unwrap_or((name, ""));
    let version =
        number.parse().map_err(|_| DbError::Settings(format!("`{name}` has no number")))?;
    let kind = MigrationType::Simple;
    Ok(Migration::new(version, what.replace('_', " ").into(), kind, text.into_sql_str(), false))
}

impl Engine {
    /// Its name, as people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}
