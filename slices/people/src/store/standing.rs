use kernel::Id;
use platform::{Account, DbError, Tx, sql};

use crate::{Body, Life, LifeTie};

/// The team that walks beside a life, and the organisation that answers for the record.
pub(crate) async fn life(
    tx: &mut Tx,
    life: &Id<Life>,
) -> Result<Option<(Id<Body>, Id<Body>)>, DbError> {
    let query = sql("select team, controller from life where id = $1 and closed_at is null");
    tx.one(query.bind(*life), |row| Ok((row.get("team")?, row.get("controller")?))).await
}

/// Every tie of an account to a life, and whether it holds now.
pub(crate) async fn ties(
    tx: &mut Tx,
    life: &Id<Life>,
    account: Id<Account>,
) -> Result<Vec<(LifeTie, bool)>, DbError> {
    let query = sql("select tie, until_at from standing where life = $1 and account = $2");
    tx.all(query.bind(*life).bind(account), |row| {
        Ok((LifeTie::of(row)?, row.get::<Option<i64>>("until_at")?.is_none()))
    })
    .await
}
