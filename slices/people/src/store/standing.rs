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

/// A life as the door meets it.
#[derive(Debug)]
pub(crate) struct Met {
    /// The team that walks beside it.
    pub(crate) team: Id<Body>,
    /// The organisation that answers for the record.
    pub(crate) controller: Id<Body>,
    /// What the person is called by, sealed.
    pub(crate) name: Vec<u8>,
}

/// A life and every tie of an account to it, in one statement: almost every request asks, and goes on to
/// show the name.
pub(crate) async fn life_and_ties(
    tx: &mut Tx,
    life: &Id<Life>,
    account: Option<Id<Account>>,
) -> Result<Option<(Met, Ties)>, DbError> {
    let query = sql("select l.team, l.controller, l.name, s.tie, s.until_at from life l \
         left join standing s on s.life = $1 and s.account = $2 \
         where l.id = $1 and l.closed_at is null");
    let rows = tx.all(query.bind(*life).bind(account), |row| {
        let tie = row.get::<Option<String>>("tie")?.map(|_| tie(row)).transpose()?;
        let (team, controller) = (row.get("team")?, row.get("controller")?);
        Ok((Met { team, controller, name: row.get("name")? }, tie))
    });
    let (met, ties): (Vec<_>, Vec<_>) = rows.await?.into_iter().unzip();
    Ok(met.into_iter().next().map(|it| (it, ties.into_iter().flatten().collect())))
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
