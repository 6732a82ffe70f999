//! The links inside clusters, each pair once, and which of them are bridges.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes are numbered here, from 0, and the lists are made for them"
)]

/// Links among nodes, which are numbered from 0.
pub(super) struct Links {
    /// Each pair of nodes once, the smaller first, sorted.
    pub(super) pairs: Vec<(u32, u32)>,
    /// Where each node's neighbours begin, and where the last one's end.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

/// A link without which what it holds together falls in two.
pub(super) struct Bridge {
    /// The two nodes, the smaller first.
    pub(super) pair: (u32, u32),
    /// The size of what is on one side of it.
    pub(super) beyond: u32,
}

const NOT_SEEN: u32 = u32::MAX;

impl Links {
    /// Takes pairs as they come: either node first, and as often as somebody says so.
    pub(super) fn new(nodes: usize, mut pairs: Vec<(u32, u32)>) -> Self {
        for (a, b) in &mut pairs {
            (*a, *b) = (*a.min(b), *a.max(b));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; nodes + 1];
        for (a, b) in &pairs {
            starts[*a as usize] += 1;
            starts[*b as usize] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut neighbours = vec![0; end as usize];
        for (a, b) in &pairs {
            for (from, to) in [(a, b), (b, a)] {
                starts[*from as usize] -= 1;
                neighbours[starts[*from as usize] as usize] = *to;
            }
        }
        Self { pairs, starts, neighbours }
    }

    /// The nodes that a node is linked with.
    pub(super) fn neighbours(&self, node: u32) -> &[u32] {
        &self.neighbours
            [self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// All bridges (Tarjan, "A note on finding the bridges of a graph", 1974), without recursion. `sizes` says how much each node
    /// counts.
    pub(super) fn bridges(&self, sizes: &[u32]) -> Vec<Bridge> {
        let mut walk = Walk {
            links: self,
            sizes,
            seen: vec![NOT_SEEN; sizes.len()],
            lowest: vec![0; sizes.len()],
            before: vec![0; sizes.len()],
            next: self.starts.clone(),
            order: 0,
            size: 0,
            found: Vec::new(),
        };
        for (node, _) in (0..).zip(sizes) {
            if walk.seen[node as usize] == NOT_SEEN {
                walk.from(node);
            }
        }
        walk.found
    }
}

struct Walk<'a> {
    links: &'a Links,
    sizes: &'a [u32],
    /// When each node was seen first.
    seen: Vec<u32>,
    /// The earliest node that is reached from each without the link by which the walk came.
    lowest: Vec<u32>,
    /// The size of all that was seen before each node.
    before: Vec<u32>,
    /// Where the walk goes on at each node.
    next: Vec<u32>,
    order: u32,
    size: u32,
    found: Vec<Bridge>,
}

impl Walk<'_> {
    fn from(&mut self, first: u32) {
        let mut way = vec![first];
        self.see(first);
        while let Some(here) = way.last().copied() {
            let before = way.len().checked_sub(2).map(|at| way[at]);
            if let Some(new) = self.step(here, before) {
                way.push(new);
            } else {
                way.pop();
                self.leave(here, before);
            }
        }
    }

    fn see(&mut self, node: u32) {
        self.seen[node as usize] = self.order;
        self.lowest[node as usize] = self.order;
        self.before[node as usize] = self.size;
        self.order += 1;
        self.size += self.sizes[node as usize];
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

    fn leave(&mut self, here: u32, before: Option<u32>) {
        let Some(before) = before else { return };
        let lowest = self.lowest[here as usize];
        self.lowest[before as usize] = self.lowest[before as usize].min(lowest);
        if lowest == self.seen[here as usize] {
            let beyond = self.size - self.before[here as usize];
            self.found.push(Bridge { pair: (here.min(before), here.max(before)), beyond });
        }
    }
}
