//! A request that is sent again, because a phone lost its signal or a finger pressed twice, is
//! answered as it was the first time and done once.

use std::time::Duration;

use kernel::{Id, Moment, Source, SpanOf};

use crate::{Account, Db, DbError, Failure, Tx, db::sql, secret};

/// What makes a request the same request: its key and its body, both as hashes.
#[derive(Clone, Debug)]
pub(crate) struct Once {
    key: String,
    body: String,
}

impl Once {
    /// From the key the sender chose, the path, and the body.
    pub(crate) fn new(key: &str, path: &str, body: &[u8]) -> Self {
        let body = [path.as_bytes(), b"\n", body].concat();
        Self { key: secret::hash(key), body: secret::hash(&data_encoding::HEXLOWER.encode(&body)) }
    }

    /// Passes when the key is new. An answered request is answered again; a key used for another
    /// body is refused.
    pub(crate) async fn check(&self, tx: &mut Tx, account: Id<Account>) -> Result<(), Failure> {
        let query = sql("select body, location from once where account = $1 and key = $2");
        let found = tx
            .one(query.bind(account).bind(self.key.as_str()), |row| {
                Ok((row.get::<String>("body")?, row.get::<String>("location")?))
            })
            .await?;
        match found {
            None => Ok(()),
            Some((body, location)) if body == self.body => Err(Failure::Answered(location)),
            Some(_) => Err(Failure::OtherBody),
        }
    }

    /// Remembers the answer, in the same unit of work.
    pub(crate) async fn remember(
        &self,
        tx: &mut Tx,
        account: Id<Account>,
        location: &str,
        now: Moment,
    ) -> Result<(), DbError> {
        let query = sql("insert into once (account, key, body, status, location, at) \
             values ($1, $2, $3, 303, $4, $5)");
        let query = query.bind(account).bind(self.key.as_str()).bind(self.body.as_str());
        tx.run(query.bind(location).bind(now)).await.map(drop)
    }
}

/// How long an answer is remembered.
const REMEMBERED: i64 = 7 * SpanOf::DAY;

/// Forgets answers that are too old, every hour, for as long as the program runs.
pub(crate) async fn sweep(db: Db, source: Source) {
    loop {
        if let Err(cause) = forget(&db, source.now().plus(-REMEMBERED)).await {
            tracing::warn!(%cause, "old answers could not be forgotten; trying again");
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

async fn forget(db: &Db, before: Moment) -> Result<(), DbError> {
    let mut tx = db.write().await?;
    tx.run(sql("delete from once where at < $1").bind(before)).await?;
    tx.commit().await
}
