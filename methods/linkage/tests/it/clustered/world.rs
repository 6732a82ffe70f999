//! Records that were compared and decided about in any way, and what the book says of them.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use linkage::{
    clusters::{Clustering, Task},
    decisions::{Resolved, Verdict},
    edge::Edge,
};
use proptest::prelude::*;

use super::{THRESHOLDS, decided};

pub(super) const RECORDS: u32 = 12;

/// Records that were compared, decided about, and taken for twins.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) edges: Vec<Edge>,
    pub(super) said: Vec<(u32, u32, &'static str)>,
    pub(super) twins: Vec<(u32, u32)>,
    pub(super) once: Vec<Option<u32>>,
}

impl World {
    pub(super) fn with(&self, edges: &[Edge], resolved: &Resolved) -> Clustering {
        self.task(edges, resolved).cluster()
    }

    pub(super) fn task<'a>(&'a self, edges: &'a [Edge], resolved: &'a Resolved) -> Task<'a> {
        Task { once: &self.once, ..Task::new(RECORDS, edges, THRESHOLDS, resolved, &self.twins) }
    }

    pub(super) fn resolved(&self) -> Resolved {
        decided(RECORDS, &self.said)
    }

    pub(super) fn cluster(&self) -> Clustering {
        self.with(&self.edges, &self.resolved())
    }
}

impl World {
    /// Whether somebody put one of the two together with a third record despite a contradiction, and the other one is like that.
    pub(super) fn answered(&self, a: u32, b: u32) -> bool {
        let same =
            |(x, y): (u32, u32), (a, b): (u32, u32)| (x.min(y), x.max(y)) == (a.min(b), a.max(b));
        let resolved = self.resolved();
        let despite = |pair| {
            let mismatch =
                self.edges.iter().any(|edge| edge.mismatch && same((edge.a, edge.b), pair));
            let twins = self.twins.iter().any(|twins| same(*twins, pair));
            (mismatch || twins) && resolved.verdict(pair.0, pair.1) == Some(Verdict::Together)
        };
        let joins = |pair| {
            let mut alike = self
                .edges
                .iter()
                .filter(|edge| !edge.mismatch && edge.weight >= THRESHOLDS.together);
            alike.any(|edge| same((edge.a, edge.b), pair))
        };
        let through = |third: u32| {
            (despite((a, third)) && joins((third, b))) || (despite((b, third)) && joins((third, a)))
        };
        (0..RECORDS).any(through)
    }

    /// Pairs of one source that holds each person once.
    pub(super) fn same_source(&self) -> Vec<(u32, u32)> {
        let held: Vec<(u32, u32)> = (0..)
            .zip(&self.once)
            .filter_map(|(record, source)| Some((record, (*source)?)))
            .collect();
        let pairs = held.iter().flat_map(|one| held.iter().map(move |other| (one, other)));
        pairs
            .filter(|(one, other)| one.0 < other.0 && one.1 == other.1)
            .map(|(one, other)| (one.0, other.0))
            .collect()
    }
}

fn pair() -> impl Strategy<Value = (u32, u32)> {
    (0..RECORDS, 1..RECORDS)
        .prop_map(|(a, by)| (a.min((a + by) % RECORDS), a.max((a + by) % RECORDS)))
}

pub(super) fn edges() -> impl Strategy<Value = Vec<Edge>> {
    // Few weights, so that there are ties.
    let weight = (0..20_u8).prop_map(f64::from);
    let edge = (pair(), weight, prop::bool::weighted(0.15));
    let edge = edge.prop_map(|((a, b), weight, mismatch)| Edge { a, b, weight, mismatch });
    prop::collection::vec(edge, 0..40)
}

pub(super) fn worlds() -> impl Strategy<Value = World> {
    let said = (pair(), prop::sample::select(vec!["together", "apart"]));
    let said = prop::collection::vec(said.prop_map(|((a, b), word)| (a, b, word)), 0..5);
    let once = prop::collection::vec(prop::option::weighted(0.3, 0..2_u32), RECORDS as usize);
    let once = prop_oneof![1 => Just(Vec::new()), 1 => once];
    (edges(), said, prop::collection::vec(pair(), 0..3), once).prop_map(
        |(edges, mut said, twins, once)| {
            // What contradicts what was said before it is left out.
            let mut kept: Vec<(u32, u32, &str)> = Vec::new();
            for one in said.drain(..) {
                let verdict = decided(RECORDS, &kept).verdict(one.0, one.1).map(Verdict::word);
                if verdict.is_none_or(|word| word == one.2) {
                    kept.push(one);
                }
            }
            World { edges, said: kept, twins, once }
        },
    )
}

/// The same, as it is written in the books: every edge in order, and every pair looked at every time.
pub(super) fn by_the_book(world: &World) -> Vec<u32> {
    let resolved = world.resolved();
    let together = |a, b| a == b || resolved.verdict(a, b) == Some(Verdict::Together);
    let mut of: Vec<u32> =
        (0..RECORDS).map(|b| (0..=b).find(|a| together(*a, b)).unwrap()).collect();
    let mismatches = world.edges.iter().filter(|edge| edge.mismatch).map(|edge| (edge.a, edge.b));
    let mut barred: Vec<(u32, u32)> = mismatches.chain(world.twins.iter().copied()).collect();
    barred.retain(|(a, b)| !world.answered(*a, *b));
    barred.extend(world.same_source());
    barred.retain(|(a, b)| !together(*a, *b));
    barred.extend(resolved.apart());
    let mut edges: Vec<&Edge> = world
        .edges
        .iter()
        .filter(|edge| edge.weight >= THRESHOLDS.together && !edge.mismatch)
        .collect();
    edges.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.a, x.b).cmp(&(y.a, y.b))));
    for edge in edges {
        let ends = [of[edge.a as usize], of[edge.b as usize]];
        let spans = |(a, b): &(u32, u32)| {
            let barred = [of[*a as usize], of[*b as usize]];
            barred == ends || [barred[1], barred[0]] == ends
        };
        if ends[0] != ends[1] && !barred.iter().any(spans) {
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            of.iter_mut().filter(|of| **of == high).for_each(|of| *of = low);
        }
    }
    of
}

/// The same order for the same seed.
pub(super) fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for last in (1..list.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = (seed >> 33) % (last as u64 + 1);
        list.swap(last, usize::try_from(place).unwrap());
    }
}
