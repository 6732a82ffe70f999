//! Erasure. Tombstones stand in the data and in the key store, so that a copy of either that is brought
//! back beside the other brings nobody back.

use kernel::{Id, Moment};

use crate::{
    Db, DbError, Tx,
    db::sql,
    vault::{AnySubject, KeyStore, Subject, Vault},
};

/// Destroys the key of `subject`, and in the data every way in that was theirs. The tombstone is
/// written first: what breaks off in between is done by the next replay.
pub(crate) async fn erase(
    db: &Db,
    vault: &Vault,
    subject: Subject,
    now: Moment,
) -> Result<(), DbError> {
    bury(db, *subject.id(), now).await?;
    vault.destroy(subject, now).await?;
    empty_log(db).await
}

/// Says again what was erased, as far as the data or the key store know. Says how many keys that took.
pub async fn replay(db: &Db, keys: &KeyStore) -> Result<u64, DbError> {
    let (here, there) = (erased(db).await?, keys.erased().await?);
    let missing = there.iter().filter(|(subject, _)| !here.iter().any(|(it, _)| it == subject));
    let missing: Vec<_> = missing.copied().collect();
    for (subject, at) in &missing {
        bury(db, *subject, *at).await?;
    }
    if !missing.is_empty() {
        empty_log(db).await?;
    }
    replay_keys(db, keys).await
}

/// The same for the key store alone, which is brought back before the data is.
pub async fn replay_keys(db: &Db, keys: &KeyStore) -> Result<u64, DbError> {
    keys.replay_erasures(&erased(db).await?).await
}

/// Who was erased, as this database knows it.
pub(crate) async fn erased(db: &Db) -> Result<Vec<(Id<AnySubject>, Moment)>, DbError> {
    let mut tx = db.read().await?;
    let query = sql("select subject, erased_at from erasure order by subject");
    let all = tx.all(query, |row| Ok((row.get("subject")?, row.get("erased_at")?))).await?;
    tx.end().await?;
    Ok(all)
}

/// Writes the tombstone, and takes away what could still be used or guessed.
async fn bury(db: &Db, subject: Id<AnySubject>, at: Moment) -> Result<(), DbError> {
    let mut tx = db.write().await?;
    tombstone(&mut tx, subject, at).await?;
    let ends = [
        "delete from draft where record = $1 or talk = $1 or account in \
         (select id from account where id = $1 or record = $1)",
        "delete from recovery_code where account in \
         (select id from account where id = $1 or record = $1)",
        "delete from session where account in \
         (select id from account where id = $1 or record = $1)",
        "update account set sign_in = null, password = null, totp = null \
         where id = $1 or record = $1",
    ];
    for end in ends {
        tx.run(sql(end).bind(subject)).await?;
    }
    let close = sql("update account set closed_at = $2 where (id = $1 or record = $1) \
         and closed_at is null");
    tx.run(close.bind(subject).bind(at)).await?;
    tx.commit().await
}

pub(crate) async fn tombstone(
    tx: &mut Tx,
    subject: Id<AnySubject>,
    at: Moment,
) -> Result<(), DbError> {
    let query = sql("insert into erasure (subject, erased_at) values ($1, $2) \
         on conflict (subject) do nothing");
    tx.run(query.bind(subject).bind(at)).await.map(drop)
}

/// The log of the database holds what was taken away until it is emptied. Where somebody reads all
/// the while, it empties itself a little later.
async fn empty_log(db: &Db) -> Result<(), DbError> {
    match db.settle().await {
        Err(DbError::Busy) => Ok(()),
        other => other,
    }
}
