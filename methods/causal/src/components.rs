//! Which factors hang together, and which can all reach each other.

#![expect(clippy::indexing_slicing, reason = "nodes are below the length of every list here")]

use crate::graph::{Graph, Node};

/// Factors in parts: each factor is in exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// For each factor the number of its part, the part of the smallest factor being 0, and so on.
    pub of: Vec<u32>,
    /// How many factors each part has.
    pub sizes: Vec<u32>,
}

impl Parts {
    /// How many parts there are.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// How many factors the largest part has; 0 where there is none.
    pub fn largest(&self) -> u32 {
        self.sizes.iter().copied().max().unwrap_or_default()
    }

    /// Numbers parts by their smallest factor, whatever they were called.
    pub(crate) fn named(called: &[u32]) -> Self {
        let mut names = vec![u32::MAX; called.len()];
        let mut sizes: Vec<u32> = Vec::new();
        let mut of = Vec::with_capacity(called.len());
        for &call in called {
            let name = &mut names[call as usize];
            if *name == u32::MAX {
                *name = u32::try_from(sizes.len()).unwrap_or(u32::MAX);
                sizes.push(0);
            }
            sizes[*name as usize] += 1;
            of.push(*name);
        }
        Self { of, sizes }
    }
}

/// The connected components: factors that hang together by links of whatever direction, undirected ones included.
pub fn connected(graph: &Graph) -> Parts {
    let mut called = vec![u32::MAX; graph.len()];
    let mut waiting = Vec::new();
    for start in graph.nodes() {
        if called[start as usize] != u32::MAX {
            continue;
        }
        called[start as usize] = start;
        waiting.push(start);
        while let Some(node) = waiting.pop() {
            for &next in graph.beside().of_node(node) {
                if called[next as usize] == u32::MAX {
                    called[next as usize] = start;
                    waiting.push(next);
                }
            }
        }
    }
    Parts::named(&called)
}

/// The strongly connected components: factors each of which leads to all others of its part.
///
/// Tarjan, R. E. (1972), "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1(2), with a stack
/// of its own, so that a long chain does no harm.
pub fn strongly_connected(graph: &Graph) -> Parts {
    let count = graph.len();
    let mut search = Tarjan {
        graph,
        found: vec![0; count],
        low: vec![0; count],
        called: vec![u32::MAX; count],
        open: Vec::new(),
        path: Vec::new(),
        clock: 0,
    };
    for start in graph.nodes() {
        if search.found[start as usize] == 0 {
            search.from(start);
        }
    }
    Parts::named(&search.called)
}

struct Tarjan<'g> {
    graph: &'g Graph,
    /// When each factor was met, from 1; 0 where it was not.
    found: Vec<u32>,
    low: Vec<u32>,
    called: Vec<u32>,
    open: Vec<Node>,
    /// The way to where the search stands, with how many neighbours of each were looked at.
    path: Vec<(Node, usize)>,
    clock: u32,
}

impl Tarjan<'_> {
    fn from(&mut self, start: Node) {
        self.enter(start);
        while let Some((node, looked)) = self.path.pop() {
            if let Some(&next) = self.graph.out().of_node(node).get(looked) {
                self.path.push((node, looked + 1));
                self.look(node, next);
            } else {
                self.leave(node);
            }
        }
    }

    fn enter(&mut self, node: Node) {
        self.clock += 1;
        self.found[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.open.push(node);
        self.path.push((node, 0));
    }

    fn look(&mut self, node: Node, next: Node) {
        if self.found[next as usize] == 0 {
            self.enter(next);
        } else if self.called[next as usize] == u32::MAX {
            self.low[node as usize] = self.low[node as usize].min(self.found[next as usize]);
        }
    }

    fn leave(&mut self, node: Node) {
        let low = self.low[node as usize];
        if low == self.found[node as usize] {
            while let Some(member) = self.open.pop() {
                self.called[member as usize] = node;
                if member == node {
                    break;
                }
            }
        }
        if let Some(&(above, _)) = self.path.last() {
            self.low[above as usize] = self.low[above as usize].min(low);
        }
    }
}
