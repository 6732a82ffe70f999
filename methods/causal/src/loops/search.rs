//! The search for loops from one factor after the other.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes are below the length of every list here, and edges below the number of links"
)]

mod measure;

use std::ops::ControlFlow;

use super::{Found, LoopKind};
use crate::{
    components::strongly_connected,
    graph::{Graph, Node},
    model::Sign,
    neighbours::Neighbours,
};

/// No way back that is short enough, or on the path already.
const SHUT: u32 = u32::MAX;

const NEGATIVE: u8 = 1;
const UNKNOWN: u8 = 2;
const DELAYED: u8 = 4;

/// A factor on the path.
struct Stand {
    node: Node,
    /// The links that are still to be looked at.
    at: u32,
    end: u32,
    /// What the links on the way here say together.
    said: u8,
    /// The shortest way back from here that was found, [`SHUT`] while there is none.
    back: u32,
}

pub(super) struct Search {
    longest: u32,
    /// Links within a strongly connected component, none of a factor to itself.
    out: Neighbours,
    into: Neighbours,
    said: Vec<u8>,
    /// What each factor's link to itself says, if it has one.
    own: Vec<Option<u8>>,
    /// For each factor, where its links to factors that were not a start yet begin.
    open: Vec<u32>,
    /// For each factor no more than its distance back to the start, past the path. [`SHUT`] where it does not matter.
    back: Vec<u32>,
    ahead: Vec<u32>,
    met: Vec<Node>,
    path: Vec<Node>,
    stands: Vec<Stand>,
    loosened: Vec<Node>,
}

impl Search {
    pub(super) fn of(graph: &Graph, max_length: usize) -> Self {
        let strong = strongly_connected(graph);
        let mut links = Vec::new();
        let mut own = vec![None; graph.len()];
        let all = graph
            .nodes()
            .flat_map(|from| graph.out().of_node(from).iter().map(move |&to| (from, to)));
        for ((from, to), bond) in all.zip(graph.bonds()) {
            let said = bits(bond.sign) | if bond.delayed { DELAYED } else { 0 };
            if from == to {
                own[from as usize] = Some(said);
            } else if strong.of[from as usize] == strong.of[to as usize] {
                links.push((from, to, said));
            }
        }
        let out = Neighbours::of(graph.len(), links.iter().map(|&(from, to, _)| (from, to)));
        let into = Neighbours::of(graph.len(), links.iter().map(|&(from, to, _)| (to, from)));
        let longest = u32::try_from(max_length).unwrap_or(u32::MAX).min(strong.largest());
        Self {
            longest,
            open: out.starts()[..graph.len()].to_vec(),
            out,
            into,
            said: links.into_iter().map(|(_, _, said)| said).collect(),
            own,
            back: vec![SHUT; graph.len()],
            ahead: vec![SHUT; graph.len()],
            met: Vec::new(),
            path: Vec::new(),
            stands: Vec::new(),
            loosened: Vec::new(),
        }
    }

    pub(super) fn run<B>(
        mut self,
        mut visit: impl FnMut(Found<'_>) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        for start in (0..).take(self.own.len()) {
            if let (Some(said), 1..) = (self.own[start as usize], self.longest) {
                visit(found(&[start], said))?;
            }
            if self.longest > 1 && self.open[start as usize] < self.out.starts()[start as usize + 1]
            {
                self.measure(start);
                self.from(start, &mut visit)?;
                self.forget();
            }
            self.close(start);
        }
        ControlFlow::Continue(())
    }

    /// Searches the ways from a start and back.
    fn from<B>(
        &mut self,
        start: Node,
        visit: &mut impl FnMut(Found<'_>) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.enter(start, 0);
        while let Some(stand) = self.stands.last_mut() {
            let left = self.longest - u32::try_from(self.path.len()).unwrap_or(SHUT);
            let Some((next, said)) = onwards(stand, &self.out, &self.said, &self.back, left) else {
                self.leave();
                continue;
            };
            if next == start {
                stand.back = 1;
                visit(found(&self.path, said))?;
            } else {
                self.enter(next, said);
            }
        }
        ControlFlow::Continue(())
    }

    fn enter(&mut self, node: Node, said: u8) {
        let end = self.out.starts()[node as usize + 1];
        self.stands.push(Stand { node, at: self.open[node as usize], end, said, back: SHUT });
        // The start itself stays open: it is where the way ends.
        if !self.path.is_empty() {
            self.back[node as usize] = SHUT;
        }
        self.path.push(node);
    }

    /// Goes back a step, and remembers how far the start is from here.
    fn leave(&mut self) {
        let Some(stand) = self.stands.pop() else { return };
        self.path.pop();
        let Some(before) = self.stands.last_mut() else { return };
        if stand.back == SHUT {
            let left = self.longest - u32::try_from(self.path.len()).unwrap_or(SHUT);
            self.back[stand.node as usize] = left + 1;
        } else {
            before.back = before.back.min(stand.back + 1);
            self.loosen(stand.node, stand.back);
        }
    }

    /// A factor left the path, and the start is so far from it: those that lead to it may be nearer to the start, too.
    fn loosen(&mut self, node: Node, back: u32) {
        self.back[node as usize] = back;
        self.loosened.push(node);
        while let Some(node) = self.loosened.pop() {
            let nearer = self.back[node as usize] + 1;
            for &before in self.into.of_node(node) {
                let back = self.back[before as usize];
                if back != SHUT && back > nearer {
                    self.back[before as usize] = nearer;
                    self.loosened.push(before);
                }
            }
        }
    }

    fn forget(&mut self) {
        for node in self.met.drain(..) {
            self.back[node as usize] = SHUT;
            self.ahead[node as usize] = SHUT;
        }
    }

    /// Takes a start out of what is still to be searched.
    fn close(&mut self, start: Node) {
        for &before in self.into.of_node(start) {
            if before > start {
                self.open[before as usize] += 1;
            }
        }
    }
}

/// The next link from here that is on a way back of at most `left` more steps after it.
#[inline]
fn onwards(
    stand: &mut Stand,
    out: &Neighbours,
    said: &[u8],
    back: &[u32],
    left: u32,
) -> Option<(Node, u8)> {
    while stand.at < stand.end {
        let at = stand.at as usize;
        stand.at += 1;
        let next = out.ends()[at];
        if back[next as usize] <= left {
            let both = (stand.said ^ said[at]) & NEGATIVE | (stand.said | said[at]) & !NEGATIVE;
            return Some((next, both));
        }
    }
    None
}

fn bits(sign: Sign) -> u8 {
    match sign {
        Sign::Positive => 0,
        Sign::Negative => NEGATIVE,
        Sign::Unknown => UNKNOWN,
    }
}

fn found(factors: &[Node], said: u8) -> Found<'_> {
    let kind = match (said & UNKNOWN != 0, said & NEGATIVE != 0) {
        (true, _) => LoopKind::Unknown,
        (false, true) => LoopKind::Balancing,
        (false, false) => LoopKind::Reinforcing,
    };
    Found { factors, kind, delayed: said & DELAYED != 0 }
}
