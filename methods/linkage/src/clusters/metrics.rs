//! What a cluster looks like as a graph: how densely it is linked, and what hangs on a single link.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record or node, and both are numbered from 0"
)]

use std::collections::BTreeMap;

use super::{Clustering, Task, links::Links};

/// How clusters are linked. Links are edges of at least `together` without a mismatch between records of one cluster, each pair
/// once, and from each record of a group that people decided on to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metrics {
    /// Each cluster of two or more records, by its record that comes first by source and name.
    pub clusters: BTreeMap<u32, Shape>,
    /// For each record, with how many it is linked: its degree.
    pub degree: Vec<u32>,
    /// Links without which their cluster would fall in two, each with its two records in the order of the list, sorted.
    pub bridges: Vec<(u32, u32)>,
}

/// How one cluster is linked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shape {
    /// How many records it has.
    pub records: u32,
    /// How many pairs of them are linked.
    pub links: u32,
    /// How many of its links are bridges.
    pub bridges: u32,
    /// The largest degree of a record in it.
    pub highest_degree: u32,
}

impl Shape {
    /// The part of all pairs that are linked: 1 where each record is linked with each other one (Wasserman and Faust, "Social
    /// network analysis", 1994, section 4.2).
    pub fn density(&self) -> f64 {
        let records = f64::from(self.records);
        2.0 * f64::from(self.links) / (records * (records - 1.0))
    }
}

/// Looks at the clusters that a task came to.
///
/// `clustering` has to be the answer to this very task: of another one the links inside its clusters are not known, and where it
/// has another number of records the answer is empty.
pub fn metrics(task: &Task<'_>, clustering: &Clustering) -> Metrics {
    let root: Vec<u32> = clustering.of.iter().map(|record| record.cluster).collect();
    let known = root.len() == task.records as usize && root.iter().all(|root| *root < task.records);
    if !known {
        return Metrics::default();
    }
    let alike = task.inside(&root).map(|edge| (edge.a, edge.b));
    let groups = task.resolved.together().iter().flat_map(|group| group.windows(2));
    let decided = groups.map(|pair| (pair[0], pair[1])).filter(|(a, b)| task.holds(*a, *b));
    let links = Links::new(root.len(), alike.chain(decided).collect());
    let mut clusters: BTreeMap<u32, Shape> = BTreeMap::new();
    let mut degree = vec![0; root.len()];
    for (record, root) in (0..task.records).zip(&root) {
        let here = u32::try_from(links.neighbours(record).len()).unwrap_or(u32::MAX);
        degree[record as usize] = here;
        let shape = clusters.entry(*root).or_default();
        shape.records += 1;
        shape.highest_degree = shape.highest_degree.max(here);
    }
    for (a, _) in &links.pairs {
        clusters.entry(root[*a as usize]).or_default().links += 1;
    }
    let mut bridges: Vec<(u32, u32)> =
        links.bridges(&vec![1; root.len()]).iter().map(|bridge| bridge.pair).collect();
    bridges.sort_unstable();
    for (a, _) in &bridges {
        clusters.entry(root[*a as usize]).or_default().bridges += 1;
    }
    clusters.retain(|_, shape| shape.records > 1);
    Metrics { clusters, degree, bridges }
}
