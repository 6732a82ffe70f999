use kernel::{Id, Moment};
use platform::{Account, DbError, Reading, Tx, sql, vault::AnySubject};

use crate::{Alongside, Body, Life, LifeTie};

/// The sealed name of a life.
pub(crate) async fn of_life(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Option<Vec<u8>>, DbError> {
    let query = sql("select name from life where id = $1").bind(*life);
    reading.one(query, |row| row.get("name")).await
}

/// The sealed names of several lives.
pub(crate) async fn of_lives(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<(Id<Life>, Vec<u8>)>, DbError> {
    let query = sql("select id, name from life where id in {}").bind_list(lives);
    reading.all(query, |row| Ok((row.get("id")?, row.get("name")?))).await
}

/// The own accounts of several lives, of those that have one.
pub(crate) async fn own_accounts(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<(Id<Life>, Id<Account>)>, DbError> {
    let query = sql("select life, account from standing \
         where tie = 'self' and until_at is null and life in {}");
    reading.all(query.bind_list(lives), |row| Ok((row.get("life")?, row.get("account")?))).await
}

/// The sealed name of an account, and the record under whose key it is, if any.
pub(crate) type Sealed = (Id<Account>, Option<Id<AnySubject>>, Vec<u8>);

/// The sealed names of several accounts.
pub(crate) async fn of_accounts(
    reading: &mut Reading,
    accounts: &[Id<Account>],
) -> Result<Vec<Sealed>, DbError> {
    let query = sql("select id, record, name from account where id in {}").bind_list(accounts);
    reading.all(query, |row| Ok((row.get("id")?, row.get("record")?, row.get("name")?))).await
}

/// Whose account, what they are, since when, their walking where it is that, and whether they have
/// taken up their account.
pub(crate) type Tied = (Id<Account>, LifeTie, Moment, Option<Id<Alongside>>, bool);

/// Who walks beside a person, or is trusted by them, now.
pub(crate) async fn beside(reading: &mut Reading, life: &Id<Life>) -> Result<Vec<Tied>, DbError> {
    let query = sql("select s.account, s.tie, s.from_at, a.id as walk, c.sign_in from standing s \
         join account c on c.id = s.account left join alongside a on s.tie = 'alongside' and a.life = s.life \
         and a.account = s.account and a.until_at is null \
         where s.life = $1 and s.tie in ('alongside', 'supporter') and s.until_at is null \
         order by s.from_at, s.account");
    let read = |row: &platform::Row| {
        let (account, walk) = (row.get("account")?, row.get("walk")?);
        let came = row.get::<Option<Vec<u8>>>("sign_in")?.is_some();
        Ok((account, LifeTie::of(row)?, row.get("from_at")?, walk, came))
    };
    reading.all(query.bind(*life), read).await
}

/// The lives that an account reads, and as what.
pub(crate) async fn lives_of(
    tx: &mut Tx,
    account: Id<Account>,
) -> Result<Vec<(Id<Life>, LifeTie)>, DbError> {
    let query = sql("select s.life, s.tie from standing s join life l on l.id = s.life \
         where s.account = $1 and s.until_at is null and l.closed_at is null \
         and s.tie in ('self', 'supporter', 'alongside') order by s.from_at, s.life");
    tx.all(query.bind(account), |row| Ok((row.get("life")?, LifeTie::of(row)?))).await
}

/// The lives that a team walks beside.
pub(crate) async fn lives_of_team(tx: &mut Tx, team: &Id<Body>) -> Result<Vec<Id<Life>>, DbError> {
    let query = sql("select id from life where team = $1 and closed_at is null order by id");
    tx.all(query.bind(*team), |row| row.get("id")).await
}
