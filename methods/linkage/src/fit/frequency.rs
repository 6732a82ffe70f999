//! How common a value is, and what its equality therefore weighs.
//!
//! Winkler (1990) puts the share of people who have the very value in the place of `u`. The share of *records* overstates it where
//! one person has several: of an e-mail address on four records in a thousand, all four are probably one person's. So the records
//! that a person is expected to have besides, `prior * (n - 1) * m` and at least the other one of the pair, are taken off first.
//! Where records are few, the model's `u` fills in.

use rayon::prelude::*;

use crate::{Model, Records, dictionary::NOTHING, plan::Plan};

/// For how many records the model's `u` counts.
const FEW: f64 = 20.0;

/// For each comparison of the plan, by value, what equality weighs.
pub(super) fn exact(model: &Model, records: &Records, plan: &Plan, prior: f64) -> Vec<Vec<f64>> {
    let of = |compared: &crate::plan::Compared| {
        let comparison = model.comparisons.get(compared.of_model)?;
        let rarest = comparison.frequency?.rarest;
        let level = comparison.levels.get(usize::from(compared.exact?))?;
        Some(weights(records, compared.column, Equal { m: level.m, u: level.u, rarest, prior }))
    };
    plan.comparisons.par_iter().map(|compared| of(compared).unwrap_or_default()).collect()
}

#[derive(Clone, Copy)]
struct Equal {
    m: f64,
    u: f64,
    rarest: f64,
    prior: f64,
}

fn weights(records: &Records, column: usize, equal: Equal) -> Vec<f64> {
    let counts = counts(records, column);
    let known: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
    let others = (known - 1.0).max(1.0);
    let own = (equal.prior * others * equal.m).max(1.0);
    let weight = |count: &u32| {
        let strangers = f64::from(*count) - 1.0 - own;
        let share = (strangers.max(0.0) + FEW * equal.u) / (others + FEW);
        (equal.m / share.max(equal.rarest)).log2()
    };
    counts.iter().map(weight).collect()
}

/// How many records have each value of a column.
pub(crate) fn counts(records: &Records, column: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; records.different(column)];
    for value in records.cells.iter().skip(column).step_by(records.columns.len().max(1)) {
        if *value != NOTHING
            && let Some(count) = counts.get_mut(*value as usize)
        {
            *count += 1;
        }
    }
    counts
}
