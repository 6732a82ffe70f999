//! Clusters of which nothing but one weak link holds the two halves together.
//!
//! No weak link is needed inside what strong links hold together. So the records that strong links join become one node, weak
//! links lead from node to node, and those that are bridges there are the bridges that are weak.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record or node, and records are looked at first"
)]

use rustc_hash::FxHashMap;

use super::{Attention, Task, Why, joined::Joined, links::Links};
use crate::edge::Edge;

/// The links below this weight that alone hold two or more records on each side together.
pub(super) fn found(task: &Task<'_>, root: &[u32], limit: f64) -> Vec<Attention> {
    let sizes = sizes(root);
    let held = task.held(root, limit);
    let weak = task.weak(root, &held, limit);
    let mut nodes: Vec<u32> =
        weak.iter().flat_map(|link| [held[link.a as usize], held[link.b as usize]]).collect();
    nodes.sort_unstable();
    nodes.dedup();
    let number: FxHashMap<u32, u32> = nodes.iter().copied().zip(0..).collect();
    let node = |record: u32| number[&held[record as usize]];
    // Two links between the same two nodes, and neither is needed.
    let mut between: FxHashMap<(u32, u32), Option<Edge>> = FxHashMap::default();
    for link in weak {
        let (a, b) = (node(link.a), node(link.b));
        between.entry((a.min(b), a.max(b))).and_modify(|only| *only = None).or_insert(Some(link));
    }
    let links = Links::new(nodes.len(), between.keys().copied().collect());
    let whole = |record: u32| sizes[root[record as usize] as usize];
    let halves = links.bridges(&count(&held, &number)).into_iter().filter_map(|bridge| {
        let Edge { a, b, weight, .. } = between[&bridge.pair]?;
        let halves = bridge.beyond >= 2 && whole(a) - bridge.beyond >= 2;
        halves.then_some(Attention { a, b, why: Why::WeakLink, weight })
    });
    halves.collect()
}

fn sizes(root: &[u32]) -> Vec<u32> {
    let mut sizes = vec![0; root.len()];
    for root in root {
        sizes[*root as usize] += 1;
    }
    sizes
}

/// How many records each node holds.
fn count(held: &[u32], number: &FxHashMap<u32, u32>) -> Vec<u32> {
    let mut sizes = vec![0; number.len()];
    for node in held.iter().filter_map(|held| number.get(held)) {
        sizes[*node as usize] += 1;
    }
    sizes
}

impl Task<'_> {
    /// For each record, the smallest one that is held with it by links of at least `limit` and by what people decided.
    fn held(&self, root: &[u32], limit: f64) -> Vec<u32> {
        let mut held = Joined::new(self.records);
        self.join_decided(&mut held);
        for edge in self.inside(root).filter(|edge| edge.weight >= limit) {
            held.join(edge.a, edge.b);
        }
        held.into_smallest()
    }

    /// The links below `limit` from one node to another, each pair once with its highest weight.
    fn weak(&self, root: &[u32], held: &[u32], limit: f64) -> Vec<Edge> {
        let weak = self.inside(root).filter(|edge| edge.weight < limit);
        let mut weak: Vec<Edge> = weak
            .filter(|edge| held[edge.a as usize] != held[edge.b as usize])
            .map(|edge| Edge { a: edge.a.min(edge.b), b: edge.a.max(edge.b), ..*edge })
            .collect();
        weak.sort_unstable_by(|one, other| {
            (one.a, one.b)
                .cmp(&(other.a, other.b))
                .then_with(|| other.weight.total_cmp(&one.weight))
        });
        weak.dedup_by_key(|link| (link.a, link.b));
        weak
    }
}
