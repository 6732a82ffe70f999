//! What followed what: the directly-follows graph, variants, durations and gaps.
//!
//! An activity directly follows another where it is the next of the same case in the order of time; events of one time keep the order
//! of the file. W. van der Aalst, *Process Mining: Data Science in Action*, 2nd ed. 2016, sections 5.2 (directly-follows) and 9.3
//! (variants); the same notions as in pm4py, so that numbers can be compared.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{log::Log, moment::Moment, names::Name};

const MICROS_AN_HOUR: f64 = 3.6e9;

/// One activity directly after another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// What came first.
    pub from: Name,
    /// What came next.
    pub to: Name,
    /// How often.
    pub count: u64,
    /// The median time between the two, in hours.
    pub median_hours: f64,
}

/// A sequence of activities that cases share from first to last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The activities, in order.
    pub steps: Vec<Name>,
    /// How many cases went this way.
    pub count: u64,
}

/// How long one case took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The case.
    pub case: Name,
    /// Microseconds from its first event to its last; 0 where there is one event.
    pub micros: i64,
}

/// A time in which nothing was written down of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The case.
    pub case: Name,
    /// The last that happened before.
    pub from: Name,
    /// What happened next.
    pub to: Name,
    /// When the gap began.
    pub since: Moment,
    /// When it ended.
    pub until: Moment,
}

/// What was found in a log.
#[derive(Clone, Debug, PartialEq)]
pub struct Discovered {
    /// How many cases have an event.
    pub cases: usize,
    /// How many events there are.
    pub events: usize,
    /// How many different things happened.
    pub activities: usize,
    /// What followed what: the most frequent first, then by names.
    pub edges: Vec<Edge>,
    /// What cases began with, and how many: the most frequent first, then by name.
    pub starts: Vec<(Name, u64)>,
    /// What cases ended with, as `starts`.
    pub ends: Vec<(Name, u64)>,
    /// The ways that cases went: the most frequent first, then by names.
    pub variants: Vec<Variant>,
    /// How long each case took, in the order of the log.
    pub durations: Vec<Duration>,
}

/// Discovers what is in a log, in time O(n log n) of its events.
pub fn discover(log: &Log) -> Discovered {
    let mut ways: HashMap<Vec<Name>, u64, RandomState> = HashMap::default();
    let mut following = Following::default();
    let mut durations = Vec::new();
    let mut steps = Vec::new();
    for case in log.all_cases() {
        steps.clear();
        let mut before: Option<(Name, Moment)> = None;
        let mut first = None;
        for (activity, time) in log.steps(case) {
            if let Some((from, since)) = before {
                following.add(from, activity, time.0 - since.0);
            }
            first.get_or_insert(time);
            before = Some((activity, time));
            steps.push(activity);
        }
        let (Some(first), Some((_, last))) = (first, before) else { continue };
        durations.push(Duration { case, micros: last.0 - first.0 });
        match ways.get_mut(&steps) {
            Some(count) => *count += 1,
            None => drop(ways.insert(steps.clone(), 1)),
        }
    }
    let order = alphabetical(log);
    let mut variants: Vec<Variant> =
        ways.into_iter().map(|(steps, count)| Variant { steps, count }).collect();
    let rank = |name: &Name| order.get(name.index()).copied();
    variants.sort_unstable_by(|a, b| {
        let by_names = || a.steps.iter().map(rank).cmp(b.steps.iter().map(rank));
        b.count.cmp(&a.count).then_with(by_names)
    });
    let ends_of = |end: fn(&[Name]) -> Option<&Name>| counted(&variants, end, &order);
    Discovered {
        cases: durations.len(),
        events: log.len(),
        activities: used(log),
        edges: following.edges(&order),
        starts: ends_of(<[Name]>::first),
        ends: ends_of(<[Name]>::last),
        variants,
        durations,
    }
}

/// How many activities an event has.
fn used(log: &Log) -> usize {
    let mut used = vec![false; log.activities.len()];
    for event in &log.activity {
        if let Some(slot) = used.get_mut(Name(*event).index()) {
            *slot = true;
        }
    }
    used.iter().filter(|used| **used).count()
}

/// The place of each activity in the order of their names.
fn alphabetical(log: &Log) -> Vec<usize> {
    let mut names: Vec<(&str, usize)> = log.activities.iter().zip(0..).collect();
    names.sort_unstable();
    let mut order = vec![0; names.len()];
    for (place, (_, number)) in names.into_iter().enumerate() {
        if let Some(slot) = order.get_mut(number) {
            *slot = place;
        }
    }
    order
}

/// Which activities followed one another, and the times between them.
#[derive(Default)]
struct Following {
    numbers: HashMap<(Name, Name), usize, RandomState>,
    pairs: Vec<(Name, Name, Vec<i64>)>,
}

impl Following {
    fn add(&mut self, from: Name, to: Name, micros: i64) {
        let next = self.pairs.len();
        let number = *self.numbers.entry((from, to)).or_insert(next);
        match self.pairs.get_mut(number) {
            Some((_, _, times)) => times.push(micros),
            None => self.pairs.push((from, to, vec![micros])),
        }
    }

    fn edges(self, order: &[usize]) -> Vec<Edge> {
        let one = |(from, to, mut times): (Name, Name, Vec<i64>)| {
            let count = u64::try_from(times.len()).unwrap_or(u64::MAX);
            let median_hours = middle(&mut times)? / MICROS_AN_HOUR;
            Some(Edge { from, to, count, median_hours })
        };
        let mut edges: Vec<Edge> = self.pairs.into_iter().filter_map(one).collect();
        let rank = |name: Name| order.get(name.index()).copied();
        edges.sort_unstable_by_key(|edge| {
            (std::cmp::Reverse(edge.count), rank(edge.from), rank(edge.to))
        });
        edges
    }
}

fn counted(
    variants: &[Variant],
    end: fn(&[Name]) -> Option<&Name>,
    order: &[usize],
) -> Vec<(Name, u64)> {
    let mut counts = vec![0; order.len()];
    for variant in variants {
        let name = end(&variant.steps).map_or(usize::MAX, |name| name.index());
        if let Some(count) = counts.get_mut(name) {
            *count += variant.count;
        }
    }
    let mut found: Vec<(Name, u64)> =
        (0..).map(Name).zip(counts).filter(|(_, count)| *count > 0).collect();
    found.sort_unstable_by_key(|(name, count)| {
        (std::cmp::Reverse(*count), order.get(name.index()).copied())
    });
    found
}

/// The middle of these, or halfway between the two in the middle.
#[expect(clippy::cast_precision_loss, reason = "durations in microseconds are exact up to 285 years")]
fn middle(times: &mut [i64]) -> Option<f64> {
    let even = times.len().is_multiple_of(2);
    let half = times.len() / 2;
    if times.is_empty() {
        return None;
    }
    let (below, upper, _) = times.select_nth_unstable(half);
    let upper = *upper as f64;
    match below.iter().max() {
        Some(lower) if even => Some(f64::midpoint(*lower as f64, upper)),
        _ => Some(upper),
    }
}

impl Discovered {
    /// The median of how long cases took, in hours; nothing where there is no case.
    pub fn median_duration_hours(&self) -> Option<f64> {
        let mut micros: Vec<i64> = self.durations.iter().map(|one| one.micros).collect();
        middle(&mut micros).map(|micros| micros / MICROS_AN_HOUR)
    }
}

/// The gaps that are longer than `span` microseconds: the longest first, then by the names of their cases, then the earliest.
pub fn gaps(log: &Log, span: i64) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for case in log.all_cases() {
        let mut before: Option<(Name, Moment)> = None;
        for (to, until) in log.steps(case) {
            if let Some((from, since)) = before
                && until.0 - since.0 > span
            {
                gaps.push(Gap { case, from, to, since, until });
            }
            before = Some((to, until));
        }
    }
    let key = |gap: &Gap| {
        (std::cmp::Reverse(gap.until.0 - gap.since.0), log.cases.text(gap.case), gap.since)
    };
    gaps.sort_by(|a, b| key(a).cmp(&key(b)));
    gaps
}
