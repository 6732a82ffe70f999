//! Maps to try things on: those in `data`, and small ones made in a line.

use std::{collections::BTreeMap, fs, path::Path};

use causal::{Factor, Link, Map, Sign};
use serde_json::Value;

/// The map in a file: a table of links (`From,To,Type`, without quotes) or an edge list.
pub(crate) fn read(path: &Path) -> Map {
    let text = fs::read_to_string(path).expect("the map should be there");
    if path.extension().is_some_and(|ending| ending == "json") { edges(&text) } else { rows(&text) }
}

fn edges(text: &str) -> Map {
    let file: Value = serde_json::from_str(text).expect("an edge list is JSON");
    let end = |edge: &Value, at: usize| usize::try_from(edge[at].as_u64().unwrap()).unwrap();
    let edges = file["edges"].as_array().expect("an edge list has edges");
    let link = |edge| Link { from: end(edge, 0), to: end(edge, 1), ..Link::default() };
    let count = file["nodes"].as_u64().expect("an edge list has nodes");
    let factor = |number: u64| Factor { label: number.to_string(), ..Factor::default() };
    Map {
        factors: (0..count).map(factor).collect(),
        links: edges.iter().map(link).collect(),
        ..Map::default()
    }
}

fn rows(text: &str) -> Map {
    let mut places = BTreeMap::new();
    let mut map = Map::default();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        let [from, to] = [cells[0], cells[1]].map(|label| {
            *places.entry(label.to_owned()).or_insert_with(|| {
                map.factors.push(Factor { label: label.to_owned(), ..Factor::default() });
                map.factors.len() - 1
            })
        });
        let sign = if cells[2] == "-" { Sign::Negative } else { Sign::Positive };
        map.links.push(Link { from, to, sign, ..Link::default() });
    }
    map
}
