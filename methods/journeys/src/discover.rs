//! What followed what: the directly-follows graph, variants, durations and gaps.
//!
//! An activity directly follows another where it is the next of the same case in the order of time; events of one time keep the order
//! of the file. W. van der Aalst, *Process Mining: Data Science in Action*, 2nd ed. 2016, sections 5.2 (directly-follows) and 9.3
//! (variants); the same notions as in pm4py, so that numbers can be compared.

mod following;
mod gaps;

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{log::Log, moment::Moment, names::Name};

use following::{Following, middle};

pub use gaps::{Gap, gaps};

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
    let mut walk = Walk::default();
    for case in log.all_cases() {
        walk.take(log, case);
    }
    let order = alphabetical(log);
    let variants = walk.variants(&order);
    let ends_of = |end: fn(&[Name]) -> Option<&Name>| counted(&variants, end, &order);
    Discovered {
        cases: walk.durations.len(),
        events: log.len(),
        activities: used(log),
        edges: walk.following.edges(&order),
        starts: ends_of(<[Name]>::first),
        ends: ends_of(<[Name]>::last),
        variants,
        durations: walk.durations,
    }
}

/// What is met on the way through the cases.
#[derive(Default)]
struct Walk {
    ways: HashMap<Vec<Name>, u64, RandomState>,
    following: Following,
    durations: Vec<Duration>,
    steps: Vec<Name>,
}

impl Walk {
    fn take(&mut self, log: &Log, case: Name) {
        self.steps.clear();
        let mut before: Option<(Name, Moment)> = None;
        let mut first = None;
        for (activity, time) in log.steps(case) {
            if let Some((from, since)) = before {
                self.following.add(from, activity, time.0 - since.0);
            }
            first.get_or_insert(time);
            before = Some((activity, time));
            self.steps.push(activity);
        }
        let (Some(first), Some((_, last))) = (first, before) else { return };
        self.durations.push(Duration { case, micros: last.0 - first.0 });
        match self.ways.get_mut(&self.steps) {
            Some(count) => *count += 1,
            None => drop(self.ways.insert(self.steps.clone(), 1)),
        }
    }

    fn variants(&mut self, order: &[usize]) -> Vec<Variant> {
        let ways = std::mem::take(&mut self.ways).into_iter();
        let mut variants: Vec<Variant> =
            ways.map(|(steps, count)| Variant { steps, count }).collect();
        let rank = |name: &Name| order.get(name.index()).copied();
        variants.sort_unstable_by(|a, b| {
            let by_names = || a.steps.iter().map(rank).cmp(b.steps.iter().map(rank));
            b.count.cmp(&a.count).then_with(by_names)
        });
        variants
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

impl Discovered {
    /// The median of how long cases took, in hours; nothing where there is no case.
    pub fn median_duration_hours(&self) -> Option<f64> {
        let mut micros: Vec<i64> = self.durations.iter().map(|one| one.micros).collect();
        middle(&mut micros).map(|micros| micros / MICROS_AN_HOUR)
    }
}
