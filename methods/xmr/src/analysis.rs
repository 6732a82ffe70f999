//! A row of values, phase by phase: its lines, what stands out, and what to know before reading it.

use crate::{
    lines::Centre,
    notes::{Note, Noted},
    phase::{Phase, Stretch},
    plan::{Kind, Plan},
    rule_set::RuleSet,
    signals::{Mark, Rule},
    unusable::Unusable,
};

/// The largest size of a value: its square root, its powers and the sum of a billion of them are numbers still.
pub const MOST: f64 = 1e200;

/// Fewer points than these have trial limits.
pub const FIRM: usize = 13;

/// What was found in a row of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// What was asked.
    pub plan: Plan,
    /// For `p` and `u` what happened by what could have, at each value; empty for charts that show the values as given.
    pub ratios: Vec<f64>,
    /// What was found at each of them.
    pub marks: Vec<Mark>,
    /// The stretches between the decisions that something is different from here; none where there is no value.
    pub phases: Vec<Phase>,
    /// What to know before reading it.
    pub notes: Vec<Noted>,
}

impl Analysis {
    /// What the line in the middle is.
    pub fn centre(&self) -> Centre {
        if self.plan.rules == RuleSet::Anhoej {
            return Centre::Median;
        }
        match self.plan.kind {
            Kind::TimesBetween => Centre::TransformedMean,
            Kind::OpportunitiesBetween if self.plan.rules != RuleSet::Abspc11 => {
                Centre::GeometricMedian
            }
            Kind::Individuals
            | Kind::Proportions
            | Kind::Rates
            | Kind::Counts
            | Kind::OpportunitiesBetween => Centre::Mean,
        }
    }

    /// What the chart shows of the values that were given.
    pub fn shown<'a>(&'a self, given: &'a [f64]) -> &'a [f64] {
        if self.plan.kind.needs_sizes() { &self.ratios } else { given }
    }

    /// Whether there are points and nothing stands out: no point is marked, and no run chart is crossed too seldom.
    pub fn is_quiet(&self) -> bool {
        let mut runs = self.phases.iter().filter_map(|phase| phase.runs);
        let marked = self.marks.iter().any(|mark| mark.rule != Rule::None);
        !self.marks.is_empty() && !marked && !runs.any(|runs| runs.too_few_crossings())
    }

    /// What was found at the latest point, where the rule set has a word on it: `mdc-excel-2023` has none before a phase has 13
    /// points. None where there is no point, too.
    pub fn latest(&self) -> Option<Mark> {
        let phase = self.phases.last()?;
        let too_early = self.plan.rules == RuleSet::MdcExcel2023 && phase.points.len() < FIRM;
        self.marks.last().copied().filter(|_| !too_early)
    }
}

/// Finds the lines of these values, and what stands out. Takes time in proportion to their number (a run chart also sorts them).
///
/// `values` are in order of time. For `p` and `u` they say what happened, and `sizes` out of how many or over how much; for the
/// other kinds `sizes` is not looked at.
///
/// # Errors
/// A value or size that this kind of chart cannot have, or a phase that begins nowhere.
pub fn analyse(values: &[f64], sizes: &[f64], plan: &Plan) -> Result<Analysis, Unusable> {
    check(values, sizes, plan)?;
    let mut analysis = Analysis {
        plan: plan.clone(),
        ratios: ratios(values, sizes, plan.kind),
        marks: Vec::new(),
        phases: Vec::with_capacity(plan.starts.len() + 1),
        notes: Vec::new(),
    };
    let mut begins = 0;
    for ends in plan.starts.iter().copied().chain([values.len()]) {
        let points = begins..ends;
        begins = ends;
        let stretch = Stretch {
            happened: values.get(points.clone()).unwrap_or_default(),
            sizes: sizes.get(points.clone()).unwrap_or_default(),
            shown: analysis.shown(values).get(points.clone()).unwrap_or_default(),
            plan,
        };
        let Some(found) = stretch.found(points) else { continue };
        let place = analysis.phases.len();
        analysis.notes.extend(found.notes.into_iter().map(|note| Noted::of(place, note)));
        if analysis.marks.is_empty() {
            analysis.marks = found.marks;
        } else {
            analysis.marks.extend(found.marks);
        }
        analysis.phases.push(found.phase);
    }
    if values.is_empty() {
        analysis.notes.push(Noted::everywhere(Note::Empty));
    }
    Ok(analysis)
}

fn check(values: &[f64], sizes: &[f64], plan: &Plan) -> Result<(), Unusable> {
    let kind = plan.kind;
    for (at, value) in values.iter().copied().enumerate() {
        if !(value.is_finite() && value.abs() <= MOST) {
            return Err(Unusable::NotANumber(at));
        }
        if kind.never_negative() && value < 0.0 {
            return Err(Unusable::Negative(at));
        }
        if kind.needs_sizes() {
            let size = sizes.get(at).copied().filter(|size| *size > 0.0 && *size <= MOST);
            let size = size.ok_or(Unusable::NoSize(at))?;
            if kind == Kind::Proportions && value > size {
                return Err(Unusable::MoreThanAll(at));
            }
        }
    }
    let mut least = 1;
    for start in plan.starts.iter().copied() {
        if start < least || start >= values.len() {
            return Err(Unusable::Start(start));
        }
        least = start + 1;
    }
    Ok(())
}

fn ratios(values: &[f64], sizes: &[f64], kind: Kind) -> Vec<f64> {
    let sizes = if kind.needs_sizes() { sizes } else { &[] };
    values.iter().zip(sizes).map(|(value, size)| value / size).collect()
}
