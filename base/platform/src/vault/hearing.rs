//! Several programs on one key store: what one of them destroys, the others forget.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use super::{KeyStore, keys::keys};
use crate::{DbError, erasure::erased, log};

const EVERY: Duration = Duration::from_secs(1);

/// How often it is asked whether somebody still reads what is to be shredded, before that is left for later.
const TRIES: usize = 100;

/// Hears every second of keys that another program destroyed, for as long as this one runs.
pub(crate) async fn hear(keys: Arc<KeyStore>) {
    loop {
        if let Err(cause) = keys.hear().await {
            log::later(&cause, "whose keys were destroyed could not be heard");
        }
        tokio::time::sleep(EVERY).await;
    }
}

impl KeyStore {
    /// Forgets keys that somebody else destroyed; when that cannot be known, every key that is held.
    /// All tombstones are read, as the clocks of two machines may differ.
    pub(crate) async fn hear(&self) -> Result<(), DbError> {
        match erased(&self.db).await {
            Ok(gone) => {
                gone.iter().map(|(subject, _)| *subject).for_each(|it| self.forget(it));
                self.shred_what_is_owed().await
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
        self.shred_within(TRIES).await
    }

    async fn shred_within(&self, tries: usize) -> Result<(), DbError> {
        match self.db.shred("subject_key", tries).await {
            Err(DbError::Busy) if self.is_shared() => {
                self.owed.store(true, Ordering::Relaxed);
                Ok(())
            }
            other => keys(other),
        }
    }

    async fn shred_what_is_owed(&self) -> Result<(), DbError> {
        if self.owed.swap(false, Ordering::Relaxed) { self.shred_within(1).await } else { Ok(()) }
    }
}
