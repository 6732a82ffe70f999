//! Which activities followed one another, and how long it took.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::names::Name;

use super::{Edge, MICROS_AN_HOUR};

/// Which activities followed one another, and the times between them.
#[derive(Default)]
pub(super) struct Following {
    numbers: HashMap<(Name, Name), usize, RandomState>,
    pairs: Vec<(Name, Name, Vec<i64>)>,
}

impl Following {
    pub(super) fn add(&mut self, from: Name, to: Name, micros: i64) {
        let next = self.pairs.len();
        let number = *self.numbers.entry((from, to)).or_insert(next);
        match self.pairs.get_mut(number) {
            Some((_, _, times)) => times.push(micros),
            None => self.pairs.push((from, to, vec![micros])),
        }
    }

    pub(super) fn edges(self, order: &[usize]) -> Vec<Edge> {
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

/// The middle of these, or halfway between the two in the middle.
#[expect(
    clippy::cast_precision_loss,
    reason = "durations in microseconds are exact up to 285 years"
)]
pub(super) fn middle(times: &mut [i64]) -> Option<f64> {
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
