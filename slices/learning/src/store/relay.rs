//! Patterns on their way.

use cycles::Cycle;
use kernel::{Id, Moment};
use platform::{Changes, DbError, May, Reading, Row, Tx, sql};

use super::before;
use crate::{Pattern, Relay, model::Wording};

/// Both ends of a relay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends {
    pub(crate) pattern: Id<Pattern>,
    pub(crate) from: Id<Cycle>,
    pub(crate) to: Id<Cycle>,
}

/// A relay as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) relay: Id<Relay>,
    pub(crate) pattern: Id<Pattern>,
    pub(crate) wording: Id<Wording>,
    pub(crate) from: Id<Cycle>,
    pub(crate) to: Id<Cycle>,
    pub(crate) question: Option<String>,
    pub(crate) after: Option<Id<Relay>>,
    pub(crate) at: Moment,
}

/// A relay to be written down.
#[derive(Clone, Debug)]
pub(crate) struct NewRelay {
    pub(crate) pattern: Id<Pattern>,
    pub(crate) wording: Id<Wording>,
    pub(crate) from: Id<Cycle>,
    pub(crate) to: Id<Cycle>,
    pub(crate) question: Option<String>,
    pub(crate) after: Option<Id<Relay>>,
}

/// Both ends of a relay.
pub(crate) async fn ends(tx: &mut Tx, relay: &Id<Relay>) -> Result<Option<Ends>, DbError> {
    let query = sql("select pattern, from_cycle, to_cycle from relay where id = $1");
    tx.one(query.bind(*relay), |row| {
        let (from, to) = (row.get("from_cycle")?, row.get("to_cycle")?);
        Ok(Ends { pattern: row.get("pattern")?, from, to })
    })
    .await
}

/// One relay.
pub(crate) async fn one(reading: &mut Reading, relay: &Id<Relay>) -> Result<Option<Kept>, DbError> {
    let query = sql(
        "select id, pattern, wording, from_cycle, to_cycle, question, after, made_at from relay \
         where id = $1",
    );
    reading.one(query.bind(*relay), read).await
}

/// Where these patterns were passed on to, in order.
pub(crate) async fn of_patterns(
    reading: &mut Reading,
    patterns: &[Id<Pattern>],
) -> Result<Vec<Kept>, DbError> {
    let query = sql(
        "select id, pattern, wording, from_cycle, to_cycle, question, after, made_at from relay \
         where pattern in {} order by made_at, id",
    );
    reading.all(query.bind_list(patterns), read).await
}

/// What was passed on to a cycle, newest first.
pub(crate) async fn to_cycle(
    reading: &mut Reading,
    cycle: &Id<Cycle>,
    after: Option<Id<Relay>>,
    most: i64,
) -> Result<Vec<Kept>, DbError> {
    let query = sql(
        "select id, pattern, wording, from_cycle, to_cycle, question, after, made_at from relay \
         where to_cycle = $1 and id < $2 order by id desc limit {most}",
    );
    reading.all(query.bind(*cycle).bind(before(after)).most(most), read).await
}

/// What a cycle passed on, newest first.
pub(crate) async fn from_cycle(
    reading: &mut Reading,
    cycle: &Id<Cycle>,
    after: Option<Id<Relay>>,
    most: i64,
) -> Result<Vec<Kept>, DbError> {
    let query = sql(
        "select id, pattern, wording, from_cycle, to_cycle, question, after, made_at from relay \
         where from_cycle = $1 and id < $2 order by id desc limit {most}",
    );
    reading.all(query.bind(*cycle).bind(before(after)).most(most), read).await
}

fn read(row: &Row) -> Result<Kept, DbError> {
    Ok(Kept {
        relay: row.get("id")?,
        pattern: row.get("pattern")?,
        wording: row.get("wording")?,
        from: row.get("from_cycle")?,
        to: row.get("to_cycle")?,
        question: row.get("question")?,
        after: row.get("after")?,
        at: row.get("made_at")?,
    })
}

/// Passes a wording on.
pub(crate) async fn add<A: Changes>(
    may: &mut impl May<A>,
    new: &NewRelay,
) -> Result<Id<Relay>, DbError> {
    let (id, now) = (may.id::<Relay>(), may.now());
    let account = may.reading().actor().account();
    let query = sql(
        "insert into relay (id, pattern, wording, from_cycle, to_cycle, question, after, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    );
    let query = query.bind(id).bind(new.pattern).bind(new.wording).bind(new.from).bind(new.to);
    let query = query.bind(new.question.as_deref()).bind(new.after);
    may.run(query.bind(account).bind(now)).await?;
    Ok(id)
}
