//! How likely it is that two records taken at random are one person.
#![expect(clippy::cast_precision_loss, reason = "counts of pairs stay far below 2^52")]

use rayon::prelude::*;

use crate::{
    Model, Records, Settings,
    blocks::{Blocks, pairs},
};

/// No file is so full of one person that more than half of its pairs are.
const MOST: f64 = 0.5;

/// Pairs that meet one of the certain rules, divided by the share of matching pairs that do, and by all pairs (as Linacre et al.
/// 2022 do). Where none do, half a pair stands for them.
pub(super) fn prior(model: &Model, records: &Records) -> f64 {
    if let Some(given) = model.prior.probability {
        return given;
    }
    let settings = Settings::default();
    let blocks = Blocks::of(records, &model.prior.certain, &settings);
    let certain: u64 = (0..blocks.rules.len()).map(|rule| new_pairs(&blocks, rule)).sum();
    let expected = (certain as f64).max(0.5) / model.prior.recall;
    (expected / pairs(records.len()).max(1) as f64).min(MOST)
}

/// The pairs that this rule makes and none before it.
fn new_pairs(blocks: &Blocks, rule: usize) -> u64 {
    let Some(ruled) = blocks.rules.get(rule) else { return 0 };
    let count = |block: usize| {
        let members = ruled.block(block);
        let rest = |at: usize| members.get(at + 1..).unwrap_or_default();
        let new = |(at, a): (usize, &u32)| {
            rest(at).iter().filter(|b| !blocks.met_before(rule, *a, **b)).count() as u64
        };
        members.iter().enumerate().map(new).sum::<u64>()
    };
    (0..ruled.ends.len()).into_par_iter().map(count).sum()
}
