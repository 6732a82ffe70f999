//! Which factors lie between others, how near they are, and how many lead to them.

mod sweep;

use std::{ops::Range, panic::resume_unwind, thread::Builder};

pub use sweep::Sweep;

use crate::graph::{Graph, Node};

/// Measures of each factor, over directed links, collapsed and without weights. All lists are in the order of the
/// graph's nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Centrality {
    /// How many shortest ways between two other factors lead through this one, each pair counting 1, shared among its ways.
    ///
    /// Not normalised, ends left out. Brandes, U. (2001), "A faster algorithm for betweenness centrality", Journal of
    /// Mathematical Sociology 25(2).
    pub betweenness: Vec<f64>,
    /// How near those are that lead here, 0 to 1: with r factors that do, at distances whose sum is d, among n: (r / d)
    /// (r / (n - 1)).
    ///
    /// Incoming distances, 0 where nothing leads here. Wasserman, S. and Faust, K. (1994), Social Network Analysis, p.
    /// 201; the convention of networkx.
    pub closeness: Vec<f64>,
    /// How many other factors lead here, over however many steps.
    pub upstream: Vec<u32>,
    /// How many other factors this one leads to, over however many steps.
    pub downstream: Vec<u32>,
}

/// From how many steps on two threads do it sooner than one.
const WORTH_A_THREAD: usize = 1_000_000;

impl Centrality {
    /// All of it: one search from each factor, on two threads where that is worth it.
    ///
    /// What is found from the first half of the factors, and from the second, is added up smallest factor first, and then
    /// the two: however many threads do it and whatever the order of the rows was, no bit differs.
    pub fn of(graph: &Graph) -> Self {
        let (half, end) = (half(graph), Node::try_from(graph.len()).unwrap_or(Node::MAX));
        let searched = |nodes: Range<Node>| {
            let mut sweep = Sweep::over(graph);
            nodes.for_each(|node| sweep.from(node));
            sweep
        };
        if graph.len().saturating_mul(graph.out().pairs()) < WORTH_A_THREAD {
            return searched(0..end).end();
        }
        std::thread::scope(|scope| {
            let second = Builder::new().spawn_scoped(scope, || searched(half..end));
            let first = searched(0..half);
            let second = match second {
                Ok(second) => second.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_no_thread) => searched(half..end),
            };
            first.and(&second).end()
        })
    }
}

/// The first factor of the second half.
fn half(graph: &Graph) -> Node {
    Node::try_from(graph.len() / 2).unwrap_or(Node::MAX)
}
