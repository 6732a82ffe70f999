use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::{Action, Changes, Decision, Key as _, Look, Marked, Permit, Reading};
use crate::{
    Actor, DbError, Failure, State, Tx,
    journal::{Act, Did},
    once::Once,
    vault::Subject,
};

/// A request that has not been let in yet. It holds no transaction and nothing from the database,
/// so a slow body keeps nobody waiting.
#[derive(Debug)]
pub struct Ask<A: Action> {
    pub(crate) state: State,
    pub(crate) actor: Actor,
    pub(crate) key: A::Key,
    /// The form this request belongs to, under which a draft of it is kept.
    pub(crate) path: String,
    pub(crate) once: Option<Once>,
    /// The query of the address, as it came.
    pub(crate) query: String,
    /// Where the request came from: an address, as text.
    pub(crate) address: String,
    /// A sitting whose second step is still to come.
    pub(crate) halfway: Option<String>,
    /// This request has asked to change something.
    pub(crate) changing: Arc<AtomicBool>,
}

impl<A: Action> Clone for Ask<A> {
    fn clone(&self) -> Self {
        Self {
            state: self.state.clone(),
            actor: self.actor.clone(),
            key: self.key.clone(),
            path: self.path.clone(),
            once: self.once.clone(),
            query: self.query.clone(),
            address: self.address.clone(),
            halfway: self.halfway.clone(),
            changing: self.changing.clone(),
        }
    }
}

impl<A: Action> Ask<A> {
    pub(crate) fn new(state: State, actor: Actor, key: A::Key, path: String) -> Self {
        let (query, address) = (String::new(), String::new());
        let actor = actor.asking(state.source().now());
        let changing = Arc::default();
        Self { state, actor, key, path, once: None, query, address, halfway: None, changing }
    }

    /// The part of the query with this name, such as `after` of a list. Control characters mean
    /// nothing in an address, and not every database takes them: such a part is not there.
    pub fn query(&self, name: &str) -> Option<String> {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(&self.query).unwrap_or_default();
        let found = pairs.into_iter().find(|(it, _)| it == name).map(|(_, value)| value);
        found.filter(|it| !it.chars().any(char::is_control))
    }

    /// From where on a list goes on, as its page before said it. What cannot be read is refused, and
    /// not taken for the beginning.
    pub fn after<T>(&self, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Failure> {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(&self.query).unwrap_or_default();
        let after = pairs.into_iter().find(|(it, _)| it == "after").map(|(_, after)| after);
        let Some(after) = after.filter(|it| !it.is_empty()) else { return Ok(None) };
        let read = read(&after).map(Some);
        read.ok_or_else(|| Failure::Unreadable("where the list goes on".to_owned()))
    }

    /// Where the request came from, for slowing down those who guess.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The hash of a sitting whose second step is still to come.
    pub fn halfway(&self) -> Option<&str> {
        self.halfway.as_deref()
    }

    /// What hashes passwords and sets cookies, before anything is opened.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// How the request names the thing.
    pub const fn key(&self) -> &A::Key {
        &self.key
    }

    /// Who asks.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Asks to look: opens a snapshot in which nothing can be written.
    pub async fn look(self) -> Result<Look<A>, Failure> {
        if self.changing.load(Ordering::Relaxed) {
            // What made the change impossible may be about to be kept: it is seen once it is.
            self.state.db().settled().await?;
        }
        let mut tx = self.state.db().read().await?;
        let on = self.admit(&mut tx).await?;
        let subjects = touched::<A>(&self.state, &on).await?;
        let act = self.act(&subjects, Did::Looked);
        let mut reading = Reading::new(self.state, self.actor, tx);
        reading.name(&subjects);
        Ok(Look::new(reading, on, act))
    }

    /// Asks to change something: opens a unit of work of which nothing is kept until
    /// [`Permit::keep`].
    pub async fn change(self) -> Result<Permit<A>, Failure>
    where
        A: Changes,
    {
        if !self.actor.may_change() {
            return Err(Failure::NotAllowed);
        }
        self.changing.store(true, Ordering::Relaxed);
        let mut tx = self.state.db().write().await?;
        // Before the rule: what was done may have ended the very standing that allowed it.
        if let (Some(once), Some(account)) = (&self.once, self.actor.account())
            && let Err(failure) = once.claim(&mut tx, account, self.state.source().now()).await
        {
            if matches!(failure, Failure::Answered { .. }) {
                // It may have been done this very moment: it is answered again once it is sure to
                // last.
                tx.commit().await?;
            }
            return Err(failure);
        }
        let on = self.admit(&mut tx).await?;
        let subjects = touched::<A>(&self.state, &on).await?;
        let act = self.act(&subjects, Did::Changed);
        let mut reading = Reading::new(self.state, self.actor, tx);
        reading.name(&subjects);
        Ok(Permit::new(reading, on, act, self.once, self.path))
    }

    /// Asks whether the change would be let in, and does nothing. Whoever may not is told that, and
    /// nothing about what they sent.
    pub(crate) async fn would_change(&self) -> Result<(), Failure> {
        if !self.actor.may_change() {
            return Err(Failure::NotAllowed);
        }
        let mut tx = self.state.db().read().await?;
        self.admit(&mut tx).await?;
        Ok(tx.end().await?)
    }

    /// Finds the thing and asks the rule.
    pub(crate) async fn admit(&self, tx: &mut Tx) -> Result<A::On, Failure> {
        decide::<A>(&self.actor, &self.key, tx, self.state.source().now()).await
    }

    fn act(&self, subjects: &[Subject], did: Did) -> Act {
        act::<A>(&self.actor, &self.key, subjects, did, self.state.source().now())
    }
}

/// Whose records the action touches: of its subjects, those that the thing marks as its own.
pub(crate) async fn touched<A: Action>(state: &State, on: &A::On) -> Result<Vec<Subject>, DbError> {
    let subjects = A::subjects(on);
    let Some(Marked { what, marks }) = A::marked(on) else { return Ok(subjects) };
    let mut touched = Vec::new();
    for subject in subjects {
        match state.vault().mark(subject, what, state.source().now()).await {
            Ok(mark) if marks.contains(&mark) => touched.push(subject),
            Ok(_) => {}
            // Nothing leads to somebody whose key was destroyed.
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(touched)
}

/// Finds the thing and asks the rule.
pub(super) async fn decide<A: Action>(
    actor: &Actor,
    key: &A::Key,
    tx: &mut Tx,
    now: kernel::Moment,
) -> Result<A::On, Failure> {
    let found = A::find(actor, key, tx).await?;
    let Some(mut on) = found else { return Err(Failure::hidden(actor)) };
    A::at(&mut on, now);
    match A::rule(actor, &on) {
        Decision::Allow => Ok(on),
        Decision::Hide => Err(Failure::hidden(actor)),
        Decision::Refuse if actor.is_visitor() => Err(Failure::SignIn),
        Decision::Refuse => Err(Failure::NotAllowed),
    }
}

pub(super) fn act<A: Action>(
    actor: &Actor,
    key: &A::Key,
    subjects: &[Subject],
    did: Did,
    at: kernel::Moment,
) -> Act {
    let records = crate::journal::records(subjects);
    Act { at, actor: actor.clone(), action: A::NAME, did, thing: key.thing(), records }
}
