//! What if: a fuzzy cognitive map, run from a beginning with some factors held.

mod activation;
mod cannot;
mod score;

use std::collections::BTreeMap;

pub use activation::Activation;
pub use cannot::CannotRun;
pub use score::{Wanted, prediction_score};

use crate::{
    graph::{Graph, Node},
    model::{Link, LinkKind, Map, Sign},
};

/// Factors and how strongly each acts on each other, -1 to 1 by custom.
///
/// Kosko, B. (1986), "Fuzzy cognitive maps", International Journal of Man-Machine Studies 24(1).
#[derive(Clone, Debug, PartialEq)]
pub struct Cognitive {
    /// For each factor, in the order of [`Map::factors`], what acts on it, by place, and how strongly; smallest factor
    /// first, so that sums do not depend on the order of a file.
    into: Vec<Vec<(usize, f64)>>,
}

/// How the next state comes from the last, f being the activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// f(sum of what acts on the factor): Kosko (1986).
    Kosko,
    /// f(its own value + that sum): Stylios, C. D. and Groumpos, P. P. (2004), "Modeling complex systems using fuzzy
    /// cognitive maps", IEEE Transactions on Systems, Man, and Cybernetics A 34(1).
    Modified,
    /// f((2 own - 1) + sum of (2 value - 1) weight): Papageorgiou, E. I. (2011), "A new methodology for decisions in
    /// medical informatics using fuzzy cognitive maps based on fuzzy rule-extraction techniques", Applied Soft
    /// Computing 11(1).
    Rescaled,
}

/// How to run it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// How the next state comes from the last.
    pub rule: Rule,
    /// What keeps values within bounds.
    pub activation: Activation,
    /// It ends when no value moves by more than this.
    pub still: f64,
    /// The most steps, if it does not come to rest.
    pub most_steps: usize,
    /// Factors that are held at a value, by place.
    pub held: BTreeMap<usize, f64>,
}

impl Default for Run {
    /// Kosko's rule with a sigmoid of slope 1, at rest within 0.001, at most 100 steps, nothing held.
    fn default() -> Self {
        let activation = Activation::Sigmoid { slope: 1.0 };
        Self { rule: Rule::Kosko, activation, still: 0.001, most_steps: 100, held: BTreeMap::new() }
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It came to rest.
    AtRest,
    /// It was still moving after the most steps: its last state is no answer to rely on. It may go round in a circle
    /// for ever.
    Moving,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Every state from the beginning to the end; each has a value for each factor.
    pub states: Vec<Vec<f64>>,
    /// How it ended.
    pub ended: Ended,
}

/// The most values kept of a run: 800 MB.
const MOST_VALUES: usize = 100_000_000;

impl Cognitive {
    /// A map's weights. A link without a weight acts with 1 or -1 by its sign, and without a sign not at all. Of
    /// parallel links the mean counts. A mutual link acts both ways; an undirected one does not act.
    ///
    /// # Errors
    /// Where a link's weight is not a number of a sensible size, or it names a factor that is not there.
    pub fn of(map: &Map) -> Result<Self, CannotRun> {
        let graph = Graph::of(map).map_err(CannotRun::Broken)?;
        let order = |place: usize| graph.node(place).unwrap_or_default();
        let mut pairs: BTreeMap<(usize, Node, usize), Vec<f64>> = BTreeMap::new();
        for (number, link) in map.links.iter().enumerate() {
            let weight = weight(link);
            if !is_sound(weight) {
                return Err(CannotRun::Weight { link: number });
            }
            let there = (link.to, order(link.from), link.from);
            let back = (link.from, order(link.to), link.to);
            let ways: &[_] = match link.direction {
                LinkKind::Directed => &[there],
                LinkKind::Mutual => &[there, back],
                LinkKind::Undirected => &[],
            };
            for &way in ways {
                pairs.entry(way).or_default().push(weight);
            }
        }
        let mut into = vec![Vec::new(); map.factors.len()];
        for ((to, _, from), weights) in pairs {
            if let Some(acting) = into.get_mut(to) {
                acting.push((from, mean(weights)));
            }
        }
        Ok(Self { into })
    }

    /// Runs it from a beginning, a value for each factor.
    ///
    /// # Errors
    /// Where a value is not a number of a sensible size, or there are not as many as factors.
    pub fn run(&self, beginning: &[f64], run: &Run) -> Result<Outcome, CannotRun> {
        self.check(beginning, run)?;
        let mut states = vec![held(beginning.to_vec(), run)];
        for _ in 0..run.most_steps {
            let last = states.last().map_or(beginning, Vec::as_slice);
            let next = self.next(last, run);
            let moved = last.iter().zip(&next).map(|(old, new)| (new - old).abs());
            let at_rest = moved.fold(0.0, f64::max) <= run.still;
            states.push(next);
            if at_rest {
                return Ok(Outcome { states, ended: Ended::AtRest });
            }
        }
        Ok(Outcome { states, ended: Ended::Moving })
    }

    fn check(&self, beginning: &[f64], run: &Run) -> Result<(), CannotRun> {
        let (factors, values) = (self.into.len(), beginning.len());
        if factors != values {
            return Err(CannotRun::Length { factors, values });
        }
        let there = run.held.keys().all(|&place| place < factors);
        let mut all = beginning.iter().chain(run.held.values());
        if !there
            || !all.all(|&value| is_sound(value))
            || !is_sound(run.still)
            || !is_sound(run.activation.slope())
        {
            return Err(CannotRun::Value);
        }
        if run.most_steps.saturating_mul(factors) > MOST_VALUES {
            return Err(CannotRun::TooLong);
        }
        Ok(())
    }

    fn next(&self, last: &[f64], run: &Run) -> Vec<f64> {
        let values = self.into.iter().zip(last).map(|(acting, own)| {
            let value = |place: usize| last.get(place).copied().unwrap_or_default();
            let sum: f64 = acting.iter().map(|&(place, weight)| value(place) * weight).sum();
            run.activation.of(match run.rule {
                Rule::Kosko => sum,
                Rule::Modified => own + sum,
                Rule::Rescaled => {
                    let scaled =
                        |&(place, weight): &(usize, f64)| (2.0 * value(place) - 1.0) * weight;
                    (2.0 * own - 1.0) + acting.iter().map(scaled).sum::<f64>()
                }
            })
        });
        held(values.collect(), run)
    }
}

impl Outcome {
    /// The last state: what it came to, if it came to rest.
    pub fn last(&self) -> &[f64] {
        self.states.last().map_or(&[], Vec::as_slice)
    }

    /// How many steps were taken.
    pub fn steps(&self) -> usize {
        self.states.len().saturating_sub(1)
    }
}

fn held(mut state: Vec<f64>, run: &Run) -> Vec<f64> {
    for (&place, &value) in &run.held {
        if let Some(slot) = state.get_mut(place) {
            *slot = value;
        }
    }
    state
}

fn weight(link: &Link) -> f64 {
    link.weight.unwrap_or(match link.sign {
        Sign::Positive => 1.0,
        Sign::Negative => -1.0,
        Sign::Unknown => 0.0,
    })
}

/// Whether sums and products of such numbers stay numbers.
fn is_sound(value: f64) -> bool {
    value.abs() <= 1e100
}

/// The mean, the same in whatever order the links were drawn.
fn mean(mut weights: Vec<f64>) -> f64 {
    weights.sort_by(f64::total_cmp);
    let count = weights.iter().map(|_| 1.0).sum::<f64>();
    weights.iter().map(|weight| weight / count).sum()
}
