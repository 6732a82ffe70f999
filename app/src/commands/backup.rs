//! Backup and restore. The key store has its own, with its own and shorter keeping.

use std::{
    fs::File,
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
};

use clap::Args;
use platform::{Db, DbError, backup, db::Step, erasure, journal, vault::KeyStore};

use super::serve::{lock, say};
use crate::{
    KEY_STEPS, STEPS,
    settings::Settings,
    stores::{stores, stores_there},
};

/// Write a backup, while others may be serving.
#[derive(Args, Debug)]
pub struct Backup {
    /// The file to write.
    file: PathBuf,
    /// Writes the key store instead: keep it apart from the data, and not for long.
    #[arg(long)]
    keys: bool,
}

impl Backup {
    /// Writes it.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let (db, keys) = stores_there(&settings).await?;
        let (db, steps) = if self.keys { (keys.db(), KEY_STEPS) } else { (&db, STEPS) };
        let head = if self.keys { Ok(String::new()) } else { journal::head(db).await };
        let head = head.map_err(|why| why.to_string())?;
        let rows = write(db, steps, &head, &self.file).await;
        let rows = rows.map_err(|why| format!("{}: {why}", self.file.display()))?;
        say(&format!("{rows} rows in {}", self.file.display()));
        if !head.is_empty() {
            say(&format!("The journal ends at {head}"));
        }
        Ok(())
    }
}

/// Writes beside the file and moves it there once it is whole and on the disk.
async fn write(
    db: &Db,
    steps: &[Step],
    head: &str,
    path: &Path,
) -> Result<u64, backup::BackupError> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let part = path.with_extension("part");
    let mut options = File::options();
    let file = options.write(true).create(true).truncate(true).mode(0o600).open(&part)?;
    let mut out = BufWriter::new(file);
    let rows = backup::write(db, steps, head, &mut out).await?;
    out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
    std::fs::rename(&part, path)?;
    Ok(rows)
}

/// Read a backup into an empty database.
#[derive(Args, Debug)]
pub struct Restore {
    /// The file to read.
    file: PathBuf,
    /// Reads it as a backup of the key store.
    #[arg(long)]
    keys: bool,
}

impl Restore {
    /// Reads it, whole or not at all, and says again what was erased.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let _lock = lock(&settings)?;
        let (db, keys) = stores(&settings).await?;
        let (to, steps) = if self.keys { (keys.db(), KEY_STEPS) } else { (&db, STEPS) };
        let said = |why: String| format!("{}: {why}", self.file.display());
        let file = File::open(&self.file).map_err(|why| said(why.to_string()))?;
        let rows = backup::read(to, steps, BufReader::new(file)).await;
        let rows = rows.map_err(|why| said(why.to_string()))?;
        say(&format!("{rows} rows from {}", self.file.display()));
        let gone = replay(&db, &keys, self.keys).await.map_err(|why| why.to_string())?;
        if gone > 0 {
            say(&format!("{gone} keys of erased people were destroyed again"));
        }
        Ok(())
    }
}

/// Whoever is erased as far as one of the two knows, is so in both. The first that is brought back
/// leaves the other empty, to be brought back after it.
async fn replay(db: &Db, keys: &KeyStore, only_keys: bool) -> Result<u64, DbError> {
    match (only_keys, keys.is_empty().await?) {
        (true, _) => erasure::replay_keys(db, keys).await,
        (false, true) => Ok(0),
        (false, false) => erasure::replay(db, keys).await,
    }
}
