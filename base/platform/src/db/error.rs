use std::sync::Arc;

/// Something went wrong between us and the database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver refused or failed.
    #[error("database: {0}")]
    Driver(#[from] sqlx::Error),
    /// A snapshot of SQLite could not be read.
    #[error("database: {0}")]
    Reading(#[from] rusqlite::Error),
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
    /// The unit of work was lost because the transaction it was part of was.
    #[error("{0}, and everything that was to be kept in the same stroke was taken back")]
    Together(Arc<DbError>),
    /// The connection was lost before the work was kept.
    #[error("the work was taken back, because the database was lost before it could be kept")]
    TakenBack,
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
                code.parse().is_ok_and(passes_on_sqlite)
            }
            Self::Reading(rusqlite::Error::SqliteFailure(cause, _)) => {
                passes_on_sqlite(cause.extended_code)
            }
            Self::Driver(
                sqlx::Error::Io(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
                | sqlx::Error::Tls(_),
            )
            | Self::TakenBack
            | Self::Busy => true,
            Self::Together(cause) => cause.is_passing(),
            Self::Vault(crate::vault::VaultError::Keys(cause)) => cause.is_passing(),
            Self::Driver(_)
            | Self::Reading(_)
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

/// Busy, read-only (a disk that went away), I/O error, full, cannot open. What kind of each stands in
/// the higher bytes.
fn passes_on_sqlite(code: i32) -> bool {
    [5, 8, 10, 13, 14].contains(&(code & 0xff))
}
