//! Beginning and ending sittings, within the permit of the verb that does it.

use kernel::Id;

use super::ABSOLUTE;
use crate::{Account, Changes, DbError, May, db::sql, secret, vault::AnySubject};

/// How far a sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; a second step is still to come.
    Password,
    /// Signed in.
    Open,
}

impl Stage {
    const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Open => "open",
        }
    }
}

/// A sitting that has just begun: the secret for the cookie. It is shown once.
#[derive(Debug)]
pub struct Opened(pub String);

/// Begins a sitting for `account`.
pub async fn begin<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    stage: Stage,
) -> Result<Opened, DbError> {
    let (secret, now) = (secret::token(), may.now());
    let query = sql("insert into session (id, account, stage, made_at, seen_at, ends_at) \
         values ($1, $2, $3, $4, $4, $5)");
    let query = query.bind(secret::hash(&secret)).bind(account).bind(stage.name()).bind(now);
    may.run(query.bind(now.plus(ABSOLUTE))).await?;
    Ok(Opened(secret))
}

/// The second step was right: the halfway sitting ends, and a fresh one begins.
pub async fn pass_second_step<A: Changes>(
    may: &mut impl May<A>,
    halfway: &str,
    account: Id<Account>,
) -> Result<Opened, DbError> {
    end(may, halfway, "second step").await?;
    begin(may, account, Stage::Open).await
}

/// Ends one sitting, and says why.
pub async fn end<A: Changes>(
    may: &mut impl May<A>,
    session: &str,
    why: &'static str,
) -> Result<(), DbError> {
    let query =
        sql("update session set ended_at = $1, ended_why = $2 where id = $3 and ended_at is null");
    let query = query.bind(may.now()).bind(why).bind(session);
    may.run(query).await.map(drop)
}

/// Ends every sitting of `account`.
pub async fn end_all<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    why: &'static str,
) -> Result<(), DbError> {
    let query = sql(
        "update session set ended_at = $1, ended_why = $2 where account = $3 and ended_at is null",
    );
    let query = query.bind(may.now()).bind(why).bind(account);
    may.run(query).await.map(drop)
}

/// Ends every sitting of `account` but this one.
pub async fn end_others<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    session: &str,
    why: &'static str,
) -> Result<(), DbError> {
    let query = sql("update session set ended_at = $1, ended_why = $2 \
         where account = $3 and id <> $4 and ended_at is null");
    let query = query.bind(may.now()).bind(why).bind(account).bind(session);
    may.run(query).await.map(drop)
}

/// Hands the phone to the person beside the worker, or back: while `record` is set, this sitting
/// reaches that record as its person does, and nothing else.
pub async fn go_beside<A: Changes>(
    may: &mut impl May<A>,
    session: &str,
    record: Option<Id<AnySubject>>,
) -> Result<(), DbError> {
    let query = sql("update session set beside = $1 where id = $2 and ended_at is null");
    may.run(query.bind(record).bind(session)).await.map(drop)
}
