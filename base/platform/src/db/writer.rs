//! The one who writes into a SQLite file. Changes take turns; those that wait for theirs meanwhile
//! share one commit, and none of them is answered before it is on the disk. What a disk needs to be
//! sure of one change is so much longer than the change itself that, one commit each, a busy morning
//! would end in a queue.

use std::sync::Arc;

use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::{
    Arg, DbError, Row,
    file::{File, Open},
};

/// Hands out turns to write, in the order in which they were asked for.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    group: Arc<Mutex<Group>>,
    file: File,
}

/// The open transaction, and those who wait for its commit.
#[derive(Debug)]
struct Group {
    /// Nothing once the writer was closed for good.
    file: Option<File>,
    /// Nothing after a failure that may have ended the transaction: it is opened anew.
    open: Option<Open>,
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
    pub(super) async fn open(file: File) -> Result<Self, DbError> {
        let opening = file.clone();
        let open = tokio::task::spawn_blocking(move || opening.to_write()).await;
        let open = Some(open.map_err(|_| DbError::TakenBack)??);
        let group = Group { file: Some(file.clone()), open, begun: false, members: Vec::new() };
        Ok(Self { group: Arc::new(Mutex::new(group)), file })
    }

    /// Waits for its turn.
    pub(super) async fn turn(&self) -> Result<Turn, DbError> {
        let group = tokio::time::timeout(self.file.patience, self.group.clone().lock_owned()).await;
        let mut group = group.map_err(|_| sqlx::Error::PoolTimedOut)?;
        group.begin().await?;
        Ok(Turn { group: Some(group), writer: self.clone(), lost: false })
    }

    /// Everything kept so far is committed, and nobody writes while `work` is done.
    pub(super) async fn alone<T>(&self, work: impl AsyncFnOnce() -> T) -> Result<T, DbError> {
        let _group = self.settled().await?;
        Ok(work().await)
    }

    /// Writes the whole log into the file and empties it.
    pub(super) async fn empty_log(&self) -> Result<(), DbError> {
        let mut group = self.settled().await?;
        let mut open = group.open.take().map_or_else(|| self.file.to_write(), Ok)?;
        let emptying = tokio::task::spawn_blocking(move || {
            let mut busy = 0;
            let take = |row: &Row| row.get("busy").map(|it: i64| busy = it);
            let done = open.each("pragma wal_checkpoint(truncate)", &[], take);
            (open, done.map(|()| busy))
        });
        let (open, busy) = emptying.await.map_err(|_| DbError::TakenBack)?;
        group.open = Some(open);
        if busy? == 0 { Ok(()) } else { Err(DbError::Busy) }
    }

    /// Commits what is kept, and lets the connection go.
    pub(super) async fn close(&self) {
        let Ok(mut group) = self.settled().await else { return };
        (group.file, group.open) = (None, None);
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
    /// Begins a member's part. The write lock is taken at the beginning: a transaction that reads
    /// first and writes later dies of a lock that no waiting cures.
    async fn begin(&mut self) -> Result<(), DbError> {
        if !self.begun {
            let open = match (self.open.take(), &self.file) {
                (Some(open), _) => open,
                (None, Some(file)) => file.to_write()?,
                (None, None) => return Err(sqlx::Error::PoolClosed.into()),
            };
            let (open, begun) = open.slowly("begin immediate").await;
            self.open = open;
            begun?;
            self.begun = true;
        }
        self.open.as_mut().ok_or(DbError::TakenBack)?.simply("savepoint turn")?;
        Ok(())
    }

    /// Commits, and says so to everybody who waits for it.
    async fn commit(&mut self) {
        if self.members.is_empty() {
            return;
        }
        let Some(open) = self.open.take() else { return self.fail(DbError::TakenBack) };
        let (open, done) = open.slowly("commit").await;
        match done {
            Ok(()) => {
                (self.open, self.begun) = (open, false);
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
    fn take_back(&mut self) {
        let Some(open) = &mut self.open else { return };
        let back = if self.members.is_empty() {
            self.begun = false;
            open.simply("rollback")
        } else {
            open.simply("rollback to turn").and_then(|()| open.simply("release turn"))
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
    fn open(&mut self) -> Result<&mut Open, DbError> {
        let group = self.group.as_mut().filter(|_| !self.lost);
        group.and_then(|it| it.open.as_mut()).ok_or(DbError::TakenBack)
    }

    /// After some failures SQLite has ended the whole transaction, and what followed would be kept by
    /// itself. So nothing of this turn follows one.
    fn noted<T>(&mut self, outcome: Result<T, DbError>) -> Result<T, DbError> {
        self.lost = self.lost || outcome.as_ref().is_err_and(DbError::ends_all);
        outcome
    }

    /// Runs a statement and says how many rows it touched.
    pub(super) fn run(&mut self, text: &str, args: &[Arg]) -> Result<u64, DbError> {
        let done = self.open()?.run(text, args).map_err(DbError::from);
        self.noted(done)
    }

    /// Gives each row to `take`, one after the other.
    pub(super) fn each(
        &mut self,
        text: &str,
        args: &[Arg],
        take: impl FnMut(&Row) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let done = self.open()?.each(text, args, take);
        self.noted(done)
    }

    /// Keeps the work: done when it, and all that came before it, is on the disk. It goes on when
    /// whoever asked for it goes away.
    pub(super) async fn keep(mut self) -> Result<(), DbError> {
        let released = self.open()?.simply("release turn").map_err(DbError::from);
        self.noted(released)?;
        let (member, kept) = oneshot::channel();
        let Some(mut group) = self.group.take() else { return Err(DbError::TakenBack) };
        group.members.push(member);
        if group.members.len() == 1 {
            let group = self.writer.group.clone();
            // It queues behind those who wait now: they are in the same commit.
            tokio::spawn(async move { group.lock().await.commit().await });
        }
        drop(group);
        kept.await.map_err(|_| DbError::TakenBack)?
    }
}

/// Ends a turn of which nothing is kept.
impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut group) = self.group.take() else { return };
        if self.lost {
            group.fail(DbError::TakenBack);
        } else {
            group.take_back();
        }
    }
}

#[cfg(test)]
mod tests;
