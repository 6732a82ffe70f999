//! Look-alikes that are no twins, because a third record goes by the given name of the one and has the number of the other.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Edge, Fit, Records,
    compare::{Comparer, MISSING, Memory},
    plan::Seen,
};

/// Takes out those twins for whom a third record, alike enough to be together with one of them, agrees with one in what differs
/// and with the other in what would show that they are one person.
pub(super) fn take_out(records: &Records, fit: &Fit, edges: &[Edge], twins: &mut Vec<(u32, u32)>) {
    let mut near: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let asked: FxHashSet<u32> = twins.iter().flat_map(|(a, b)| [*a, *b]).collect();
    for edge in edges.iter().filter(|edge| edge.weight >= fit.together) {
        for (one, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
            if asked.contains(&one) {
                near.entry(one).or_default().push(other);
            }
        }
    }
    let comparer = Comparer { records, plan: &fit.plan };
    let mut witness = Witness { comparer, memory: Memory::new(&fit.plan) };
    let of = |record: &u32| near.get(record).map(Vec::as_slice).unwrap_or_default();
    twins.retain(|(a, b)| {
        let mut thirds = of(a).iter().chain(of(b)).filter(|third| *third != a && *third != b);
        !thirds.any(|third| witness.vouches(*third, *a, *b))
    });
}

struct Witness<'a> {
    comparer: Comparer<'a>,
    memory: Memory,
}

impl Witness<'_> {
    fn vouches(&mut self, third: u32, a: u32, b: u32) -> bool {
        let plan = self.comparer.plan;
        plan.twins
            .iter()
            .any(|pattern| self.ties(pattern, third, (a, b)) || self.ties(pattern, third, (b, a)))
    }

    /// The third record agrees with the first in all that differs, and with the second in something that shows it is one person.
    fn ties(&mut self, pattern: &Seen, third: u32, (first, second): (u32, u32)) -> bool {
        pattern.different.iter().all(|at| self.agree(*at, third, first))
            && pattern.unless.iter().any(|at| self.agree(*at, third, second))
    }

    fn agree(&mut self, comparison: usize, one: u32, other: u32) -> bool {
        let Comparer { records, plan } = self.comparer;
        let level =
            self.comparer.level(comparison, records.row(one), records.row(other), &mut self.memory);
        let last = plan.comparisons.get(comparison).map(crate::plan::Compared::last);
        level != MISSING && Some(level) != last
    }
}
