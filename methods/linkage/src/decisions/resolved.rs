//! What decisions come to for the records at hand.

use std::fmt;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Named, Verdict};

/// What decisions come to for the records at hand, reached through third records.
///
/// Made by [`Decisions::resolve`](super::Decisions::resolve); without decisions it still knows the order of the records by which
/// ties are broken. [`Resolved::default`] knows neither, and takes records in the order of the list.
///
/// Holds 4 bytes a record, and some 100 for each record that a decision names.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    pub(super) rank: Vec<u32>,
    /// For each record that a decision names, the one that stands for its group.
    pub(super) group: FxHashMap<u32, u32>,
    pub(super) together: Vec<Vec<u32>>,
    pub(super) apart: Vec<(u32, u32)>,
    pub(super) parted: FxHashSet<(u32, u32)>,
    pub(super) notes: Vec<Note>,
}

/// What somebody who keeps the decisions should know, without it being wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// No record has this name. The decision still reaches through it: what is together with it is together.
    Unknown {
        /// The line of the decision.
        line: u64,
        /// The column that names the record.
        column: &'static str,
        /// The record, as named.
        record: Named,
    },
    /// The same was decided of the same records before.
    Again {
        /// The line of the decision.
        line: u64,
        /// The line on which it stands first.
        first: u64,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { line, column, record } => write!(
                f,
                "line {line}, column `{column}`: there is no record {record}; is the name right? What it ties together stays together"
            ),
            Self::Again { line, first } => {
                write!(f, "line {line} says again what line {first} says")
            }
        }
    }
}

impl Resolved {
    /// The place of a record when all are sorted by source and name; without knowledge of them, its place in the list.
    pub fn rank(&self, record: u32) -> u32 {
        let known = usize::try_from(record).ok().and_then(|at| self.rank.get(at));
        known.copied().unwrap_or(record)
    }

    /// Groups of two or more records that are always together, each in the order of its records and the groups by their first.
    pub fn together(&self) -> &[Vec<u32>] {
        &self.together
    }

    /// Pairs that are never together, one for every two groups, with the first record of each group standing for it.
    pub fn apart(&self) -> &[(u32, u32)] {
        &self.apart
    }

    /// What was decided of two records, through others or not; nothing where nobody decided, nor of a record with itself.
    pub fn verdict(&self, a: u32, b: u32) -> Option<Verdict> {
        if a == b || self.group.is_empty() {
            return None;
        }
        let of = |record| self.group.get(&record).copied().unwrap_or(record);
        let (a, b) = (of(a), of(b));
        if a == b {
            return Some(Verdict::Together);
        }
        self.parted.contains(&(a.min(b), a.max(b))).then_some(Verdict::Apart)
    }

    /// What somebody who keeps the decisions should know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}
