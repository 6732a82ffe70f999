//! What stands out in one phase: the four rules, and their order of precedence.

use crate::{
    lines::{Bounds, Lines},
    mean::Tolerance,
    rule_set::{Rules, TwoInThree},
};

/// Which rule a point is marked by, the first of them in this order: outside, trend, two in three, shift.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// None: it wobbles as the others do.
    #[default]
    None,
    /// Strictly beyond a limit.
    Outside,
    /// One of a row of points, each strictly above, or each strictly below, the one before.
    Trend,
    /// One of at least two in a window of three, all three on one side, that lie near a limit.
    TwoInThree,
    /// One of a row of points strictly on one side of the middle; on a run chart, of a run that is longer than chance allows.
    Shift,
}

impl Rule {
    /// Its word in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Outside => "outside",
            Self::Trend => "trend",
            Self::TwoInThree => "two_in_three",
            Self::Shift => "shift",
        }
    }
}

/// On which side of the middle a point lies. That says nothing about better or worse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
    /// On it, but for rounding.
    #[default]
    On,
}

impl Side {
    /// Its word in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
            Self::On => "on",
        }
    }

    pub(crate) fn of(value: f64, centre: f64, tolerance: Tolerance) -> Self {
        if tolerance.more(value, centre) {
            Self::Above
        } else if tolerance.more(centre, value) {
            Self::Below
        } else {
            Self::On
        }
    }
}

/// What was found at one point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The rule that marks it.
    pub rule: Rule,
    /// Where it lies.
    pub side: Side,
}

/// Where a point lies between its limits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Within,
    Near,
    Outside,
}

impl Zone {
    fn of(value: f64, bounds: Option<Bounds>, tolerance: Tolerance) -> Self {
        let Some(bounds) = bounds else { return Self::Within };
        if tolerance.more(value, bounds.upper) || tolerance.more(bounds.lower, value) {
            Self::Outside
        } else if tolerance.more(value, bounds.near_upper)
            || tolerance.more(bounds.near_lower, value)
        {
            Self::Near
        } else {
            Self::Within
        }
    }

    fn counts(self, which: TwoInThree) -> bool {
        match self {
            Self::Within => false,
            Self::Near => true,
            Self::Outside => which == TwoInThree::BeyondTheNearLimit,
        }
    }
}

/// Marks the points of one phase, `line(i)` being the lines at its point `i`. What comes later takes precedence.
pub(crate) fn mark(
    values: &[f64],
    line: impl Fn(usize) -> Lines,
    rules: &Rules,
    tolerance: Tolerance,
) -> Vec<Mark> {
    let mut zones = Vec::with_capacity(values.len());
    let mut marks = Vec::with_capacity(values.len());
    for (i, value) in values.iter().enumerate() {
        let line = line(i);
        zones.push(Zone::of(*value, line.bounds, tolerance));
        marks.push(Mark { rule: Rule::None, side: Side::of(*value, line.centre, tolerance) });
    }
    shifts(&mut marks, rules.shift);
    twos_in_three(&mut marks, &zones, rules.two_in_three);
    trends(&mut marks, values, rules.trend);
    for (mark, zone) in marks.iter_mut().zip(zones) {
        if zone == Zone::Outside {
            mark.rule = Rule::Outside;
        }
    }
    marks
}

fn shifts(marks: &mut [Mark], least: usize) {
    for run in marks.chunk_by_mut(|a, b| a.side == b.side) {
        let on = run.first().is_none_or(|mark| mark.side == Side::On);
        if !on && run.len() >= least {
            for mark in run {
                mark.rule = Rule::Shift;
            }
        }
    }
}

fn twos_in_three(marks: &mut [Mark], zones: &[Zone], which: TwoInThree) {
    for (at, window) in zones.windows(3).enumerate() {
        let near = window.iter().filter(|zone| zone.counts(which)).count();
        let Some([a, b, c]) = marks.get_mut(at..at + 3) else { continue };
        let together = a.side != Side::On && a.side == b.side && b.side == c.side;
        if near < 2 || !together {
            continue;
        }
        for (mark, zone) in [a, b, c].into_iter().zip(window) {
            if zone.counts(which) {
                mark.rule = Rule::TwoInThree;
            }
        }
    }
}

fn trends(marks: &mut [Mark], values: &[f64], least: usize) {
    for (up, down) in [(1, 0), (0, 1)] {
        let mut begins = 0;
        for i in 1..=values.len() {
            let onwards = values.get(i - 1..=i).is_some_and(|pair| {
                pair.get(up).zip(pair.get(down)).is_some_and(|(a, b)| Tolerance::GIVEN.more(*a, *b))
            });
            if onwards {
                continue;
            }
            if let Some(run) = marks.get_mut(begins..i).filter(|run| run.len() >= least) {
                for mark in run {
                    mark.rule = Rule::Trend;
                }
            }
            begins = i;
        }
    }
}
