//! What there is to say of a map.

use causal::{Centrality, Declared, Degrees, Graph, Loops, Map, components, loops::Found};
use serde::{Serialize, Serializer};

use crate::map::info::Counts;

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    #[serde(flatten)]
    pub(super) counts: Counts,
    pub(super) components: usize,
    pub(super) largest_scc: u32,
    pub(super) loops: LoopsSaid<'a>,
    pub(super) per_factor: Vec<FactorSaid<'a>>,
    pub(super) declared_loops: Vec<DeclaredSaid<'a>>,
}

#[derive(Serialize)]
pub(super) struct LoopsSaid<'a> {
    pub(super) max_length: usize,
    pub(super) complete: bool,
    pub(super) total: u64,
    pub(super) reinforcing: u64,
    pub(super) balancing: u64,
    pub(super) unknown: u64,
    pub(super) items: Items<'a>,
    #[serde(skip)]
    pub(super) by_length: &'a [u64],
}

/// The loops, which are written one by one and never held as text.
pub(super) struct Items<'a> {
    map: &'a Map,
    graph: &'a Graph,
    loops: &'a Loops,
}

#[derive(Serialize)]
pub(super) struct Item<'a> {
    pub(super) factors: Vec<&'a str>,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) delayed: bool,
}

#[derive(Serialize)]
pub(super) struct FactorSaid<'a> {
    pub(super) label: &'a str,
    #[serde(rename = "in")]
    pub(super) into: u32,
    pub(super) out: u32,
    pub(super) betweenness: f64,
    pub(super) closeness: f64,
    pub(super) upstream: u32,
    pub(super) downstream: u32,
    pub(super) role: &'static str,
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DeclaredSaid<'a> {
    pub(super) label: &'a str,
    pub(super) closed: bool,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
}

impl<'a> Answer<'a> {
    pub(super) fn of(
        map: &'a Map,
        graph: &'a Graph,
        loops: &'a Loops,
        central: &Centrality,
    ) -> Self {
        Self {
            counts: Counts::of(map),
            components: components::connected(graph).count(),
            largest_scc: components::strongly_connected(graph).largest(),
            loops: LoopsSaid {
                max_length: loops.max_length,
                complete: loops.complete,
                total: loops.total(),
                reinforcing: loops.reinforcing,
                balancing: loops.balancing,
                unknown: loops.unknown,
                items: Items { map, graph, loops },
                by_length: &loops.by_length,
            },
            per_factor: factors(map, graph, central),
            declared_loops: declared(map),
        }
    }
}

fn factors<'a>(map: &'a Map, graph: &Graph, central: &Centrality) -> Vec<FactorSaid<'a>> {
    let spread = central.upstream.iter().zip(&central.downstream);
    let near = central.betweenness.iter().zip(&central.closeness);
    let all = graph.nodes().zip(near).zip(spread);
    let said = |((node, (&betweenness, &closeness)), (&upstream, &downstream))| {
        let degrees = Degrees::of(graph, node);
        FactorSaid {
            label: graph.label(map, node),
            into: degrees.into,
            out: degrees.out,
            betweenness,
            closeness,
            upstream,
            downstream,
            role: degrees.role().name(),
        }
    };
    all.map(said).collect()
}

/// The loops that somebody drew, by label: the order of the file does not matter.
fn declared(map: &Map) -> Vec<DeclaredSaid<'_>> {
    let mut said: Vec<DeclaredSaid<'_>> = map
        .loops
        .iter()
        .map(|declared| {
            let found = Declared::of(map, declared);
            DeclaredSaid { label: &declared.label, closed: found.closed, kind: found.kind.name() }
        })
        .collect();
    said.sort();
    said
}

impl<'a> Items<'a> {
    pub(super) fn iter(&self) -> impl Iterator<Item = Item<'a>> {
        let (map, graph) = (self.map, self.graph);
        let label = move |&node: &causal::Node| graph.label(map, node);
        self.loops.items.iter().map(move |found: Found<'_>| Item {
            factors: found.factors.iter().map(label).collect(),
            kind: found.kind.name(),
            delayed: found.delayed,
        })
    }
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter())
    }
}
