//! A model fitted to the records at hand: how often each value stands there, how likely two records are one person, and with
//! that what each level weighs. No label is used.

mod bound;
mod frequency;
mod prior;
mod unlike;

use crate::{
    Model, Records,
    compare::{Comparer, MISSING, Memory},
    plan::Plan,
};

/// The most groups of a model.
pub(crate) const MOST_GROUPS: usize = 4;

/// What a level weighs, in bits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Weighed {
    pub(crate) m: f64,
    pub(crate) u: f64,
    pub(crate) bits: f64,
}

/// A model that knows the records it is used on.
#[derive(Clone, Debug)]
pub struct Fit {
    pub(crate) plan: Plan,
    /// For each comparison of the plan its levels.
    pub(crate) levels: Vec<Vec<Weighed>>,
    /// For each comparison of the plan, by value, what equality weighs; empty where rarity does not count.
    pub(crate) exact: Vec<Vec<f64>>,
    /// The share of pairs that are one person.
    pub(crate) prior: f64,
    /// What all agreement of each group can weigh.
    pub(crate) most: Vec<f64>,
    bounds: bound::Bounds,
    pub(crate) together: f64,
    pub(crate) attention: f64,
}

fn prior_weight(prior: f64) -> f64 {
    (prior / (1.0 - prior)).log2()
}

impl Fit {
    /// Fits a model to records: the prior from pairs that are all but certain (unless the model gives it), `u` from pairs
    /// drawn at random with the model's as its anchor, and how common each value is. `m` stays as the model has it.
    pub fn of(model: &Model, records: &Records) -> Self {
        let plan = Plan::of(model, records);
        let prior = prior::prior(model, records);
        let unlike = unlike::unlike(model, records, &plan, prior);
        Self::with(model, records, plan, prior, &unlike)
    }

    /// Uses exactly the numbers of the model, and `prior`; only how common values are comes from the records.
    pub(crate) fn with(
        model: &Model,
        records: &Records,
        plan: Plan,
        prior: f64,
        unlike: &[Vec<f64>],
    ) -> Self {
        let levels: Vec<Vec<Weighed>> = plan
            .comparisons
            .iter()
            .zip(unlike)
            .map(|(compared, unlike)| {
                let levels =
                    model.comparisons.get(compared.of_model).map(|comparison| &comparison.levels);
                let weighed = levels.into_iter().flatten().zip(unlike).map(|(level, u)| {
                    let bits = (level.m / u).log2();
                    Weighed { m: level.m, u: *u, bits }
                });
                weighed.collect()
            })
            .collect();
        let exact = frequency::exact(model, records, &plan, prior);
        let most = model
            .groups
            .iter()
            .map(|group| (group.above_prior - prior_weight(prior)).max(0.0))
            .collect();
        let bounds = bound::Bounds::of(&plan.comparisons, &levels, &exact);
        Self {
            bounds,
            plan,
            levels,
            exact,
            prior,
            most,
            together: model.together,
            attention: model.attention,
        }
    }

    /// The same, for new records that are asked about one at a time: at least every second one is taken to be among the `known`
    /// records, however few of these are of one person.
    #[must_use]
    pub fn for_new(mut self, known: &Records) -> Self {
        let known = u32::try_from(known.len().max(1)).unwrap_or(u32::MAX);
        let before = self.prior_weight();
        self.prior = self.prior.max(0.5 / f64::from(known));
        let less = self.prior_weight() - before;
        self.most.iter_mut().for_each(|most| *most = (*most - less).max(0.0));
        self
    }

    /// The share of all pairs that are one person, as it was estimated or given.
    pub fn prior(&self) -> f64 {
        self.prior
    }

    /// What two records weigh before anything is compared: the binary logarithm of the prior odds.
    pub fn prior_weight(&self) -> f64 {
        prior_weight(self.prior)
    }

    /// The match weight of two rows: the prior, what disagrees, what agrees, and of a group's agreement no more than its bound.
    pub(crate) fn weigh(
        &self,
        records: &Records,
        a: &[u32],
        b: &[u32],
        memory: &mut Memory,
    ) -> f64 {
        let comparer = Comparer { records, plan: &self.plan };
        let mut weight = self.prior_weight();
        let mut groups = [0.0; MOST_GROUPS];
        for (at, compared) in self.plan.comparisons.iter().enumerate() {
            let level = comparer.level(at, a, b, memory);
            if level != MISSING {
                let bits =
                    self.bits(at, level, a.get(compared.column).copied().unwrap_or_default());
                match compared.group.and_then(|group| groups.get_mut(group)) {
                    Some(sum) if bits > 0.0 => *sum += bits,
                    _other => weight += bits,
                }
            }
        }
        self.most.iter().zip(groups).fold(weight, |weight, (most, sum)| weight + sum.min(*most))
    }

    /// What being on this level weighs; `value` counts where both have the same.
    pub(crate) fn bits(&self, comparison: usize, level: u8, value: u32) -> f64 {
        let exact = self.plan.comparisons.get(comparison).and_then(|compared| compared.exact);
        if exact == Some(level) {
            let by_value =
                self.exact.get(comparison).and_then(|weights| weights.get(value as usize));
            if let Some(bits) = by_value {
                return *bits;
            }
        }
        let levels = self.levels.get(comparison);
        levels.and_then(|levels| levels.get(usize::from(level))).map_or(0.0, |weighed| weighed.bits)
    }
}
