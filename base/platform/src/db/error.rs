use std::sync::Arc;

/// Something went wrong between us and the database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver refused or failed.
    #[error("database: {0}")]
    Driver(#[from] sqlx::Error),
    /// SQLite refused or failed.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
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
    /// Readers kept what was taken away from being wiped out of the files.
    #[error(
        "what was taken away could not be wiped out of the files, because somebody was reading all the while; try again"
    )]
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
                // Connection, resources, intervention, and serialisation failures.
                ["08", "53", "57", "40"].iter().any(|class| code.starts_with(class))
            }
            Self::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) => {
                // Busy, read-only (a disk that went away), I/O error, full, cannot open. What kind of
                // each stands in the higher bytes.
                [5, 8, 10, 13, 14].contains(&(cause.extended_code & 0xff))
            }
            Self::Driver(
                sqlx::Error::Io(_)
                // Half an answer: the line was cut.
                | sqlx::Error::Protocol(_)
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
            | Self::Sqlite(_)
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
        if let Self::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) = self {
            // A key, or another unique index.
            return [1555, 2067].contains(&cause.extended_code);
        }
        let Self::Driver(sqlx::Error::Database(cause)) = self else { return false };
        cause.is_unique_violation()
    }

    /// True for failures after which SQLite may have rolled everything back by itself: busy, no
    /// memory, read-only, interrupted, I/O, corrupt, full, cannot open, not a database.
    pub(super) fn ends_all(&self) -> bool {
        let Self::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) = self else { return false };
        [5, 7, 8, 9, 10, 11, 13, 14, 26].contains(&(cause.extended_code & 0xff))
    }
}
