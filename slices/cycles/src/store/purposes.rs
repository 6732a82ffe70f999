//! What a cycle is for: every wording, and who sees it otherwise.

use std::collections::HashMap;

use kernel::{Id, Moment};
use people::Body;
use platform::{Account, Changes, DbError, May, Place, Reading, Row, Subject, Tx, sql};

use crate::{Cycle, model::Purpose};

/// A dissent, as it is named in rows.
#[derive(Debug)]
pub(crate) enum Dissent {}

/// A wording, opened.
#[derive(Clone, Debug)]
pub(crate) struct Worded {
    pub(crate) id: Id<Purpose>,
    pub(crate) version: i64,
    pub(crate) text: String,
    pub(crate) whose: String,
    pub(crate) by: Option<Id<Account>>,
    pub(crate) at: Moment,
    pub(crate) dissents: Vec<Dissented>,
}

/// How somebody sees it otherwise, opened.
#[derive(Clone, Debug)]
pub(crate) struct Dissented {
    pub(crate) text: String,
    pub(crate) by: Option<Id<Account>>,
    pub(crate) at: Moment,
}

/// Which sealed part of a wording says whose words it is.
const WHOSE: u8 = 1;

/// The cycle that a wording belongs to.
pub(crate) async fn cycle_of(
    tx: &mut Tx,
    purpose: &Id<Purpose>,
) -> Result<Option<Id<Cycle>>, DbError> {
    let query = sql("select cycle from cycle_purpose where id = $1");
    tx.one(query.bind(*purpose), |row| row.get("cycle")).await
}

/// The version that counts now: 0 before the first.
pub(crate) async fn newest(tx: &mut Tx, cycle: &Id<Cycle>) -> Result<i64, DbError> {
    let query =
        sql("select version from cycle_purpose where cycle = $1 order by version desc limit 1");
    Ok(tx.one(query.bind(*cycle), |row| row.get("version")).await?.unwrap_or_default())
}

/// Keeps a new wording as this version. Fails as taken when somebody was faster.
pub(crate) async fn word<A: Changes>(
    may: &mut impl May<A>,
    (cycle, body): (&Id<Cycle>, &Id<Body>),
    version: i64,
    (text, whose): (&str, &str),
) -> Result<Id<Purpose>, DbError> {
    let (id, now) = (may.id::<Purpose>(), may.now());
    let sealed = may.seal(Subject::group(body), Place::of(&id), text).await?;
    let words_of = match whose {
        "" => None,
        whose => Some(may.seal(Subject::group(body), Place::of(&id).part(WHOSE), whose).await?),
    };
    let by = may.reading().actor().account();
    let query = sql(
        "insert into cycle_purpose (id, cycle, version, body, whose, words_of, made_by, made_at) \
         values ($1, $2, $3, $4, '', $5, $6, $7)",
    );
    let query = query.bind(id).bind(*cycle).bind(version).bind(sealed).bind(words_of);
    may.run(query.bind(by).bind(now)).await?;
    Ok(id)
}

/// Keeps that somebody sees a wording otherwise.
pub(crate) async fn dissent<A: Changes>(
    may: &mut impl May<A>,
    (purpose, body): (&Id<Purpose>, &Id<Body>),
    text: &str,
) -> Result<Id<Dissent>, DbError> {
    let (id, now) = (may.id::<Dissent>(), may.now());
    let sealed = may.seal(Subject::group(body), Place::of(&id), text).await?;
    let by = may.reading().actor().account();
    let query = sql("insert into cycle_dissent (id, purpose, body, made_by, made_at) \
         values ($1, $2, $3, $4, $5)");
    may.run(query.bind(id).bind(*purpose).bind(sealed).bind(by).bind(now)).await?;
    Ok(id)
}

/// Every wording of a cycle's purpose with who sees it otherwise, the one that counts first.
pub(crate) async fn all(
    reading: &mut Reading,
    cycle: &Id<Cycle>,
    body: &Id<Body>,
) -> Result<Vec<Worded>, DbError> {
    let query =
        sql("select id, version, body, whose, words_of, made_by, made_at from cycle_purpose \
         where cycle = $1 order by version desc");
    let rows = reading.all(query.bind(*cycle), sealed).await?;
    let ids: Vec<Id<Purpose>> = rows.iter().map(|it| it.worded.id).collect();
    let mut dissents = dissents(reading, &ids, body).await?;
    let mut all = Vec::with_capacity(rows.len());
    for Sealed { mut worded, text, words_of } in rows {
        let (subject, place) = (Subject::group(body), Place::of(&worded.id));
        worded.text = reading.open(subject, place, &text).await?;
        if let Some(sealed) = words_of {
            worded.whose = reading.open(subject, place.part(WHOSE), &sealed).await?;
        }
        worded.dissents = dissents.remove(&worded.id).unwrap_or_default();
        all.push(worded);
    }
    Ok(all)
}

struct Sealed {
    worded: Worded,
    text: Vec<u8>,
    words_of: Option<Vec<u8>>,
}

fn sealed(row: &Row) -> Result<Sealed, DbError> {
    let worded = Worded {
        id: row.get("id")?,
        version: row.get("version")?,
        text: String::new(),
        // From before it was sealed: nothing writes it any more.
        whose: row.get("whose")?,
        by: row.get("made_by")?,
        at: row.get("made_at")?,
        dissents: Vec::new(),
    };
    Ok(Sealed { worded, text: row.get("body")?, words_of: row.get("words_of")? })
}

type ByPurpose = HashMap<Id<Purpose>, Vec<Dissented>>;

async fn dissents(
    reading: &mut Reading,
    purposes: &[Id<Purpose>],
    body: &Id<Body>,
) -> Result<ByPurpose, DbError> {
    let query =
        sql("select id, purpose, body, made_by, made_at from cycle_dissent where purpose in {} \
         order by made_at, id");
    let rows = reading
        .all(query.bind_list(purposes), |row| {
            let of = (row.get::<Id<Dissent>>("id")?, row.get::<Id<Purpose>>("purpose")?);
            let (by, at) = (row.get("made_by")?, row.get("made_at")?);
            Ok((of, Dissented { text: String::new(), by, at }, row.get::<Vec<u8>>("body")?))
        })
        .await?;
    let mut found = ByPurpose::new();
    for ((id, purpose), mut dissent, sealed) in rows {
        dissent.text = reading.open(Subject::group(body), Place::of(&id), &sealed).await?;
        found.entry(purpose).or_default().push(dissent);
    }
    Ok(found)
}
