//! LOOPY: a map of circles and arrows in the address of a page, `?data=[nodes, edges, labels, uid]`.
//!
//! A node is `[id, x, y, init, label, hue]`, with the label URI-encoded twice; an edge `[from, to, arc, strength, rotation]`,
//! strength 1 for more and -1 for less; a label `[x, y, text]`.

use std::collections::BTreeMap;

use causal::{Factor, Link, Map, Sign};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Unreadable, Written,
    draft::Draft,
    fields::{finite, number, shown, unshown},
    left_out::many,
    read::Read,
};

/// What JavaScript's `encodeURIComponent` leaves as it is.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');
/// Where a written map opens.
const PAGE: &str = "https://ncase.me/loopy/v1.1/?data=";
/// How far from the middle a factor without a position is put.
const RADIUS: f64 = 300.0;

/// The text of `data`, whether the address is whole, the parameter alone, or already decoded. LOOPY itself encodes no more of
/// an address than its quotation marks and its last bracket.
pub(crate) fn data(text: &str) -> String {
    let text = text.trim();
    let data = text.split_once("data=").map_or(text, |(_, data)| data);
    if data.starts_with('[') && data.ends_with(']') && data.contains('"') {
        return data.to_owned();
    }
    let data = data.split(['&', '#']).next().unwrap_or_default();
    percent_decode_str(data).decode_utf8_lossy().into_owned()
}

pub(crate) fn read(file: &Value) -> Result<Read, Unreadable> {
    let parts = file.as_array().map(Vec::as_slice).unwrap_or_default();
    let list = |at: usize| parts.get(at).and_then(Value::as_array);
    let nodes = list(0).zip(list(1));
    let (nodes, edges) = nodes.ok_or_else(|| {
        Unreadable::broken(
            Format::Loopy,
            "data",
            "this must be a list that begins with a list of nodes and one of edges",
        )
    })?;
    let mut draft = Draft::default();
    for (at, node) in nodes.iter().enumerate() {
        read_node(&mut draft, &format!("node {}", at + 1), node);
    }
    for (at, edge) in edges.iter().enumerate() {
        read_edge(&mut draft, &format!("edge {}", at + 1), edge);
    }
    if let Some(labels) = list(2).filter(|labels| !labels.is_empty()) {
        draft.map.attributes.insert("labels".into(), Value::from(labels.clone()).to_string());
    }
    if let Some(uid) = parts.get(3) {
        draft.map.attributes.insert("uid".into(), shown(uid.clone()));
    }
    for (at, more) in parts.iter().enumerate().skip(4) {
        draft.left(format_args!("data[{at}]"), format_args!("this is not known here: {more}"));
    }
    Ok(Read { map: draft.map, format: Format::Loopy, left_out: draft.left_out })
}

fn read_node(draft: &mut Draft, place: &str, node: &Value) {
    let Some(parts) = node.as_array() else {
        return draft.left(place, format_args!("this is no node: {node}"));
    };
    let at = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let mut attributes = BTreeMap::new();
    for (key, value) in [("init", at(3)), ("hue", at(5))] {
        if !value.is_null() {
            attributes.insert(key.to_owned(), shown(value));
        }
    }
    for (at, more) in parts.iter().enumerate().skip(6) {
        draft.left(place, format_args!("part {at} is not known here: {more}"));
    }
    draft.factor(
        place,
        Factor {
            id: shown(at(0)),
            label: decoded(&shown(at(4))),
            position: number(&at(1)).zip(number(&at(2))),
            attributes,
            ..Factor::default()
        },
    );
}

/// A label without its encoding: twice, or as often as it was encoded.
fn decoded(label: &str) -> String {
    let once = percent_decode_str(label).decode_utf8_lossy().into_owned();
    percent_decode_str(&once).decode_utf8_lossy().into_owned()
}

fn read_edge(draft: &mut Draft, place: &str, edge: &Value) {
    let Some(parts) = edge.as_array() else {
        return draft.left(place, format_args!("this is no edge: {edge}"));
    };
    let at = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let strength = number(&at(3));
    let sign = match strength {
        Some(strength) if strength > 0.0 => Sign::Positive,
        Some(strength) if strength < 0.0 => Sign::Negative,
        Some(_) | None => Sign::Unknown,
    };
    let weight = strength.filter(|strength| (strength.abs() - 1.0).abs() > 0.0);
    let mut attributes = BTreeMap::new();
    for (key, value) in [("arc", at(2)), ("rotation", at(4))] {
        if !value.is_null() {
            attributes.insert(key.to_owned(), shown(value));
        }
    }
    for (at, more) in parts.iter().enumerate().skip(5) {
        draft.left(place, format_args!("part {at} is not known here: {more}"));
    }
    let ends = (shown(at(0)), shown(at(1)));
    draft.link(place, (&ends.0, &ends.1), Link { sign, weight, attributes, ..Link::default() });
}

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out = Vec::new();
    let ids = ids(map);
    let nodes: Vec<Value> =
        (0..).zip(&map.factors).map(|(at, factor)| node(&ids, at, factor)).collect();
    let edges: Vec<Value> = map.links.iter().map(|link| edge(&ids, link)).collect();
    let labels = map.attributes.get("labels").map_or_else(|| json!([]), |labels| unshown(labels));
    let uid = map.attributes.get("uid").map_or_else(|| json!(nodes.len() + 1), |uid| unshown(uid));
    said(&mut left_out, map);
    let data = json!([nodes, edges, labels, uid]).to_string();
    let address = format!("{PAGE}{}\n", utf8_percent_encode(&data, COMPONENT));
    Written::one(Format::Loopy, address.into_bytes(), left_out)
}

fn said(left_out: &mut Vec<LeftOut>, map: &Map) {
    let unsigned = map.links.iter().filter(|link| strength(link).1).count();
    if unsigned > 0 {
        let what =
            "LOOPY knows only more and less, and nobody said a sign, so it is written as more";
        left_out.push(LeftOut::new(many(unsigned, "link"), what));
    }
    let nowhere = map.factors.iter().filter(|factor| factor.position.is_none()).count();
    if nowhere > 0 {
        let what = "nobody said where it stands, so it is put on a circle";
        left_out.push(LeftOut::new(many(nowhere, "factor"), what));
    }
    for key in map.attributes.keys().filter(|key| !["labels", "uid"].contains(&key.as_str())) {
        left_out
            .push(LeftOut::new("the map", format_args!("this format has no place for \"{key}\"")));
    }
    lost(
        left_out,
        map.factors.iter().map(|factor| (&factor.label, &factor.attributes)),
        &["init", "hue"],
    );
    lost(left_out, map.links.iter().map(|link| (&link.id, &link.attributes)), &["arc", "rotation"]);
}

fn lost<'a>(
    left_out: &mut Vec<LeftOut>,
    owners: impl Iterator<Item = (&'a String, &'a BTreeMap<String, String>)>,
    kept: &[&str],
) {
    for (owner, attributes) in owners {
        for key in attributes.keys().filter(|key| !kept.contains(&key.as_str())) {
            left_out.push(LeftOut::new(
                format_args!("\"{owner}\""),
                format_args!("this format has no place for \"{key}\""),
            ));
        }
    }
}

fn node(ids: &[u32], at: u32, factor: &Factor) -> Value {
    let all = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    let angle = std::f64::consts::TAU * f64::from(at) / f64::from(all.max(1));
    let (x, y) = factor.position.unwrap_or_else(|| {
        (
            (2.0 * RADIUS + RADIUS * angle.cos()).round(),
            (2.0 * RADIUS + RADIUS * angle.sin()).round(),
        )
    });
    let once = utf8_percent_encode(&factor.label, COMPONENT).to_string();
    let label = utf8_percent_encode(&once, COMPONENT).to_string();
    json!([
        ids.get(usize::try_from(at).unwrap_or(usize::MAX)),
        x,
        y,
        own(&factor.attributes, "init", 0.5),
        label,
        own(&factor.attributes, "hue", 0.0)
    ])
}

/// Numbers as ids, the map's own where all of them are numbers.
fn ids(map: &Map) -> Vec<u32> {
    let own = map
        .factors
        .iter()
        .map(|factor| factor.id.parse().ok().filter(|id: &u32| id.to_string() == factor.id));
    own.collect::<Option<_>>().unwrap_or_else(|| (1..).take(map.factors.len()).collect())
}

fn own(attributes: &BTreeMap<String, String>, key: &str, otherwise: f64) -> Value {
    json!(attributes.get(key).and_then(|text| finite(text)).unwrap_or(otherwise))
}

/// How strong a link is written, and whether that says more than is known.
fn strength(link: &Link) -> (f64, bool) {
    let size = link.weight.map_or(1.0, f64::abs);
    match link.sign {
        Sign::Positive => (size, false),
        Sign::Negative => (-size, false),
        Sign::Unknown => (link.weight.unwrap_or(1.0), link.weight.is_none()),
    }
}

fn edge(ids: &[u32], link: &Link) -> Value {
    let (from, to) = (ids.get(link.from), ids.get(link.to));
    json!([
        from,
        to,
        own(&link.attributes, "arc", 100.0),
        strength(link).0,
        own(&link.attributes, "rotation", 0.0)
    ])
}
