//! Limits of individual values from their moving ranges.

use crate::{
    lines::{Bounds, Lines},
    mean::{Tolerance, mean},
    rule_set::Rules,
};

/// How the moving ranges came to their mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Individuals {
    pub(crate) lines: Lines,
    /// The mean of the moving ranges that were kept; none under two values.
    pub(crate) moving_range: Option<f64>,
    pub(crate) screening: Screening,
}

/// What the screening of moving ranges did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screening {
    /// So many were left out; often none.
    LeftOut(usize),
    /// It would have left out everything that moved, so nothing was left out.
    WouldLeaveNothing,
}

/// The limits that these values set: mean ± factor × mean moving range (Wheeler 2000, chapter 3). None of nothing.
///
/// Where the rule set screens, moving ranges of 3.267 times their mean or more are dropped, once, and the mean is taken again
/// (Provost and Murray 2011, chapter 5). Should that leave no movement at all although something moved, as in 1, 1, 1, 1, 2, the
/// unscreened mean stands: limits of no width would call every point unusual.
pub(crate) fn individuals(base: &[f64], rules: &Rules) -> Option<Individuals> {
    let centre = mean(base.iter().copied())?;
    let ranges: Vec<f64> =
        base.iter().zip(base.iter().skip(1)).map(|(a, b)| Tolerance::GIVEN.apart(*a, *b)).collect();
    let Some(unscreened) = mean(ranges.iter().copied()) else {
        let lines = Lines { centre, bounds: None };
        let screening = Screening::LeftOut(0);
        return Some(Individuals { lines, moving_range: None, screening });
    };
    let (moving_range, screening) = match rules.screening {
        Some(factor) if unscreened > 0.0 => screened(&ranges, unscreened, factor),
        Some(_) | None => (unscreened, Screening::LeftOut(0)),
    };
    let bounds = Some(Bounds::around(centre, rules.factor * moving_range));
    let lines = Lines { centre, bounds };
    Some(Individuals { lines, moving_range: Some(moving_range), screening })
}

fn screened(ranges: &[f64], unscreened: f64, factor: f64) -> (f64, Screening) {
    let kept = || ranges.iter().copied().filter(|range| *range < factor * unscreened);
    match mean(kept()) {
        Some(mean) if mean > 0.0 => (mean, Screening::LeftOut(ranges.len() - kept().count())),
        Some(_) | None => (unscreened, Screening::WouldLeaveNothing),
    }
}
