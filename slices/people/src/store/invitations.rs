use kernel::{Id, Moment, SpanOf};
use platform::{
    Account, Changes, DbError, Kind, May, Place, Reading, Row, Subject, Tx, sql, vault::AnySubject,
};

use crate::{
    Body,
    policy::{Invitation, Join},
};

/// How long a one-time code holds.
const HOLDS: i64 = 7 * SpanOf::DAY;

/// A one-time code, as whoever made it sees it.
#[derive(Clone, Debug)]
pub(crate) struct Invited {
    pub(crate) id: Id<Invitation>,
    pub(crate) made_by: Option<Id<Account>>,
    pub(crate) shown: Option<Vec<u8>>,
    pub(crate) ends_at: Moment,
    /// It was used, taken back, or another took its place.
    pub(crate) over: bool,
    /// Whose account it is for.
    pub(crate) account: Id<Account>,
    pub(crate) kind: Kind,
    /// The record of a person whose own account it is.
    pub(crate) record: Option<Id<AnySubject>>,
    /// What the body is called that they were brought into.
    pub(crate) body: Option<String>,
}

pub(crate) async fn invitation(
    tx: &mut Tx,
    id: &Id<Invitation>,
) -> Result<Option<Invited>, DbError> {
    let query =
        sql("select i.id, i.account, i.made_by, i.shown, i.ends_at, i.used_at, i.ended_at, \
         a.kind, a.record, b.name as body from invitation i join account a on a.id = i.account \
         left join body b on b.id = i.body where i.id = $1");
    tx.one(query.bind(*id), invited).await
}

fn invited(row: &Row) -> Result<Invited, DbError> {
    let kind = Kind::stored(&row.get::<String>("kind")?);
    Ok(Invited {
        account: row.get("account")?,
        kind: kind.ok_or_else(|| DbError::Unreadable("kind".into()))?,
        record: row.get("record")?,
        body: row.get("body")?,
        id: row.get("id")?,
        made_by: row.get("made_by")?,
        shown: row.get("shown")?,
        ends_at: row.get("ends_at")?,
        over: row.get::<Option<i64>>("used_at")?.is_some()
            || row.get::<Option<i64>>("ended_at")?.is_some(),
    })
}

/// The keyed hash by which a one-time code is known again.
fn hash(reading: &Reading, code: &str) -> String {
    reading.hash(&format!("invitation {code}"))
}

/// Makes a one-time code for an account, which was brought into this body. Of an account one code
/// works at a time: an earlier one ends.
pub(crate) async fn invite<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
    body: Option<Id<Body>>,
    code: &str,
) -> Result<Id<Invitation>, DbError> {
    end_others(may, account).await?;
    let (id, now, maker) = (may.id::<Invitation>(), may.now(), may.reading().actor().account());
    let shown = match &maker {
        Some(maker) => Some(may.seal(Subject::account(maker), Place::of(&id), code).await?),
        None => None,
    };
    let query =
        sql("insert into invitation (id, code, shown, account, body, made_by, made_at, ends_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)");
    let query = query.bind(id).bind(hash(may.reading(), code)).bind(shown).bind(account);
    may.run(query.bind(body).bind(maker).bind(now).bind(now.plus(HOLDS))).await?;
    Ok(id)
}

/// Ends what codes of an account are open still.
async fn end_others<A: Changes>(
    may: &mut impl May<A>,
    account: Id<Account>,
) -> Result<(), DbError> {
    let query = sql("update invitation set ended_at = $1, shown = null \
         where account = $2 and used_at is null and ended_at is null");
    may.run(query.bind(may.now()).bind(account)).await.map(drop)
}

/// Ends one code, and whatever other codes of its account are open. False when it was used or ended
/// meanwhile.
pub(crate) async fn end<A: Changes>(
    may: &mut impl May<A>,
    id: &Id<Invitation>,
    account: Id<Account>,
) -> Result<bool, DbError> {
    let query = sql("update invitation set ended_at = $1, shown = null \
         where id = $2 and used_at is null and ended_at is null");
    let ended = may.run(query.bind(may.now()).bind(*id)).await? == 1;
    if ended {
        end_others(may, account).await?;
    }
    Ok(ended)
}

/// Uses a one-time code: the account it is for, if it still holds. No other code of it works any
/// more.
pub(crate) async fn use_code(
    may: &mut impl May<Join>,
    code: &str,
) -> Result<Option<Id<Account>>, DbError> {
    let hash = hash(may.reading(), code);
    let query = sql("select account from invitation where code = $1");
    let found = may.reading().one(query.bind(hash.as_str()), |row| row.get("account")).await?;
    let query = sql("update invitation set used_at = $1, shown = null \
         where code = $2 and used_at is null and ended_at is null and ends_at > $1");
    let used = may.run(query.bind(may.now()).bind(hash)).await?;
    let found: Option<Id<Account>> = found.filter(|_| used == 1);
    if let Some(account) = found {
        end_others(may, account).await?;
    }
    Ok(found)
}

/// An account as its one-time codes tell of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TakenUp {
    pub(crate) record: Option<Id<AnySubject>>,
    /// How many codes were used to take it up.
    pub(crate) codes_used: i64,
}

/// The account, and whether a code of it was used.
pub(crate) async fn taken_up(
    tx: &mut Tx,
    account: Id<Account>,
) -> Result<Option<TakenUp>, DbError> {
    let query = sql("select a.record, count(i.used_at) as used from account a \
         left join invitation i on i.account = a.id \
         where a.id = $1 and a.closed_at is null group by a.id, a.record");
    tx.one(query.bind(account), |row| {
        Ok(TakenUp { record: row.get("record")?, codes_used: row.get("used")? })
    })
    .await
}

/// When a code was last used for an account that had been taken up before, if that is later than
/// `after`.
pub(crate) async fn taken_up_again(
    reading: &mut Reading,
    account: Id<Account>,
    after: Moment,
) -> Result<Option<Moment>, DbError> {
    let query = sql("select used_at from invitation where account = $1 and used_at is not null \
         order by used_at desc, id desc limit 2");
    let used = reading.all(query.bind(account), |row| row.get::<Moment>("used_at")).await?;
    let again = used.len() > 1;
    Ok(used.first().copied().filter(|at| again && *at > after))
}
