//! Why decisions cannot be followed.

use std::fmt;

use super::{Decision, Named};

/// Why decisions cannot be followed: they contradict each other, or what they were given for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// Decisions cannot all be true.
    Among(Chain),
    /// A decision does not say of which record it speaks.
    Unclear {
        /// The line of the decision.
        line: u64,
        /// The column that names the record.
        column: &'static str,
        /// The record, as named.
        record: Named,
        /// What is unclear.
        why: Unclear,
    },
    /// There are so many more that are not told one by one.
    More(usize),
}

/// The shortest chain of decisions that lead from one record to another, and the decision that they are of two people.
///
/// Where several chains are equally short, it is the one that takes earlier lines first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Always together, each with the next one through a record that both name. Empty where `apart` speaks twice of one record.
    pub together: Vec<Decision>,
    /// Never together, and yet they are what the chain leads from and to.
    pub apart: Decision,
}

/// What is unclear about a record that a decision names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// There are several sources, and the decision does not say which.
    Source,
    /// Several records of the source have this name.
    Several,
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Among(chain) => write!(f, "{chain}"),
            Self::Unclear { line, column, record, why } => {
                write!(f, "line {line}, column `{column}`: {record} could be several records")?;
                match why {
                    Unclear::Source => write!(f, ": name its source, as there is more than one"),
                    Unclear::Several => write!(
                        f,
                        ", as its source holds that name more than once: give each record a name of its own"
                    ),
                }
            }
            Self::More(count) => write!(f, "and {count} more contradictions like these"),
        }
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = self.together.iter();
        match said.next() {
            None => write!(f, "a record cannot be apart from itself: ")?,
            Some(first) => write!(f, "these cannot all be true: {first}; ")?,
        }
        for decision in said {
            write!(f, "{decision}; ")?;
        }
        let but = if self.together.is_empty() { "" } else { "but " };
        write!(f, "{but}{}. Ask whoever decided, and change or remove one of them", self.apart)
    }
}
