//! GraphML, being written.

use causal::{Factor, Link, LinkKind, Map};

use super::{Keyed, Lost, Said, colours, names, of_map, written};
use crate::{LeftOut, Written, graph, tributary::direction_name, xml::Xml};

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out: Lost = reserved(map);
    let factors: Vec<_> =
        map.factors.iter().map(|factor| values_of_factor(factor, &mut left_out)).collect();
    let links: Vec<Said<'_>> =
        map.links.iter().map(|link| (link, values_of_link(link, &mut left_out))).collect();
    let whole: Vec<_> = of_map(map).into_iter().filter(|(key, _)| !is_reserved(map, key)).collect();
    let mut keys = names("node", factors.iter().map(Vec::as_slice));
    keys.extend(names("edge", links.iter().map(|(_, values)| values.as_slice())));
    keys.extend(names("graph", std::iter::once(whole.as_slice())));
    let keys = Keyed::new(keys);
    let mut xml = Xml::new();
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    keys.declare(&mut xml);
    xml.open("graph", &[("id", "G"), ("edgedefault", "directed")]);
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
    written(bytes, left_out)
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

fn values_of_link<'a>(link: &'a Link, left_out: &mut Lost) -> Vec<(&'a str, String)> {
    let mut values = graph::of_link(link, "style", left_out);
    if !link.label.is_empty() {
        values.push(("label", link.label.clone()));
    }
    if let Some(weight) = link.weight {
        values.push(("weight", weight.to_string()));
    }
    if link.direction == LinkKind::Mutual {
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
    let mut attributes =
        vec![("id", link.id.as_str()), ("source", id(link.from)), ("target", id(link.to))];
    if link.direction == LinkKind::Undirected {
        attributes.push(("directed", "false"));
    }
    xml.open("edge", &attributes);
}
