//! Clusters of which nothing but one weak link holds the two halves together.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record, and records are looked at first"
)]

use super::{Attention, Task, Why, links::Links};

/// The smallest cluster with two halves of two.
const SMALLEST: u32 = 4;

/// The bridges below this weight with two or more records on each side.
pub(super) fn found(task: &Task<'_>, root: &[u32], limit: f64) -> Vec<Attention> {
    let sizes = sizes(root);
    let mut wanted = vec![false; root.len()];
    let weak = task.edges.iter().filter(|edge| edge.weight < limit && task.joins(edge));
    for edge in weak.filter(|edge| root[edge.a as usize] == root[edge.b as usize]) {
        let root = root[edge.a as usize] as usize;
        wanted[root] = sizes[root] >= SMALLEST;
    }
    if !wanted.contains(&true) {
        return Vec::new();
    }
    let links = Links::of(task, root, &wanted);
    let halves = links.bridges().into_iter().filter(|bridge| {
        let whole = sizes[root[links.records[bridge.whole as usize] as usize] as usize];
        bridge.beyond >= 2 && whole - bridge.beyond >= 2
    });
    let weak = halves.filter_map(|bridge| {
        // What people decided weighs more than any limit.
        let weight = links.weight(bridge.pair).filter(|weight| *weight < limit)?;
        let (a, b) = (links.records[bridge.pair.0 as usize], links.records[bridge.pair.1 as usize]);
        Some(Attention { a, b, why: Why::WeakLink, weight })
    });
    weak.collect()
}

fn sizes(root: &[u32]) -> Vec<u32> {
    let mut sizes = vec![0; root.len()];
    for root in root {
        sizes[*root as usize] += 1;
    }
    sizes
}
