//! Explorations as they change.

use kernel::{Id, Moment};
use people::Life;
use platform::{Changes, DbError, May, Place, Tx, sql};

use crate::{
    Cycle, Ending, Exploration,
    model::{Detail, Home, WHY},
};

/// What a rule has to know of an exploration.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) life: Option<Id<Life>>,
    pub(crate) cycle: Option<Id<Cycle>>,
    pub(crate) agreed: bool,
    pub(crate) ended: bool,
}

/// One exploration, as far as a rule has to know it.
pub(crate) async fn row(tx: &mut Tx, id: &Id<Exploration>) -> Result<Option<Row>, DbError> {
    let query = sql("select life, cycle, agreed_at, ended_at from exploration where id = $1");
    tx.one(query.bind(*id), |row| {
        let agreed = row.get::<Option<Moment>>("agreed_at")?.is_some();
        let ended = row.get::<Option<Moment>>("ended_at")?.is_some();
        Ok(Row { life: row.get("life")?, cycle: row.get("cycle")?, agreed, ended })
    })
    .await
}

/// An exploration that begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    pub(crate) line: String,
    pub(crate) details: Vec<(Detail, String)>,
    pub(crate) look_at: Option<Moment>,
    pub(crate) follows: Option<Id<Exploration>>,
}

/// Begins an exploration. The person who begins one themselves has said yes to it.
pub(crate) async fn start<A: Changes>(
    may: &mut impl May<A>,
    home: Home,
    own: bool,
    new: &New,
) -> Result<Id<Exploration>, DbError> {
    let (id, now) = (may.id::<Exploration>(), may.now());
    let (subject, place) = (home.subject(), Place::of(&id));
    let line = may.seal(subject, place, &new.line).await?;
    let mut query = sql(
        "insert into exploration (id, life, cycle, line, hunch, decided, absent, cost, noticing, \
         stop_when, look_at, agreed_at, follows, made_by, made_own, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(id)
    .bind(home.life())
    .bind(home.cycle())
    .bind(line);
    for detail in Detail::ALL {
        let text = new.details.iter().find(|(it, _)| *it == detail);
        let sealed = match text {
            Some((_, text)) => Some(may.seal(subject, place.part(detail.part()), text).await?),
            None => None,
        };
        query = query.bind(sealed);
    }
    let by = may.reading().actor().account();
    let agreed = own.then_some(now);
    let query = query.bind(new.look_at).bind(agreed).bind(new.follows).bind(by);
    may.run(query.bind(own).bind(now)).await?;
    Ok(id)
}

/// The person says yes. False when it was said before, or the trying has ended.
pub(crate) async fn agree<A: Changes>(
    may: &mut impl May<A>,
    id: &Id<Exploration>,
) -> Result<bool, DbError> {
    let query = sql("update exploration set agreed_at = $1 \
         where id = $2 and agreed_at is null and ended_at is null");
    let now = may.now();
    Ok(may.run(query.bind(now).bind(*id)).await? == 1)
}

/// Ends an exploration. False when somebody ended it before.
pub(crate) async fn end<A: Changes>(
    may: &mut impl May<A>,
    (id, home): (&Id<Exploration>, Home),
    own: bool,
    (ending, why): (Ending, Option<&str>),
) -> Result<bool, DbError> {
    let why = match why {
        Some(why) => Some(may.seal(home.subject(), Place::of(id).part(WHY), why).await?),
        None => None,
    };
    let query =
        sql("update exploration set ended = $1, ended_why = $2, ended_by = $3, ended_own = $4, \
         ended_at = $5 where id = $6 and ended_at is null");
    let (by, now) = (may.reading().actor().account(), may.now());
    let query = query.bind(ending.name()).bind(why).bind(by).bind(own).bind(now).bind(*id);
    Ok(may.run(query).await? == 1)
}
