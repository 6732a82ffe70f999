//! The one who takes open lines into the chain: leased, so that of several replicas one does it.

use std::time::Duration;

use kernel::{Moment, Source, SpanOf};

use super::chain::{canonical, hex, link};
use crate::{
    Db, DbError, Tx,
    db::{Arg, sql},
    log,
    secret::Key,
};

const PAGE: i64 = 256;
const LEASE: i64 = 10 * SpanOf::SECOND;

/// Often, and little each time: whoever saves meanwhile waits for a page of lines.
const EVERY: Duration = Duration::from_millis(200);

/// After so many rounds the head is published, when it is another one: about once a second.
const PUBLISHED: usize = 5;

/// Seals within a second of their writing, for as long as the program runs.
pub(crate) async fn run(db: Db, key: Key, source: Source, holder: String) {
    let (mut head, mut published) = (None, None);
    for round in 1_usize.. {
        tokio::time::sleep(EVERY).await;
        match seal_pending(&db, &key, &holder, source.now()).await {
            Ok(sealed) => head = sealed.or(head),
            Err(cause) => log::later(&cause, "the journal could not be sealed"),
        }
        if let Some(head) = head.as_ref().filter(|_| round.is_multiple_of(PUBLISHED))
            && published.as_ref() != Some(head)
        {
            log::sealed(head);
            published = Some(head.clone());
        }
    }
}

/// Takes every open line into the chain, if `holder` has or gets the lease. Returns the head.
pub async fn seal_pending(
    db: &Db,
    key: &Key,
    holder: &str,
    now: Moment,
) -> Result<Option<String>, DbError> {
    let mut head = None;
    while is_open(db).await? {
        let mut tx = db.write().await?;
        if !lease(&mut tx, holder, now).await? {
            return Ok(head);
        }
        let (taken, last) = seal_page(&mut tx, key).await?;
        tx.commit().await?;
        head = last.or(head);
        if taken < PAGE {
            break;
        }
    }
    Ok(head)
}

/// True when a line waits: where nobody does anything, nothing is written either.
async fn is_open(db: &Db) -> Result<bool, DbError> {
    let mut tx = db.read().await?;
    let query = sql("select line from journal_open limit 1");
    let waits = tx.one(query, |row| row.get::<String>("line")).await?;
    tx.end().await?;
    Ok(waits.is_some())
}

async fn lease(tx: &mut Tx, holder: &str, now: Moment) -> Result<bool, DbError> {
    let query = sql("insert into lease (job, holder, until_at) values ('journal', $1, $2) \
         on conflict (job) do update set holder = excluded.holder, until_at = excluded.until_at \
         where lease.holder = excluded.holder or lease.until_at < $3");
    Ok(tx.run(query.bind(holder).bind(now.plus(LEASE)).bind(now)).await? == 1)
}

async fn seal_page(tx: &mut Tx, key: &Key) -> Result<(i64, Option<String>), DbError> {
    let open = open_lines(tx).await?;
    if open.is_empty() {
        return Ok((0, None));
    }
    let last = sql("select seq, link from journal_chain order by seq desc limit 1");
    let last = tx.one(last, |row| Ok((row.get::<i64>("seq")?, row.get::<Vec<u8>>("link")?)));
    let (mut seq, mut before) = last.await?.unwrap_or_default();
    let mut rows: Vec<Vec<Arg>> = Vec::with_capacity(open.len());
    for (id, canonical) in &open {
        seq += 1;
        before = link(key, &before, seq, canonical);
        rows.push(vec![seq.into(), id.as_str().into(), before.clone().into()]);
    }
    insert(tx, rows).await?;
    let ids: Vec<&str> = open.iter().map(|(id, _)| id.as_str()).collect();
    tx.run(sql("delete from journal_open where line in {}").bind_list(&ids)).await?;
    Ok((i64::try_from(open.len()).unwrap_or(PAGE), Some(hex(&before))))
}

/// The next open lines, in the order of their ids, as they go into the chain. Asked in two steps, each by its
/// key: joined, the whole journal would be read for them as soon as the database expects many.
async fn open_lines(tx: &mut Tx) -> Result<Vec<(String, String)>, DbError> {
    let query = sql("select line from journal_open order by line limit {most}").most(PAGE);
    let ids = tx.all(query, |row| row.get::<String>("line")).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql("select id, at, account, via, action, did, thing, record from journal \
         where id in {}");
    let mut open = tx
        .all(query.bind_list(&ids), |row| Ok((row.get::<String>("id")?, canonical(row)?)))
        .await?;
    open.sort_unstable();
    Ok(open)
}

async fn insert(tx: &mut Tx, rows: Vec<Vec<Arg>>) -> Result<(), DbError> {
    let mut rest = rows;
    while !rest.is_empty() {
        let now = rest.drain(..super::block(rest.len())).collect();
        let query = sql("insert into journal_chain (seq, line, link) values {}");
        tx.run(query.bind_rows(3, now)).await?;
    }
    Ok(())
}
