//! Learning a model from records without labels.
//!
//! `u` comes from random pairs ([`Fit::of`]). `m` comes from expectation maximisation (Dempster, Laird and Rubin 1977, as Winkler 1988
//! has it for record linkage), once among the pairs of each training rule, for every column that the rule does not hold equal;
//! where several rules teach a column, the mean counts (as Linacre et al. 2022 do). Comparisons are taken to be independent,
//! given that two records are one person, or are not (Fellegi and Sunter 1969).

mod em;
mod patterns;

use std::fmt;

use crate::{Fit, Level, Model, Records, Settings, plan::Plan};

/// `m` is never taken to be less than this: what was not seen can happen.
const LEAST: f64 = 1e-4;

/// A model that was learnt.
#[derive(Clone, Debug, PartialEq)]
pub struct Trained {
    /// The model. It is used as it stands: its `training.keep` is 1.
    pub model: Model,
    /// What each training rule taught, and what was not learnt.
    pub notes: Vec<String>,
}

/// Nothing could be learnt: no training rule makes enough pairs of these records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingToLearn;

impl fmt::Display for NothingToLearn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing can be learnt from these records: too few of them share what the model's training rules ask for. Use the model as it is.")
    }
}

impl std::error::Error for NothingToLearn {}

/// Learns `m` and `u` of every comparison that the records allow; the rest stays as the model has it.
///
/// # Errors
/// No training rule makes enough pairs.
pub fn train(
    model: &Model,
    records: &Records,
    settings: &Settings,
) -> Result<Trained, NothingToLearn> {
    let fit = Fit::of(model, records);
    let mut notes = Vec::new();
    let mut taught: Vec<Vec<Vec<f64>>> = vec![Vec::new(); fit.plan.comparisons.len()];
    for rule in &model.training.blocking {
        let counted = patterns::count(records, &fit.plan, rule, settings);
        let Some(learnt) = em::learn(&counted, &fit) else {
            notes.push(format!("The training rule {rule} made too few pairs to learn from."));
            continue;
        };
        notes.push(format!(
            "The training rule {rule} made {} pairs, {:.1} % of them one person; {} steps.",
            learnt.pairs,
            learnt.prior * 100.0,
            learnt.steps
        ));
        for (all, of_rule) in taught.iter_mut().zip(learnt.m) {
            all.extend(of_rule);
        }
    }
    if taught.iter().all(Vec::is_empty) {
        return Err(NothingToLearn);
    }
    let mut model = model.clone();
    let untaught = put(&mut model, &fit, &taught);
    notes.extend(
        untaught
            .into_iter()
            .map(|column| format!("m of {column} stays as the model had it: no rule taught it.")),
    );
    model.training.keep = 1.0;
    model.version.push_str("-trained");
    Ok(Trained { model, notes })
}

/// Puts what was learnt into the model, and answers with the columns for which nothing was.
fn put(model: &mut Model, fit: &Fit, taught: &[Vec<Vec<f64>>]) -> Vec<String> {
    let Plan { comparisons, .. } = &fit.plan;
    let mut untaught = Vec::new();
    for ((compared, levels), taught) in comparisons.iter().zip(&fit.levels).zip(taught) {
        let Some(comparison) = model.comparisons.get_mut(compared.of_model) else { continue };
        if taught.is_empty() {
            untaught.push(comparison.column.clone());
        }
        for (at, (level, weighed)) in comparison.levels.iter_mut().zip(levels).enumerate() {
            level.u = weighed.u;
            if let Some(m) = mean(taught, at) {
                level.m = m;
            }
        }
        whole(&mut comparison.levels);
    }
    untaught
}

fn mean(taught: &[Vec<f64>], level: usize) -> Option<f64> {
    let of_level: Vec<f64> =
        taught.iter().filter_map(|levels| levels.get(level)).copied().collect();
    let count = u32::try_from(of_level.len()).ok().filter(|count| *count > 0)?;
    Some((of_level.iter().sum::<f64>() / f64::from(count)).max(LEAST))
}

/// Makes the shares of all levels sum to 1.
fn whole(levels: &mut [Level]) {
    let (m, u) = levels.iter().fold((0.0, 0.0), |sum, level| (sum.0 + level.m, sum.1 + level.u));
    for level in levels {
        level.m = rounded(level.m / m);
        level.u = rounded(level.u / u);
    }
}

/// Six digits: more is not known, and a file gives back what it was given.
fn rounded(share: f64) -> f64 {
    format!("{:.5e}", share.clamp(1e-9, 1.0 - 1e-5)).parse().unwrap_or(share)
}
