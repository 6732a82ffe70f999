//! Expectation maximisation over patterns of levels, with `u` held.
#![expect(clippy::cast_precision_loss, reason = "counts of pairs stay far below 2^52")]

use super::patterns::{Counted, level};
use crate::{Fit, fit::Weighed};

/// Fewer pairs teach nothing.
const FEWEST: u64 = 20;
const MOST_STEPS: u32 = 200;
/// No share changes by more than this: it is found.
const STILL: f64 = 1e-5;
/// How many pairs the model's own `m` counts for, so that no level is impossible.
const ANCHOR: f64 = 1.0;

/// What the pairs of one rule taught.
pub(super) struct Learnt {
    /// For each comparison of the plan its `m`, where the rule teaches it.
    pub(super) m: Vec<Option<Vec<f64>>>,
    pub(super) prior: f64,
    pub(super) pairs: u64,
    pub(super) steps: u32,
}

/// Learns; nothing where there are too few pairs.
pub(super) fn learn(counted: &Counted, fit: &Fit) -> Option<Learnt> {
    let pairs: u64 = counted.patterns.values().sum();
    if pairs < FEWEST {
        return None;
    }
    let mut levels: Vec<Vec<Weighed>> = fit.levels.clone();
    let mut prior = 0.5;
    let mut steps = 0;
    loop {
        steps += 1;
        let (next, share) = step(counted, fit, &levels, prior);
        let moved = moved(&levels, &next).max((share - prior).abs());
        (levels, prior) = (next, share.clamp(1e-6, 1.0 - 1e-6));
        if moved < STILL || steps == MOST_STEPS {
            break;
        }
    }
    let m = |(at, levels): (usize, &Vec<Weighed>)| {
        counted.free.contains(&at).then(|| levels.iter().map(|level| level.m).collect())
    };
    Some(Learnt { m: levels.iter().enumerate().map(m).collect(), prior, pairs, steps })
}

/// One expectation and one maximisation: new `m`, and the new share of pairs that are one person.
fn step(
    counted: &Counted,
    fit: &Fit,
    levels: &[Vec<Weighed>],
    prior: f64,
) -> (Vec<Vec<Weighed>>, f64) {
    let mut sums: Vec<Vec<f64>> = levels.iter().map(|levels| vec![0.0; levels.len()]).collect();
    let (mut same, mut all) = (0.0, 0.0);
    for (pattern, count) in &counted.patterns {
        let likely = likely(*pattern, &counted.free, levels, prior) * *count as f64;
        same += likely;
        all += *count as f64;
        for at in &counted.free {
            let place = level(*pattern, *at).and_then(|level| sums.get_mut(*at)?.get_mut(level));
            if let Some(sum) = place {
                *sum += likely;
            }
        }
    }
    let mut next = levels.to_vec();
    for at in &counted.free {
        let (Some(levels), Some(sums), Some(given)) =
            (next.get_mut(*at), sums.get(*at), fit.levels.get(*at))
        else {
            continue;
        };
        let known: f64 = sums.iter().sum::<f64>() + ANCHOR;
        for ((level, sum), given) in levels.iter_mut().zip(sums).zip(given) {
            level.m = (sum + ANCHOR * given.m) / known;
        }
    }
    (next, same / all)
}

/// How likely a pair with this pattern is one person.
fn likely(pattern: u128, free: &[usize], levels: &[Vec<Weighed>], prior: f64) -> f64 {
    let odds = free.iter().fold((prior / (1.0 - prior)).ln(), |odds, at| {
        let weighed = level(pattern, *at).and_then(|level| levels.get(*at)?.get(level));
        odds + weighed.map_or(0.0, |weighed| (weighed.m / weighed.u).ln())
    });
    1.0 / (1.0 + (-odds).exp())
}

fn moved(before: &[Vec<Weighed>], after: &[Vec<Weighed>]) -> f64 {
    let both = before.iter().flatten().zip(after.iter().flatten());
    both.map(|(before, after)| (before.m - after.m).abs()).fold(0.0, f64::max)
}
