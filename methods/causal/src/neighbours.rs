//! Who stands next to whom, in two flat arrays (compressed sparse rows).

use crate::graph::Node;

/// For each factor a list of others, without repetition, smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    starts: Vec<u32>,
    ends: Vec<Node>,
}

impl Neighbours {
    /// The lists of so many factors, from pairs in any order.
    pub(crate) fn of(count: usize, pairs: impl Iterator<Item = (Node, Node)>) -> Self {
        let mut pairs: Vec<(Node, Node)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = Vec::with_capacity(count + 1);
        let mut at = 0;
        for node in 0..=count {
            let before = |&(from, _): &(Node, Node)| (from as usize) < node;
            at += pairs.get(at..).unwrap_or_default().partition_point(before);
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { starts, ends: pairs.into_iter().map(|(_, to)| to).collect() }
    }

    /// The neighbours of a factor; none for one that is not there.
    #[inline]
    pub fn of_node(&self, node: Node) -> &[Node] {
        let (start, end) = (self.start(node), self.start(node.saturating_add(1)));
        self.ends.get(start..end).unwrap_or_default()
    }

    /// How many pairs there are.
    pub fn pairs(&self) -> usize {
        self.ends.len()
    }

    /// Of how many factors these are the neighbours.
    pub fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Where the list of a factor begins.
    #[inline]
    pub(crate) fn start(&self, node: Node) -> usize {
        self.starts.get(node as usize).copied().unwrap_or_default() as usize
    }

    /// Where each list begins, and where the last ends.
    pub(crate) fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// All lists, one after the other.
    pub(crate) fn ends(&self) -> &[Node] {
        &self.ends
    }
}
