//! Codes that wait to be used, in the body into which somebody was brought with them.

use kernel::{Id, Moment};
use platform::{Account, DbError, Reading, Row, Tx, sql};

use crate::{Body, policy::Invitation};

/// A code of somebody who has not taken up their account yet. Its time may be over.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    pub(crate) id: Id<Invitation>,
    pub(crate) account: Id<Account>,
    pub(crate) made_by: Option<Id<Account>>,
    /// The code itself, sealed for whoever made it.
    pub(crate) shown: Option<Vec<u8>>,
    pub(crate) ends_at: Moment,
}

fn read(row: &Row) -> Result<Waiting, DbError> {
    Ok(Waiting {
        id: row.get("id")?,
        account: row.get("account")?,
        made_by: row.get("made_by")?,
        shown: row.get("shown")?,
        ends_at: row.get("ends_at")?,
    })
}

/// The codes that wait in a body, in the order of their making.
pub(crate) async fn of_body(
    reading: &mut Reading,
    body: &Id<Body>,
) -> Result<Vec<Waiting>, DbError> {
    let query = sql("select i.id, i.account, i.made_by, i.shown, i.ends_at from invitation i \
         join account a on a.id = i.account where i.body = $1 and i.used_at is null \
         and i.ended_at is null and a.sign_in is null and a.closed_at is null order by i.id");
    reading.all(query.bind(*body), read).await
}

/// Whom a code is for, into which body they were brought with it, and whether it waits still: not
/// once it was used or ended, nor once its account was taken up by whatever code.
pub(crate) async fn one(
    tx: &mut Tx,
    id: &Id<Invitation>,
) -> Result<Option<(Id<Account>, Id<Body>, bool)>, DbError> {
    let query =
        sql("select i.account, i.body, case when i.used_at is null and i.ended_at is null \
         and a.sign_in is null and a.closed_at is null then true else false end as waits \
         from invitation i join account a on a.id = i.account \
         where i.id = $1 and i.body is not null");
    tx.one(query.bind(*id), |row| Ok((row.get("account")?, row.get("body")?, row.get("waits")?)))
        .await
}

/// The body in which a code of the account waits.
pub(crate) async fn body_of(
    reading: &mut Reading,
    account: Id<Account>,
) -> Result<Option<Id<Body>>, DbError> {
    let query = sql("select body from invitation where account = $1 and body is not null \
         and used_at is null and ended_at is null order by id desc limit 1");
    reading.one(query.bind(account), |row| row.get("body")).await
}
