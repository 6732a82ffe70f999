//! A map as a graph to reckon with: who leads to whom, once for each pair, in an order that no file decides.

mod bond;
mod order;

use std::fmt;

pub use bond::Bond;

use crate::{
    model::{Link, LinkKind, Map},
    neighbours::Neighbours,
};

use bond::{DELAYED, said};
use order::in_order;

/// A factor's number in a [`Graph`]: 0 is the smallest factor. See [`Graph::of`] for which that is.
pub type Node = u32;

/// Directed links, collapsed: at most one from each factor to each other, and what is known of it.
///
/// Undirected links stand apart. They join factors ([`Graph::beside`]) but lead nowhere, so directed measures do not
/// see them.
#[derive(Clone, Debug)]
pub struct Graph {
    places: Vec<u32>,
    nodes: Vec<Node>,
    out: Neighbours,
    into: Neighbours,
    beside: Neighbours,
    bonds: Vec<Bond>,
}

/// Why a map has no graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A link begins or ends at a factor that is not there.
    NoSuchFactor {
        /// The place of the link in [`Map::links`].
        link: usize,
        /// The factor that it names.
        factor: usize,
        /// How many factors there are.
        factors: usize,
    },
    /// More factors or links than 2,000,000,000.
    TooLarge,
}

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchFactor { link, factor, factors } => write!(
                out,
                "link {} names factor {}, but there are {factors}. Take the link out, or add the factor.",
                link + 1,
                factor + 1,
            ),
            Self::TooLarge => out.write_str(
                "a map may have 2,000,000,000 factors and as many links. Give a part of it.",
            ),
        }
    }
}

impl std::error::Error for Broken {}

/// The most factors, and the most links.
const MOST: usize = 2_000_000_000;

impl Graph {
    /// The graph of a map.
    ///
    /// Links of one sign between the same two factors become one. Positive and negative ones become one whose sign is
    /// unknown, and a link without a sign makes the sign of all unknown. A mutual link is one in each direction.
    ///
    /// Factors are numbered in an order that does not depend on the rows of a file: labels that are whole numbers
    /// first, by their value; then labels by their letters (Unicode code points); then ids; and only between factors
    /// that are alike in all this, by their place.
    ///
    /// # Errors
    /// Where a link names a factor that is not on the map, or there are too many.
    pub fn of(map: &Map) -> Result<Self, Broken> {
        check(map)?;
        let places = in_order(&map.factors);
        let mut nodes = vec![0; places.len()];
        for (node, &place) in (0..).zip(&places) {
            if let Some(slot) = nodes.get_mut(place as usize) {
                *slot = node;
            }
        }
        let pairs = collapsed(map, &nodes);
        let count = places.len();
        let out = Neighbours::of(count, pairs.iter().map(|&(from, to, _)| (from, to)));
        let into = Neighbours::of(count, pairs.iter().map(|&(from, to, _)| (to, from)));
        let beside = Neighbours::of(count, joined(map, &nodes));
        let bonds = pairs.iter().map(|&(_, _, said)| Bond::of(said)).collect();
        Ok(Self { places, nodes, out, into, beside, bonds })
    }

    /// How many factors there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All factors, smallest first.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = Node> + DoubleEndedIterator + use<> {
        0..Node::try_from(self.places.len()).unwrap_or(Node::MAX)
    }

    /// Where a factor stands in [`Map::factors`], if it is on the map.
    pub fn place(&self, node: Node) -> Option<usize> {
        self.places.get(node as usize).map(|&place| place as usize)
    }

    /// The number of the factor at a place in [`Map::factors`], if there is one.
    pub fn node(&self, place: usize) -> Option<Node> {
        self.nodes.get(place).copied()
    }

    /// The label of a factor on the map that this is the graph of.
    pub fn label<'m>(&self, map: &'m Map, node: Node) -> &'m str {
        self.place(node)
            .and_then(|place| map.factors.get(place))
            .map_or("", |factor| factor.label.as_str())
    }

    /// To which factors each leads.
    pub fn out(&self) -> &Neighbours {
        &self.out
    }

    /// Which factors lead to each.
    pub fn into(&self) -> &Neighbours {
        &self.into
    }

    /// Which factors each has to do with, in whatever direction, undirected links included, itself left out.
    pub fn beside(&self) -> &Neighbours {
        &self.beside
    }

    /// What the links from one factor to another say, if there are any.
    pub fn bond(&self, from: Node, to: Node) -> Option<Bond> {
        let at = self.out.of_node(from).binary_search(&to).ok()?;
        self.bonds.get(self.out.start(from) + at).copied()
    }

    /// What is known of each link, in the order of [`Graph::out`].
    pub(crate) fn bonds(&self) -> &[Bond] {
        &self.bonds
    }
}

pub(crate) fn check(map: &Map) -> Result<(), Broken> {
    let factors = map.factors.len();
    if factors > MOST || map.links.len() > MOST {
        return Err(Broken::TooLarge);
    }
    for (link, drawn) in map.links.iter().enumerate() {
        if let Some(factor) = [drawn.from, drawn.to].into_iter().find(|&end| end >= factors) {
            return Err(Broken::NoSuchFactor { link, factor, factors });
        }
    }
    Ok(())
}

/// Every link with its two ends as nodes.
fn ends<'m>(map: &'m Map, nodes: &[Node]) -> impl Iterator<Item = (Node, Node, &'m Link)> {
    let ends = |link: &'m Link| Some((*nodes.get(link.from)?, *nodes.get(link.to)?, link));
    map.links.iter().filter_map(ends)
}

/// Each pair once, with everything that was said of it, in order.
fn collapsed(map: &Map, nodes: &[Node]) -> Vec<(Node, Node, u8)> {
    let mut pairs = Vec::with_capacity(map.links.len());
    for (from, to, link) in ends(map, nodes) {
        let said = said(link.sign) | if link.delayed { DELAYED } else { 0 };
        match link.direction {
            LinkKind::Directed => pairs.push((from, to, said)),
            LinkKind::Mutual => pairs.extend([(from, to, said), (to, from, said)]),
            LinkKind::Undirected => {}
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by(|next, kept| {
        let same = (next.0, next.1) == (kept.0, kept.1);
        kept.2 |= if same { next.2 } else { 0 };
        same
    });
    pairs
}

fn joined(map: &Map, nodes: &[Node]) -> impl Iterator<Item = (Node, Node)> {
    let apart = ends(map, nodes).filter(|(from, to, _)| from != to);
    apart.flat_map(|(from, to, _)| [(from, to), (to, from)])
}
