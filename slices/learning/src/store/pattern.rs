//! Patterns, as those who named them read them.

use cycles::Cycle;
use kernel::{Id, Moment};
use people::Body;
use platform::{DbError, May, Place, Reading, Row, Sql, Subject, Tx, sql};

use super::before;
use crate::{Pattern, policy::NamePattern};

/// A pattern as its own team reads it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) pattern: Id<Pattern>,
    pub(crate) statement: String,
    pub(crate) agreed: Option<String>,
    pub(crate) counter: Option<String>,
    pub(crate) hit: Option<String>,
    pub(crate) at: Moment,
}

/// A pattern to be written down.
#[derive(Clone, Debug)]
pub(crate) struct NewPattern {
    pub(crate) statement: String,
    pub(crate) agreed: Option<String>,
    pub(crate) counter: Option<String>,
    pub(crate) hit: Option<String>,
}

struct Sealed {
    pattern: Id<Pattern>,
    parts: [Option<Vec<u8>>; 4],
    at: Moment,
}

/// The cycle a pattern was named in.
pub(crate) async fn cycle_of(
    tx: &mut Tx,
    pattern: &Id<Pattern>,
) -> Result<Option<Id<Cycle>>, DbError> {
    tx.one(sql("select cycle from pattern where id = $1").bind(*pattern), |row| row.get("cycle"))
        .await
}

/// The patterns named in a cycle, newest first.
pub(crate) async fn of_cycle(
    reading: &mut Reading,
    (cycle, team): (&Id<Cycle>, &Id<Body>),
    after: Option<Id<Pattern>>,
    most: i64,
) -> Result<Vec<Seen>, DbError> {
    let query = sql("select id, body, agreed, counter, hit, made_at from pattern \
         where cycle = $1 and id < $2 order by id desc limit {most}");
    let query = query.bind(*cycle).bind(before(after)).most(most);
    let rows = reading.all(query, sealed).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(open(reading, team, row).await?);
    }
    Ok(all)
}

/// One pattern.
pub(crate) async fn one(
    reading: &mut Reading,
    pattern: &Id<Pattern>,
    team: &Id<Body>,
) -> Result<Seen, DbError> {
    let query = sql("select id, body, agreed, counter, hit, made_at from pattern where id = $1");
    let row = reading.one(query.bind(*pattern), sealed).await?;
    let row = row.ok_or_else(|| DbError::Unreadable("pattern".into()))?;
    open(reading, team, row).await
}

fn sealed(row: &Row) -> Result<Sealed, DbError> {
    let parts = [
        Some(row.get::<Vec<u8>>("body")?),
        row.get("agreed")?,
        row.get("counter")?,
        row.get("hit")?,
    ];
    Ok(Sealed { pattern: row.get("id")?, parts, at: row.get("made_at")? })
}

async fn open(reading: &Reading, team: &Id<Body>, row: Sealed) -> Result<Seen, DbError> {
    let mut texts = Vec::with_capacity(row.parts.len());
    for (part, sealed) in (0..).zip(row.parts) {
        texts.push(match sealed {
            Some(sealed) => {
                let place = Place::of(&row.pattern).part(part);
                Some(reading.open(Subject::group(team), place, &sealed).await?)
            }
            None => None,
        });
    }
    let mut texts = texts.into_iter();
    let mut next = || texts.next().flatten();
    Ok(Seen {
        pattern: row.pattern,
        statement: next().unwrap_or_default(),
        agreed: next(),
        counter: next(),
        hit: next(),
        at: row.at,
    })
}

/// Writes a pattern down.
pub(crate) async fn add(
    may: &mut impl May<NamePattern>,
    new: &NewPattern,
) -> Result<Id<Pattern>, DbError> {
    let (id, now) = (may.id::<Pattern>(), may.now());
    let (cycle, team) = (may.on().cycle.cycle, may.on().cycle.body.id);
    let texts = [Some(&new.statement), new.agreed.as_ref(), new.counter.as_ref(), new.hit.as_ref()];
    let mut sealed = Vec::with_capacity(texts.len());
    for (part, text) in (0..).zip(texts) {
        sealed.push(match text {
            Some(text) => {
                Some(may.seal(Subject::group(&team), Place::of(&id).part(part), text).await?)
            }
            None => None,
        });
    }
    let query =
        sql("insert into pattern (id, cycle, body, agreed, counter, hit, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)");
    let account = may.reading().actor().account();
    let query = sealed.into_iter().fold(query.bind(id).bind(cycle), Sql::bind);
    may.run(query.bind(account).bind(now)).await?;
    Ok(id)
}

/// Patterns that the actor named.
pub(crate) async fn named_by_actor(reading: &mut Reading) -> Result<Vec<Id<Pattern>>, DbError> {
    let Some(account) = reading.actor().account() else { return Ok(Vec::new()) };
    if reading.actor().beside().is_some() {
        return Ok(Vec::new());
    }
    let query = sql("select id from pattern where made_by = $1 order by id desc limit 200");
    reading.all(query.bind(account), |row| row.get("id")).await
}
