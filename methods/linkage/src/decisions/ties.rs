//! The way from one record to another, from decision to decision.

#![expect(
    clippy::indexing_slicing,
    reason = "names are numbered from 0, and there is a place for each"
)]

use std::collections::VecDeque;

use super::resolve::at;

/// For each name, the decisions that tie it to another: the other name, and which decision, in the order of lines.
pub(super) struct Ties(Vec<Vec<(u32, usize)>>);

impl Ties {
    /// Ties so many names by the decisions, each with its number and its two names.
    pub(super) fn of(names: usize, together: impl Iterator<Item = (usize, [u32; 2])>) -> Self {
        let mut ties = vec![Vec::new(); names];
        for (number, [a, b]) in together {
            ties[at(a)].push((b, number));
            ties[at(b)].push((a, number));
        }
        Self(ties)
    }

    /// The decisions on a shortest way from one name to another, found breadth first.
    pub(super) fn shortest(&self, from: u32, to: u32) -> Vec<usize> {
        let mut came: Vec<Option<(u32, usize)>> = vec![None; self.0.len()];
        let mut next = VecDeque::from([from]);
        while let Some(here) = next.pop_front().filter(|here| *here != to) {
            for (there, decision) in &self.0[at(here)] {
                if *there != from && came[at(*there)].is_none() {
                    came[at(*there)] = Some((here, *decision));
                    next.push_back(*there);
                }
            }
        }
        let mut way = Vec::new();
        let mut here = to;
        while let Some((before, decision)) = came[at(here)].filter(|_| here != from) {
            way.push(decision);
            here = before;
        }
        way.reverse();
        way
    }
}
