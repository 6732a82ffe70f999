//! Opening a database, and bringing its schema up to date.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    ConnectOptions as _, Connection as _, SqlSafeStr as _,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::SqliteConnectOptions,
};

use super::{
    Db, DbError, Engine, Pool, anew, file::File, readers::Readers, server::Server, sql,
    writer::Writer,
};

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
        let file = File { path: Arc::new(path.to_owned()), patience: limits.patience };
        let write = Writer::open(file.clone()).await?;
        Ok(Self(Pool::Sqlite { write, read: Readers::of(file, limits), path: path.to_owned() }))
    }

    /// Opens the PostgreSQL database that `url` names.
    pub async fn open_server(url: &str, limits: Limits) -> Result<Self, DbError> {
        let options: PgConnectOptions = url.parse()?;
        // Planning a statement anew for each value costs more than what is gained: ids are all alike.
        // And its disks are not the turning ones that its defaults think of: reading a page's rows by their
        // keys is cheaper than reading a whole table.
        let options = options.options([("plan_cache_mode", "force_generic_plan")]);
        let options = options.options([("random_page_cost", "1.1")]);
        let options = options.application_name("tributary").statement_cache_capacity(256);
        let options = options.disable_statement_logging();
        let pool = PgPoolOptions::new()
            .acquire_timeout(limits.patience)
            .max_connections(limits.connections)
            .connect_with(options)
            .await?;
        Ok(Self(Pool::Postgres(Server::of(pool, limits))))
    }

    /// Brings the schema up to date, under a lock. Refuses a schema newer than these steps.
    pub async fn migrate(&self, steps: &[Step]) -> Result<(), DbError> {
        let migrator = Migrator::with_migrations(
            steps.iter().map(|step| migration(*step)).collect::<Result<_, _>>()?,
        );
        let done = match &self.0 {
            Pool::Sqlite { write, path, .. } => {
                write.alone(async || stepped(&migrator, path).await).await?
            }
            Pool::Postgres(server) => {
                let mut lent = server.lend().await?;
                let done = migrator.run(lent.open()?).await;
                // After a step that failed it may still hold the lock, and would for as long as it is kept.
                if done.is_ok() {
                    lent.rest();
                } else {
                    lent.end();
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
            write.empty_log().await?;
        }
        Ok(())
    }

    /// The same for what was just taken out of `table`, on either engine: PostgreSQL keeps the bytes of
    /// old rows until the table is written anew. Busy when somebody goes on reading it.
    pub(crate) async fn shred(&self, table: &'static str) -> Result<(), DbError> {
        match &self.0 {
            Pool::Sqlite { .. } => self.settle().await,
            Pool::Postgres(server) => anew::write_anew(server, table).await,
        }
    }

    /// True when the database answers.
    pub async fn answers(&self) -> bool {
        let Ok(mut tx) = self.read().await else { return false };
        tx.one(sql("select 1 as here"), |_| Ok(())).await.is_ok_and(|it| it.is_some())
    }
}

/// The steps are taken on a connection that does nothing else.
async fn stepped(migrator: &Migrator, path: &Path) -> Result<(), MigrateError> {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    let mut open = options.connect().await?;
    migrator.run(&mut open).await?;
    Ok(open.close().await?)
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
