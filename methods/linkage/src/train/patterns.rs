//! How often each pattern of levels occurs among the pairs of a rule.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    Records, Rule, Settings,
    blocks::Blocks,
    compare::{Comparer, MISSING, Memory},
    plan::Plan,
};

/// Bits of a pattern for each comparison; all set where a value is missing.
const BITS: usize = 4;

/// The patterns, in order, so that sums are the same each time.
pub(super) struct Counted {
    pub(super) patterns: BTreeMap<u128, u64>,
    /// Comparisons that the rule does not hold equal.
    pub(super) free: Vec<usize>,
}

/// The level of a comparison in a pattern; nothing where a value is missing.
pub(super) fn level(pattern: u128, comparison: usize) -> Option<usize> {
    let bits = pattern >> (comparison * BITS) & 0xf;
    usize::try_from(bits).ok().filter(|level| *level < 0xf)
}

pub(super) fn count(records: &Records, plan: &Plan, rule: &Rule, settings: &Settings) -> Counted {
    let name =
        |column: usize| records.columns.get(column).map_or("", |column| column.name.as_str());
    let free = |(at, compared): (usize, &crate::plan::Compared)| {
        (!rule.holds_equal(name(compared.column))).then_some(at)
    };
    let free: Vec<usize> = plan.comparisons.iter().enumerate().filter_map(free).collect();
    let blocks = Blocks::of(records, std::slice::from_ref(rule), settings);
    let comparer = Comparer { records, plan };
    let Some(ruled) = blocks.rules.first() else {
        return Counted { patterns: BTreeMap::new(), free };
    };
    let all: Vec<usize> = (0..ruled.ends.len()).collect();
    let counted = all.par_chunks((all.len() / 16).max(1)).map(|some| {
        let (mut patterns, mut memory) = (FxHashMap::default(), Memory::new(plan));
        for members in some.iter().map(|block| ruled.block(*block)) {
            for (at, a) in members.iter().enumerate() {
                for b in members.get(at + 1..).unwrap_or_default() {
                    let seen =
                        pattern(&comparer, &free, (records.row(*a), records.row(*b)), &mut memory);
                    *patterns.entry(seen).or_insert(0_u64) += 1;
                }
            }
        }
        patterns
    });
    let mut patterns = BTreeMap::new();
    for part in counted.collect::<Vec<FxHashMap<u128, u64>>>() {
        for (pattern, count) in part {
            *patterns.entry(pattern).or_insert(0) += count;
        }
    }
    Counted { patterns, free }
}

fn pattern(
    comparer: &Comparer<'_>,
    free: &[usize],
    (a, b): (&[u32], &[u32]),
    memory: &mut Memory,
) -> u128 {
    free.iter().fold(0, |pattern, at| {
        let level = comparer.level(*at, a, b, memory);
        let bits = if level == MISSING { 0xf } else { u128::from(level) };
        pattern | bits << (at * BITS)
    })
}
