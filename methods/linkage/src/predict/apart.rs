//! Records that others would join though they cannot be one person.
//!
//! Two records with two NHS numbers hardly weigh enough to be kept. But where a third record draws them into one cluster, whoever
//! makes clusters must know.

use rayon::prelude::*;

use crate::{
    Edge, Fit, Records,
    compare::{Comparer, Memory},
};

/// The most records of a cluster within which every pair is looked at; a larger one is anyway for people to look at.
const MOST: usize = 100;
/// How many clusters one thread takes at a time.
const CHUNK: usize = 1 << 12;

/// Adds each pair within a cluster (connected by edges that would join) that says what cannot be true of one person. The edges are
/// put in the order of their records.
pub(super) fn add(records: &Records, fit: &Fit, edges: &mut Vec<Edge>) {
    edges.par_sort_unstable_by_key(|edge| (edge.a, edge.b));
    let clusters = Clusters::of(records.len(), edges, fit.together);
    let known = |edge: &Edge| {
        edges.binary_search_by_key(&(edge.a, edge.b), |edge| (edge.a, edge.b)).is_ok()
    };
    let some = clusters.all().collect::<Vec<_>>();
    let found: Vec<Edge> = some
        .par_chunks(CHUNK)
        .flat_map_iter(|some| mismatches(records, fit, some))
        .filter(|edge| !known(edge))
        .collect();
    edges.extend(found);
    edges.par_sort_unstable_by_key(|edge| (edge.a, edge.b));
}

/// The pairs within these clusters that cannot be one person.
fn mismatches(records: &Records, fit: &Fit, clusters: &[&[u32]]) -> Vec<Edge> {
    let comparer = Comparer { records, plan: &fit.plan };
    let mut memory = Memory::small(&fit.plan);
    let mut found = Vec::new();
    for members in clusters.iter().filter(|members| members.len() <= MOST) {
        for (at, a) in members.iter().enumerate() {
            let of_a = records.row(*a);
            for b in members.get(at + 1..).unwrap_or_default() {
                let of_b = records.row(*b);
                if comparer.mismatch(of_a, of_b, &mut memory) {
                    let weight = fit.weigh(records, of_a, of_b, &mut memory);
                    found.push(Edge { a: *a, b: *b, weight, mismatch: true });
                }
            }
        }
    }
    found
}

/// Records that edges of at least some weight connect, three or more; each in order.
struct Clusters {
    members: Vec<u32>,
    ends: Vec<u32>,
}

impl Clusters {
    fn of(records: usize, edges: &[Edge], together: f64) -> Self {
        let places = 0..u32::try_from(records).unwrap_or(u32::MAX);
        let mut above: Vec<u32> = places.clone().collect();
        for edge in edges.iter().filter(|edge| edge.weight >= together) {
            let (a, b) = (top(&mut above, edge.a), top(&mut above, edge.b));
            if let Some(of) = above.get_mut(a.max(b) as usize) {
                *of = a.min(b);
            }
        }
        // The top of each cluster is its smallest record, so going through all in order puts each behind those before it.
        let mut sizes = vec![0_u32; records];
        for place in places.clone() {
            let top = top(&mut above, place);
            sizes.get_mut(top as usize).into_iter().for_each(|size| *size += 1);
        }
        let (mut ends, mut end) = (vec![0_u32; records], 0);
        for (place, size) in sizes.iter().enumerate().filter(|(_, size)| **size > 2) {
            ends.get_mut(place).into_iter().for_each(|of| *of = end);
            end += size;
        }
        let mut members = vec![0; end as usize];
        for place in places {
            let top = top(&mut above, place) as usize;
            if sizes.get(top).is_some_and(|size| *size > 2)
                && let Some(next) = ends.get_mut(top)
            {
                members.get_mut(*next as usize).into_iter().for_each(|member| *member = place);
                *next += 1;
            }
        }
        let large = ends.into_iter().zip(sizes).filter(|(_, size)| *size > 2);
        Self { members, ends: large.map(|(end, _)| end).collect() }
    }

    fn all(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).filter_map(|(from, to)| {
            self.members.get(usize::try_from(*from).ok()?..usize::try_from(*to).ok()?)
        })
    }
}

/// The record at the top of a chain, which is shortened on the way (path halving, Tarjan and van Leeuwen 1984).
fn top(above: &mut [u32], mut place: u32) -> u32 {
    loop {
        let next = above.get(place as usize).copied().unwrap_or(place);
        if next == place {
            return place;
        }
        let beyond = above.get(next as usize).copied().unwrap_or(next);
        if let Some(of) = above.get_mut(place as usize) {
            *of = beyond;
        }
        place = beyond;
    }
}
