//! Where somebody should look.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record, and records are looked at first"
)]

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Attention, Task, Why, agglomerate::Clusters, weak_links};
use crate::edge::Edge;

/// Where somebody should look, each pair once for each reason.
pub(super) fn found(task: &Task<'_>, clusters: &Clusters) -> Vec<Attention> {
    let looked = Looked { task, clusters, apart: task.apart(&clusters.root) };
    let mut found: Vec<Attention> = task.edges.iter().filter_map(|edge| looked.at(edge)).collect();
    found.extend(looked.twins());
    if let Some(margin) = task.weak_links {
        found.extend(weak_links::found(task, &clusters.root, task.thresholds.together + margin));
    }
    for one in &mut found {
        (one.a, one.b) = task.in_order(one.a, one.b);
    }
    let place = |it: &Attention| (task.ranks(it.a, it.b), it.why.pair().is_none(), it.why.word());
    let behind = |it: &Attention| it.why.pair().map(|(a, b)| task.ranks(a, b));
    found.sort_unstable_by(|one, other| {
        let weight = || other.weight.total_cmp(&one.weight);
        place(one)
            .cmp(&place(other))
            .then_with(weight)
            .then_with(|| behind(one).cmp(&behind(other)))
    });
    // Where there is another reason, that they are between the thresholds says nothing new.
    found.dedup_by(|next, first| {
        let known = next.why == Why::Between && (next.a, next.b) == (first.a, first.b);
        known || place(next) == place(first)
    });
    found
}

struct Looked<'a> {
    task: &'a Task<'a>,
    clusters: &'a Clusters,
    /// Clusters that somebody decided to keep apart.
    apart: FxHashSet<(u32, u32)>,
}

impl Looked<'_> {
    fn at(&self, edge: &Edge) -> Option<Attention> {
        let Edge { a, b, weight, mismatch } = *edge;
        let enough = weight >= self.task.attention() && self.task.holds(a, b);
        let roots = if enough { self.open(a, b)? } else { return None };
        let why = if self.task.joins(edge) {
            self.clusters.barred.between(self.task, roots.0, roots.1)?.why()
        } else if self.apart.contains(&roots) {
            return None;
        } else if mismatch {
            let (a, b) = self.task.in_order(a, b);
            Why::Mismatch { a, b }
        } else {
            Why::Between
        };
        Some(Attention { a, b, why, weight })
    }

    /// The roots of two records in different clusters, unless somebody decided about just these two.
    fn open(&self, a: u32, b: u32) -> Option<(u32, u32)> {
        let roots = (self.clusters.root[a as usize], self.clusters.root[b as usize]);
        let open = roots.0 != roots.1 && self.task.resolved.verdict(a, b).is_none();
        open.then_some((roots.0.min(roots.1), roots.0.max(roots.1)))
    }

    /// Twins in different clusters that nobody decided about, with the weight of the edge between them.
    fn twins(&self) -> impl Iterator<Item = Attention> {
        let there = self.task.twins.iter().filter(|(a, b)| self.task.holds(*a, *b));
        let open = there
            .filter(|(a, b)| self.open(*a, *b).is_some_and(|roots| !self.apart.contains(&roots)));
        let twins = open.map(|(a, b)| self.task.in_order(*a, *b)).collect();
        self.task.weights(twins).into_iter().map(|((a, b), weight)| Attention {
            a,
            b,
            why: Why::Twins { a, b },
            weight: weight.unwrap_or(0.0),
        })
    }
}

impl Task<'_> {
    fn apart(&self, root: &[u32]) -> FxHashSet<(u32, u32)> {
        let there = self.resolved.apart().iter().filter(|(a, b)| self.holds(*a, *b));
        let roots = there.map(|(a, b)| (root[*a as usize], root[*b as usize]));
        roots.map(|(a, b)| (a.min(b), a.max(b))).collect()
    }

    /// The highest weight that an edge gives to each of these pairs.
    fn weights(&self, pairs: FxHashSet<(u32, u32)>) -> FxHashMap<(u32, u32), Option<f64>> {
        let mut weights: FxHashMap<_, Option<f64>> =
            pairs.into_iter().map(|pair| (pair, None)).collect();
        if weights.is_empty() {
            return weights;
        }
        let mut named = vec![false; self.records as usize];
        for (a, b) in weights.keys() {
            named[*a as usize] = true;
            named[*b as usize] = true;
        }
        let sayings =
            self.edges.iter().filter(|edge| self.holds(edge.a, edge.b) && !edge.weight.is_nan());
        for edge in sayings.filter(|edge| named[edge.a as usize] && named[edge.b as usize]) {
            if let Some(weight) = weights.get_mut(&self.in_order(edge.a, edge.b)) {
                *weight = Some(weight.map_or(edge.weight, |known| known.max(edge.weight)));
            }
        }
        weights
    }
}
