//! The connections to a PostgreSQL server.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use sqlx::{Executor as _, PgPool, Postgres, pool::PoolConnection, postgres::PgRow};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Arg, DbError, Limits, Sql, arg};

/// So long after it was last of use, a connection is taken for sound without being asked.
const SOUND: Duration = Duration::from_secs(1);

/// The pool asks each connection whether it is sound when it is taken and again when it is given back.
/// On a page that reads a few rows that is a third of all the ways to the server and back, so what was in
/// use a moment ago is kept at hand here.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pool: PgPool,
    rested: Arc<Mutex<Vec<Rested>>>,
    turns: Arc<Semaphore>,
    patience: Duration,
}

#[derive(Debug)]
struct Rested {
    open: PoolConnection<Postgres>,
    since: Instant,
}

/// A connection in use.
#[derive(Debug)]
pub(super) struct Lent {
    /// It was at hand, and nobody has asked it whether it is sound.
    unasked: bool,
    open: Option<PoolConnection<Postgres>>,
    server: Server,
    turn: Option<OwnedSemaphorePermit>,
}

impl Server {
    pub(super) fn of(pool: PgPool, limits: Limits) -> Self {
        let turns = usize::try_from(limits.connections).unwrap_or(1).max(1);
        let turns = Arc::new(Semaphore::new(turns));
        Self { pool, rested: Arc::default(), turns, patience: limits.patience }
    }

    /// A connection, once there is one to be had.
    pub(super) async fn lend(&self) -> Result<Lent, DbError> {
        let turn = tokio::time::timeout(self.patience, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| sqlx::Error::PoolTimedOut)?;
        let turn = Some(turn.map_err(|_| sqlx::Error::PoolClosed)?);
        let at_hand = self.sound();
        let unasked = at_hand.is_some();
        let open = match at_hand {
            Some(open) => open,
            None => self.pool.acquire().await?,
        };
        Ok(Lent { unasked, open: Some(open), server: self.clone(), turn })
    }

    /// A connection on which a unit of work has begun.
    pub(super) async fn begin(&self, text: &'static str) -> Result<Lent, DbError> {
        let mut lent = self.lend().await?;
        if let Err(why) = lent.open()?.execute(text).await {
            lent = self.another(lent, why).await?;
            lent.open()?.execute(text).await?;
        }
        Ok(lent)
    }

    /// Reads one row by itself.
    pub(super) async fn row(&self, sql: Sql) -> Result<Option<PgRow>, DbError> {
        let (text, args) = sql.finish();
        let query = || arg::bind_all!(sqlx::query::<Postgres>(text.clone()), args.clone());
        let mut lent = self.lend().await?;
        let row = match query().fetch_optional(lent.open()?).await {
            Ok(row) => row,
            Err(why) => {
                lent = self.another(lent, why).await?;
                query().fetch_optional(lent.open()?).await?
            }
        };
        lent.rest();
        Ok(row)
    }

    /// Another connection, after one that was at hand did not answer: a server that went away is first
    /// noticed by whoever asks next, and one that has come back meanwhile answers them.
    pub(super) async fn another(&self, lent: Lent, why: sqlx::Error) -> Result<Lent, DbError> {
        if !lent.unasked {
            return Err(why.into());
        }
        lent.end();
        self.rested().clear();
        self.lend().await
    }

    /// The one that rested for the shortest time. Those that rested for long go back to the pool.
    fn sound(&self) -> Option<PoolConnection<Postgres>> {
        let mut rested = self.rested();
        let long = rested.partition_point(|it| it.since.elapsed() > SOUND);
        rested.drain(..long);
        rested.pop().map(|it| it.open)
    }

    fn rested(&self) -> std::sync::MutexGuard<'_, Vec<Rested>> {
        self.rested.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody gets a connection any more, and all are ended.
    pub(super) async fn close(&self) {
        self.turns.close();
        self.rested().clear();
        self.pool.close().await;
    }
}

impl Lent {
    /// The connection.
    pub(super) fn open(&mut self) -> Result<&mut sqlx::PgConnection, DbError> {
        self.open.as_deref_mut().ok_or(DbError::TakenBack)
    }

    /// Keeps the unit of work or takes it back, as `text` says, and gives the connection back.
    pub(super) async fn finish(mut self, text: &'static str) -> Result<(), DbError> {
        self.open()?.execute(text).await?;
        self.rest();
        Ok(())
    }

    /// Gives it back with nothing left open in it.
    pub(super) fn rest(mut self) {
        let Some(open) = self.open.take() else { return };
        let mut rested = self.server.rested();
        if !self.server.turns.is_closed() {
            rested.push(Rested { open, since: Instant::now() });
        }
    }

    /// Ends the connection itself, and whatever the server holds for it.
    pub(super) fn end(mut self) {
        if let Some(mut open) = self.open.take() {
            open.close_on_drop();
        }
    }
}

impl Drop for Lent {
    /// In the middle of a unit of work, which is taken back before anybody else gets the connection.
    fn drop(&mut self) {
        let (Some(mut open), turn) = (self.open.take(), self.turn.take()) else { return };
        tokio::spawn(async move {
            if open.execute("rollback").await.is_err() {
                open.close_on_drop();
            }
            drop((open, turn));
        });
    }
}
