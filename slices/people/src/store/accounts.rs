use kernel::Id;
use platform::{
    Account, Changes, DbError, Kind, May, Place, Reading, Row, Tx, sql, vault::AnySubject,
};

use crate::{Called, model::sealed_under};

/// An account, as signing in needs it.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    pub(crate) account: Id<Account>,
    pub(crate) kind: Kind,
    pub(crate) password: Option<String>,
    pub(crate) totp: Option<Vec<u8>>,
    pub(crate) totp_step: i64,
}

pub(crate) async fn is_set_up(tx: &mut Tx) -> Result<bool, DbError> {
    let query = sql("select id from account where kind = 'administrator' limit 1");
    Ok(tx.one(query, |row| row.get::<String>("id")).await?.is_some())
}

fn holder(row: &Row) -> Result<Holder, DbError> {
    let kind = Kind::stored(&row.get::<String>("kind")?);
    Ok(Holder {
        account: row.get("id")?,
        kind: kind.ok_or_else(|| DbError::Unreadable("kind".into()))?,
        password: row.get("password")?,
        totp: row.get("totp")?,
        totp_step: row.get("totp_step")?,
    })
}

/// The account that signs in under this name.
pub(crate) async fn by_sign_in(
    reading: &mut Reading,
    name: &str,
) -> Result<Option<Holder>, DbError> {
    let print = reading.fingerprint(&format!("sign-in {name}"));
    let query = sql("select id, kind, password, totp, totp_step from account \
         where sign_in = $1 and closed_at is null");
    reading.one(query.bind(print), holder).await
}

/// The account with this id.
pub(crate) async fn by_id(
    reading: &mut Reading,
    account: Id<Account>,
) -> Result<Option<Holder>, DbError> {
    let query = sql("select id, kind, password, totp, totp_step from account \
         where id = $1 and closed_at is null");
    reading.one(query.bind(account), holder).await
}

/// The account whose password was right, and whose second step is still to come.
pub(crate) async fn halfway(
    reading: &mut Reading,
    session: &str,
) -> Result<Option<Holder>, DbError> {
    let query = sql("select a.id, a.kind, a.password, a.totp, a.totp_step from account a \
         join session s on s.account = a.id \
         where s.id = $1 and s.stage = 'password' and s.ended_at is null and a.closed_at is null");
    reading.one(query.bind(session), holder).await
}

/// Makes an account that nobody can sign in to yet.
pub(crate) async fn add<A: Changes>(
    may: &mut impl May<A>,
    kind: Kind,
    record: Option<Id<AnySubject>>,
    name: &Called,
) -> Result<Id<Account>, DbError> {
    let (id, now) = (may.id::<Account>(), may.now());
    let sealed = may.seal(sealed_under(id, record), Place::of(&id), name.as_str()).await?;
    let query =
        sql("insert into account (id, kind, record, name, made_at) values ($1, $2, $3, $4, $5)");
    may.run(query.bind(id).bind(kind.name()).bind(record).bind(sealed).bind(now)).await?;
    Ok(id)
}

/// The keyed hash of a name for signing in that was nobody else's: all that is kept of it.
#[derive(Debug)]
pub(crate) struct Free(Vec<u8>);

/// The name, as long as it is nobody else's.
pub(crate) async fn free<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    sign_in: &str,
) -> Result<Option<Free>, DbError> {
    let print = may.reading().fingerprint(&format!("sign-in {sign_in}"));
    let taken = sql("select id from account where sign_in = $1 and id <> $2");
    let taken = taken.bind(print.as_slice()).bind(account);
    let taken = may.reading().one(taken, |row| row.get::<String>("id")).await?;
    Ok(taken.is_none().then_some(Free(print)))
}

/// Gives an account its way in. False when the name is somebody else's already.
pub(crate) async fn let_in<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    sign_in: &str,
    password: &str,
) -> Result<bool, DbError> {
    let Some(Free(print)) = free(may, account, sign_in).await? else { return Ok(false) };
    let query = sql("update account set sign_in = $1, password = $2 where id = $3");
    may.run(query.bind(print).bind(password).bind(account)).await.map(|touched| touched == 1)
}

/// Gives an account another name for signing in. False when it is somebody else's by now.
pub(crate) async fn rename<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    Free(print): Free,
) -> Result<bool, DbError> {
    let query = sql("update account set sign_in = $1 where id = $2 and closed_at is null");
    match may.run(query.bind(print).bind(account)).await {
        // Somebody else took it up this very moment.
        Err(why) if why.is_taken() => Ok(false),
        done => done.map(|touched| touched == 1),
    }
}

/// Gives an account another password, if it is still the one that was believed.
pub(crate) async fn set_password<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    (was, now): (&str, &str),
) -> Result<bool, DbError> {
    let query = sql("update account set password = $1 \
         where id = $2 and password = $3 and closed_at is null");
    may.run(query.bind(now).bind(account).bind(was)).await.map(|touched| touched == 1)
}

/// Which of these accounts are workers', open, and safe to give a part to: taken up, or waiting with a
/// code that nobody but the reader, or the program itself, has made. Whoever made it could still come in.
pub(crate) async fn workers(
    reading: &mut Reading,
    accounts: &[Id<Account>],
) -> Result<Vec<Id<Account>>, DbError> {
    let query = sql("select a.id from account a where a.kind = 'worker' and a.closed_at is null \
         and (a.sign_in is not null or not exists (select 1 from invitation i \
         where i.account = a.id and i.used_at is null and i.ended_at is null \
         and i.made_by <> $1)) and a.id in {}");
    let query = query.bind(reading.actor().account()).bind_list(accounts);
    reading.all(query, |row| row.get("id")).await
}

/// Closes an account. False when it was closed, or never was.
pub(crate) async fn close<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    let query = sql("update account set closed_at = $1 where id = $2 and closed_at is null");
    may.run(query.bind(may.now()).bind(account)).await.map(|touched| touched == 1)
}

/// Notes that a code of this step was used. False when it was used already.
pub(crate) async fn use_step<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    step: i64,
) -> Result<bool, DbError> {
    let query = sql("update account set totp_step = $1 where id = $2 and totp_step < $1");
    may.run(query.bind(step).bind(account)).await.map(|touched| touched == 1)
}

/// Sets up the second step, with fresh recovery codes.
pub(crate) async fn set_totp<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    sealed: Vec<u8>,
    codes: &[String],
) -> Result<(), DbError> {
    let query = sql("update account set totp = $1, totp_step = 0 where id = $2");
    may.run(query.bind(sealed).bind(account)).await?;
    may.run(sql("delete from recovery_code where account = $1").bind(account)).await?;
    for code in codes {
        let query = sql("insert into recovery_code (account, code) values ($1, $2)");
        let query = query.bind(account).bind(hash(may.reading(), code));
        may.run(query).await?;
    }
    Ok(())
}

/// All that is kept of a recovery code.
fn hash(reading: &Reading, code: &str) -> String {
    reading.hash(&format!("recovery {code}"))
}

/// Takes the second step away, and every recovery code. False when there was none.
pub(crate) async fn forget_totp<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    may.run(sql("delete from recovery_code where account = $1").bind(account)).await?;
    let query = sql("update account set totp = null, totp_step = 0 \
         where id = $1 and totp is not null");
    may.run(query.bind(account)).await.map(|touched| touched == 1)
}

/// Uses up a recovery code. False when it is none, or was used.
pub(crate) async fn use_recovery<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    code: &str,
) -> Result<bool, DbError> {
    let query = sql(
        "update recovery_code set used_at = $1 where account = $2 and code = $3 and used_at is null",
    );
    let query = query.bind(may.now()).bind(account).bind(hash(may.reading(), code));
    may.run(query).await.map(|touched| touched == 1)
}
