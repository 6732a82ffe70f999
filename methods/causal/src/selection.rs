//! Parts of a map: what lies so many steps around a factor, upstream, downstream, between; and what two parts have in common.

use std::collections::BTreeMap;

use crate::{
    graph::{Graph, Node},
    model::{Loop, Map},
};

/// Some factors, each once, smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Vec<Node>);

/// Which way to go from a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Against the links: to what leads here. Undirected links are not gone along.
    Upstream,
    /// Along the links: to what this leads to. Undirected links are not gone along.
    Downstream,
    /// Along every link in whatever direction, undirected ones included.
    Around,
}

impl Selection {
    /// These factors.
    pub fn of(nodes: impl IntoIterator<Item = Node>) -> Self {
        let mut nodes: Vec<Node> = nodes.into_iter().collect();
        nodes.sort_unstable();
        nodes.dedup();
        Self(nodes)
    }

    /// What can be reached from these factors in at most so many steps, the factors themselves included.
    ///
    /// `usize::MAX` steps give all that is upstream, downstream or connected.
    #[must_use]
    pub fn grown(&self, graph: &Graph, way: Way, steps: usize) -> Self {
        let neighbours = match way {
            Way::Upstream => graph.into(),
            Way::Downstream => graph.out(),
            Way::Around => graph.beside(),
        };
        let mut seen = vec![false; graph.len()];
        let mut meet = |node: Node| match seen.get_mut(node as usize) {
            Some(seen) => !std::mem::replace(seen, true),
            None => false,
        };
        let mut edge: Vec<Node> = self.0.iter().copied().filter(|&node| meet(node)).collect();
        let mut all = edge.clone();
        for _ in 0..steps {
            let next = edge.iter().flat_map(|&node| neighbours.of_node(node)).copied();
            edge = next.filter(|&node| meet(node)).collect();
            if edge.is_empty() {
                break;
            }
            all.extend_from_slice(&edge);
        }
        Self::of(all)
    }

    /// The factors of either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self::of(self.0.iter().chain(&other.0).copied())
    }

    /// The factors of both. Downstream of one and upstream of another, these are the factors between the two.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().copied().filter(|&node| other.has(node)).collect())
    }

    /// The factors of this that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().copied().filter(|&node| !other.has(node)).collect())
    }

    /// Whether a factor is in it.
    pub fn has(&self, node: Node) -> bool {
        self.0.binary_search(&node).is_ok()
    }

    /// The factors, smallest first.
    pub fn nodes(&self) -> &[Node] {
        &self.0
    }

    /// How many factors there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The map of these factors alone: the links between them, and the declared loops that are wholly among them.
    ///
    /// Everything keeps the order that it has on the whole map.
    pub fn map(&self, whole: &Map, graph: &Graph) -> Map {
        let mut places: Vec<usize> = self.0.iter().filter_map(|&node| graph.place(node)).collect();
        places.sort_unstable();
        let new: BTreeMap<usize, usize> = places.iter().copied().zip(0..).collect();
        let factors = places.iter().filter_map(|&place| whole.factors.get(place)).cloned();
        let mut kept = BTreeMap::new();
        let mut links = Vec::new();
        for (number, link) in whole.links.iter().enumerate() {
            if let (Some(&from), Some(&to)) = (new.get(&link.from), new.get(&link.to)) {
                kept.insert(number, links.len());
                let mut link = link.clone();
                (link.from, link.to) = (from, to);
                links.push(link);
            }
        }
        Map {
            title: whole.title.clone(),
            description: whole.description.clone(),
            factors: factors.collect(),
            links,
            loops: whole.loops.iter().filter_map(|declared| moved(declared, &kept)).collect(),
            attributes: whole.attributes.clone(),
        }
    }
}

/// A declared loop whose links have new places, if it has them all.
pub(crate) fn moved(declared: &Loop, places: &BTreeMap<usize, usize>) -> Option<Loop> {
    let links: Option<Vec<usize>> =
        declared.links.iter().map(|link| places.get(link).copied()).collect();
    links.map(|links| Loop { links, ..declared.clone() })
}

/// How many other factors each leads to within so many steps. With two steps this is what Kumu calls reach.
pub fn reach(graph: &Graph, node: Node, steps: usize) -> usize {
    Selection::of([node]).grown(graph, Way::Downstream, steps).len().saturating_sub(1)
}
