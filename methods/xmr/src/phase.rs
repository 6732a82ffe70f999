//! One phase: a stretch of points that is read by itself.

use std::ops::Range;

use crate::{
    analysis::FIRM,
    counts,
    individuals::{Individuals, Screening, individuals},
    lines::Lines,
    mean::Tolerance,
    notes::Note,
    plan::{Baseline, Kind, Plan},
    rule_set::{RuleSet, Rules},
    run_chart::{Runs, run_chart},
    signals::{Mark, mark},
};

/// A stretch of points that is read by itself. No rule and no moving range crosses into another.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its points, as places in the values; never empty.
    pub points: Range<usize>,
    /// How many of its first points set the lines.
    pub baseline: usize,
    /// Its lines.
    pub course: Course,
    /// The mean of the moving ranges that set the limits, in the unit of the values (`t`: of the values to the power 1/3.6).
    pub moving_range: Option<f64>,
    /// The two tests of a run chart.
    pub runs: Option<Runs>,
}

/// How the lines run through a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum Course {
    /// The same at each point.
    Level(Lines),
    /// One for each point, because each has its own size.
    Stepped(Vec<Lines>),
}

impl Course {
    /// The lines at a point of the phase, the first being 0.
    pub fn at(&self, point: usize) -> Option<Lines> {
        match self {
            Self::Level(lines) => Some(*lines),
            Self::Stepped(each) => each.get(point).copied(),
        }
    }

    /// The lines, where they are the same at each point.
    pub fn level(&self) -> Option<Lines> {
        match self {
            Self::Level(lines) => Some(*lines),
            Self::Stepped(_) => None,
        }
    }

    /// The line in the middle, which never changes within a phase.
    pub fn centre(&self) -> Option<f64> {
        self.at(0).map(|lines| lines.centre)
    }
}

/// The points of a phase, before anything is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Stretch<'a> {
    /// The values as given.
    pub(crate) happened: &'a [f64],
    /// Their sizes, for `p` and `u`.
    pub(crate) sizes: &'a [f64],
    /// The values as the chart shows them.
    pub(crate) shown: &'a [f64],
    /// What is asked.
    pub(crate) plan: &'a Plan,
}

/// What is known of a phase.
pub(crate) struct Found {
    pub(crate) phase: Phase,
    pub(crate) marks: Vec<Mark>,
    pub(crate) notes: Vec<Note>,
}

/// The lines of a phase, and how they came about.
struct Drawn {
    course: Course,
    moving_range: Option<f64>,
    screening: Screening,
}

impl Drawn {
    fn level(lines: Lines) -> Self {
        let screening = Screening::LeftOut(0);
        Self { course: Course::Level(lines), moving_range: None, screening }
    }

    fn individuals(found: Individuals) -> Self {
        let Individuals { lines, moving_range, screening } = found;
        Self { course: Course::Level(lines), moving_range, screening }
    }
}

impl Stretch<'_> {
    /// What there is to find in it; nothing where there is no value.
    pub(crate) fn found(&self, points: Range<usize>) -> Option<Found> {
        match self.plan.rules.rules() {
            Some(rules) => self.within_limits(points, &rules),
            None => self.about_the_median(points),
        }
    }

    /// How many of the first points set the lines.
    fn baseline(&self) -> usize {
        let all = self.shown.len();
        self.plan.baseline.map_or(all, |baseline| baseline.points().min(all))
    }

    fn within_limits(&self, points: Range<usize>, rules: &Rules) -> Option<Found> {
        let Drawn { course, moving_range, screening } = self.drawn(rules)?;
        let tolerance = Tolerance::of(self.base(self.shown));
        let marks = match &course {
            Course::Level(lines) => mark(self.shown, |_| *lines, rules, tolerance),
            Course::Stepped(each) => {
                let nothing = Lines { centre: 0.0, bounds: None };
                let line = |i: usize| each.get(i).copied().unwrap_or(nothing);
                mark(self.shown, line, rules, tolerance)
            }
        };
        let baseline = self.baseline();
        let phase = Phase { points, baseline, course, moving_range, runs: None };
        let notes = self.notes(&phase, screening);
        Some(Found { phase, marks, notes })
    }

    fn about_the_median(&self, points: Range<usize>) -> Option<Found> {
        let (centre, marks, runs) = run_chart(self.shown, self.base(self.shown))?;
        let course = Course::Level(Lines { centre, bounds: None });
        let baseline = self.baseline();
        let phase = Phase { points, baseline, course, moving_range: None, runs: Some(runs) };
        let mut notes = self.notes(&phase, Screening::LeftOut(0));
        notes.extend(Note::of_runs(&runs));
        Some(Found { phase, marks, notes })
    }

    fn base<'b>(&self, all: &'b [f64]) -> &'b [f64] {
        all.get(..self.baseline()).unwrap_or(all)
    }

    fn drawn(&self, rules: &Rules) -> Option<Drawn> {
        let base = self.base(self.happened);
        match self.plan.kind {
            Kind::Individuals => individuals(base, rules).map(Drawn::individuals),
            Kind::TimesBetween => counts::time_between(base, rules).map(Drawn::individuals),
            Kind::Counts => counts::count(base).map(Drawn::level),
            Kind::OpportunitiesBetween => {
                let about_mean = self.plan.rules == RuleSet::Abspc11;
                counts::between(base, about_mean).map(Drawn::level)
            }
            Kind::Proportions => self.stepped(counts::proportion),
            Kind::Rates => self.stepped(counts::rate),
        }
    }

    fn stepped(&self, lines: impl Fn(f64, f64) -> Lines) -> Option<Drawn> {
        let middle = counts::pooled(self.base(self.happened), self.base(self.sizes))?;
        let first = *self.sizes.first()?;
        if self.sizes.iter().all(|size| size.total_cmp(&first).is_eq()) {
            return Some(Drawn::level(lines(middle, first)));
        }
        let each = self.sizes.iter().map(|size| lines(middle, *size)).collect();
        let screening = Screening::LeftOut(0);
        Some(Drawn { course: Course::Stepped(each), moving_range: None, screening })
    }

    fn notes(&self, phase: &Phase, screening: Screening) -> Vec<Note> {
        let mut notes = Vec::new();
        let points = self.shown.len();
        match self.plan.baseline.map(Baseline::points) {
            Some(asked) if asked > points => notes.push(Note::BaselineNotReached { asked, points }),
            Some(asked) if asked < points => notes.push(Note::FixedBaseline { points: asked }),
            Some(_) | None => {}
        }
        let limits = phase.runs.is_none();
        let moving = matches!(self.plan.kind, Kind::Individuals | Kind::TimesBetween);
        if points == 1 && limits && moving {
            notes.push(Note::OnePoint);
        } else if limits && points < FIRM {
            notes.push(Note::Trial { points });
        }
        match screening {
            Screening::LeftOut(0) => {}
            Screening::LeftOut(ranges) => notes.push(Note::Screened { ranges }),
            Screening::WouldLeaveNothing => notes.push(Note::ScreeningLeftNothing),
        }
        if points > 1 && is_flat(self.base(self.shown)) {
            notes.push(if is_flat(self.shown) {
                Note::Flat { limits: limits && moving }
            } else {
                Note::FlatBaseline { points: phase.baseline }
            });
        }
        notes
    }
}

fn is_flat(values: &[f64]) -> bool {
    let first = values.first().copied().unwrap_or_default();
    let (least, most) = values
        .iter()
        .fold((first, first), |(least, most), value| (least.min(*value), most.max(*value)));
    !Tolerance::GIVEN.more(most, least)
}
