//! `GraphML`, <http://graphml.graphdrawing.org/specification.html>; when written, with the keys d0 to d16 that PRSM has.

use std::collections::{BTreeMap, HashMap};

use causal::{LinkKind, Sign};
use serde_json::Value;

use crate::{
    Format, Unreadable,
    draft::Draft,
    fields::{Fields, unshown},
    graph::{self, Defaults, Values},
    left_out::many,
    read::Read,
    sheet::LONGEST_NAME,
    tributary,
    xml::{Element, parse},
};

mod write;

pub(crate) use write::write;

/// The names of keys by their ids.
type Keys = HashMap<String, String>;

pub(crate) fn read(text: &str) -> Result<Read, Unreadable> {
    let root = parse(text, Format::GraphMl)?;
    let graph = root.child("graph").ok_or_else(|| {
        Unreadable::broken(
            Format::GraphMl,
            "the document",
            "there is no <graph> in it, so there is no map",
        )
    })?;
    let mut reading = Reading::default();
    root.all("key").for_each(|key| reading.key(key));
    for more in root.all("graph").skip(1) {
        reading.draft.left(
            format_args!("line {}", more.line),
            "this is a second graph; only the first is read",
        );
    }
    reading.of_map(graph);
    reading.nodes(graph);
    reading.edges(graph, graph.get("edgedefault") != "undirected");
    reading.loops(graph);
    reading.of_nodes.check(Format::GraphMl)?;
    reading.of_edges.check(Format::GraphMl)?;
    let mut draft = reading.draft;
    if reading.guessed > 0 {
        draft.left(
            many(reading.guessed, "link"),
            "no sign is said, so it was read from the + or - of the label",
        );
    }
    Ok(Read { map: draft.map, format: Format::GraphMl, left_out: draft.left_out })
}

#[derive(Default)]
struct Reading {
    keys: Keys,
    /// The key of the loops that somebody named, as we write them.
    loops: String,
    of_nodes: Defaults,
    of_edges: Defaults,
    draft: Draft,
    guessed: usize,
}

impl Reading {
    fn key(&mut self, key: &Element) {
        let (id, whose) = (key.get("id"), key.get("for"));
        let name = key.get("attr.name");
        let name = named(if name.is_empty() || name.len() > LONGEST_NAME { id } else { name });
        if let Some(default) = key.child("default").map(|default| default.text.trim().to_owned()) {
            if ["node", "all", ""].contains(&whose) {
                self.of_nodes.of.push((name.clone(), default.clone()));
            }
            if ["edge", "all", ""].contains(&whose) {
                self.of_edges.of.push((name.clone(), default));
            }
        }
        if whose == "graph" && name == "loops" {
            id.clone_into(&mut self.loops);
        }
        self.keys.insert(id.to_owned(), name);
    }

    /// The values of an element by their names, added to its defaults.
    fn values(&mut self, element: &Element, mut values: BTreeMap<String, String>) -> Values {
        for data in element.all("data") {
            let name = self.keys.get(data.get("key")).map_or(data.get("key"), String::as_str);
            if data.children.is_empty() {
                values.insert(name.to_owned(), data.text.clone());
            } else {
                drawn(&mut self.draft, data, &mut values);
            }
        }
        if let Some(text) = element.child("desc").map(|desc| desc.text.clone()) {
            values.entry("note".to_owned()).or_insert(text);
        }
        Values(values)
    }

    fn of_map(&mut self, graph: &Element) {
        let mut values = self.values(graph, BTreeMap::new());
        self.draft.map.title = values.take(&["title", "name"]);
        self.draft.map.description = values.take(&["description", "note"]);
        if !self.loops.is_empty() {
            values.0.remove("loops");
        }
        self.draft.map.attributes = values.0;
    }

    fn nodes(&mut self, graph: &Element) {
        for node in graph.all("node") {
            let defaults = self.of_nodes.copy();
            let values = self.values(node, defaults);
            self.draft
                .factor(format_args!("line {}", node.line), graph::factor(node.get("id"), values));
            for nested in node.all("graph") {
                self.draft.left(
                    format_args!("line {}", nested.line),
                    "this graph lies within a node; its nodes are read as factors beside it",
                );
                self.nodes(nested);
            }
        }
        for hyperedge in graph.all("hyperedge") {
            let what =
                "a hyperedge joins more than two factors, which no link can, so it is left out";
            self.draft.left(format_args!("line {}", hyperedge.line), what);
        }
    }

    fn edges(&mut self, graph: &Element, directed: bool) {
        for edge in graph.all("edge") {
            let defaults = self.of_edges.copy();
            let values = self.values(edge, defaults);
            let (mut link, guessed) = graph::link(edge.get("id"), values);
            let says = edge.get("directed");
            if link.direction == LinkKind::Directed {
                link.direction =
                    graph::undirected(if says.is_empty() { directed } else { says == "true" });
            }
            let colours = colours(link.sign);
            link.attributes.retain(|key, value| !colours.contains(&(key.as_str(), value.clone())));
            let ends = (edge.get("source"), edge.get("target"));
            let place = format_args!("line {}", edge.line);
            self.guessed += usize::from(self.draft.link(place, ends, link).is_some() && guessed);
        }
        for nested in graph.all("node").flat_map(|node| node.all("graph")) {
            self.edges(nested, nested.get("edgedefault") != "undirected");
        }
    }

    fn loops(&mut self, graph: &Element) {
        let data =
            graph.all("data").find(|data| !self.loops.is_empty() && data.get("key") == self.loops);
        let Some(Value::Array(loops)) = data.map(|data| unshown(&data.text)) else { return };
        for (at, named) in loops.into_iter().enumerate() {
            if let Some(fields) = Fields::of(named) {
                tributary::read_loop(&mut self.draft, &format!("loops[{at}]"), fields);
            }
        }
    }
}

/// Names that mean a field are in lower case.
fn named(name: &str) -> String {
    let plain = name.to_lowercase();
    if ["label", "x", "y", "weight", "sign"].contains(&plain.as_str()) {
        plain
    } else {
        name.to_owned()
    }
}

/// What a drawing (yEd's) says: the first label in it, and where it stands. The rest of the drawing is said.
fn drawn(draft: &mut Draft, data: &Element, values: &mut BTreeMap<String, String>) {
    let mut found = Vec::new();
    descend(data, &mut found);
    for element in found {
        let label = element.name.ends_with("Label") && !element.text.trim().is_empty();
        if label {
            values.entry("label".to_owned()).or_insert_with(|| element.text.trim().to_owned());
        }
        if element.name == "Geometry" {
            values.entry("x".to_owned()).or_insert_with(|| element.get("x").to_owned());
            values.entry("y".to_owned()).or_insert_with(|| element.get("y").to_owned());
        }
    }
    draft.left(
        format_args!("line {}", data.line),
        "of this drawing only the label and the place are read",
    );
}

fn descend<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in &element.children {
        found.push(child);
        descend(child, found);
    }
}

/// The colours in which a sign is drawn, as PRSM's keys have them.
fn colours(sign: Sign) -> Vec<(&'static str, String)> {
    let (colour, [r, g, b]) = match sign {
        Sign::Positive => ("#00703c", [0, 112, 60]),
        Sign::Negative => ("#d4351c", [212, 53, 28]),
        Sign::Unknown => return Vec::new(),
    };
    vec![
        ("color", colour.to_owned()),
        ("r", r.to_string()),
        ("g", g.to_string()),
        ("b", b.to_string()),
    ]
}
