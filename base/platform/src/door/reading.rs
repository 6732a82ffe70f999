use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use kernel::{Id, Moment};

use crate::{
    Actor, DbError, State, Tx,
    db::{Row, Sql},
    vault::{AnySubject, Place, Subject, VaultError},
};

/// What can be read behind the door: rows, and the sealed text of those whom the look names.
/// Slices hand it to each other, so that one look serves a page of many.
#[derive(Debug)]
pub struct Reading {
    pub(super) state: State,
    pub(super) actor: Actor,
    pub(super) now: Moment,
    pub(super) tx: Tx,
    named: HashSet<Id<AnySubject>>,
    opened: Mutex<HashSet<Id<AnySubject>>>,
}

impl Reading {
    pub(super) fn new(state: State, actor: Actor, tx: Tx) -> Self {
        let now = state.source().now();
        Self { state, actor, now, tx, named: HashSet::new(), opened: Mutex::default() }
    }

    pub(super) fn name(&mut self, subjects: &[Subject]) {
        self.named.extend(crate::journal::records(subjects));
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When the request was admitted.
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// Where it is served from, as people type it: for links that leave the page.
    pub fn public_url(&self) -> &str {
        self.state.public_url()
    }

    /// The open unit of work, for reading.
    pub const fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// Reads every matching row.
    pub async fn all<T>(
        &mut self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Vec<T>, DbError> {
        self.tx.all(sql, read).await
    }

    /// Reads the one row, if there is one.
    pub async fn one<T>(
        &mut self,
        sql: Sql,
        read: impl Fn(&Row) -> Result<T, DbError>,
    ) -> Result<Option<T>, DbError> {
        self.tx.one(sql, read).await
    }

    /// Opens sealed text. A record's text opens only to a look that names the record; an account's
    /// to everybody whom the door let in.
    pub async fn open(
        &self,
        subject: Subject,
        place: Place,
        sealed: &[u8],
    ) -> Result<String, DbError> {
        if let Subject::Record(id) = subject {
            if !self.named.contains(&id) {
                return Err(VaultError::NotNamed.into());
            }
            self.opened.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        }
        self.state.vault().unseal(subject, place, sealed).await
    }

    /// The records of which something was opened.
    pub(super) fn opened(&mut self) -> HashSet<Id<AnySubject>> {
        std::mem::take(self.opened.get_mut().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the action of this name is called, as people read it in the journal.
    pub fn told(&self, action: &str) -> Option<words::Say> {
        self.state.told(action)
    }

    /// The same for a look: nothing where the action changes something, and a look only opened its
    /// form.
    pub fn told_of_look(&self, action: &str) -> Option<words::Say> {
        (!self.state.changes(action)).then(|| self.state.told(action)).flatten()
    }

    /// True when this look names `subject`, so that its text can be opened.
    pub fn names(&self, subject: Subject) -> bool {
        match subject {
            Subject::Record(id) => self.named.contains(&id),
            Subject::Account(_) | Subject::Group(_) => true,
        }
    }

    /// A keyed hash of `what` under the subject's own key: it finds what belongs to a record that
    /// this look names, and leads nowhere once the key is destroyed.
    pub async fn mark(&self, subject: Subject, what: &str) -> Result<Vec<u8>, DbError> {
        if !self.names(subject) {
            return Err(VaultError::NotNamed.into());
        }
        self.state.vault().mark(subject, what, self.now).await
    }

    /// A keyed hash of something short that somebody is handed or types, such as a one-time code: all
    /// that is kept of it.
    pub fn hash(&self, what: &str) -> String {
        self.state.vault().hash(what)
    }

    /// The keyed hash under which a name part is found.
    pub fn fingerprint(&self, part: &str) -> Vec<u8> {
        self.state.vault().fingerprint(part)
    }
}
