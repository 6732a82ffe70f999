//! The one who writes into a SQLite file. Changes take turns; those that wait for theirs meanwhile
//! share one commit, and none of them is answered before it is on the disk. What a disk needs to be
//! sure of one change is so much longer than the change itself that, one commit each, a busy morning
//! would end in a queue.

use std::{sync::Arc, time::Duration};

use sqlx::{
    ConnectOptions as _, Connection as _, SqliteConnection, query, sqlite::SqliteConnectOptions,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::DbError;

/// Hands out turns to write, in the order in which they were asked for.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    group: Arc<Mutex<Group>>,
    patience: Duration,
}

/// The open transaction, and those who wait for its commit.
#[derive(Debug)]
struct Group {
    /// How to open the file again. Nothing once the writer was closed for good.
    options: Option<SqliteConnectOptions>,
    /// Nothing after a failure that may have ended the transaction: it is opened anew.
    open: Option<SqliteConnection>,
    begun: bool,
    members: Vec<Member>,
}

/// Somebody who waits to hear that their work is on the disk.
type Member = oneshot::Sender<Result<(), DbError>>;

/// One change's turn: a savepoint within the group's transaction. Dropped without
/// [`Turn::keep`], nothing of it remains.
#[derive(Debug)]
pub(super) struct Turn {
    group: Option<OwnedMutexGuard<Group>>,
    writer: Writer,
    lost: bool,
}

impl Writer {
    pub(super) async fn open(
        options: SqliteConnectOptions,
        patience: Duration,
    ) -> Result<Self, DbError> {
        let open = Some(options.connect().await?);
        let group = Group { options: Some(options), open, begun: false, members: Vec::new() };
        Ok(Self { group: Arc::new(Mutex::new(group)), patience })
    }

    /// Waits for its turn.
    pub(super) async fn turn(&self) -> Result<Turn, DbError> {
        let group = tokio::time::timeout(self.patience, self.group.clone().lock_owned()).await;
        let group = group.map_err(|_| sqlx::Error::PoolTimedOut)?;
        // Whoever goes away from here on leaves a turn that is taken back.
        let mut turn = Turn { group: Some(group), writer: self.clone(), lost: false };
        if let Some(group) = &mut turn.group {
            group.begin().await?;
        }
        Ok(turn)
    }

    /// Everything kept so far is committed, and `work` has the connection to itself.
    pub(super) async fn alone<T>(
        &self,
        work: impl AsyncFnOnce(&mut SqliteConnection) -> T,
    ) -> Result<T, DbError> {
        let mut group = self.settled().await?;
        Ok(work(group.connected().await?).await)
    }

    /// Commits what is kept, and lets the connection go.
    pub(super) async fn close(&self) {
        let Ok(mut group) = self.settled().await else { return };
        group.options = None;
        if let Some(open) = group.open.take() {
            // Everything is on the disk already.
            open.close().await.unwrap_or_default();
        }
    }

    /// In a task of its own: a commit goes on when whoever asked for it goes away.
    async fn settled(&self) -> Result<OwnedMutexGuard<Group>, DbError> {
        let group = self.group.clone();
        let settling = tokio::spawn(async move {
            let mut group = group.lock_owned().await;
            group.commit().await;
            group
        });
        settling.await.map_err(|_| DbError::TakenBack)
    }
}

impl Group {
    async fn connected(&mut self) -> Result<&mut SqliteConnection, DbError> {
        let open = match (self.open.take(), &self.options) {
            (Some(open), _) => open,
            (None, Some(options)) => options.connect().await?,
            (None, None) => return Err(sqlx::Error::PoolClosed.into()),
        };
        Ok(self.open.insert(open))
    }

    /// Begins a member's part. The write lock is taken at the beginning: a transaction that reads
    /// first and writes later dies of a lock that no waiting cures.
    async fn begin(&mut self) -> Result<(), DbError> {
        if !self.begun {
            query("begin immediate").execute(self.connected().await?).await?;
            self.begun = true;
        }
        query("savepoint turn").execute(self.connected().await?).await?;
        Ok(())
    }

    /// Commits, and says so to everybody who waits for it.
    async fn commit(&mut self) {
        if self.members.is_empty() {
            return;
        }
        let done = match &mut self.open {
            Some(open) => query("commit").execute(open).await.map_err(DbError::from),
            None => Err(DbError::TakenBack),
        };
        match done {
            Ok(_) => {
                self.begun = false;
                self.members.drain(..).for_each(|member| tell(member, Ok(())));
            }
            Err(cause) => self.fail(cause),
        }
    }

    /// The transaction is lost, and with it what its members did. The connection is not used again:
    /// closing it takes back whatever SQLite has not taken back by itself.
    fn fail(&mut self, cause: DbError) {
        let cause = Arc::new(cause);
        (self.open, self.begun) = (None, false);
        let taken_back = |member| tell(member, Err(DbError::Together(cause.clone())));
        self.members.drain(..).for_each(taken_back);
    }

    /// Takes back what the last turn did, and the whole transaction when nobody else is in it.
    async fn take_back(&mut self) {
        let Some(open) = &mut self.open else { return };
        let back = if self.members.is_empty() {
            self.begun = false;
            query("rollback").execute(open).await
        } else {
            match query("rollback to turn").execute(&mut *open).await {
                Ok(_) => query("release turn").execute(open).await,
                Err(cause) => Err(cause),
            }
        };
        if let Err(cause) = back {
            self.fail(cause.into());
        }
    }
}

fn tell(member: Member, outcome: Result<(), DbError>) {
    // Whoever waited may have gone away.
    member.send(outcome).unwrap_or_default();
}

impl Turn {
    /// The connection, for a statement of this turn.
    pub(super) fn connection(&mut self) -> Result<&mut SqliteConnection, DbError> {
        let group = self.group.as_mut().filter(|_| !self.lost);
        group.and_then(|it| it.open.as_mut()).ok_or(DbError::TakenBack)
    }

    /// After some failures SQLite has ended the whole transaction, and what followed would be kept by
    /// itself. So nothing of this turn follows one.
    pub(super) fn noted<T>(&mut self, outcome: Result<T, sqlx::Error>) -> Result<T, DbError> {
        self.lost = self.lost || outcome.as_ref().is_err_and(ends_all);
        Ok(outcome?)
    }

    /// Keeps the work: done when it, and all that came before it, is on the disk. It goes on when
    /// whoever asked for it goes away.
    pub(super) async fn keep(self) -> Result<(), DbError> {
        let (member, kept) = oneshot::channel();
        tokio::spawn(self.join(member));
        kept.await.map_err(|_| DbError::TakenBack)?
    }

    async fn join(mut self, member: Member) {
        let released = match self.connection() {
            Ok(open) => {
                let released = query("release turn").execute(open).await;
                self.noted(released).map(drop)
            }
            Err(lost) => Err(lost),
        };
        if let Err(cause) = released {
            self.lost = true;
            return tell(member, Err(cause));
        }
        let Some(mut group) = self.group.take() else { return };
        group.members.push(member);
        let first = group.members.len() == 1;
        drop(group);
        if first {
            // It queues behind those who wait now: they are in the same commit.
            self.writer.group.lock().await.commit().await;
        }
    }

    /// Ends a turn of which nothing is kept.
    pub(super) async fn leave(mut self) {
        let lost = self.lost;
        if let Some(group) = self.group.take() {
            left(group, lost).await;
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(group) = self.group.take() else { return };
        // Outside of the program's own threads nobody is left who could write.
        if let Ok(threads) = tokio::runtime::Handle::try_current() {
            threads.spawn(left(group, self.lost));
        }
    }
}

async fn left(mut group: OwnedMutexGuard<Group>, lost: bool) {
    if lost {
        group.fail(DbError::TakenBack);
    } else {
        group.take_back().await;
    }
}

/// True for failures after which SQLite may have rolled everything back by itself: busy, no memory,
/// read-only, interrupted, I/O, corrupt, full, cannot open, not a database.
fn ends_all(failure: &sqlx::Error) -> bool {
    if let sqlx::Error::Database(cause) = failure {
        let code = cause.code().and_then(|it| it.parse::<u32>().ok()).unwrap_or_default();
        return [5, 7, 8, 9, 10, 11, 13, 14, 26].contains(&(code & 0xff));
    }
    matches!(failure, sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed)
}

#[cfg(test)]
mod tests;
