use axum::http::{HeaderName, HeaderValue};
use kernel::{Id, Moment};

use super::{
    Action, Changes, Reading,
    ask::{act, decide, touched},
};
use crate::{
    DbError, Failure,
    db::Sql,
    draft,
    journal::{self, Act, Did},
    once::Once,
    vault::{Place, Subject},
};

/// Proof that `A` was allowed, to this actor, on this thing, now; and the open unit of work in
/// which to do it. Dropped without [`Permit::keep`], it changes nothing; of one that is refused, what
/// slows down guessing may be kept (`session::throttle::failed`), and nothing besides.
#[derive(Debug)]
pub struct Permit<A: Action> {
    work: Work,
    on: A::On,
    once: Option<Once>,
    path: String,
}

/// The unit of work behind a permit, and the lines that will be kept with it.
#[derive(Debug)]
struct Work {
    reading: Reading,
    acts: Vec<Act>,
    /// A store has changed a row.
    changed: bool,
}

impl Work {
    async fn run(&mut self, sql: Sql) -> Result<u64, DbError> {
        let touched = self.reading.tx.run(sql).await?;
        self.changed |= touched > 0;
        Ok(touched)
    }
}

/// Where a change leads, once it is kept.
#[derive(Debug)]
pub struct Done {
    pub(crate) to: String,
    pub(crate) made: Option<String>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Done {
    /// Sends the browser this header, such as a cookie.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// Leave to do `A`, as a store needs it: a [`Permit`] of its own or one joined to another's work.
pub trait May<A: Changes>: Send {
    /// The thing.
    fn on(&self) -> &A::On;
    /// What can be read in the same unit of work.
    fn reading(&mut self) -> &mut Reading;
    /// Runs a change, and says how many rows it touched.
    fn run(&mut self, sql: Sql) -> impl Future<Output = Result<u64, DbError>> + Send;
    /// Seals text about `subject`.
    fn seal(
        &self,
        subject: Subject,
        place: Place,
        text: &str,
    ) -> impl Future<Output = Result<Vec<u8>, DbError>> + Send;
    /// A keyed hash of `what` under the subject's own key.
    fn mark(
        &self,
        subject: Subject,
        what: &str,
    ) -> impl Future<Output = Result<Vec<u8>, DbError>> + Send;
    /// When the request was admitted.
    fn now(&self) -> Moment;
    /// A fresh id.
    fn id<T: ?Sized>(&self) -> Id<T>;
}

impl<A: Changes> Permit<A> {
    pub(super) fn new(
        reading: Reading,
        on: A::On,
        act: Act,
        once: Option<Once>,
        path: String,
    ) -> Self {
        let work = Work { reading, acts: vec![act], changed: false };
        Self { work, on, once, path }
    }

    /// Asks for leave to do `B` as well, in the same unit of work: its own rule, its own line.
    pub async fn also<B: Changes>(&mut self, key: &B::Key) -> Result<Also<'_, B>, Failure> {
        let Reading { state, actor, tx, now, .. } = &mut self.work.reading;
        let on = decide::<B>(actor, key, tx, *now).await?;
        let subjects = touched::<B>(state, &on).await?;
        let act = act::<B>(actor, key, &subjects, Did::Changed, *now);
        self.work.reading.name(&subjects);
        self.work.acts.push(act);
        Ok(Also { work: &mut self.work, on })
    }

    /// Keeps the work, its journal lines and the memory of having answered, in one stroke. The
    /// browser is then sent `to`; `made` is the id of what came into being.
    pub async fn keep<T: ?Sized>(
        mut self,
        to: String,
        made: Option<Id<T>>,
    ) -> Result<Done, Failure> {
        let made = made.map(|it| it.to_string());
        let account = self.work.reading.actor.account();
        if let (Some(once), Some(account)) = (&self.once, account) {
            let Reading { tx, now, .. } = &mut self.work.reading;
            once.remember(tx, account, (&to, made.as_deref()), *now).await?;
        }
        let Reading { actor, tx, .. } = &mut self.work.reading;
        draft::forget(tx, actor, &self.path).await?;
        // What came into being is what the line is about, so that it can be held back with it.
        if let (Some(act), Some(made)) = (self.work.acts.first_mut(), &made) {
            act.thing = Some(made.clone());
        }
        let source = self.work.reading.state.source().clone();
        let entries = self.work.acts.iter().flat_map(|act| act.entries(|| source.id())).collect();
        journal::write(&mut self.work.reading.tx, entries).await?;
        self.work.reading.tx.commit().await?;
        Ok(Done { to, made, headers: Vec::new() })
    }

    /// Keeps what the base itself noted about a try that is refused. Nothing was done: no line says
    /// so, and the same request sent again is read again. Where a store has changed a row, or leave
    /// was asked for more, nothing is kept at all.
    pub(crate) async fn keep_try(mut self) -> Result<(), Failure> {
        if self.work.changed || self.work.acts.len() > 1 {
            return Err(Failure::Broken("a change was about to be kept as a try".into()));
        }
        let account = self.work.reading.actor.account();
        if let (Some(once), Some(account)) = (&self.once, account) {
            once.let_go(&mut self.work.reading.tx, account).await?;
        }
        Ok(self.work.reading.tx.commit().await?)
    }
}

/// Leave to do `B` within the unit of work of another permit.
#[derive(Debug)]
pub struct Also<'a, B: Action> {
    work: &'a mut Work,
    on: B::On,
}

macro_rules! may {
    () => {
        fn on(&self) -> &A::On {
            &self.on
        }

        fn reading(&mut self) -> &mut Reading {
            &mut self.work.reading
        }

        async fn run(&mut self, sql: Sql) -> Result<u64, DbError> {
            self.work.run(sql).await
        }

        async fn seal(
            &self,
            subject: Subject,
            place: Place,
            text: &str,
        ) -> Result<Vec<u8>, DbError> {
            let reading = &self.work.reading;
            reading.state.vault().seal(subject, place, text, reading.now).await
        }

        async fn mark(&self, subject: Subject, what: &str) -> Result<Vec<u8>, DbError> {
            let reading = &self.work.reading;
            reading.state.vault().mark(subject, what, reading.now).await
        }

        fn now(&self) -> Moment {
            self.work.reading.now
        }

        fn id<T: ?Sized>(&self) -> Id<T> {
            self.work.reading.state.source().id()
        }
    };
}

impl<A: Changes> May<A> for Permit<A> {
    may!();
}

impl<A: Changes> May<A> for Also<'_, A> {
    may!();
}
