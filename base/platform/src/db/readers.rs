//! Reading a SQLite file. What is read is nearly always in memory, and takes less time than handing
//! the question to another thread and waking up for the answer: so it is read in place.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{
    Arg, DbError, Limits, Row,
    file::{File, Open},
};

/// Connections that only read.
#[derive(Clone, Debug)]
pub(super) struct Readers {
    idle: Arc<Mutex<Vec<Open>>>,
    turns: Arc<Semaphore>,
    file: File,
}

/// A snapshot: what is read in it is of one moment, whatever is written meanwhile.
#[derive(Debug)]
pub(super) struct Snapshot {
    open: Option<Open>,
    readers: Readers,
    _turn: OwnedSemaphorePermit,
}

impl Readers {
    pub(super) fn of(file: File, limits: Limits) -> Self {
        let turns = usize::try_from(limits.connections).unwrap_or(1).max(1);
        Self { idle: Arc::default(), turns: Arc::new(Semaphore::new(turns)), file }
    }

    /// Begins to read, once it is this reader's turn.
    pub(super) async fn snapshot(&self) -> Result<Snapshot, DbError> {
        let turn = self.turns.clone().acquire_owned();
        let turn = tokio::time::timeout(self.file.patience, turn).await;
        let turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let turn = turn.map_err(|_| sqlx::Error::PoolClosed)?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut open = idle.map_or_else(|| self.file.to_read(), Ok)?;
        open.simply("begin")?;
        Ok(Snapshot { open: Some(open), readers: self.clone(), _turn: turn })
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
        args: &[Arg],
        take: impl FnMut(&Row) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let open = self.open.as_mut().ok_or(DbError::TakenBack)?;
        open.each(text, args, take)
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if open.simply("rollback").is_ok() && !self.readers.turns.is_closed() {
            self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(open);
        }
    }
}
