//! The links inside clusters, each pair once, and which of them are bridges.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes are numbered here, from 0, and the lists are made for them"
)]

use super::Task;

/// The links among some records, numbered anew from 0.
pub(super) struct Links {
    /// The record that each node is.
    pub(super) records: Vec<u32>,
    /// Each pair of nodes once, the smaller first, sorted, with the highest weight that was said of it.
    pub(super) pairs: Vec<(u32, u32, f64)>,
    /// Where each node's neighbours begin, and where the last one's end.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

/// A link without which what it holds together falls in two.
pub(super) struct Bridge {
    /// The two nodes, the smaller first.
    pub(super) pair: (u32, u32),
    /// How many nodes are on one side of it.
    pub(super) beyond: u32,
    /// A node that names the whole: the same for all bridges of what hangs together.
    pub(super) whole: u32,
}

const NOT_SEEN: u32 = u32::MAX;

#[expect(
    clippy::cast_possible_truncation,
    reason = "there are never more nodes or links than u32 counts"
)]
impl Links {
    /// The links among the records for which `wanted` says so: edges that join and stay within a cluster, and what people decided,
    /// which weighs more than any edge.
    pub(super) fn of(task: &Task<'_>, root: &[u32], wanted: &[bool]) -> Self {
        let mut node = vec![NOT_SEEN; root.len()];
        let mut records = Vec::new();
        for (record, _) in (0..).zip(root).filter(|(_, root)| wanted[**root as usize]) {
            let record: u32 = record;
            node[record as usize] = records.len() as u32;
            records.push(record);
        }
        let joins = task
            .edges
            .iter()
            .filter(|edge| task.joins(edge) && root[edge.a as usize] == root[edge.b as usize]);
        let alike = joins.map(|edge| (edge.a, edge.b, edge.weight));
        let groups = task.resolved.together().iter().flat_map(|group| group.windows(2));
        let decided = groups
            .filter(|pair| task.holds(pair[0], pair[1]))
            .map(|pair| (pair[0], pair[1], f64::INFINITY));
        let all =
            alike.chain(decided).map(|(a, b, weight)| (node[a as usize], node[b as usize], weight));
        let pairs = all
            .filter(|(a, _, _)| *a != NOT_SEEN)
            .map(|(a, b, weight)| (a.min(b), a.max(b), weight));
        Self::from(records, pairs.collect())
    }

    fn from(records: Vec<u32>, mut pairs: Vec<(u32, u32, f64)>) -> Self {
        pairs.sort_unstable_by(|one, other| {
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| other.2.total_cmp(&one.2))
        });
        pairs.dedup_by_key(|pair| (pair.0, pair.1));
        let mut starts = vec![0; records.len() + 1];
        for (a, b, _) in &pairs {
            starts[*a as usize] += 1;
            starts[*b as usize] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut neighbours = vec![0; end as usize];
        for (a, b, _) in &pairs {
            for (from, to) in [(a, b), (b, a)] {
                starts[*from as usize] -= 1;
                neighbours[starts[*from as usize] as usize] = *to;
            }
        }
        Self { records, pairs, starts, neighbours }
    }

    /// The nodes that a node is linked with.
    pub(super) fn neighbours(&self, node: u32) -> &[u32] {
        &self.neighbours
            [self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// The weight of a pair.
    pub(super) fn weight(&self, (a, b): (u32, u32)) -> Option<f64> {
        let at = self.pairs.binary_search_by_key(&(a, b), |pair| (pair.0, pair.1)).ok()?;
        Some(self.pairs[at].2)
    }

    /// All bridges (Tarjan, "A note on finding the bridges of a graph", 1974), without recursion.
    pub(super) fn bridges(&self) -> Vec<Bridge> {
        let count = self.records.len();
        let mut walk = Walk {
            links: self,
            seen: vec![NOT_SEEN; count],
            lowest: vec![0; count],
            next: self.starts.clone(),
            order: 0,
            found: Vec::new(),
        };
        for node in 0..count as u32 {
            if walk.seen[node as usize] == NOT_SEEN {
                walk.from(node);
            }
        }
        walk.found
    }
}

struct Walk<'a> {
    links: &'a Links,
    /// When each node was seen first.
    seen: Vec<u32>,
    /// The earliest node that is reached from each without the link by which the walk came.
    lowest: Vec<u32>,
    /// Where the walk goes on at each node.
    next: Vec<u32>,
    order: u32,
    found: Vec<Bridge>,
}

impl Walk<'_> {
    fn from(&mut self, whole: u32) {
        let mut way = vec![whole];
        self.see(whole);
        while let Some(here) = way.last().copied() {
            let before = way.len().checked_sub(2).map(|at| way[at]);
            if let Some(new) = self.step(here, before) {
                way.push(new);
            } else {
                way.pop();
                self.leave(here, before, whole);
            }
        }
    }

    fn see(&mut self, node: u32) {
        self.seen[node as usize] = self.order;
        self.lowest[node as usize] = self.order;
        self.order += 1;
    }

    /// The next node that was not seen before; nothing when all links of this one were followed.
    fn step(&mut self, here: u32, before: Option<u32>) -> Option<u32> {
        let at = here as usize;
        while self.next[at] < self.links.starts[at + 1] {
            let there = self.links.neighbours[self.next[at] as usize];
            self.next[at] += 1;
            if self.seen[there as usize] == NOT_SEEN {
                self.see(there);
                return Some(there);
            }
            if Some(there) != before {
                self.lowest[at] = self.lowest[at].min(self.seen[there as usize]);
            }
        }
        None
    }

    fn leave(&mut self, here: u32, before: Option<u32>, whole: u32) {
        let Some(before) = before else { return };
        let lowest = self.lowest[here as usize];
        self.lowest[before as usize] = self.lowest[before as usize].min(lowest);
        if lowest == self.seen[here as usize] {
            let beyond = self.order - self.seen[here as usize];
            self.found.push(Bridge { pair: (here.min(before), here.max(before)), beyond, whole });
        }
    }
}
