//! The chain over the journal's lines, and the proof that it is whole.

use crate::{Db, DbError, Row, Tx, db::sql, secret::Key};

/// How many links are read at a time.
const PAGE: i64 = 1000;

/// The journal is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many lines the chain holds.
    pub lines: i64,
    /// The last link, in hex: it proves everything before it.
    pub head: String,
}

/// Where the journal is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A line was changed or removed, or a link was.
    #[error(
        "the journal is broken at line {seq} ({line}): it was changed, or something before it was removed"
    )]
    At {
        /// Its number in the chain.
        seq: i64,
        /// Its id.
        line: String,
    },
    /// A line that the chain never took and that does not wait for it either.
    #[error("the journal holds a line that was put in from outside: {0}")]
    Foreign(String),
    /// The chain ends before a link that was published.
    #[error("the journal has lost its end: the link {0} is not in it")]
    Lost(String),
}

/// What a link is made over: every column of the line, so that none can change.
pub(super) struct Held {
    pub(super) seq: i64,
    pub(super) line: String,
    link: Vec<u8>,
    canonical: String,
}

pub(super) fn canonical(row: &Row) -> Result<String, DbError> {
    let text = |column| row.get::<Option<String>>(column);
    let parts = [
        Some(row.get::<String>("id")?),
        Some(row.get::<i64>("at")?.to_string()),
        text("account")?,
        text("via")?,
        text("action")?,
        text("did")?,
        text("thing")?,
        text("record")?,
    ];
    // A missing part differs from an empty one, and no part can run into the next.
    let parts = parts.map(|part| part.map_or("-".to_owned(), |it| format!("{}:{it}", it.len())));
    Ok(parts.join("|"))
}

pub(super) fn link(key: &Key, before: &[u8], seq: i64, canonical: &str) -> Vec<u8> {
    let mut message = before.to_vec();
    message.extend(seq.to_be_bytes());
    message.extend(canonical.as_bytes());
    key.mac(&message).to_vec()
}

/// The same for a database that nobody serves now.
pub async fn verify_stored(
    db: &Db,
    vault: &crate::Vault,
    published: Option<&str>,
) -> Result<Result<Verified, Broken>, DbError> {
    let key = vault.installation_key("journal").await?;
    verify(db, &key, published).await
}

/// The last link of the chain, in hex; empty when there is none.
pub async fn head(db: &Db) -> Result<String, DbError> {
    let mut tx = db.read().await?;
    let query = sql("select link from journal_chain order by seq desc limit 1");
    let link = tx.one(query, |row| row.get::<Vec<u8>>("link")).await?;
    tx.end().await?;
    Ok(hex(&link.unwrap_or_default()))
}

/// Proves that every line is as it was written, in its order, and that none is missing; and, given
/// a `published` head, that the chain still contains it.
pub async fn verify(
    db: &Db,
    key: &Key,
    published: Option<&str>,
) -> Result<Result<Verified, Broken>, DbError> {
    let mut tx = db.read().await?;
    let (mut before, mut lines, mut found) = (Vec::new(), 0, published.is_none());
    loop {
        let page = links(&mut tx, lines).await?;
        if page.is_empty() {
            break;
        }
        for held in page {
            let expected = link(key, &before, held.seq, &held.canonical);
            if held.seq != lines + 1 || expected != held.link {
                return Ok(Err(Broken::At { seq: lines + 1, line: held.line }));
            }
            (before, lines) = (expected, held.seq);
            found = found || published == Some(hex(&before).as_str());
        }
    }
    if let Some(line) = foreign(&mut tx).await? {
        return Ok(Err(Broken::Foreign(line)));
    }
    tx.end().await?;
    Ok(match published {
        Some(head) if !found => Err(Broken::Lost(head.to_owned())),
        Some(_) | None => Ok(Verified { lines, head: hex(&before) }),
    })
}

async fn links(tx: &mut Tx, after: i64) -> Result<Vec<Held>, DbError> {
    let query =
        sql("select c.seq, c.line, c.link, coalesce(j.id, '') as id, coalesce(j.at, 0) as at, \
         j.account, j.via, j.action, j.did, j.thing, j.record \
         from journal_chain c left join journal j on j.id = c.line \
         where c.seq > $1 order by c.seq limit {most}");
    tx.all(query.bind(after).most(PAGE), |row| {
        Ok(Held {
            seq: row.get("seq")?,
            line: row.get("line")?,
            link: row.get("link")?,
            canonical: canonical(row)?,
        })
    })
    .await
}

async fn foreign(tx: &mut Tx) -> Result<Option<String>, DbError> {
    let query = sql("select j.id from journal j left join journal_chain c on c.line = j.id \
         left join journal_open o on o.line = j.id \
         where c.line is null and o.line is null order by j.id limit 1");
    tx.one(query, |row| row.get("id")).await
}

pub(super) fn hex(link: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(link)
}
