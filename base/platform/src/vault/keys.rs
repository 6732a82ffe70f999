use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};

use kernel::{Id, Moment};

use super::{AnySubject, MasterKeys, Subject, VaultError};
use crate::{
    Db, DbError,
    db::{Engine, sql},
    erasure::{erased, tombstone},
    secret::Key,
};

/// How many opened keys are held in memory.
const HELD: usize = 8192;

/// What is known in memory of a subject's key.
#[derive(Clone, Debug)]
enum Held {
    Open(Key),
    Destroyed,
}

impl Held {
    fn key(self) -> Option<Key> {
        match self {
            Self::Open(key) => Some(key),
            Self::Destroyed => None,
        }
    }
}

/// Wrapped data keys, in a database of their own.
#[derive(Debug)]
pub struct KeyStore {
    pub(super) db: Db,
    master: MasterKeys,
    open: Mutex<HashMap<Id<AnySubject>, Held>>,
    /// A key was destroyed whose bytes could not be shredded yet.
    pub(super) owed: AtomicBool,
}

impl KeyStore {
    /// A key store in `db`, its keys wrapped by `master`.
    pub fn new(db: Db, master: MasterKeys) -> Self {
        Self { db, master, open: Mutex::default(), owed: AtomicBool::new(false) }
    }

    /// The database that holds it, for its own backup.
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// The key of `subject`, if there is one.
    pub(super) async fn find(&self, subject: Subject) -> Result<Option<Key>, DbError> {
        let id = subject.id();
        if let Some(known) = self.held(id) {
            return Ok(known.key());
        }
        let Some(wrapped) = self.wrapped(&id.to_string()).await? else { return Ok(None) };
        let key = self.master.unwrap(&id.to_string(), &wrapped)?;
        Ok(self.hold(*id, key))
    }

    /// Why `subject` has no key: somebody destroyed it, or the store is not the right one.
    pub(super) async fn missing(&self, subject: Subject) -> Result<VaultError, DbError> {
        let mut tx = keys(self.db.read().await)?;
        let query = sql("select subject from erasure where subject = $1");
        let query = query.bind(subject.id().to_string());
        let erased = keys(tx.one(query, |row| row.get::<String>("subject")).await)?;
        keys(tx.end().await)?;
        Ok(erased.map_or(VaultError::Lost, |_| VaultError::NoKey))
    }

    /// The key of `subject`, made now if need be. Of two made at once, the first is kept.
    pub(super) async fn make(&self, subject: Subject, now: Moment) -> Result<Key, DbError> {
        if let Some(key) = self.find(subject).await? {
            return Ok(key);
        }
        let name = subject.id().to_string();
        self.insert(&name, now).await?;
        Ok(self.find(subject).await?.ok_or(VaultError::NoKey)?)
    }

    /// A key of the installation itself.
    pub(super) async fn installation_key(&self, purpose: &str) -> Result<Key, DbError> {
        let name = format!("installation/{purpose}");
        if let Some(wrapped) = self.wrapped(&name).await? {
            return Ok(self.master.unwrap(&name, &wrapped)?);
        }
        self.insert(&name, Moment::from_micros(0)).await?;
        let wrapped = self.wrapped(&name).await?.ok_or(VaultError::NoKey)?;
        Ok(self.master.unwrap(&name, &wrapped)?)
    }

    async fn wrapped(&self, name: &str) -> Result<Option<Vec<u8>>, DbError> {
        let mut tx = keys(self.db.read().await)?;
        let query = sql("select wrapped from subject_key where subject = $1").bind(name);
        let found = keys(tx.one(query, |row| row.get("wrapped")).await)?;
        keys(tx.end().await)?;
        Ok(found)
    }

    /// A subject whose key was destroyed gets no new one: what was erased stays erased.
    async fn insert(&self, name: &str, now: Moment) -> Result<(), DbError> {
        let wrapped = self.master.wrap(name, &Key::fresh());
        let mut tx = keys(self.db.write().await)?;
        let query = sql("insert into subject_key (subject, wrapped, made_at) select $1, $2, $3 \
             where not exists (select 1 from erasure where subject = $1) \
             on conflict (subject) do nothing");
        keys(tx.run(query.bind(name).bind(wrapped).bind(now)).await)?;
        keys(tx.commit().await)
    }

    pub(super) async fn destroy(&self, subject: Subject, now: Moment) -> Result<(), DbError> {
        let mut tx = keys(self.db.write().await)?;
        keys(tombstone(&mut tx, *subject.id(), now).await)?;
        let query = sql("delete from subject_key where subject = $1").bind(*subject.id());
        keys(tx.run(query).await)?;
        keys(tx.commit().await)?;
        // Somebody may have read the key a moment ago, and be about to hold it.
        self.forget(*subject.id());
        self.shred().await
    }

    pub(super) fn forget(&self, id: Id<AnySubject>) {
        self.memory().insert(id, Held::Destroyed);
    }

    /// True when other programs may use it, too, and destroy keys that are held here.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.db.engine(), Engine::Postgres)
    }

    /// True when there is nothing in it, neither a key nor a tombstone.
    pub async fn is_empty(&self) -> Result<bool, DbError> {
        let mut tx = keys(self.db.read().await)?;
        let query = sql("select subject from subject_key union all select subject from erasure \
             limit 1");
        let found = keys(tx.one(query, |row| row.get::<String>("subject")).await)?;
        keys(tx.end().await)?;
        Ok(found.is_none())
    }

    /// Who was erased, as the key store knows it.
    pub(crate) async fn erased(&self) -> Result<Vec<(Id<AnySubject>, Moment)>, DbError> {
        keys(erased(&self.db).await)
    }

    /// Wraps every key that an older master key wrapped with the newest one. Says how many.
    pub async fn rewrap(&self) -> Result<usize, DbError> {
        let mut tx = keys(self.db.write().await)?;
        let all = keys(
            tx.all(sql("select subject, wrapped from subject_key"), |row| {
                Ok((row.get::<String>("subject")?, row.get::<Vec<u8>>("wrapped")?))
            })
            .await,
        )?;
        let mut changed = 0;
        for (name, wrapped) in all.iter().filter(|(_, it)| !self.master.is_newest(it)) {
            let key = self.master.unwrap(name, wrapped)?;
            let query =
                sql("update subject_key set wrapped = $1 where subject = $2 and wrapped = $3");
            let query = query.bind(self.master.wrap(name, &key)).bind(name.as_str());
            keys(tx.run(query.bind(wrapped.as_slice())).await)?;
            changed += 1;
        }
        keys(tx.commit().await)?;
        if changed > 0 {
            self.shred().await?;
        }
        Ok(changed)
    }

    /// Says again what was erased: whoever has a tombstone, here or among `others`, has no key,
    /// whatever a copy brought back. Says how many keys that took.
    pub(crate) async fn replay_erasures(
        &self,
        others: &[(Id<AnySubject>, Moment)],
    ) -> Result<u64, DbError> {
        let mut tx = keys(self.db.write().await)?;
        for (subject, at) in others {
            keys(tombstone(&mut tx, *subject, *at).await)?;
        }
        let query = sql("delete from subject_key where subject in (select subject from erasure)");
        let taken = keys(tx.run(query).await)?;
        keys(tx.commit().await)?;
        for (subject, _) in others {
            self.forget(*subject);
        }
        if taken > 0 {
            self.shred().await?;
        }
        Ok(taken)
    }

    /// Forgets every key that is held.
    pub(super) fn forget_all(&self) {
        self.memory().retain(|_, held| matches!(held, Held::Destroyed));
    }

    fn held(&self, id: &Id<AnySubject>) -> Option<Held> {
        self.memory().get(id).cloned()
    }

    fn memory(&self) -> MutexGuard<'_, HashMap<Id<AnySubject>, Held>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds a key that was read, unless it was destroyed meanwhile.
    fn hold(&self, id: Id<AnySubject>, key: Key) -> Option<Key> {
        let mut open = self.memory();
        if open.len() >= HELD {
            open.retain(|_, held| matches!(held, Held::Destroyed));
        }
        open.entry(id).or_insert(Held::Open(key)).clone().key()
    }
}

pub(super) fn keys<T>(result: Result<T, DbError>) -> Result<T, DbError> {
    result.map_err(|cause| VaultError::Keys(Box::new(cause)).into())
}
