//! Counts of votes, and the one vote that counts.

use crate::record::{Ballot, Vote};

/// How often a statement was voted on, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Who agreed.
    pub agree: u32,
    /// Who disagreed.
    pub disagree: u32,
    /// Who passed.
    pub pass: u32,
}

impl Tally {
    /// How many have seen it: all who voted on it.
    pub fn seen(self) -> u32 {
        self.agree.saturating_add(self.disagree).saturating_add(self.pass)
    }

    /// The mean vote, +1 agree; 0 where nobody voted.
    pub(crate) fn mean(self) -> f64 {
        match self.seen() {
            0 => 0.0,
            seen => (f64::from(self.agree) - f64::from(self.disagree)) / f64::from(seen),
        }
    }

    /// This and another together.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
        }
    }

    /// This less another that is a part of it.
    pub(crate) fn without(self, other: Self) -> Self {
        Self {
            agree: self.agree - other.agree,
            disagree: self.disagree - other.disagree,
            pass: self.pass - other.pass,
        }
    }

    pub(crate) fn count(&mut self, vote: Vote) {
        match vote {
            Vote::Agree => self.agree += 1,
            Vote::Disagree => self.disagree += 1,
            Vote::Pass => self.pass += 1,
        }
    }

    pub(super) fn uncount(&mut self, vote: Vote) {
        match vote {
            Vote::Agree => self.agree -= 1,
            Vote::Disagree => self.disagree -= 1,
            Vote::Pass => self.pass -= 1,
        }
    }
}

/// The vote of somebody that counts, on the statement at this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) statement: usize,
    pub(crate) vote: Vote,
    at: Option<i64>,
    contradicted: bool,
}

impl Mark {
    pub(super) fn new(statement: usize, ballot: &Ballot) -> Self {
        Self { statement, vote: ballot.vote, at: ballot.at, contradicted: false }
    }

    /// When it was cast.
    pub(super) fn at(self) -> Option<i64> {
        self.at
    }

    /// Whether it stands for different votes of the same moment.
    pub(super) fn contradicted(self) -> bool {
        self.contradicted
    }

    /// Of two votes by one person on one statement the later counts. Where both were cast at the same moment and differ, nobody
    /// can say what was meant: a pass. So the order in which they come does not matter.
    pub(super) fn joined(self, other: Self) -> Self {
        match self.at.cmp(&other.at) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Greater => self,
            std::cmp::Ordering::Equal if self.vote == other.vote => {
                Self { contradicted: self.contradicted || other.contradicted, ..self }
            }
            std::cmp::Ordering::Equal => Self { vote: Vote::Pass, contradicted: true, ..self },
        }
    }
}
