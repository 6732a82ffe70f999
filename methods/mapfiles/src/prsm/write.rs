//! `.prsm`, being written.

use std::collections::{BTreeMap, BTreeSet};

use causal::{Factor, Link, Map, Sign};
use serde::Serialize as _;
use serde_json::{Map as Object, Value, json};

use super::{
    JSON_KEYS, OF_NODE, default_edge, default_map, default_node, delta, direction_of, heads,
    label_with_sign, sign_of_label, styles::Styles,
};
use crate::{Format, LeftOut, Written, fields::unshown, lz, tributary};

/// The keys of the map that are made from its fields.
const MADE: &[&str] = &["mapTitle", "nodes", "edges", "loops", "styles", "attributeTitles"];
/// The keys of a link that are made from its fields.
const MADE_OF_LINK: &[&str] =
    &["id", "from", "to", "grp", "label", "note", "title", "delayed", "weight", "tags"];

/// How kinds and attributes are called in the file that is written.
struct Names {
    groups: BTreeMap<String, String>,
    edges: BTreeMap<String, String>,
    titles: BTreeMap<String, String>,
}

pub(crate) fn write(map: &Map, format: Format) -> Written {
    let mut left_out = said(map);
    let (styles, names) = styled(map, &mut left_out);
    let nodes: Vec<Value> = map.factors.iter().map(|factor| node(factor, &names)).collect();
    let edges: Vec<Value> =
        map.links.iter().map(|link| edge(map, link, &names, &mut left_out)).collect();
    let mut file = default_map();
    for (key, text) in
        map.attributes.iter().filter(|(key, _)| !MADE.contains(&key.as_str()) && *key != "samples")
    {
        let value = if JSON_KEYS.contains(&key.as_str()) {
            json_of(text)
        } else {
            Value::from(text.as_str())
        };
        file.insert(key.clone(), value);
    }
    let titles: Object<String, Value> = names
        .titles
        .iter()
        .map(|(title, key)| (key.clone(), json!(title)))
        .chain(kept_titles(map))
        .collect();
    file.insert("mapTitle".into(), json!(map.title));
    file.insert("description".into(), json!({"text": described(map)}));
    file.insert("styles".into(), styles);
    file.insert("attributeTitles".into(), json!(titles));
    file.insert("nodes".into(), json!(nodes));
    file.insert("edges".into(), json!(edges));
    if !map.loops.is_empty() {
        file.insert("loops".into(), json!(tributary::loops(map)));
    }
    let text = tabbed(&Value::Object(file));
    let text = if format == Format::PrsmCompressed { lz::pack(&text) } else { text };
    Written::one(format, text.into_bytes(), left_out)
}

/// With tabs, as PRSM writes.
fn tabbed(file: &Value) -> String {
    let mut bytes = Vec::new();
    let form = serde_json::ser::PrettyFormatter::with_indent(b"\t");
    let written = file.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, form));
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    String::from_utf8(bytes).unwrap_or_default()
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

/// What PRSM itself will not show, though the file holds it.
fn said(map: &Map) -> Vec<LeftOut> {
    let links = |has: fn(&Link) -> bool| map.links.iter().filter(|link| has(link)).count();
    let parts = [
        ("loops named by hand", map.loops.len()),
        ("delays of links", links(|link| link.delayed)),
        ("weights of links", links(|link| link.weight.is_some())),
        ("tags of links", links(|link| !link.tags.is_empty())),
        ("tags of factors", map.factors.iter().filter(|factor| !factor.tags.is_empty()).count()),
    ];
    let kept = "PRSM has no field for them; they are in the file, but PRSM does not show them and drops them when it saves";
    let some = parts.into_iter().filter(|(_, count)| *count > 0);
    let mut left_out: Vec<LeftOut> =
        some.map(|(what, count)| LeftOut::new(format_args!("{what} ({count})"), kept)).collect();
    for key in ["mapTitle", "nodes", "edges", "loops"]
        .into_iter()
        .filter(|key| map.attributes.contains_key(*key))
    {
        left_out.push(LeftOut::new(
            "the map",
            format_args!("the attribute \"{key}\" has no place here: that name is taken"),
        ));
    }
    left_out
}

fn described(map: &Map) -> Value {
    let formatted = map.attributes.get("description").map(|text| json_of(text));
    formatted
        .filter(|delta| delta::plain(delta) == map.description)
        .unwrap_or_else(|| delta::write(&map.description))
}

fn styled(map: &Map, left_out: &mut Vec<LeftOut>) -> (Value, Names) {
    let kept = map
        .attributes
        .get("styles")
        .or_else(|| map.attributes.get("samples"))
        .map(|text| json_of(text));
    let part = |key: &str| kept.as_ref().and_then(|styles| styles.get(key));
    let mut groups = Styles::of_file("group", part("nodes"));
    let mut edges = Styles::of_file("edge", part("edges"));
    let kinds: BTreeSet<&str> = map.factors.iter().map(|factor| factor.kind.as_str()).collect();
    let of_links: BTreeSet<&str> = map.links.iter().map(|link| link.kind.as_str()).collect();
    let names =
        Names { groups: groups.give(&kinds), edges: edges.give(&of_links), titles: titles(map) };
    for (given, kinds, what) in
        [(&names.groups, &kinds, "factors"), (&names.edges, &of_links, "links")]
    {
        for kind in kinds.iter().filter(|kind| !given.contains_key(**kind)) {
            let place = format!("{what} of the kind \"{kind}\"");
            left_out.push(LeftOut::new(
                place,
                "PRSM has fifteen styles, and no more was free, so they have none",
            ));
        }
    }
    (json!({"nodes": groups.into_file(), "edges": edges.into_file()}), names)
}

/// Whether a key of a factor is PRSM's own or the bare key of an attribute.
pub(super) fn is_own(key: &str) -> bool {
    let bare = key.strip_prefix("att").is_some_and(|number| number.parse::<u32>().is_ok());
    bare || OF_NODE.contains(&key)
}

fn kept_titles(map: &Map) -> Object<String, Value> {
    let kept = map.attributes.get("attributeTitles").map(|text| json_of(text));
    kept.and_then(|kept| kept.as_object().cloned()).unwrap_or_default()
}

/// A key of its own for every attribute that is not PRSM's.
fn titles(map: &Map) -> BTreeMap<String, String> {
    let kept = kept_titles(map);
    let all = map.factors.iter().flat_map(|factor| factor.attributes.keys());
    let (own, named): (BTreeSet<&str>, BTreeSet<&str>) =
        all.map(String::as_str).partition(|key| is_own(key));
    let mut free = (1..).map(|number| format!("att{number}"));
    let mut next = || free.find(|key| !kept.contains_key(key) && !own.contains(key.as_str()));
    named.into_iter().filter_map(|title| Some((title.to_owned(), next()?))).collect()
}

fn node(factor: &Factor, names: &Names) -> Value {
    let mut file = default_node();
    for (key, value) in &factor.attributes {
        match names.titles.get(key) {
            Some(key) => file.insert(key.clone(), json!(value)),
            None if OF_NODE.contains(&key.as_str()) => file.insert(key.clone(), unshown(value)),
            None => file.insert(key.clone(), json!(value)),
        };
    }
    file.insert("id".into(), json!(factor.id));
    file.insert("label".into(), json!(factor.label));
    file.insert(
        "grp".into(),
        json!(names.groups.get(&factor.kind).map_or("group0", String::as_str)),
    );
    note(&mut file, &factor.note, factor.attributes.get("note"));
    if let Some((x, y)) = factor.position {
        file.insert("x".into(), json!(x));
        file.insert("y".into(), json!(y));
    }
    if !factor.tags.is_empty() {
        file.insert("tags".into(), json!(factor.tags));
    }
    Value::Object(file)
}

/// Puts a note, with its form if that still says the same.
fn note(file: &mut Object<String, Value>, note: &str, formatted: Option<&String>) {
    file.remove("note");
    let formatted = formatted.map(|text| json_of(text)).filter(|delta| delta::plain(delta) == note);
    if let Some(formatted) = formatted {
        file.insert("note".into(), formatted);
    } else if !note.is_empty() {
        file.insert("note".into(), delta::write(note));
    }
}

fn edge(map: &Map, link: &Link, names: &Names, left_out: &mut Vec<LeftOut>) -> Value {
    let mut file = default_edge(link.sign, link.direction);
    for (key, value) in
        link.attributes.iter().filter(|(key, _)| !MADE_OF_LINK.contains(&key.as_str()))
    {
        let value = unshown(value);
        if key != "arrows" || direction_of(heads(Some(&value))) == link.direction {
            file.insert(key.clone(), value);
        }
    }
    let end = |at: usize| json!(map.factors.get(at).map(|factor| &factor.id));
    file.insert("id".into(), json!(link.id));
    file.insert("from".into(), end(link.from));
    file.insert("to".into(), end(link.to));
    file.insert("grp".into(), json!(names.edges.get(&link.kind).map_or("edge0", String::as_str)));
    file.insert("label".into(), json!(label_with_sign(link.sign, &link.label)));
    note(&mut file, &link.note, link.attributes.get("note"));
    own(&mut file, link);
    lost(link, left_out);
    Value::Object(file)
}

/// What PRSM has no key for.
fn own(file: &mut Object<String, Value>, link: &Link) {
    if link.delayed {
        file.insert("delayed".into(), json!(true));
    }
    if let Some(weight) = link.weight {
        file.insert("weight".into(), json!(weight));
    }
    if !link.tags.is_empty() {
        file.insert("tags".into(), json!(link.tags));
    }
}

fn lost(link: &Link, left_out: &mut Vec<LeftOut>) {
    let place = || format!("link \"{}\"", link.id);
    if link.sign == Sign::Unknown && sign_of_label(&link.label).0 != Sign::Unknown {
        let what =
            format!("nobody said its sign, but its label \"{}\" will be read as one", link.label);
        left_out.push(LeftOut::new(place(), what));
    }
    for key in
        link.attributes.keys().filter(|key| MADE_OF_LINK.contains(&key.as_str()) && *key != "note")
    {
        left_out.push(LeftOut::new(
            place(),
            format_args!("the attribute \"{key}\" has no place here: that name is taken"),
        ));
    }
}
