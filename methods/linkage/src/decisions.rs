//! What people decided about records: these two are always together, those two never.
//!
//! A decision binds whatever the weights say, and it reaches through third records: who said that A and B are one person, and
//! that B and C are one, also said it of A and C; who said that B and C are two people also said it of A and C. Where decisions
//! contradict each other nothing is guessed: [`Decisions::resolve`] answers with the [`Contradiction`]s, each with the shortest
//! chain of decisions that cannot all be true.

mod contradiction;
mod order;
mod read;
mod resolve;
mod resolved;
mod ties;

use std::fmt;

pub use contradiction::{Chain, Contradiction, Unclear};
pub use read::{COLUMNS, DecisionError, LIMIT, Wrong};
pub use resolve::MOST_TOLD;
pub use resolved::{Note, Resolved};

/// A record, as it is found again: the source that holds it, and its name there. The two together name one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Record<'a> {
    /// The source: a file's stem, a system's name.
    pub source: &'a str,
    /// The record's name in its source.
    pub id: &'a str,
}

/// What was decided about two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They are of one person, always.
    Together,
    /// They are of two people, always.
    Apart,
}

impl Verdict {
    /// The word in a file of decisions: `together` or `apart`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Together => "together",
            Self::Apart => "apart",
        }
    }
}

/// A record, as a decision names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Named {
    /// Its source; empty where the decision leaves it out, because there is only one.
    pub source: String,
    /// Its name in the source.
    pub id: String,
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.source.as_str() {
            "" => write!(f, "`{}`", self.id),
            source => write!(f, "`{}` of `{source}`", self.id),
        }
    }
}

/// One decision: what somebody said of two records, and who, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The line of the file on which it stands, beginning with 1 for the line of the columns' names.
    pub line: u64,
    /// One record.
    pub a: Named,
    /// The other record.
    pub b: Named,
    /// What was decided.
    pub verdict: Verdict,
    /// Who decided; empty where the file does not say.
    pub who: String,
    /// When, in the words of the file; empty where it does not say. Nothing is computed from it.
    pub when: String,
    /// Why; empty where the file does not say.
    pub reason: String,
}

/// As in `line 3 says that "a" and "b" are always together (Sam, 2026-02-01: same birth certificate)`.
impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let always = match self.verdict {
            Verdict::Together => "always together",
            Verdict::Apart => "never together",
        };
        write!(f, "line {} says that {} and {} are {always}", self.line, self.a, self.b)?;
        let who = if self.who.is_empty() { "nobody is named" } else { &self.who };
        let when = if self.when.is_empty() { "no day" } else { &self.when };
        let reason = if self.reason.is_empty() { "no reason given" } else { &self.reason };
        write!(f, " ({who}, {when}: {reason})")
    }
}

/// Decisions in the order of their file. [`Decisions::default`] is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub(crate) all: Vec<Decision>,
    pub(crate) unread: Vec<String>,
}

impl Decisions {
    /// Each decision, in the order of the file.
    pub fn all(&self) -> &[Decision] {
        &self.all
    }

    /// Columns of the file that are none of [`COLUMNS`]: they were passed over, and whoever reads the answer should hear of it.
    pub fn unread(&self) -> &[String] {
        &self.unread
    }
}
