//! Blocks: records that share the keys of a rule. Only pairs within a block are compared.
#![expect(
    clippy::indexing_slicing,
    reason = "numbers of blocks stand in one row a record, with a place for each rule; runs lie within the order they were cut from"
)]

pub(crate) mod keys;

use rayon::prelude::*;

use crate::{Records, Rule, Settings};

/// The number of no block: the record has no key, or nobody shares it, or too many do.
const NONE: u32 = 0;

/// The blocks of each rule that applies.
pub(crate) struct Blocks {
    pub(crate) rules: Vec<Ruled>,
    /// For each record the number of its block under each rule.
    numbers: Vec<u32>,
}

/// The blocks of one rule.
pub(crate) struct Ruled {
    /// Which of the rules it is.
    pub(crate) rule: usize,
    /// Records in the order of their blocks.
    pub(crate) order: Vec<u32>,
    /// Where each block ends in `order`.
    pub(crate) ends: Vec<u32>,
    /// What was left out.
    pub(crate) left: Left,
}

/// Blocks that were too large.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    /// How many.
    pub(crate) blocks: u64,
    /// How many pairs they would have made.
    pub(crate) pairs: u64,
    /// How many records the largest block has that was kept.
    pub(crate) largest: u64,
}

impl Blocks {
    pub(crate) fn of(records: &Records, rules: &[Rule], settings: &Settings) -> Self {
        let budget = settings.pairs_a_rule(records.len());
        let made: Vec<Ruled> = rules
            .par_iter()
            .enumerate()
            .filter(|(_, rule)| keys::applies(records, rule))
            .map(|(place, rule)| Ruled::of(place, keys::keys(records, rule), budget))
            .collect();
        let width = made.len();
        let mut numbers = vec![NONE; records.len() * width];
        for (at, rule) in made.iter().enumerate() {
            for (block, members) in (1_u32..).zip(rule.blocks()) {
                for member in members {
                    numbers[*member as usize * width + at] = block;
                }
            }
        }
        Self { rules: made, numbers }
    }

    /// A rule before this one brings the two records together.
    #[inline]
    pub(crate) fn met_before(&self, rule: usize, a: u32, b: u32) -> bool {
        let width = self.rules.len();
        let (a, b) = (a as usize * width, b as usize * width);
        let (of_a, of_b) = (&self.numbers[a..a + rule], &self.numbers[b..b + rule]);
        of_a.iter().zip(of_b).any(|(a, b)| a == b && *a != NONE)
    }
}

impl Ruled {
    fn of(rule: usize, mut keyed: Vec<(u64, u32)>, budget: u64) -> Self {
        keyed.par_sort_unstable();
        let runs: Vec<&[(u64, u32)]> =
            keyed.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1).collect();
        let most = largest_within(&runs, budget);
        let mut ruled = Self { rule, order: Vec::new(), ends: Vec::new(), left: Left::default() };
        for run in runs {
            if run.len() > most {
                ruled.left.blocks += 1;
                ruled.left.pairs += pairs(run.len());
                continue;
            }
            ruled.left.largest = ruled.left.largest.max(run.len() as u64);
            ruled.order.extend(run.iter().map(|(_, place)| *place));
            ruled.ends.push(u32::try_from(ruled.order.len()).unwrap_or(u32::MAX));
        }
        ruled
    }

    /// Records that share a key, at least two in each.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len()).map(|block| self.block(block))
    }

    pub(crate) fn block(&self, block: usize) -> &[u32] {
        let start = if block == 0 { 0 } else { self.ends[block - 1] };
        &self.order[start as usize..self.ends[block] as usize]
    }
}

pub(crate) fn pairs(records: usize) -> u64 {
    let records = records as u64;
    records * records.saturating_sub(1) / 2
}

/// The size up to which blocks are kept, so that all of them together make at most `budget` pairs: small blocks first, and
/// blocks of one size together, so that the order of records has no part in it.
fn largest_within(runs: &[&[(u64, u32)]], budget: u64) -> usize {
    let mut sizes: Vec<usize> = runs.iter().map(|run| run.len()).collect();
    sizes.sort_unstable();
    let mut spent = 0_u64;
    let mut most = 1;
    for same in sizes.chunk_by(|a, b| a == b) {
        spent = spent.saturating_add(pairs(same[0]).saturating_mul(same.len() as u64));
        if spent > budget {
            return most;
        }
        most = same[0];
    }
    most
}
