//! A request that is sent again, because a phone lost its signal or a finger pressed twice, is
//! answered as it was the first time and done once.

use std::time::Duration;

use kernel::{Id, Moment, Source, SpanOf};

use crate::{Account, Db, DbError, Failure, Tx, db::sql, log, secret};

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

    /// Claims the key for this unit of work: of two that come at once, the second waits until the
    /// first is done. An answered request is answered again; a key used for another body is refused.
    pub(crate) async fn claim(
        &self,
        tx: &mut Tx,
        account: Id<Account>,
        now: Moment,
    ) -> Result<(), Failure> {
        let query = sql("insert into once (account, key, body, location, at) \
             values ($1, $2, $3, '', $4) on conflict (account, key) do nothing");
        let query = query.bind(account).bind(self.key.as_str()).bind(self.body.as_str());
        if tx.run(query.bind(now)).await? == 1 {
            return Ok(());
        }
        match self.answer(tx, account).await? {
            Some(answer) if answer.body == self.body => {
                Err(Failure::Answered { to: answer.to, made: answer.made })
            }
            Some(_) => Err(Failure::OtherBody),
            // It was forgotten this very moment.
            None => Ok(()),
        }
    }

    /// Gives up the claim: nothing was done that could be answered again.
    pub(crate) async fn let_go(&self, tx: &mut Tx, account: Id<Account>) -> Result<(), DbError> {
        let query = sql("delete from once where account = $1 and key = $2 and location = ''");
        tx.run(query.bind(account).bind(self.key.as_str())).await.map(drop)
    }

    /// True when a request with this key was answered, whatever it said.
    pub(crate) async fn is_answered(
        &self,
        tx: &mut Tx,
        account: Id<Account>,
    ) -> Result<bool, DbError> {
        self.answer(tx, account).await.map(|it| it.is_some())
    }

    async fn answer(&self, tx: &mut Tx, account: Id<Account>) -> Result<Option<Answer>, DbError> {
        let query = sql("select body, location, made from once where account = $1 and key = $2");
        tx.one(query.bind(account).bind(self.key.as_str()), |row| {
            let (body, to, made) = (row.get("body")?, row.get("location")?, row.get("made")?);
            Ok(Answer { body, to, made })
        })
        .await
    }

    /// Remembers the answer, in the same unit of work: where it led, and the id of what it made.
    pub(crate) async fn remember(
        &self,
        tx: &mut Tx,
        account: Id<Account>,
        (to, made): (&str, Option<&str>),
        now: Moment,
    ) -> Result<(), DbError> {
        let query = sql("insert into once (account, key, body, location, made, at) \
             values ($1, $2, $3, $4, $5, $6) on conflict (account, key) \
             do update set location = excluded.location, made = excluded.made");
        let query = query.bind(account).bind(self.key.as_str()).bind(self.body.as_str());
        let made = made.map(str::to_owned);
        tx.run(query.bind(to).bind(made).bind(now)).await.map(drop)
    }
}

/// What was answered.
struct Answer {
    body: String,
    to: String,
    made: Option<String>,
}

/// How long an answer is remembered.
const REMEMBERED: i64 = 7 * SpanOf::DAY;

/// How long a sitting that has ended is kept.
const SITTINGS: i64 = 30 * SpanOf::DAY;

const EVERY: Duration = Duration::from_hours(1);

/// Forgets what is too old, every hour, for as long as the program runs.
pub(crate) async fn sweep(db: Db, source: Source) {
    loop {
        if let Err(cause) = forget(&db, source.now()).await {
            log::later(&cause, "old answers could not be forgotten");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Forgets answers that are too old now, tries to sign in that nobody waits for any more, and
/// sittings that ended long ago.
pub(crate) async fn forget(db: &Db, now: Moment) -> Result<(), DbError> {
    let before = now.plus(-REMEMBERED);
    let mut tx = db.write().await?;
    tx.run(sql("delete from once where at < $1").bind(before)).await?;
    tx.run(sql("delete from sign_in_try where until_at < $1").bind(before)).await?;
    let query = sql("delete from session where ends_at < $1 or ended_at < $1");
    tx.run(query.bind(now.plus(-SITTINGS))).await?;
    tx.commit().await
}
