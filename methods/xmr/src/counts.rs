//! Limits of counts, proportions, rates and what lies between rare events.
//!
//! Sources: D. C. Montgomery, "Introduction to Statistical Quality Control", Wiley, 7th edition, 2013, chapter 7 (p, c, u);
//! L. P. Provost and S. Murray, "The Health Care Data Guide", Jossey-Bass, 2011, chapter 7 (g and t, and the median of g);
//! L. S. Nelson, "A control chart for parts-per-million nonconforming items", Journal of Quality Technology 24, 1992, pages 239
//! and 240 (the power 1/3.6); J. C. Benneyan, "Number-between g-type statistical quality control charts for monitoring adverse
//! events", Health Care Management Science 4, 2001, pages 305 to 318 (the spread of g).

use crate::{
    individuals::{Individuals, individuals},
    lines::{Bounds, Lines},
    mean::{mean, sum},
    rule_set::Rules,
};

/// How far a limit of a count lies from the middle, in standard deviations.
const DEVIATIONS: f64 = 3.0;

/// What makes times between events nearly symmetrical.
const POWER: f64 = 3.6;

/// The median of a geometric distribution by its mean, nearly: the natural logarithm of two.
const GEOMETRIC_MEDIAN: f64 = 0.693;

/// What happened in all by what could have: the middle of `p` and `u`. None where nothing could have.
pub(crate) fn pooled(happened: &[f64], sizes: &[f64]) -> Option<f64> {
    let all = sum(sizes.iter().copied());
    (all > 0.0).then(|| sum(happened.iter().copied()) / all)
}

/// A proportion of `size`: p̄ ± 3·√(p̄(1 − p̄)/n), between 0 and 1.
pub(crate) fn proportion(middle: f64, size: f64) -> Lines {
    let middle = middle.clamp(0.0, 1.0);
    let deviation = (middle * (1.0 - middle) / size).sqrt();
    let bounds = Bounds::around(middle, DEVIATIONS * deviation);
    Lines { centre: middle, bounds: Some(bounds.each(|limit| limit.clamp(0.0, 1.0))) }
}

/// A rate over `size`: ū ± 3·√(ū/n), not below 0.
pub(crate) fn rate(middle: f64, size: f64) -> Lines {
    around_count(middle, (middle / size).sqrt())
}

/// A count: c̄ ± 3·√c̄, not below 0. None of nothing.
pub(crate) fn count(base: &[f64]) -> Option<Lines> {
    let middle = mean(base.iter().copied())?;
    Some(around_count(middle, middle.sqrt()))
}

/// Opportunities between events: ḡ ± 3·√(ḡ(ḡ + 1)), not below 0. None of nothing.
///
/// Most values of a geometric distribution lie below its mean, so a run below the mean is no news. The middle is therefore its
/// median, 0.693·ḡ, unless `about_mean` asks for the mean, as abspc does.
pub(crate) fn between(base: &[f64], about_mean: bool) -> Option<Lines> {
    let middle = mean(base.iter().copied())?;
    let lines = around_count(middle, middle.sqrt() * (middle + 1.0).sqrt());
    let centre = if about_mean { middle } else { GEOMETRIC_MEDIAN * middle };
    Some(Lines { centre, ..lines })
}

/// Time between events: the limits of the values to the power 1/3.6, brought back, not below 0. None of nothing.
///
/// The moving range stays on the transformed scale.
pub(crate) fn time_between(base: &[f64], rules: &Rules) -> Option<Individuals> {
    let transformed: Vec<f64> = base.iter().map(|value| libm::pow(*value, 1.0 / POWER)).collect();
    let found = individuals(&transformed, rules)?;
    let back = |value: f64| libm::pow(value.max(0.0), POWER);
    let bounds = found.lines.bounds.map(|bounds| bounds.each(back));
    let lines = Lines { centre: back(found.lines.centre), bounds };
    Some(Individuals { lines, ..found })
}

fn around_count(middle: f64, deviation: f64) -> Lines {
    let bounds = Bounds::around(middle, DEVIATIONS * deviation);
    Lines { centre: middle, bounds: Some(bounds.each(|limit| limit.max(0.0))) }
}
