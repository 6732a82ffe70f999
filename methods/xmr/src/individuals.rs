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
    let before = base.get(1..).unwrap_or_default().iter().zip(base);
    let ranges = || before.clone().map(|(value, before)| Tolerance::GIVEN.apart(*value, *before));
    let Some(unscreened) = mean(ranges()) else {
        let lines = Lines { centre, bounds: None };
        let screening = Screening::LeftOut(0);
        return Some(Individuals { lines, moving_range: None, screening });
    };
    let (moving_range, screening) = match rules.screening {
        Some(factor) if unscreened > 0.0 => {
            screened(ranges, factor * unscreened, Tolerance::of(base))
                .map_or((unscreened, Screening::WouldLeaveNothing), |(mean, out)| {
                    (mean, Screening::LeftOut(out))
                })
        }
        Some(_) | None => (unscreened, Screening::LeftOut(0)),
    };
    let bounds = Some(Bounds::around(centre, rules.factor * moving_range));
    let lines = Lines { centre, bounds };
    Some(Individuals { lines, moving_range: Some(moving_range), screening })
}

/// The mean of the ranges that stay below this, and how many do not; none where nothing that moved would be left.
fn screened<Ranges: Iterator<Item = f64>>(
    ranges: impl Fn() -> Ranges,
    below: f64,
    tolerance: Tolerance,
) -> Option<(f64, usize)> {
    let kept = || ranges().filter(|range| tolerance.more(below, *range));
    let mean = mean(kept()).filter(|mean| *mean > 0.0)?;
    Some((mean, ranges().count() - kept().count()))
}
