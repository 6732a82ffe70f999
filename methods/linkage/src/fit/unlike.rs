//! How often two people agree by chance: `u`, from pairs of records drawn at random.
//!
//! Nearly all random pairs are two people. Those that are not make up the share `prior`, and lie on each level as `m` says:
//! what was seen is `prior * m + (1 - prior) * u`, and that is solved for `u`.
#![expect(clippy::cast_precision_loss, reason = "counts of pairs stay far below 2^52")]

use rayon::prelude::*;

use crate::{
    Model, Records,
    chance::draw,
    compare::{Comparer, MISSING, Memory},
    plan::Plan,
};

/// For how many pairs the model's `u` counts at least.
const FEW: f64 = 10_000.0;
/// Chance agreement is never taken to be rarer than this share of what the model says: a few records cannot show it.
const LEAST: f64 = 0.5;

/// For each comparison how many pairs were on each level.
type Counts = Vec<Vec<u64>>;

/// For each comparison of the plan and each level, `u`.
pub(super) fn unlike(model: &Model, records: &Records, plan: &Plan, prior: f64) -> Vec<Vec<f64>> {
    let keep = model.training.keep;
    let counts = if keep < 1.0 { count(model, records, plan) } else { Counts::new() };
    let of = |(at, compared): (usize, &crate::plan::Compared)| {
        let levels =
            model.comparisons.get(compared.of_model).map(|comparison| comparison.levels.as_slice());
        let levels = levels.unwrap_or_default();
        let counts = counts.get(at).map(Vec::as_slice).unwrap_or_default();
        let seen: u64 = counts.iter().sum();
        let u = |(level, given): (usize, &crate::Level)| {
            if seen == 0 {
                return given.u;
            }
            let seen = seen as f64;
            let share = counts.get(level).map_or(0.0, |count| *count as f64 / seen);
            let strangers = ((share - prior * given.m) / (1.0 - prior)).max(0.0);
            let anchor = (keep * seen).max(FEW);
            ((anchor * given.u + seen * strangers) / (anchor + seen)).max(given.u * LEAST)
        };
        levels.iter().enumerate().map(u).collect()
    };
    plan.comparisons.iter().enumerate().map(of).collect()
}

/// On which levels pairs drawn at random are: all pairs among a number of records that are drawn.
fn count(model: &Model, records: &Records, plan: &Plan) -> Counts {
    let drawn = draw(records, model.training.seed, records_for(model.training.random_pairs));
    let comparer = Comparer { records, plan };
    let none =
        || plan.comparisons.iter().map(|compared| vec![0_u64; compared.levels]).collect::<Counts>();
    let starts: Vec<usize> = (0..drawn.len()).collect();
    let counted = starts.par_chunks(64.max(drawn.len() / 16)).map(|starts| {
        let (mut counts, mut memory) = (none(), Memory::new(plan));
        for (at, a) in starts.iter().filter_map(|at| drawn.get(*at).map(|a| (*at, *a))) {
            for b in drawn.get(at + 1..).unwrap_or_default() {
                tally(&comparer, (records.row(a), records.row(*b)), &mut counts, &mut memory);
            }
        }
        counts
    });
    counted.reduce(none, |sum, more| add(sum, &more))
}

fn tally(
    comparer: &Comparer<'_>,
    (a, b): (&[u32], &[u32]),
    counts: &mut Counts,
    memory: &mut Memory,
) {
    for (at, counts) in counts.iter_mut().enumerate() {
        let level = comparer.level(at, a, b, memory);
        if level != MISSING
            && let Some(count) = counts.get_mut(usize::from(level))
        {
            *count += 1;
        }
    }
}

fn add(mut sum: Counts, more: &Counts) -> Counts {
    let both = sum.iter_mut().flatten().zip(more.iter().flatten());
    both.for_each(|(sum, more)| *sum += more);
    sum
}

/// As many records as make so many pairs.
fn records_for(pairs: u32) -> usize {
    (2 * u64::from(pairs)).isqrt().try_into().unwrap_or(usize::MAX)
}
