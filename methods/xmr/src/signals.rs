//! What stands out in one phase: the four rules, and their order of precedence.
#![expect(
    clippy::indexing_slicing,
    reason = "rows of points are counted within the values and marks, of which there are as many"
)]

use std::cmp::Ordering;

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
        match tolerance.order(value, centre) {
            Ordering::Greater => Self::Above,
            Ordering::Less => Self::Below,
            Ordering::Equal => Self::On,
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
        // Most points are here, and need no tolerance.
        if bounds.near_lower <= value && value <= bounds.near_upper {
            return Self::Within;
        }
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
    let each = || values.iter().enumerate();
    let zones: Vec<Zone> =
        each().map(|(i, value)| Zone::of(*value, line(i).bounds, tolerance)).collect();
    let side = |(i, value): (usize, &f64)| Side::of(*value, line(i).centre, tolerance);
    let mut marks: Vec<Mark> =
        each().map(|point| Mark { rule: Rule::None, side: side(point) }).collect();
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

/// Marks the last `wanted` points when a row has just become long enough, and the last one while it goes on.
fn mark_row(marks: &mut [Mark], last: usize, length: usize, wanted: usize, rule: Rule) {
    let begins = if length == wanted { last + 1 - wanted } else { last };
    for mark in &mut marks[begins..=last] {
        mark.rule = rule;
    }
}

fn shifts(marks: &mut [Mark], least: usize) {
    let (mut length, mut before) = (0, Side::On);
    for last in 0..marks.len() {
        let side = marks[last].side;
        length = if side == before { length + 1 } else { 1 };
        before = side;
        if length >= least && side != Side::On {
            mark_row(marks, last, length, least, Rule::Shift);
        }
    }
}

fn twos_in_three(marks: &mut [Mark], zones: &[Zone], which: TwoInThree) {
    let near = |zone: Zone| u8::from(zone.counts(which));
    for (first, window) in zones.windows(3).enumerate() {
        if window.iter().map(|zone| near(*zone)).sum::<u8>() < 2 {
            continue;
        }
        let side = marks[first].side;
        let row = first..first + 3;
        if side == Side::On || marks[row.clone()].iter().any(|mark| mark.side != side) {
            continue;
        }
        for (mark, zone) in marks[row].iter_mut().zip(window) {
            if zone.counts(which) {
                mark.rule = Rule::TwoInThree;
            }
        }
    }
}

fn trends(marks: &mut [Mark], values: &[f64], least: usize) {
    let (mut length, mut before) = (1, Ordering::Equal);
    for last in 1..values.len() {
        let way = Tolerance::GIVEN.order(values[last], values[last - 1]);
        length = if way == before { length + 1 } else { 2 };
        before = way;
        if length >= least && way.is_ne() {
            mark_row(marks, last, length, least, Rule::Trend);
        }
    }
}
