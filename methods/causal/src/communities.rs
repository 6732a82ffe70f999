//! Communities: factors that have more to do with each other than with the rest.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes and communities are below the length of every list here"
)]

mod level;

use crate::{chance::Chance, components::Parts, graph::Graph};

use level::Level;

/// Factors in communities, and how clear these are.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities {
    /// In which community each factor is. Communities are numbered from the one with the smallest factor.
    pub parts: Parts,
    /// Newman's modularity, below 1; near 0 where the communities are no more than chance.
    pub modularity: f64,
}

/// How often communities are looked for from another beginning; the clearest are kept.
pub const TIMES: u32 = 10;

impl Communities {
    /// Communities of the map seen without directions: two factors are joined once if any link joins them.
    ///
    /// Louvain: Blondel, V. D. et al. (2008), "Fast unfolding of communities in large networks", Journal of Statistical
    /// Mechanics P10008, for modularity (Newman, M. E. J. and Girvan, M., 2004) at resolution 1. A community that is
    /// left in pieces is taken apart, which never makes modularity smaller. [`TIMES`] runs visit the factors in orders
    /// drawn from the seed, and the one with the highest modularity is kept, the first of several. Everything is
    /// reckoned in whole numbers, so no rounding decides.
    pub fn of(graph: &Graph, seed: u64) -> Self {
        let first = Level::of(graph);
        let mut chance = Chance::from_seed(seed);
        let mut best: Option<(i128, Vec<u32>)> = None;
        for _ in 0..TIMES {
            let called = whole(graph, &run(&first, &mut chance));
            let worth = first.worth(&called);
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, called));
            }
        }
        let (worth, called) = best.unwrap_or_default();
        Self { parts: Parts::named(&called), modularity: first.modularity(worth) }
    }
}

/// Moves factors, then whole communities, until nothing becomes better.
fn run(first: &Level, chance: &mut Chance) -> Vec<u32> {
    let mut called: Vec<u32> = (0..).take(first.len()).collect();
    let mut level = first.clone();
    loop {
        let moved = level.moved(chance);
        let parts = Parts::named(&moved);
        if parts.count() == level.len() {
            return called;
        }
        for call in &mut called {
            *call = parts.of[*call as usize];
        }
        level = level.merged(&parts);
    }
}

/// Takes apart what does not hang together.
fn whole(graph: &Graph, called: &[u32]) -> Vec<u32> {
    let mut names = vec![u32::MAX; called.len()];
    let mut waiting = Vec::new();
    for start in graph.nodes() {
        if names[start as usize] == u32::MAX {
            names[start as usize] = start;
            waiting.push(start);
        }
        while let Some(node) = waiting.pop() {
            for &next in graph.beside().of_node(node) {
                let alike = called[next as usize] == called[start as usize];
                if alike && names[next as usize] == u32::MAX {
                    names[next as usize] = start;
                    waiting.push(next);
                }
            }
        }
    }
    names
}
