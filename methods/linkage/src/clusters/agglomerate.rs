//! Joining, from the surest edge to the least sure.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record, and records are looked at first"
)]

use std::cmp::Reverse;

use super::{
    Task,
    answered::Answered,
    conflicts::{Cause, Conflicts, Kind},
    joined::Joined,
    once::Once,
};
use crate::{decisions::Verdict, edge::Edge};

/// Records, joined.
pub(super) struct Clusters {
    /// For each record, the smallest one of its cluster.
    pub(super) root: Vec<u32>,
    /// Which clusters were kept from becoming one, by their roots.
    pub(super) barred: Barred,
}

/// What keeps clusters from becoming one.
#[derive(Default)]
pub(super) struct Barred {
    conflicts: Conflicts,
    once: Once,
}

impl Barred {
    /// Why two clusters may not become one.
    pub(super) fn between(&self, task: &Task<'_>, a: u32, b: u32) -> Option<Cause> {
        self.conflicts.between(a, b).or_else(|| self.once.between(task, a, b))
    }

    fn joined(&mut self, task: &Task<'_>, (a, b): (u32, u32), root: u32) {
        self.conflicts.joined(a, b, root);
        self.once.joined(task, (a, b), root);
    }
}

/// Joins records. Edges are sorted only within those components in which some pair must not be together: anywhere else every
/// order joins the same.
pub(super) fn agglomerate(task: &Task<'_>) -> Clusters {
    let mut joined = Joined::new(task.records);
    task.join_decided(&mut joined);
    for edge in task.edges.iter().filter(|edge| task.joins(edge)) {
        joined.join(edge.a, edge.b);
    }
    let joins = |cause: &Cause| joined.find(cause.pair.0) == joined.find(cause.pair.1);
    let causes: Vec<Cause> = task.causes().filter(joins).collect();
    let mut doubtful = task.met(&mut joined);
    doubtful.extend(causes.iter().map(|cause| cause.pair.0));
    if doubtful.is_empty() {
        return Clusters { root: joined.into_smallest(), barred: Barred::default() };
    }
    let doubted = take_apart(&mut joined, &doubtful, task.records);
    task.join_decided(&mut joined);
    let once = Once::of(task, &doubted, &mut joined);
    let mut barred = Barred { conflicts: Conflicts::default(), once };
    for cause in causes {
        barred.conflicts.add((joined.find(cause.pair.0), joined.find(cause.pair.1)), cause);
    }
    for (a, b) in task.sorted(&doubted) {
        let (a, b) = (joined.find(a), joined.find(b));
        if a != b && barred.between(task, a, b).is_none() {
            let root = joined.join(a, b);
            barred.joined(task, (a, b), root);
        }
    }
    Clusters { root: joined.into_smallest(), barred }
}

/// Takes apart every component that one of these records is in, and answers with which records there are in them.
fn take_apart(joined: &mut Joined, doubtful: &[u32], records: u32) -> Vec<bool> {
    let mut doubted = vec![false; records as usize];
    for record in doubtful {
        doubted[joined.find(*record) as usize] = true;
    }
    for record in 0..records {
        doubted[record as usize] = doubted[joined.find(record) as usize];
    }
    for record in (0..records).filter(|record| doubted[*record as usize]) {
        joined.take_out(record);
    }
    doubted
}

impl Task<'_> {
    /// Whether an edge joins, where nothing stands in its way.
    pub(super) fn joins(&self, edge: &Edge) -> bool {
        !edge.mismatch && edge.weight >= self.thresholds.together && self.holds(edge.a, edge.b)
    }

    /// Edges that join and whose records are of one cluster.
    pub(super) fn inside(&self, root: &[u32]) -> impl Iterator<Item = &Edge> {
        let joins = self.edges.iter().filter(|edge| self.joins(edge));
        joins.filter(|edge| root[edge.a as usize] == root[edge.b as usize])
    }

    pub(super) fn join_decided(&self, joined: &mut Joined) {
        for group in self.resolved.together() {
            for pair in group.windows(2).filter(|pair| self.holds(pair[0], pair[1])) {
                joined.join(pair[0], pair[1]);
            }
        }
    }

    /// Every pair that must not be together, unless somebody decided that it is, or [answered](Answered) it.
    fn causes(&self) -> impl Iterator<Item = Cause> {
        let apart = self.resolved.apart().iter().map(|pair| (Kind::Apart, *pair));
        let mismatch = self.edges.iter().filter(|edge| edge.mismatch);
        let mismatch = mismatch.map(|edge| (Kind::Mismatch, (edge.a, edge.b)));
        let twins = self.twins.iter().map(|pair| (Kind::Twins, *pair));
        let answered = Answered::of(self);
        let seen = mismatch.chain(twins).filter(move |(_, (a, b))| !answered.covers(*a, *b));
        let all = apart.chain(seen).filter(|(_, (a, b))| {
            self.holds(*a, *b) && self.resolved.verdict(*a, *b) != Some(Verdict::Together)
        });
        all.map(|(kind, pair)| Cause::of(self, kind, pair))
    }

    /// The edges among these records that join, in the order in which they are tried.
    fn sorted(&self, among: &[bool]) -> impl Iterator<Item = (u32, u32)> {
        let tried = self.edges.iter().filter(|edge| self.joins(edge) && among[edge.a as usize]);
        let mut sorted: Vec<_> = tried
            .map(|edge| {
                (Reverse(ascending(edge.weight)), self.ranks(edge.a, edge.b), edge.a, edge.b)
            })
            .collect();
        sorted.sort_unstable();
        sorted.into_iter().map(|(_, _, a, b)| (a, b))
    }
}

/// A number that is larger where the weight is, and the same for 0 and -0.
fn ascending(weight: f64) -> u64 {
    let bits = (weight + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::ascending;

    #[test]
    fn weights_keep_their_order_as_numbers() {
        let weights = [f64::NEG_INFINITY, -3.5, -0.25, 0.0, 1e-300, 2.0, 40.0, f64::INFINITY];
        assert!(weights.is_sorted_by(|a, b| ascending(*a) < ascending(*b)));
        assert_eq!(ascending(-0.0), ascending(0.0));
    }
}
