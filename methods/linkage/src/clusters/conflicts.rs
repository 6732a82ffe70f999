//! Which clusters may not become one, and for which pair of records.

#![expect(clippy::indexing_slicing, reason = "sets are numbered here, from 0, as they are pushed")]

use std::mem;

use rustc_hash::FxHashMap;

use super::{Task, Why};

/// A pair that must not be together. The least of several is the one that is told: by kind, then by the places of its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cause {
    pub(super) kind: Kind,
    pub(super) ranks: (u32, u32),
    pub(super) pair: (u32, u32),
}

/// What keeps a pair apart, the most certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Apart,
    Mismatch,
    Twins,
    Once,
}

impl Cause {
    pub(super) fn of(task: &Task<'_>, kind: Kind, (a, b): (u32, u32)) -> Self {
        Self { kind, ranks: task.ranks(a, b), pair: task.in_order(a, b) }
    }

    pub(super) const fn why(self) -> Why {
        let (a, b) = self.pair;
        match self.kind {
            Kind::Apart => Why::Apart { a, b },
            Kind::Mismatch => Why::Mismatch { a, b },
            Kind::Twins => Why::Twins { a, b },
            Kind::Once => Why::Once { a, b },
        }
    }
}

/// For each cluster that may not be joined with another, those others.
#[derive(Default)]
pub(super) struct Conflicts {
    /// The set of each cluster that has one, by the cluster's root. A set keeps its number when its cluster gets another root.
    set: FxHashMap<u32, usize>,
    /// For each set, the others.
    others: Vec<FxHashMap<usize, Cause>>,
}

impl Conflicts {
    /// Keeps two clusters apart from now on.
    pub(super) fn add(&mut self, (a, b): (u32, u32), cause: Cause) {
        let (a, b) = (self.number(a), self.number(b));
        for (one, other) in [(a, b), (b, a)] {
            keep_least(&mut self.others[one], other, cause);
        }
    }

    fn number(&mut self, root: u32) -> usize {
        *self.set.entry(root).or_insert_with(|| {
            self.others.push(FxHashMap::default());
            self.others.len() - 1
        })
    }

    /// Why two clusters may not become one.
    pub(super) fn between(&self, a: u32, b: u32) -> Option<Cause> {
        let (a, b) = (self.set.get(&a)?, self.set.get(&b)?);
        let (few, other) =
            if self.others[*a].len() <= self.others[*b].len() { (a, b) } else { (b, a) };
        self.others[*few].get(other).copied()
    }

    /// Two clusters have become one with this root. The shorter list goes into the longer one, so that each entry moves at most as
    /// often as the list that holds it doubles.
    pub(super) fn joined(&mut self, a: u32, b: u32, root: u32) {
        let set = match (self.set.remove(&a), self.set.remove(&b)) {
            (None, None) => return,
            (Some(one), None) | (None, Some(one)) => one,
            (Some(a), Some(b)) => self.merge(a, b),
        };
        self.set.insert(root, set);
    }

    fn merge(&mut self, a: usize, b: usize) -> usize {
        let (few, many) =
            if self.others[a].len() <= self.others[b].len() { (a, b) } else { (b, a) };
        for (other, cause) in mem::take(&mut self.others[few]) {
            self.others[other].remove(&few);
            keep_least(&mut self.others[other], many, cause);
            keep_least(&mut self.others[many], other, cause);
        }
        many
    }
}

fn keep_least(others: &mut FxHashMap<usize, Cause>, other: usize, cause: Cause) {
    others.entry(other).and_modify(|least| *least = cause.min(*least)).or_insert(cause);
}
