//! Patterns in words that tell nobody who they are about: sealed until they are passed on, and
//! from then on in the clear.

use std::collections::HashMap;

use kernel::Id;
use people::Body;
use platform::{Changes, DbError, May, Place, Reading, Row, Subject, sql};

use super::quiet;
use crate::{Pattern, model::Wording, policy::Reword};

/// A pattern in words that may leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Worded {
    pub(crate) id: Id<Wording>,
    pub(crate) pattern: Id<Pattern>,
    pub(crate) body: String,
    pub(crate) hit: Option<String>,
    pub(crate) counter: Option<String>,
}

/// A wording to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewWording {
    pub(crate) body: String,
    pub(crate) hit: Option<String>,
    pub(crate) counter: Option<String>,
}

impl Worded {
    /// These are the very words.
    pub(crate) fn says(&self, new: &NewWording) -> bool {
        (&self.body, &self.hit, &self.counter) == (&new.body, &new.hit, &new.counter)
    }
}

struct Sealed {
    id: Id<Wording>,
    pattern: Id<Pattern>,
    team: Id<Body>,
    parts: [Option<Vec<u8>>; 3],
}

/// The newest wordings of these patterns, opened.
pub(crate) async fn newest(
    reading: &mut Reading,
    patterns: &[Id<Pattern>],
) -> Result<Vec<Worded>, DbError> {
    let query = sql("select id, pattern, team, statement, hit, counter from pattern_worded w \
         where version = (select max(n.version) from pattern_worded n where n.pattern = w.pattern) \
         and pattern in {}");
    let rows = reading.all(query.bind_list(patterns), sealed).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(open(reading, row).await?);
    }
    Ok(all)
}

/// The newest wording of a pattern, opened.
pub(crate) async fn newest_of(
    reading: &mut Reading,
    pattern: &Id<Pattern>,
) -> Result<Option<Worded>, DbError> {
    Ok(newest(reading, &[*pattern]).await?.pop())
}

fn sealed(row: &Row) -> Result<Sealed, DbError> {
    let parts = [Some(row.get::<Vec<u8>>("statement")?), row.get("hit")?, row.get("counter")?];
    let (id, pattern, team) = (row.get("id")?, row.get("pattern")?, row.get("team")?);
    Ok(Sealed { id, pattern, team, parts })
}

async fn open(reading: &Reading, row: Sealed) -> Result<Worded, DbError> {
    let mut texts: HashMap<u8, String> = HashMap::new();
    for (part, sealed) in (0..).zip(row.parts) {
        if let Some(sealed) = sealed {
            let place = Place::of(&row.id).part(part);
            texts.insert(part, reading.open(Subject::group(&row.team), place, &sealed).await?);
        }
    }
    let body = texts.remove(&0).unwrap_or_default();
    let (hit, counter) = (texts.remove(&1), texts.remove(&2));
    Ok(Worded { id: row.id, pattern: row.pattern, body, hit, counter })
}

/// Writes the next wording down, sealed. Somebody else's, written meanwhile, makes it fail as taken.
pub(crate) async fn word(
    may: &mut impl May<Reword>,
    new: &NewWording,
) -> Result<Id<Wording>, DbError> {
    let (pattern, team) = (may.on().pattern, may.on().cycle.body.id);
    let query = sql("select max(version) as version from pattern_worded where pattern = $1");
    let query = query.bind(pattern);
    let version = may.reading().one(query, |row| row.get::<Option<i64>>("version")).await?;
    let version = version.flatten().unwrap_or_default() + 1;
    let what = format!("wording {pattern} {version}");
    let id = quiet(&may.mark(Subject::group(&team), &what).await?)?;
    let mut sealed = Vec::new();
    for (part, text) in (0..).zip([Some(&new.body), new.hit.as_ref(), new.counter.as_ref()]) {
        sealed.push(match text {
            Some(text) => {
                Some(may.seal(Subject::group(&team), Place::of(&id).part(part), text).await?)
            }
            None => None,
        });
    }
    let query =
        sql("insert into pattern_worded (id, pattern, version, team, statement, hit, counter) \
         values ($1, $2, $3, $4, $5, $6, $7)");
    let query = query.bind(id).bind(pattern).bind(version).bind(team);
    may.run(sealed.into_iter().fold(query, platform::Sql::bind)).await?;
    Ok(id)
}

/// Copies a wording into the clear: from now on others read it.
pub(crate) async fn publish<A: Changes>(
    may: &mut impl May<A>,
    worded: &Worded,
) -> Result<(), DbError> {
    let (account, now) = (may.reading().actor().account(), may.now());
    let query =
        sql("insert into pattern_wording (id, pattern, body, hit, counter, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing");
    let query = query.bind(worded.id).bind(worded.pattern).bind(worded.body.as_str());
    let query = query.bind(worded.hit.as_deref()).bind(worded.counter.as_deref());
    may.run(query.bind(account).bind(now)).await.map(drop)
}

/// These wordings, as they were passed on.
pub(crate) async fn passed(
    reading: &mut Reading,
    ids: &[Id<Wording>],
) -> Result<Vec<Worded>, DbError> {
    let query = sql("select id, pattern, body, hit, counter from pattern_wording where id in {}");
    reading.all(query.bind_list(ids), clear).await
}

/// A wording, as it was passed on.
pub(crate) async fn passed_one(
    reading: &mut Reading,
    id: &Id<Wording>,
) -> Result<Option<Worded>, DbError> {
    Ok(passed(reading, &[*id]).await?.pop())
}

fn clear(row: &Row) -> Result<Worded, DbError> {
    Ok(Worded {
        id: row.get("id")?,
        pattern: row.get("pattern")?,
        body: row.get("body")?,
        hit: row.get("hit")?,
        counter: row.get("counter")?,
    })
}
