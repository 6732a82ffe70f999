//! Feedback loops: ways that come back to where they began, without meeting any factor twice.

mod list;
mod search;

use std::ops::ControlFlow;

pub use list::{Items, Loops};

use crate::graph::{Graph, Node};

/// What a loop does with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LoopKind {
    /// It makes it larger: the product of its signs is positive.
    Reinforcing,
    /// It works against it: the product of its signs is negative.
    Balancing,
    /// Nobody can say, because a link on it has no sign, or two that are opposite.
    Unknown,
}

impl LoopKind {
    /// Its name in files and answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reinforcing => "reinforcing",
            Self::Balancing => "balancing",
            Self::Unknown => "unknown",
        }
    }
}

/// A loop that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// Its factors in the direction of its links, beginning at the smallest.
    pub factors: &'a [Node],
    /// What it does with a change.
    pub kind: LoopKind,
    /// Whether a link on it is delayed.
    pub delayed: bool,
}

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most links that a loop may have.
    pub max_length: usize,
    /// The most loops that are looked at: a dense map has more than anybody could count.
    pub most_loops: u64,
}

/// The length up to which loops are looked for, unless somebody says otherwise.
pub const MAX_LENGTH: usize = 6;
/// The most loops that are listed, unless somebody says otherwise.
pub const MOST_LISTED: u64 = 1_000_000;
/// The most loops that are counted without being listed, unless somebody says otherwise.
pub const MOST_COUNTED: u64 = 100_000_000;

impl Default for Limits {
    fn default() -> Self {
        Self { max_length: MAX_LENGTH, most_loops: MOST_LISTED }
    }
}

/// Shows every loop of at most so many links to `visit`, each once, until it breaks.
///
/// Each comes in its canonical rotation, beginning at its smallest factor; they come in the order of their lists of
/// factors. A link of a factor to itself is a loop of length 1. Parallel links are one link (see [`Graph::of`]);
/// undirected links are on no loop. Nothing is kept, so memory is bounded by the map.
///
/// From each factor, smallest first, the larger ones in its strongly connected component are searched in depth, going
/// only where the way back is short enough: at first by distance, later also by what the search found blocked. So no
/// more than (links times length) steps lie between one loop and the next, even on maps with many dead ends. The idea
/// is Johnson, D. B. (1975), "Finding all the elementary circuits of a directed graph", SIAM Journal on Computing 4(1);
/// the bounds on the way back are those of Peng, Y. et al. (2019), "Towards bridging theory and practice:
/// hop-constrained s-t simple path enumeration", Proceedings of the VLDB Endowment 13(4).
pub fn each<B>(
    graph: &Graph,
    max_length: usize,
    visit: impl FnMut(Found<'_>) -> ControlFlow<B>,
) -> ControlFlow<B> {
    search::Search::of(graph, max_length).run(visit)
}
