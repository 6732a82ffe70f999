//! Several programs on one key store: what one of them destroys, the others forget.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use super::{KeyStore, keys::keys};
use crate::{DbError, erasure::erased, log};

const EVERY: Duration = Duration::from_secs(1);

/// Hears every second of keys that another program destroyed, for as long as this one runs.
pub(crate) async fn hear(keys: Arc<KeyStore>) {
    loop {
        if let Err(cause) = keys.hear().await {
            log::later(&cause, "whose keys were destroyed could not be heard");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Shreds what could not be shredded when its key was destroyed, as soon as nobody reads it any more. Apart from
/// the hearing, which must not wait for it.
pub(crate) async fn shred_what_is_owed(keys: Arc<KeyStore>) {
    loop {
        tokio::time::sleep(EVERY).await;
        if keys.owed.swap(false, Ordering::Relaxed)
            && let Err(cause) = keys.shred().await
        {
            keys.owed.store(true, Ordering::Relaxed);
            log::later(&cause, "a destroyed key could not be shredded");
        }
    }
}

impl KeyStore {
    /// Forgets keys that somebody else destroyed; when that cannot be known, every key that is held.
    /// All tombstones are read, as the clocks of two machines may differ.
    pub(crate) async fn hear(&self) -> Result<(), DbError> {
        match erased(&self.db).await {
            Ok(gone) => {
                gone.iter().map(|(subject, _)| *subject).for_each(|it| self.forget(it));
                Ok(())
            }
            Err(why) => {
                self.forget_all();
                keys(Err(why))
            }
        }
    }

    /// The files of the store hold a wrapped key until it is shredded. Where several programs share a
    /// server, somebody may read it for long: then it is done as soon as they have ended.
    pub(super) async fn shred(&self) -> Result<(), DbError> {
        match self.db.shred("subject_key").await {
            Err(DbError::Busy) if self.is_shared() => {
                self.owed.store(true, Ordering::Relaxed);
                Ok(())
            }
            other => keys(other),
        }
    }
}
