use kernel::Source;
use tokio::sync::{mpsc, oneshot};

use super::{Act, write};
use crate::{Db, DbError, log};

/// How many looks one batch takes, and how many may wait.
const BATCH: usize = 512;
const WAITING: usize = 8192;

/// Writes the lines of looks, many in one transaction.
#[derive(Clone, Debug)]
pub(crate) struct JournalWriter(mpsc::Sender<Pending>);

#[derive(Debug)]
struct Pending {
    act: Act,
    done: oneshot::Sender<bool>,
}

/// The line could not be written, and so the answer must not leave.
#[derive(Debug, thiserror::Error)]
#[error("the journal could not be written")]
pub(crate) struct NotWritten;

impl JournalWriter {
    /// Starts the writer. It ends when the last handle is dropped.
    pub(crate) fn start(db: Db, source: Source) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        tokio::spawn(run(db, source, receiver));
        Self(sender)
    }

    /// Returns once the act is durable.
    pub(crate) async fn looked(&self, act: Act) -> Result<(), NotWritten> {
        let (done, written) = oneshot::channel();
        self.0.send(Pending { act, done }).await.map_err(|_| NotWritten)?;
        match written.await {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(NotWritten),
        }
    }
}

async fn run(db: Db, source: Source, mut receiver: mpsc::Receiver<Pending>) {
    let mut batch = Vec::with_capacity(BATCH);
    while receiver.recv_many(&mut batch, BATCH).await > 0 {
        let written = keep(&db, &source, &batch).await;
        if let Err(cause) = &written {
            log::later(&cause, "looks could not be journaled and were not answered");
        }
        for pending in batch.drain(..) {
            // Whoever waited may have gone away.
            pending.done.send(written.is_ok()).unwrap_or_default();
        }
    }
}

async fn keep(db: &Db, source: &Source, batch: &[Pending]) -> Result<(), DbError> {
    let entries = batch.iter().flat_map(|it| it.act.entries(|| source.id())).collect();
    let mut tx = db.write().await?;
    write(&mut tx, entries).await?;
    tx.commit().await
}
