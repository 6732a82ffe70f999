//! Cycles, and what is written into their steps.

use kernel::{Id, Moment};
use people::Body;
use platform::{Account, Changes, DbError, May, Place, Reading, Row, Sql, Subject, Tx, sql};

use crate::{
    Cycle, Step,
    model::{Entry, unreadable},
};

/// The body that runs a cycle, and the system it learns about.
pub(crate) async fn row(
    tx: &mut Tx,
    cycle: &Id<Cycle>,
) -> Result<Option<(Id<Body>, String)>, DbError> {
    let query = sql("select body, system from cycle where id = $1");
    tx.one(query.bind(*cycle), |row| Ok((row.get("body")?, row.get("system")?))).await
}

/// The newest cycle of a body.
pub(crate) async fn newest(tx: &mut Tx, body: &Id<Body>) -> Result<Option<Id<Cycle>>, DbError> {
    let query = sql("select id from cycle where body = $1 order by made_at desc, id desc limit 1");
    tx.one(query.bind(*body), |row| row.get("id")).await
}

/// Every cycle, the newest first.
pub(crate) async fn all(tx: &mut Tx) -> Result<Vec<(Id<Cycle>, Id<Body>, String)>, DbError> {
    let query = sql("select id, body, system from cycle order by made_at desc, id desc");
    tx.all(query, |row| Ok((row.get("id")?, row.get("body")?, row.get("system")?))).await
}

/// Opens a cycle.
pub(crate) async fn open<A: Changes>(
    may: &mut impl May<A>,
    body: &Id<Body>,
    system: &str,
) -> Result<Id<Cycle>, DbError> {
    let (id, now) = (may.id::<Cycle>(), may.now());
    let by = may.reading().actor().account();
    let query =
        sql("insert into cycle (id, body, system, made_by, made_at) values ($1, $2, $3, $4, $5)");
    may.run(query.bind(id).bind(*body).bind(system).bind(by).bind(now)).await?;
    Ok(id)
}

/// What is written into a step.
#[derive(Clone, Debug)]
pub(crate) struct New {
    pub(crate) step: Step,
    pub(crate) text: String,
    pub(crate) prompt: Option<String>,
    pub(crate) source: Option<String>,
}

/// What was written into a step, opened.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) id: Id<Entry>,
    pub(crate) new: New,
    pub(crate) by: Option<Id<Account>>,
    pub(crate) at: Moment,
}

/// Writes into a step.
pub(crate) async fn write<A: Changes>(
    may: &mut impl May<A>,
    (cycle, body): (&Id<Cycle>, &Id<Body>),
    new: &New,
) -> Result<Id<Entry>, DbError> {
    let (id, now) = (may.id::<Entry>(), may.now());
    let text = may.seal(Subject::group(body), Place::of(&id), &new.text).await?;
    let by = may.reading().actor().account();
    let query =
        sql("insert into cycle_entry (id, cycle, step, prompt, body, source, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)");
    let query = query.bind(id).bind(*cycle).bind(new.step.name()).bind(new.prompt.clone());
    may.run(query.bind(text).bind(new.source.clone()).bind(by).bind(now)).await?;
    Ok(id)
}

/// What was written into each of a cycle's steps, newest first, `most` of each step.
pub(crate) async fn newest_entries(
    reading: &mut Reading,
    (cycle, body): (&Id<Cycle>, &Id<Body>),
    most: i64,
) -> Result<Vec<Written>, DbError> {
    let query = sql("select id, step, prompt, body, source, made_by, made_at from \
         (select id, step, prompt, body, source, made_by, made_at, \
         row_number() over (partition by step order by id desc) as place \
         from cycle_entry where cycle = $1) ranked where place <= $2 order by id desc");
    opened(reading, body, query.bind(*cycle).bind(most)).await
}

/// What was written into a step, newest first, from where the page before ended; into any step
/// where none is named.
pub(crate) async fn entries(
    reading: &mut Reading,
    (cycle, body): (&Id<Cycle>, &Id<Body>),
    step: Option<Step>,
    (after, most): (Option<Id<Entry>>, i64),
) -> Result<Vec<Written>, DbError> {
    let query = sql("select id, step, prompt, body, source, made_by, made_at from cycle_entry \
         where cycle = $1 and ($2 = '' or step = $2) and id < $3 order by id desc limit {most}");
    let after = after.map_or_else(|| "g".to_owned(), |it| it.to_string());
    let query = query.bind(*cycle).bind(step.map_or("", Step::name)).bind(after).most(most);
    opened(reading, body, query).await
}

async fn opened(
    reading: &mut Reading,
    body: &Id<Body>,
    query: Sql,
) -> Result<Vec<Written>, DbError> {
    let rows = reading.all(query, sealed).await?;
    let mut entries = Vec::with_capacity(rows.len());
    for (mut entry, sealed) in rows {
        entry.new.text = reading.open(Subject::group(body), Place::of(&entry.id), &sealed).await?;
        entries.push(entry);
    }
    Ok(entries)
}

fn sealed(row: &Row) -> Result<(Written, Vec<u8>), DbError> {
    let step = Step::named(&row.get::<String>("step")?);
    let new = New {
        step: step.ok_or_else(|| unreadable("step"))?,
        text: String::new(),
        prompt: row.get("prompt")?,
        source: row.get("source")?,
    };
    let (id, by, at) = (row.get("id")?, row.get("made_by")?, row.get("made_at")?);
    Ok((Written { id, new, by, at }, row.get::<Vec<u8>>("body")?))
}
