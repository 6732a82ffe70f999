//! GEXF, being written.

use std::collections::BTreeMap;

use causal::{Link, LinkKind, Map};

use super::rgb;
use crate::{Format, LeftOut, Written, graph, tributary::direction_name, xml::Xml};

fn values_of_link<'a>(
    undirected: bool,
    link: &'a Link,
    left_out: &mut Vec<LeftOut>,
) -> Vec<(&'a str, String)> {
    let mut values = graph::of_link(link, "kind", left_out);
    if link.direction == LinkKind::Undirected && !undirected {
        values.push(("direction", direction_name(link.direction).to_owned()));
    }
    values
}

/// The titles of attributes in their order, each once.
fn titles<'a>(all: impl Iterator<Item = &'a Vec<(&'a str, String)>>) -> BTreeMap<&'a str, String> {
    let mut titles: Vec<&str> = all.flatten().map(|(title, _)| *title).collect();
    titles.sort_unstable();
    titles.dedup();
    titles.into_iter().zip(0..).map(|(title, at): (&str, usize)| (title, at.to_string())).collect()
}

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out = Vec::new();
    let factors: Vec<_> =
        map.factors.iter().map(|factor| graph::of_factor(factor, "kind", &mut left_out)).collect();
    let undirected = graph::all_undirected(map);
    let links: Vec<_> =
        map.links.iter().map(|link| values_of_link(undirected, link, &mut left_out)).collect();
    let (of_node, of_edge) = (titles(factors.iter()), titles(links.iter()));
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns", "http://gexf.net/1.3"),
        ("xmlns:viz", "http://gexf.net/1.3/viz"),
        ("version", "1.3"),
    ];
    xml.open("gexf", &spaces);
    meta(&mut xml, map, &mut left_out);
    let default = if undirected { LinkKind::Undirected } else { LinkKind::Directed };
    xml.open("graph", &[("defaultedgetype", direction_name(default)), ("mode", "static")]);
    declare(&mut xml, "node", &of_node);
    declare(&mut xml, "edge", &of_edge);
    xml.open("nodes", &[]);
    for (factor, values) in map.factors.iter().zip(&factors) {
        xml.open("node", &[("id", &factor.id), ("label", &factor.label)]);
        said(&mut xml, values, &of_node);
        if let Some((x, y)) = factor.position {
            xml.empty("viz:position", &[("x", &x.to_string()), ("y", &y.to_string()), ("z", "0")]);
        }
        xml.close();
    }
    xml.close();
    edges(&mut xml, map, &links, &of_edge);
    (0..2).for_each(|_| xml.close());
    let (bytes, more) = xml.done();
    left_out.extend(more);
    Written::one(Format::Gexf, bytes, left_out)
}

fn edges(xml: &mut Xml, map: &Map, links: &[Vec<(&str, String)>], ids: &BTreeMap<&str, String>) {
    xml.open("edges", &[]);
    for (link, values) in map.links.iter().zip(links) {
        edge(xml, map, link);
        said(xml, values, ids);
        let [r, g, b] = rgb(link.sign);
        xml.empty("viz:color", &[("r", r), ("g", g), ("b", b)]);
        xml.close();
    }
    xml.close();
}

fn meta(xml: &mut Xml, map: &Map, left_out: &mut Vec<LeftOut>) {
    xml.open("meta", &[]);
    xml.leaf("description", &[], &map.description);
    for (key, value) in &map.attributes {
        if ["creator", "keywords"].contains(&key.as_str()) {
            xml.leaf(key, &[], value);
        } else {
            left_out.push(LeftOut::new(
                "the map",
                format_args!("the attribute \"{key}\" has no place here"),
            ));
        }
    }
    xml.close();
}

fn declare(xml: &mut Xml, class: &str, titles: &BTreeMap<&str, String>) {
    xml.open("attributes", &[("class", class)]);
    for (title, id) in titles {
        xml.empty("attribute", &[("id", id), ("title", title), ("type", "string")]);
    }
    xml.close();
}

fn said(xml: &mut Xml, values: &[(&str, String)], ids: &BTreeMap<&str, String>) {
    xml.open("attvalues", &[]);
    for (title, value) in values {
        let id = ids.get(title).map_or("", String::as_str);
        xml.empty("attvalue", &[("for", id), ("value", value)]);
    }
    xml.close();
}

fn edge(xml: &mut Xml, map: &Map, link: &Link) {
    let id = |at: usize| map.factors.get(at).map_or("", |factor| factor.id.as_str());
    let weight = link.weight.map(|weight| weight.to_string());
    let mut attributes =
        vec![("id", link.id.as_str()), ("source", id(link.from)), ("target", id(link.to))];
    // One that has no direction on a map where others have says so as a value, not here.
    if link.direction != LinkKind::Undirected {
        attributes.push(("type", direction_name(link.direction)));
    }
    if !link.label.is_empty() {
        attributes.push(("label", &link.label));
    }
    attributes.extend(weight.as_deref().map(|weight| ("weight", weight)));
    xml.open("edge", &attributes);
}
