use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use kernel::Moment;

use super::TOUCH;
use crate::{Db, DbError, db::sql, log};

/// Signs of life that are not written down yet. Written together, every few seconds.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    db: Db,
    waiting: Arc<Mutex<HashMap<String, Moment>>>,
}

const EVERY: Duration = Duration::from_secs(5);

impl Seats {
    pub(crate) fn start(db: Db) -> Self {
        let seats = Self { db, waiting: Arc::default() };
        let weak = Arc::downgrade(&seats.waiting);
        let db = seats.db.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(EVERY).await;
                let Some(waiting) = weak.upgrade() else { return };
                Self { db: db.clone(), waiting }.flush().await;
            }
        });
        seats
    }

    /// Notes a sign of life, at most once a minute for one sitting.
    pub(crate) fn touch(&self, id: &str, written: Moment, now: Moment) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let known = waiting.get(id).copied().unwrap_or(written).max(written);
        if now >= known.plus(TOUCH) {
            waiting.insert(id.to_owned(), now);
        }
    }

    /// The last sign of life that is not written down yet.
    pub(crate) fn seen(&self, id: &str) -> Option<Moment> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).get(id).copied()
    }

    /// Writes down what waits.
    pub(crate) async fn flush(&self) {
        let now: HashMap<String, Moment> =
            self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if now.is_empty() {
            return;
        }
        match self.write(&now).await {
            Ok(()) => {
                let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                waiting.retain(|id, at| now.get(id) != Some(at));
            }
            Err(cause) => log::later(&cause, "sittings could not be touched"),
        }
    }

    async fn write(&self, seen: &HashMap<String, Moment>) -> Result<(), DbError> {
        let mut tx = self.db.write().await?;
        let mut ids: Vec<_> = seen.iter().collect();
        ids.sort();
        for (id, at) in ids {
            let query = sql("update session set seen_at = $1 where id = $2 and seen_at < $1");
            tx.run(query.bind(*at).bind(id.as_str())).await?;
        }
        tx.commit().await
    }
}
