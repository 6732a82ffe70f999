//! The shortest ways from one factor to another.

use std::collections::VecDeque;

use crate::graph::{Graph, Node};

/// All shortest ways from one factor to another, along directed links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortest {
    /// How many links each has; none where there is no way.
    pub length: Option<usize>,
    /// How many there are. There may be more than this can hold: then it is the most that it can hold.
    pub total: u128,
    /// The ways, from the first factor to the last, in the order of their lists of factors.
    pub paths: Vec<Vec<Node>>,
}

impl Shortest {
    /// All shortest ways, of which at most so many are listed.
    ///
    /// From a factor to itself there is one way, of no links.
    pub fn between(graph: &Graph, from: Node, to: Node, most: usize) -> Self {
        let left = distances(graph, to);
        let Some(Some(length)) = left.get(from as usize).copied() else {
            return Self::default();
        };
        let left = &left;
        let onwards = |node: Node| {
            let nearer =
                left.get(node as usize).copied().flatten().and_then(|left| left.checked_sub(1));
            let next = graph.out().of_node(node).iter().copied();
            next.filter(move |&next| {
                nearer.is_some() && left.get(next as usize).copied().flatten() == nearer
            })
        };
        Self {
            length: Some(length),
            total: counted(graph.len(), from, length, onwards),
            paths: listed(from, length, most, onwards),
        }
    }
}

/// How many steps each factor is from one, along the links.
fn distances(graph: &Graph, to: Node) -> Vec<Option<usize>> {
    let mut left = vec![None; graph.len()];
    let Some(end) = left.get_mut(to as usize) else { return left };
    *end = Some(0);
    let mut waiting = VecDeque::from([(to, 0)]);
    while let Some((node, steps)) = waiting.pop_front() {
        for &before in graph.into().of_node(node) {
            if let Some(unset @ None) = left.get_mut(before as usize) {
                *unset = Some(steps + 1);
                waiting.push_back((before, steps + 1));
            }
        }
    }
    left
}

fn counted<N: Iterator<Item = Node>>(
    count: usize,
    from: Node,
    length: usize,
    onwards: impl Fn(Node) -> N,
) -> u128 {
    let mut ways = vec![0_u128; count];
    let mut ring = vec![from];
    let mut total = 1;
    for _ in 0..length {
        let mut next_ring = Vec::new();
        for &node in &ring {
            let here = ways.get(node as usize).copied().unwrap_or_default().max(1);
            for next in onwards(node) {
                if let Some(ways) = ways.get_mut(next as usize) {
                    if *ways == 0 {
                        next_ring.push(next);
                    }
                    *ways = ways.saturating_add(here);
                    total = *ways;
                }
            }
        }
        ring = next_ring;
    }
    total
}

fn listed<N: Iterator<Item = Node>>(
    from: Node,
    length: usize,
    most: usize,
    onwards: impl Fn(Node) -> N,
) -> Vec<Vec<Node>> {
    let mut paths = Vec::new();
    let mut path = vec![from];
    let mut open = vec![onwards(from)];
    while let Some(choices) = open.last_mut() {
        if paths.len() >= most {
            break;
        }
        if path.len() > length {
            paths.push(path.clone());
        } else if let Some(next) = choices.next() {
            path.push(next);
            open.push(onwards(next));
            continue;
        }
        path.pop();
        open.pop();
    }
    paths
}
