//! Records that others would join though they cannot be one person.
//!
//! Two records with two NHS numbers hardly weigh enough to be kept. But where a third record draws them into one cluster, whoever
//! makes clusters must know.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::{
    Edge, Fit, Records,
    compare::{Comparer, Memory},
};

/// The most records of a cluster within which every pair is looked at; a larger one is anyway for people to look at.
const MOST: usize = 100;
/// How many clusters one thread takes at a time.
const CHUNK: usize = 1 << 12;

/// Adds each pair within a cluster (connected by edges that would join) that says what cannot be true of one person.
pub(super) fn add(records: &Records, fit: &Fit, edges: &mut Vec<Edge>) {
    let clusters = clusters(records.len(), edges, fit.together);
    let mut known: Vec<(u32, u32)> = edges.iter().map(|edge| (edge.a, edge.b)).collect();
    known.par_sort_unstable();
    let found: Vec<Edge> =
        clusters.par_chunks(CHUNK).flat_map_iter(|some| mismatches(records, fit, some)).collect();
    let new = |edge: &Edge| known.binary_search(&(edge.a, edge.b)).is_err();
    edges.extend(found.into_iter().filter(new));
}

/// The pairs within these clusters that cannot be one person.
fn mismatches(records: &Records, fit: &Fit, clusters: &[Vec<u32>]) -> Vec<Edge> {
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

/// Records that edges of at least this weight connect, three or more; each in order.
fn clusters(records: usize, edges: &[Edge], together: f64) -> Vec<Vec<u32>> {
    let mut above: Vec<u32> = (0..records).filter_map(|place| u32::try_from(place).ok()).collect();
    for edge in edges.iter().filter(|edge| edge.weight >= together) {
        let (a, b) = (top(&mut above, edge.a), top(&mut above, edge.b));
        if let Some(of) = above.get_mut(a.max(b) as usize) {
            *of = a.min(b);
        }
    }
    let mut clusters: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    let joined: Vec<u32> = edges
        .iter()
        .filter(|edge| edge.weight >= together)
        .flat_map(|edge| [edge.a, edge.b])
        .collect();
    for place in joined {
        let top = top(&mut above, place);
        clusters.entry(top).or_default().push(place);
    }
    let mut clusters: Vec<Vec<u32>> = clusters.into_values().collect();
    for members in &mut clusters {
        members.sort_unstable();
        members.dedup();
    }
    clusters.retain(|members| members.len() > 2);
    clusters
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
