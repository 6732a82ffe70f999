use std::future::Future;

use kernel::Moment;
use words::Say;

use super::Key;
use crate::{Actor, DbError, Tx, vault::Subject};

/// The answer to "may they?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Allow,
    /// No, and they may know why.
    Refuse,
    /// No, and they may not know that it exists.
    Hide,
}

impl Decision {
    /// Allowed, or hidden.
    pub const fn or_hide(allowed: bool) -> Self {
        if allowed { Self::Allow } else { Self::Hide }
    }

    /// Allowed; or refused to those who know of it; or hidden.
    pub const fn of(allowed: bool, knows: bool) -> Self {
        match (allowed, knows) {
            (true, _) => Self::Allow,
            (false, true) => Self::Refuse,
            (false, false) => Self::Hide,
        }
    }
}

/// Keyed hashes by which a thing says whose it is, to those alone who hold the keys.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// What is hashed under the key of each record.
    pub what: &'static str,
    /// What came of it.
    pub marks: &'a [Vec<u8>],
}

/// One thing somebody may be allowed to do.
pub trait Action: Send + Sync + 'static {
    /// Its name in the access table and in the journal, such as `note.add`.
    const NAME: &'static str;
    /// How a request names the thing.
    type Key: Key;
    /// What the rule has to know: the thing, and how the actor stands towards it.
    type On: Send + Sync;

    /// Finds the thing, and the actor's standing towards it. `None` becomes "not found".
    fn find(
        actor: &Actor,
        key: &Self::Key,
        tx: &mut Tx,
    ) -> impl Future<Output = Result<Option<Self::On>, DbError>> + Send;

    /// What is true of it only at this moment.
    fn at(_on: &mut Self::On, _now: Moment) {}

    /// The rule. Pure, so that it can be read, tabled and tested.
    fn rule(actor: &Actor, on: &Self::On) -> Decision;

    /// Whose record this touches: only their sealed text can be opened, and each of them reads in
    /// the journal that it was.
    fn subjects(_on: &Self::On) -> Vec<Subject> {
        Vec::new()
    }

    /// The look is written down beside those of whom something was opened, and not beside everybody whom it
    /// names: for what is shown page by page. Nothing of anybody else may be shown then.
    const AS_OPENED: bool = false;

    /// Under whose key a draft of it is kept, where that is not its author's own: the record it touches,
    /// when it is a single one. One of several would take everybody's words along when it goes.
    fn draft_of(on: &Self::On) -> Option<Subject> {
        let records = crate::journal::records(&Self::subjects(on));
        let [record] = records.as_slice() else { return None };
        Some(Subject::Record(*record))
    }

    /// For a thing that says whose it is by keyed hashes alone: which. Then of the subjects only those
    /// are touched whose hash is among them.
    fn marked(_on: &Self::On) -> Option<Marked<'_>> {
        None
    }

    /// What it is, as the person concerned reads it: "read your page".
    fn told() -> Say;
}

/// An action that changes something. One that does not say so can only look.
pub trait Changes: Action {}
