use kernel::Id;
use platform::{Account, DbError, Row, Tx, sql};

use crate::{Body, Life, LifeTie};

/// Ties of an account to a life, and whether each holds now.
pub(crate) type Ties = Vec<(LifeTie, bool)>;

/// The team that walks beside a life, and the organisation that answers for the record.
pub(crate) async fn life(
    tx: &mut Tx,
    life: &Id<Life>,
) -> Result<Option<(Id<Body>, Id<Body>)>, DbError> {
    let query = sql("select team, controller from life where id = $1 and closed_at is null");
    tx.one(query.bind(*life), |row| Ok((row.get("team")?, row.get("controller")?))).await
}

/// The same, and every tie of an account to the life, in one statement: almost every request asks.
pub(crate) async fn life_and_ties(
    tx: &mut Tx,
    life: &Id<Life>,
    account: Option<Id<Account>>,
) -> Result<Option<(Id<Body>, Id<Body>, Ties)>, DbError> {
    let query = sql("select l.team, l.controller, s.tie, s.until_at from life l \
         left join standing s on s.life = $1 and s.account = $2 \
         where l.id = $1 and l.closed_at is null");
    let rows = tx.all(query.bind(*life).bind(account), |row| {
        let tie = row.get::<Option<String>>("tie")?.map(|_| tie(row)).transpose()?;
        Ok((row.get("team")?, row.get("controller")?, tie))
    });
    let rows = rows.await?;
    let Some((team, controller, _)) = rows.first() else { return Ok(None) };
    let (team, controller) = (*team, *controller);
    Ok(Some((team, controller, rows.into_iter().filter_map(|(.., tie)| tie).collect())))
}

/// Every tie of an account to a life, and whether it holds now.
pub(crate) async fn ties(
    tx: &mut Tx,
    life: &Id<Life>,
    account: Id<Account>,
) -> Result<Ties, DbError> {
    let query = sql("select tie, until_at from standing where life = $1 and account = $2");
    tx.all(query.bind(*life).bind(account), tie).await
}

fn tie(row: &Row) -> Result<(LifeTie, bool), DbError> {
    Ok((LifeTie::of(row)?, row.get::<Option<i64>>("until_at")?.is_none()))
}
