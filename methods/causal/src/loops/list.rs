//! Loops counted, and listed if somebody wants them.

use std::ops::ControlFlow;

use super::{Found, Limits, LoopKind, each};
use crate::graph::{Graph, Node};

/// How many loops there are, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loops {
    /// The most links that a loop was allowed to have.
    pub max_length: usize,
    /// Whether these are all of them. If not, the search ended at its limit, and every number below is at least so large.
    pub complete: bool,
    /// How many are reinforcing.
    pub reinforcing: u64,
    /// How many are balancing.
    pub balancing: u64,
    /// Of how many nobody can say.
    pub unknown: u64,
    /// How many are of each length, from 0.
    pub by_length: Vec<u64>,
    /// The loops themselves: the shortest first, and those of a length in the order of their factors. Empty where they
    /// were only counted.
    pub items: Items,
}

/// Loops, one after the other in three flat lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    factors: Vec<Node>,
    ends: Vec<usize>,
    said: Vec<(LoopKind, bool)>,
}

/// The most factors on all listed loops together: 80 MB.
const MOST_NAMED: usize = 20_000_000;

impl Loops {
    /// Finds loops and lists them.
    pub fn list(graph: &Graph, limits: Limits) -> Self {
        let mut items = Items::default();
        let mut loops = Self::gathered(graph, limits, |found| items.push(found));
        loops.items = items.by_length(&loops.by_length);
        loops
    }

    /// Finds loops and only counts them: nothing is kept, however many there are.
    pub fn count(graph: &Graph, limits: Limits) -> Self {
        Self::gathered(graph, limits, |_| true)
    }

    /// How many there are.
    pub fn total(&self) -> u64 {
        self.reinforcing + self.balancing + self.unknown
    }

    fn gathered(graph: &Graph, limits: Limits, mut keep: impl FnMut(Found<'_>) -> bool) -> Self {
        let mut loops = Self {
            max_length: limits.max_length,
            complete: true,
            reinforcing: 0,
            balancing: 0,
            unknown: 0,
            by_length: Vec::new(),
            items: Items::default(),
        };
        let mut left = limits.most_loops;
        let ended = each(graph, limits.max_length, |found| {
            if left == 0 || !keep(found) {
                return ControlFlow::Break(());
            }
            left -= 1;
            loops.add(found);
            ControlFlow::Continue(())
        });
        loops.complete = ended.is_continue();
        loops
    }

    fn add(&mut self, found: Found<'_>) {
        match found.kind {
            LoopKind::Reinforcing => self.reinforcing += 1,
            LoopKind::Balancing => self.balancing += 1,
            LoopKind::Unknown => self.unknown += 1,
        }
        let length = found.factors.len();
        if self.by_length.len() <= length {
            self.by_length.resize(length + 1, 0);
        }
        if let Some(count) = self.by_length.get_mut(length) {
            *count += 1;
        }
    }
}

impl Items {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Found<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).zip(&self.said).map(|((start, &end), &(kind, delayed))| Found {
            factors: self.factors.get(start..end).unwrap_or_default(),
            kind,
            delayed,
        })
    }

    /// Keeps one, unless there are too many already.
    fn push(&mut self, found: Found<'_>) -> bool {
        if self.factors.len() + found.factors.len() > MOST_NAMED {
            return false;
        }
        self.factors.extend_from_slice(found.factors);
        self.ends.push(self.factors.len());
        self.said.push((found.kind, found.delayed));
        true
    }

    /// The shortest first; those of one length stay in the order in which they were found, which is that of their factors.
    fn by_length(self, counts: &[u64]) -> Self {
        let mut sorted = Self::default();
        for length in (0..counts.len()).filter(|&length| counts.get(length) != Some(&0)) {
            for found in self.iter().filter(|found| found.factors.len() == length) {
                sorted.push(found);
            }
        }
        sorted
    }
}
