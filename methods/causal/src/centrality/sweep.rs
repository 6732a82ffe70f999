//! The searches from one factor after the other.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes are below the length of every list here, and a search meets each node once"
)]
#![expect(clippy::cast_precision_loss, reason = "a map has fewer than 2^53 factors")]

use super::{Centrality, half};
use crate::graph::{Graph, Node};

/// Centrality a factor at a time, for whoever wants to say how far it has got.
///
/// Time: factors times links. Memory: a few numbers for each factor.
///
/// Sums over neighbours need not ask how far a neighbour is: whatever is not one ring nearer (or further, on the way
/// back) still holds 0 when a ring has its turn. So no inner loop has a branch, which is what makes them fast.
#[derive(Clone, Debug)]
pub struct Sweep<'g> {
    graph: &'g Graph,
    done: Centrality,
    /// Betweenness by searches from the first half of the factors, and from the second.
    halves: [Vec<f64>; 2],
    farness: Vec<u64>,
    seen: Vec<bool>,
    /// How many shortest ways lead to each factor from the source.
    ways: Vec<f64>,
    /// For each factor: 1 and what it is worth to those beyond it, for each way that leads to it.
    share: Vec<f64>,
    /// The factors that were met, ring by ring, and one place more.
    met: Vec<Node>,
    rings: Vec<Ring>,
    /// What was reckoned for a ring, before it counts.
    fresh: Vec<f64>,
}

/// Which numbers to add up: those of the neighbours that lead here, or of those that this leads to.
#[derive(Clone, Copy)]
enum Side {
    Into,
    Out,
}

/// All factors at one distance from the source.
#[derive(Clone, Copy, Debug)]
struct Ring {
    start: usize,
    end: usize,
    /// What the numbers of ways to it were multiplied with.
    scale: f64,
}

/// Numbers of ways above this are scaled down: a chain of a thousand diamonds has more than a number can hold.
const MANY: f64 = 1e150;
/// By how much: a power of two, so that nothing is rounded.
const FEWER: f64 = 1.0 / (1_u128 << 127) as f64;

/// The least that is left of a number of ways, so that it can be divided by. It is reached only beside a factor with
/// 10^250 times as many.
const FEWEST: f64 = 1e-250;

impl<'g> Sweep<'g> {
    /// Nothing looked at yet.
    pub fn over(graph: &'g Graph) -> Self {
        let count = graph.len();
        let done = Centrality {
            betweenness: Vec::new(),
            closeness: vec![0.0; count],
            upstream: vec![0; count],
            downstream: vec![0; count],
        };
        Self {
            graph,
            done,
            halves: [vec![0.0; count], vec![0.0; count]],
            farness: vec![0; count],
            seen: vec![false; count],
            ways: vec![0.0; count],
            share: vec![0.0; count],
            met: vec![0; count + 1],
            rings: Vec::new(),
            fresh: Vec::with_capacity(count),
        }
    }

    /// Looks from one factor. From each factor once, in the order of the nodes.
    pub fn from(&mut self, source: Node) {
        if source as usize >= self.graph.len() {
            return;
        }
        self.rings.clear();
        self.met[0] = source;
        self.seen[source as usize] = true;
        self.ways[source as usize] = 1.0;
        let mut ring = Ring { start: 0, end: 1, scale: 1.0 };
        while ring.start < ring.end {
            self.rings.push(ring);
            ring = self.outwards(ring);
        }
        let side = usize::from(source >= half(self.graph));
        for ring in (1..self.rings.len()).rev() {
            self.inwards(ring, side);
        }
        self.done.downstream[source as usize] = u32::try_from(ring.end - 1).unwrap_or(u32::MAX);
        for &node in &self.met[..ring.end] {
            self.seen[node as usize] = false;
            self.ways[node as usize] = 0.0;
            self.share[node as usize] = 0.0;
        }
    }

    /// Both together, each having looked from factors of its own half.
    pub(super) fn and(mut self, other: &Self) -> Self {
        let add = |mine: &mut [u32], more: &[u32]| {
            mine.iter_mut().zip(more).for_each(|(mine, more)| *mine += more);
        };
        add(&mut self.done.upstream, &other.done.upstream);
        add(&mut self.done.downstream, &other.done.downstream);
        self.farness.iter_mut().zip(&other.farness).for_each(|(mine, more)| *mine += more);
        self.halves[1].clone_from(&other.halves[1]);
        self
    }

    /// What was found.
    pub fn end(mut self) -> Centrality {
        let [first, second] = &self.halves;
        self.done.betweenness = first.iter().zip(second).map(|(one, two)| one + two).collect();
        let others = (self.graph.len() as f64 - 1.0).max(1.0);
        for ((closeness, &upstream), &farness) in
            self.done.closeness.iter_mut().zip(&self.done.upstream).zip(&self.farness)
        {
            let lead = f64::from(upstream);
            *closeness = if farness == 0 { 0.0 } else { lead / farness as f64 * (lead / others) };
        }
        self.done
    }

    /// Finds the next ring, and how many ways lead to each factor on it.
    fn outwards(&mut self, last: Ring) -> Ring {
        let end = self.discover(last);
        let mut ring = Ring { start: last.end, end, scale: 1.0 };
        self.sum(ring, Side::Into);
        let mut most = 0.0_f64;
        for (&node, &ways) in self.met[ring.start..ring.end].iter().zip(&self.fresh) {
            most = most.max(ways);
            self.ways[node as usize] = ways;
            self.farness[node as usize] += self.rings.len() as u64;
            self.done.upstream[node as usize] += 1;
        }
        if most > MANY {
            ring.scale = FEWER;
            self.scale(ring);
        }
        ring
    }

    /// Puts those that the last ring leads to and nobody met before into `met`; where they end there.
    fn discover(&mut self, last: Ring) -> usize {
        let (starts, ends) = (self.graph.out().starts(), self.graph.out().ends());
        // Borrowed one by one: through `self` each would be looked up again for every link.
        let (met, seen) = (&mut *self.met, &mut *self.seen);
        let mut end = last.end;
        for at in last.start..last.end {
            let node = met[at] as usize;
            for &next in &ends[starts[node] as usize..starts[node + 1] as usize] {
                met[end] = next;
                end += usize::from(!seen[next as usize]);
                seen[next as usize] = true;
            }
        }
        end
    }

    /// Adds up over the neighbours of each factor on a ring, into `fresh`.
    fn sum(&mut self, ring: Ring, side: Side) {
        let (to, values) = match side {
            Side::Into => (self.graph.into(), &self.ways),
            Side::Out => (self.graph.out(), &self.share),
        };
        let (starts, ends) = (to.starts(), to.ends());
        self.fresh.clear();
        for &node in &self.met[ring.start..ring.end] {
            let links = starts[node as usize] as usize..starts[node as usize + 1] as usize;
            // With `get` the sum stays in its register, which indexing, and so a way out of the loop, would prevent.
            let each = ends[links].iter().map(|&next| values.get(next as usize).copied());
            self.fresh.push(each.map(Option::unwrap_or_default).sum());
        }
    }

    #[cold]
    fn scale(&mut self, ring: Ring) {
        for &node in &self.met[ring.start..ring.end] {
            self.ways[node as usize] = (self.ways[node as usize] * ring.scale).max(FEWEST);
        }
    }

    /// What each factor on a ring is worth to those beyond it.
    fn inwards(&mut self, number: usize, half: usize) {
        let ring = self.rings[number];
        let beyond = self.rings.get(number + 1).map_or(1.0, |ring| ring.scale);
        self.sum(ring, Side::Out);
        for (&node, &share) in self.met[ring.start..ring.end].iter().zip(&self.fresh) {
            let ways = self.ways[node as usize];
            let worth = share * ways * beyond;
            self.share[node as usize] = (1.0 + worth) / ways;
            self.halves[half][node as usize] += worth;
        }
    }
}
