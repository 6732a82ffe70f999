//! `GraphML`, being written.

use std::collections::{BTreeMap, BTreeSet};

use causal::{Factor, Link, LinkKind, Map};
use serde_json::Value;

use super::colours;
use crate::{
    Format, LeftOut, Written, graph,
    tributary::{self, direction_name},
    xml::Xml,
};

/// PRSM's keys: whose, name, type. Their place is their number.
const PRSM: [(&str, &str, &str); 17] = [
    ("node", "label", "string"),
    ("node", "style", "string"),
    ("node", "color", "string"),
    ("node", "shape", "string"),
    ("node", "x", "double"),
    ("node", "y", "double"),
    ("node", "r", "int"),
    ("node", "g", "int"),
    ("node", "b", "int"),
    ("node", "size", "double"),
    ("edge", "label", "string"),
    ("edge", "style", "string"),
    ("edge", "color", "string"),
    ("edge", "r", "int"),
    ("edge", "g", "int"),
    ("edge", "b", "int"),
    ("edge", "weight", "double"),
];

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out: Lost = reserved(map);
    let undirected = graph::all_undirected(map);
    let factors: Vec<_> =
        map.factors.iter().map(|factor| values_of_factor(factor, &mut left_out)).collect();
    let links: Vec<Said<'_>> = map
        .links
        .iter()
        .map(|link| (link, values_of_link(undirected, link, &mut left_out)))
        .collect();
    let whole: Vec<_> = of_map(map).into_iter().filter(|(key, _)| !is_reserved(map, key)).collect();
    let mut keys = names("node", factors.iter().map(Vec::as_slice));
    keys.extend(names("edge", links.iter().map(|(_, values)| values.as_slice())));
    keys.extend(names("graph", std::iter::once(whole.as_slice())));
    let keys = Keyed::new(keys);
    let mut xml = Xml::new();
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    keys.declare(&mut xml);
    xml.open(
        "graph",
        &[("id", "G"), ("edgedefault", if undirected { "undirected" } else { "directed" })],
    );
    data(&mut xml, &keys, "graph", &whole);
    for (factor, values) in map.factors.iter().zip(&factors) {
        xml.open("node", &[("id", &factor.id)]);
        data(&mut xml, &keys, "node", values);
        xml.close();
    }
    for (link, values) in &links {
        edge(&mut xml, map, link);
        data(&mut xml, &keys, "edge", values);
        xml.close();
    }
    xml.close();
    xml.close();
    let (bytes, more) = xml.done();
    left_out.extend(more);
    Written::one(Format::GraphMl, bytes, left_out)
}

fn is_reserved(map: &Map, key: &str) -> bool {
    map.attributes.contains_key(key)
        && ["title", "name", "description", "note", "loops"].contains(&key)
}

fn reserved(map: &Map) -> Lost {
    let lost = map.attributes.keys().filter(|key| is_reserved(map, key));
    lost.map(|key| {
        LeftOut::new(
            "the map",
            format_args!("the attribute \"{key}\" has no place here: that name is taken"),
        )
    })
    .collect()
}

fn values_of_factor<'a>(factor: &'a Factor, left_out: &mut Lost) -> Vec<(&'a str, String)> {
    let mut values = vec![("label", factor.label.clone())];
    if let Some((x, y)) = factor.position {
        values.extend([("x", x.to_string()), ("y", y.to_string())]);
    }
    values.extend(graph::of_factor(factor, "style", left_out));
    values
}

fn values_of_link<'a>(
    undirected: bool,
    link: &'a Link,
    left_out: &mut Lost,
) -> Vec<(&'a str, String)> {
    let mut values = graph::of_link(link, "style", left_out);
    if !link.label.is_empty() {
        values.push(("label", link.label.clone()));
    }
    if let Some(weight) = link.weight {
        values.push(("weight", weight.to_string()));
    }
    if link.direction != LinkKind::Directed && !undirected {
        values.push(("direction", direction_name(link.direction).to_owned()));
    }
    let own = |key: &str| link.attributes.contains_key(key);
    values.extend(colours(link.sign).into_iter().filter(|(key, _)| !own(key)));
    values
}

fn data(xml: &mut Xml, keys: &Keyed, of: &'static str, values: &[(&str, String)]) {
    for (name, value) in values {
        xml.leaf("data", &[("key", &keys.key(of, name))], value);
    }
}

fn edge(xml: &mut Xml, map: &Map, link: &Link) {
    let id = |at: usize| map.factors.get(at).map_or("", |factor| factor.id.as_str());
    let attributes =
        vec![("id", link.id.as_str()), ("source", id(link.from)), ("target", id(link.to))];
    xml.open("edge", &attributes);
}

/// What is written of each element, by the numbers of the keys.
struct Keyed {
    of: BTreeMap<(&'static str, String), usize>,
}

impl Keyed {
    /// PRSM's keys, and one more for each other name.
    fn new(names: BTreeSet<(&'static str, String)>) -> Self {
        let prsm = (0..).zip(PRSM).map(|(at, (of, name, _))| ((of, name.to_owned()), at));
        let mut of: BTreeMap<_, _> = prsm.collect();
        for name in names {
            let next = of.len();
            of.entry(name).or_insert(next);
        }
        Self { of }
    }

    fn key(&self, of: &'static str, name: &str) -> String {
        self.of.get(&(of, name.to_owned())).map_or_else(String::new, |at| format!("d{at}"))
    }

    fn declare(&self, xml: &mut Xml) {
        let mut all: Vec<_> = self.of.iter().map(|(key, at)| (at, key)).collect();
        all.sort_unstable();
        for (at, (of, name)) in all {
            let kind = PRSM.get(*at).map_or("string", |(_, _, kind)| kind);
            xml.empty(
                "key",
                &[("id", &format!("d{at}")), ("for", of), ("attr.name", name), ("attr.type", kind)],
            );
        }
    }
}

type Said<'a> = (&'a Link, Vec<(&'a str, String)>);
type Lost = Vec<LeftOut>;

/// The names that the values of a map need keys for.
fn names<'a>(
    of: &'static str,
    all: impl Iterator<Item = &'a [(&'a str, String)]>,
) -> BTreeSet<(&'static str, String)> {
    all.flatten().map(|(name, _)| (of, (*name).to_owned())).collect()
}

/// The values that are said of the whole map.
fn of_map(map: &Map) -> Vec<(&str, String)> {
    let loops = tributary::loops(map);
    let loops = if loops.is_empty() { String::new() } else { Value::Array(loops).to_string() };
    let mut values = vec![
        ("title", map.title.clone()),
        ("description", map.description.clone()),
        ("loops", loops),
    ];
    values.extend(map.attributes.iter().map(|(key, value)| (key.as_str(), value.clone())));
    values.retain(|(_, value)| !value.is_empty());
    values
}
