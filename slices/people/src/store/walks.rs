use kernel::Id;
use platform::{Account, Changes, DbError, May, Reading, Row, Tx, sql};

use crate::{Alongside, Body, Life};

/// Somebody's walking beside a person, now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk {
    pub(crate) id: Id<Alongside>,
    pub(crate) life: Id<Life>,
    pub(crate) account: Id<Account>,
}

fn read(row: &Row) -> Result<Walk, DbError> {
    Ok(Walk { id: row.get("id")?, life: row.get("life")?, account: row.get("account")? })
}

/// One walking that has not ended.
pub(crate) async fn one(tx: &mut Tx, id: &Id<Alongside>) -> Result<Option<Walk>, DbError> {
    let query = sql("select id, life, account from alongside where id = $1 and until_at is null");
    tx.one(query.bind(*id), read).await
}

/// Beside whom somebody walks, of the people of a team.
pub(crate) async fn of_team(
    tx: &mut Tx,
    account: Id<Account>,
    team: &Id<Body>,
) -> Result<Vec<Walk>, DbError> {
    let query = sql("select a.id, a.life, a.account from alongside a \
         join life l on l.id = a.life where a.account = $1 and l.team = $2 \
         and a.until_at is null and l.closed_at is null order by a.from_at, a.id");
    tx.all(query.bind(account).bind(*team), read).await
}

/// Beside whom somebody walks, whatever the team.
pub(crate) async fn of_account(tx: &mut Tx, account: Id<Account>) -> Result<Vec<Walk>, DbError> {
    let query = sql("select a.id, a.life, a.account from alongside a \
         join life l on l.id = a.life where a.account = $1 \
         and a.until_at is null and l.closed_at is null order by a.from_at, a.id");
    tx.all(query.bind(account), read).await
}

/// Lets somebody walk beside a person. False when they do already.
pub(crate) async fn walk<A: Changes>(
    may: &mut impl May<A>,
    life: Id<Life>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    let query = sql("insert into alongside (id, life, account, from_at) select $1, $2, $3, $4 \
         where not exists (select 1 from alongside \
         where life = $2 and account = $3 and until_at is null)");
    let query = query.bind(may.id::<Alongside>()).bind(life).bind(account).bind(may.now());
    may.run(query).await.map(|touched| touched == 1)
}

/// Ends somebody's walking beside a person.
pub(crate) async fn stop<A: Changes>(
    may: &mut impl May<A>,
    life: Id<Life>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    let query = sql(
        "update alongside set until_at = $1 where life = $2 and account = $3 and until_at is null",
    );
    let query = query.bind(may.now()).bind(life).bind(account);
    may.run(query).await.map(|touched| touched == 1)
}

/// Keeps whoever walks beside this person from stopping until this unit of work is done: of two who
/// stop at once, the second sees that the first has.
pub(crate) async fn hold<A: Changes>(may: &mut impl May<A>, life: Id<Life>) -> Result<(), DbError> {
    let query = sql("update life set closed_at = closed_at where id = $1");
    may.run(query.bind(life)).await.map(drop)
}

/// True when nobody but this account walks beside the person.
pub(crate) async fn is_last(
    reading: &mut Reading,
    life: &Id<Life>,
    account: &Id<Account>,
) -> Result<bool, DbError> {
    let query = sql("select account from alongside \
         where life = $1 and account <> $2 and until_at is null limit 1");
    let other = reading.one(query.bind(*life).bind(*account), |row| row.get::<String>("account"));
    Ok(other.await?.is_none())
}

/// Colleagues of the team who do not walk beside the person yet, and have taken up their account:
/// whoever made the code of one that nobody has could still come in with it.
pub(crate) async fn colleagues(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Vec<Id<Account>>, DbError> {
    let query =
        sql("select distinct account from standing s where s.life = $1 and s.until_at is null \
         and s.tie in ('member', 'coordinator', 'lead') and not exists (select 1 from alongside a \
         where a.life = $1 and a.account = s.account and a.until_at is null) \
         and exists (select 1 from account c where c.id = s.account and c.sign_in is not null) \
         order by account");
    reading.all(query.bind(*life), |row| row.get("account")).await
}

/// True when the account works in the team of the life, and has been taken up.
pub(crate) async fn is_colleague(
    reading: &mut Reading,
    life: &Id<Life>,
    account: &Id<Account>,
) -> Result<bool, DbError> {
    let query =
        sql("select account from standing where life = $1 and account = $2 and until_at is null \
         and tie in ('member', 'coordinator', 'lead') and exists \
         (select 1 from account a where a.id = standing.account and a.sign_in is not null)");
    let found = reading.one(query.bind(*life).bind(*account), |row| row.get::<String>("account"));
    Ok(found.await?.is_some())
}
