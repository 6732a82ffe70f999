//! Records of one cluster that nobody compared.

use std::collections::{BTreeMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::{Clustering, Task};

/// Pairs inside clusters that no edge names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uncompared {
    /// The pairs, each with its records in the order of the list, sorted.
    pub pairs: Vec<(u32, u32)>,
    /// Clusters that were too large to be looked at, by name.
    pub too_large: Vec<u32>,
}

/// Finds the pairs inside clusters that no edge of the task names and nobody decided about.
///
/// Records come into one cluster through others, and two of them may disagree without anybody having looked. Compare these pairs,
/// add them as edges, and cluster again: then no cluster holds a mismatch that comparing can find. Clusters of more than `largest`
/// records are named instead, so that there are at most `largest / 2` pairs a record.
pub fn uncompared(task: &Task<'_>, clustering: &Clustering, largest: u32) -> Uncompared {
    let mut clusters: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (record, one) in (0..task.records).zip(&clustering.of) {
        clusters.entry(one.cluster).or_default().push(record);
    }
    clusters.retain(|_, members| members.len() > 1);
    let cluster = |record: u32| clustering.of.get(record as usize).map(|one| one.cluster);
    let inside = task.edges.iter().map(|edge| (edge.a.min(edge.b), edge.a.max(edge.b)));
    let compared: HashSet<(u32, u32), FxBuildHasher> =
        inside.filter(|(a, b)| task.holds(*a, *b) && cluster(*a) == cluster(*b)).collect();
    let mut found = Uncompared::default();
    for (name, members) in clusters {
        if members.len() > largest as usize {
            found.too_large.push(name);
            continue;
        }
        for (at, a) in members.iter().enumerate() {
            let pairs = members.iter().skip(at + 1).map(|b| (*a, *b));
            found.pairs.extend(pairs.filter(|(a, b)| {
                !compared.contains(&(*a, *b)) && task.resolved.verdict(*a, *b).is_none()
            }));
        }
    }
    found.pairs.sort_unstable();
    found
}
