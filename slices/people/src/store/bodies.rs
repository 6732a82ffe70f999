use kernel::Id;
use platform::{Account, Changes, DbError, May, Reading, Row, Tx, sql};

use crate::{Body, Scale, Tie, policy::Membership};

pub(crate) async fn add<A: Changes>(may: &mut impl May<A>, body: &Body) -> Result<(), DbError> {
    let query = sql("insert into body (id, scale, name, within, place, made_at) \
         values ($1, $2, $3, $4, $5, $6)");
    let query = query.bind(body.id).bind(body.scale.name()).bind(body.name.as_str());
    may.run(query.bind(body.within).bind(body.place).bind(may.now())).await.map(drop)
}

/// True when a body of this scale is there, for another to be within.
pub(crate) async fn is_there(
    reading: &mut Reading,
    id: &Id<Body>,
    scale: Scale,
) -> Result<bool, DbError> {
    let query = sql("select id from body where id = $1 and scale = $2 and closed_at is null");
    let found = reading.one(query.bind(*id).bind(scale.name()), |row| row.get::<String>("id"));
    Ok(found.await?.is_some())
}

/// Gives an account a part in a body. Whoever has it already keeps the one they have.
pub(crate) async fn join<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    body: Id<Body>,
    tie: Tie,
) -> Result<(), DbError> {
    let query =
        sql("insert into membership (id, account, body, tie, from_at) select $1, $2, $3, $4, $5 \
         where not exists (select 1 from membership \
         where account = $2 and body = $3 and tie = $4 and until_at is null)");
    let query = query.bind(may.id::<Membership>()).bind(account).bind(body).bind(tie.name());
    may.run(query.bind(may.now())).await.map(drop)
}

/// Whose part it is, and in which body.
pub(crate) async fn member(
    tx: &mut Tx,
    id: &Id<Membership>,
) -> Result<Option<(Id<Account>, Id<Body>)>, DbError> {
    let query = sql("select account, body from membership where id = $1 and until_at is null");
    tx.one(query.bind(*id), |row| Ok((row.get("account")?, row.get("body")?))).await
}

/// What somebody is in a body, by one part of theirs.
pub(crate) async fn tie_of(reading: &mut Reading, id: &Id<Membership>) -> Result<Tie, DbError> {
    let query = sql("select tie from membership where id = $1");
    let found = reading.one(query.bind(*id), tie).await?;
    found.ok_or_else(|| DbError::Unreadable("tie".into()))
}

/// True when the account is a colleague in the team: works in it, coordinates it, or is its lead.
pub(crate) async fn is_of_team(
    tx: &mut Tx,
    account: Id<Account>,
    team: &Id<Body>,
) -> Result<bool, DbError> {
    let query = sql("select tie from membership where account = $1 and body = $2 \
         and until_at is null and tie in ('member', 'coordinator', 'lead') limit 1");
    let found = tx.one(query.bind(account).bind(*team), |row| row.get::<String>("tie"));
    Ok(found.await?.is_some())
}

pub(crate) async fn end<A: Changes>(
    may: &mut impl May<A>,
    id: &Id<Membership>,
) -> Result<bool, DbError> {
    let query = sql("update membership set until_at = $1 where id = $2 and until_at is null");
    may.run(query.bind(may.now()).bind(*id)).await.map(|touched| touched == 1)
}

/// Ends every part of an account.
pub(crate) async fn end_all<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
) -> Result<(), DbError> {
    let query = sql("update membership set until_at = $1 where account = $2 and until_at is null");
    may.run(query.bind(may.now()).bind(account)).await.map(drop)
}

/// Who has a part in the organisation or in one of its teams, and what that body is called: one row
/// for each, those of one account together.
pub(crate) async fn colleagues(
    reading: &mut Reading,
    organisation: &Id<Body>,
) -> Result<Vec<(Id<Account>, String)>, DbError> {
    let query = sql("select distinct m.account, b.name from membership m \
         join body b on b.id = m.body join account a on a.id = m.account \
         where (b.id = $1 or b.within = $1) and b.closed_at is null \
         and m.until_at is null and a.sign_in is not null and a.closed_at is null \
         order by m.account, b.name");
    let query = query.bind(*organisation);
    reading.all(query, |row| Ok((row.get("account")?, row.get("name")?))).await
}

/// The parts that an account has in a body now.
pub(crate) async fn parts(
    reading: &mut Reading,
    account: Id<Account>,
    body: &Id<Body>,
) -> Result<Vec<Id<Membership>>, DbError> {
    let query = sql("select id from membership where account = $1 and body = $2 \
         and until_at is null order by id");
    reading.all(query.bind(account).bind(*body), |row| row.get("id")).await
}

/// Every part that these accounts have now: whose, in which body, and what.
pub(crate) async fn parts_of(
    tx: &mut Tx,
    accounts: &[Id<Account>],
) -> Result<Vec<(Id<Account>, Id<Body>, Tie)>, DbError> {
    let query = sql("select account, body, tie from membership \
         where account in {} and until_at is null order by from_at, id");
    tx.all(query.bind_list(accounts), |row| Ok((row.get("account")?, row.get("body")?, tie(row)?)))
        .await
}

/// Who has a part in a body now: the part, whose, and what.
pub(crate) async fn members(
    reading: &mut Reading,
    body: &Id<Body>,
) -> Result<Vec<(Id<Membership>, Id<Account>, Tie)>, DbError> {
    let query =
        sql("select id, account, tie from membership where body = $1 and until_at is null \
         order by from_at, id");
    reading.all(query.bind(*body), |row| Ok((row.get("id")?, row.get("account")?, tie(row)?))).await
}

fn tie(row: &Row) -> Result<Tie, DbError> {
    let tie = Tie::named(&row.get::<String>("tie")?);
    tie.ok_or_else(|| DbError::Unreadable("tie".into()))
}

/// True when an account has a part where the learning of this body is talked of. `mine` are the bodies
/// it has a part in and all above them; `above` is this body and all above it.
pub(crate) async fn is_near(
    tx: &mut Tx,
    account: Id<Account>,
    body: &Id<Body>,
) -> Result<bool, DbError> {
    let query = sql("with recursive mine as ( \
         select body as id from membership where account = $1 and until_at is null union \
         select p.id from mine join body b on b.id = mine.id \
         join body p on p.id = b.within or p.id = b.place), \
         above as ( \
         select id from body where id = $2 union \
         select p.id from above join body b on b.id = above.id \
         join body p on p.id = b.within or p.id = b.place) \
         select b.id from body b where b.id = $2 and (b.scale = 'country' \
         or exists (select 1 from mine \
         where mine.id = case when b.scale = 'team' then b.within else b.id end) \
         or exists (select 1 from above join body a on a.id = above.id and a.scale <> 'country' \
         join membership m on m.body = a.id where m.account = $1 and m.until_at is null))");
    let found = tx.one(query.bind(account).bind(*body), |row| row.get::<String>("id"));
    Ok(found.await?.is_some())
}

/// The accounts of everybody who has or had a part in a body.
pub(crate) async fn accounts(
    reading: &mut Reading,
    body: &Id<Body>,
) -> Result<Vec<Id<Account>>, DbError> {
    let query = sql("select distinct account from belonging where body = $1");
    reading.all(query.bind(*body), |row| row.get("account")).await
}

/// What an account is in a body now.
pub(crate) async fn ties(
    tx: &mut Tx,
    account: Id<Account>,
    body: &Id<Body>,
) -> Result<Vec<String>, DbError> {
    let query =
        sql("select tie from belonging where account = $1 and body = $2 and until_at is null");
    tx.all(query.bind(account).bind(*body), |row| row.get("tie")).await
}

/// One body.
pub(crate) async fn one(tx: &mut Tx, id: &Id<Body>) -> Result<Option<Body>, DbError> {
    let query =
        sql("select id, scale, name, within, place from body where id = $1 and closed_at is null");
    tx.one(query.bind(*id), read).await
}

/// Every body, by name.
pub(crate) async fn all(tx: &mut Tx) -> Result<Vec<Body>, DbError> {
    let query = sql(
        "select id, scale, name, within, place from body where closed_at is null order by name, id",
    );
    tx.all(query, read).await
}

/// The bodies that an account has a part in, with what it is there.
pub(crate) async fn of(tx: &mut Tx, account: Id<Account>) -> Result<Vec<(Body, Tie)>, DbError> {
    let query = sql("select b.id, b.scale, b.name, b.within, b.place, m.tie from membership m \
         join body b on b.id = m.body \
         where m.account = $1 and m.until_at is null and b.closed_at is null order by b.name, m.id");
    tx.all(query.bind(account), |row| Ok((read(row)?, tie(row)?))).await
}

fn read(row: &Row) -> Result<Body, DbError> {
    Ok(Body {
        id: row.get("id")?,
        scale: Scale::of(row)?,
        name: row.get("name")?,
        within: row.get("within")?,
        place: row.get("place")?,
    })
}
