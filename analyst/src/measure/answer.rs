//! The answer for programs. Names and their order are a promise: what is new stands behind what was there.

use serde::{Serialize, Serializer, ser::SerializeMap as _};
use xmr::{Bounds, Course, Lines, Measured, Phase};

/// One series. Lines are those of its last phase; null where there is none, or where each point has its own.
#[derive(Serialize)]
pub(super) struct Series<'a> {
    by: By<'a>,
    n: usize,
    #[serde(flatten)]
    lines: LinesOf,
    mean_moving_range: Option<f64>,
    points: Vec<Point<'a>>,
    notes: &'a [String],
    rules: &'static str,
    chart: &'static str,
    centre: &'static str,
    missing: Vec<&'a str>,
    phases: Vec<PhaseOf<'a>>,
}

/// What tells a series apart, in the order asked for.
struct By<'a>(&'a [(String, String)]);

/// The line in the middle stands under `mean`; `centre` says what it is.
#[derive(Serialize)]
struct LinesOf {
    mean: Option<f64>,
    upper: Option<f64>,
    lower: Option<f64>,
    near_upper: Option<f64>,
    near_lower: Option<f64>,
}

#[derive(Serialize)]
struct Point<'a> {
    date: &'a str,
    value: f64,
    rule: &'static str,
    side: &'static str,
    /// Only where each point has its own.
    #[serde(flatten)]
    lines: Option<LinesOf>,
}

#[derive(Serialize)]
struct PhaseOf<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    reason: &'a str,
    n: usize,
    baseline: usize,
    #[serde(flatten)]
    lines: LinesOf,
    mean_moving_range: Option<f64>,
    runs: Option<RunsOf>,
}

#[derive(Serialize)]
struct RunsOf {
    useful: usize,
    longest: usize,
    longest_allowed: usize,
    crossings: usize,
    fewest_allowed: usize,
}

impl Serialize for By<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in self.0 {
            map.serialize_entry(column, value)?;
        }
        map.end()
    }
}

impl LinesOf {
    fn of(mean: Option<f64>, bounds: Option<Bounds>) -> Self {
        Self {
            mean,
            upper: bounds.map(|bounds| bounds.upper),
            lower: bounds.map(|bounds| bounds.lower),
            near_upper: bounds.map(|bounds| bounds.near_upper),
            near_lower: bounds.map(|bounds| bounds.near_lower),
        }
    }

    fn of_phase(phase: Option<&Phase>) -> Self {
        let course = phase.map(|phase| &phase.course);
        let level = course.and_then(Course::level);
        Self::of(course.and_then(Course::centre), level.and_then(|lines| lines.bounds))
    }

    fn of_point(course: &Course, place: usize) -> Option<Self> {
        if course.level().is_some() {
            return None;
        }
        let Lines { centre, bounds } = course.at(place)?;
        Some(Self::of(Some(centre), bounds))
    }
}

impl<'a> Series<'a> {
    pub(super) fn of(measured: &'a Measured) -> Self {
        let analysis = &measured.analysis;
        let last = analysis.phases.last();
        Self {
            by: By(&measured.series.by),
            n: measured.values().len(),
            lines: LinesOf::of_phase(last),
            mean_moving_range: last.and_then(|phase| phase.moving_range),
            points: points(measured),
            notes: &measured.notes,
            rules: analysis.plan.rules.name(),
            chart: analysis.plan.kind.name(),
            centre: analysis.centre().name(),
            missing: measured.series.missing.iter().map(xmr::Date::as_str).collect(),
            phases: phases(measured),
        }
    }
}

fn points(measured: &Measured) -> Vec<Point<'_>> {
    let analysis = &measured.analysis;
    let mut found = measured.series.dates.iter().zip(measured.values()).zip(&analysis.marks);
    let mut points = Vec::with_capacity(measured.values().len());
    for phase in &analysis.phases {
        let here = found.by_ref().take(phase.points.len());
        points.extend(here.enumerate().map(|(place, ((date, value), mark))| Point {
            date: date.as_str(),
            value: *value,
            rule: mark.rule.name(),
            side: mark.side.name(),
            lines: LinesOf::of_point(&phase.course, place),
        }));
    }
    points
}

fn phases(measured: &Measured) -> Vec<PhaseOf<'_>> {
    let date = |place: usize| measured.series.dates.get(place).map(xmr::Date::as_str);
    let phases = measured.analysis.phases.iter().zip(&measured.reasons);
    phases
        .map(|(phase, reason)| PhaseOf {
            from: date(phase.points.start),
            to: date(phase.points.end - 1),
            reason,
            n: phase.points.len(),
            baseline: phase.baseline,
            lines: LinesOf::of_phase(Some(phase)),
            mean_moving_range: phase.moving_range,
            runs: phase.runs.map(|runs| RunsOf {
                useful: runs.useful,
                longest: runs.longest,
                longest_allowed: runs.longest_allowed,
                crossings: runs.crossings,
                fewest_allowed: runs.fewest_allowed,
            }),
        })
        .collect()
}
