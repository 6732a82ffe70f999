//! Look-alikes that are no twins, and differences that are none, because a third record ties the two together: it agrees with the one
//! in what differs between them, and with the other in what would show that they are one person.
//!
//! A person whose given name was mistyped beyond recognition is on a third record with the right name and the same number.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Edge, Fit, Records,
    compare::{Comparer, MISSING, Memory},
    plan::{Compared, Seen},
};

/// Takes out twins, and mismatches from edges, for whom a third record vouches that is alike enough to be together with one of the two.
pub(super) fn take_out(
    records: &Records,
    fit: &Fit,
    edges: &mut [Edge],
    twins: &mut Vec<(u32, u32)>,
) {
    let mismatched = edges.iter().filter(|edge| edge.mismatch).map(|edge| (edge.a, edge.b));
    let asked = mismatched.chain(twins.iter().copied()).flat_map(|(a, b)| [a, b]).collect();
    let near = near(edges, fit.together, &asked);
    let comparer = Comparer { records, plan: &fit.plan };
    let mut witness = Witness { comparer, near, memory: Memory::new(&fit.plan) };
    twins.retain(|(a, b)| !witness.vouch(&fit.plan.twins, *a, *b));
    for edge in edges.iter_mut().filter(|edge| edge.mismatch) {
        edge.mismatch = !witness.vouch(&fit.plan.mismatches, edge.a, edge.b);
    }
}

/// For each record that is asked about, those that are alike enough to be together with it.
fn near(edges: &[Edge], together: f64, asked: &FxHashSet<u32>) -> FxHashMap<u32, Vec<u32>> {
    let mut near: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for edge in edges.iter().filter(|edge| edge.weight >= together) {
        for (one, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            if asked.contains(&one) {
                near.entry(one).or_default().push(other);
            }
        }
    }
    near
}

struct Witness<'a> {
    comparer: Comparer<'a>,
    near: FxHashMap<u32, Vec<u32>>,
    memory: Memory,
}

impl Witness<'_> {
    /// For each pattern that the two show, some third record ties them.
    fn vouch(&mut self, patterns: &[Seen], a: u32, b: u32) -> bool {
        let of = |record: &u32| self.near.get(record).into_iter().flatten().copied();
        let thirds: Vec<u32> =
            of(&a).chain(of(&b)).filter(|third| *third != a && *third != b).collect();
        patterns.iter().all(|pattern| {
            !self.shows(pattern, a, b)
                || thirds.iter().any(|third| {
                    self.ties(pattern, *third, (a, b)) || self.ties(pattern, *third, (b, a))
                })
        })
    }

    fn shows(&mut self, pattern: &Seen, a: u32, b: u32) -> bool {
        let records = self.comparer.records;
        self.comparer.shows(pattern, records.row(a), records.row(b), &mut self.memory)
    }

    fn ties(&mut self, pattern: &Seen, third: u32, (first, second): (u32, u32)) -> bool {
        pattern.different.iter().all(|at| self.agree(*at, third, first))
            && pattern.unless.iter().any(|at| self.agree(*at, third, second))
    }

    fn agree(&mut self, comparison: usize, one: u32, other: u32) -> bool {
        let Comparer { records, plan } = self.comparer;
        let (one, other) = (records.row(one), records.row(other));
        let level = self.comparer.level(comparison, one, other, &mut self.memory);
        level != MISSING && Some(level) != plan.comparisons.get(comparison).map(Compared::last)
    }
}
