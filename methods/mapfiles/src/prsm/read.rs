//! `.prsm`, being read.

use std::collections::BTreeMap;

use causal::{Factor, Link, LinkKind, Sign};
use serde_json::{Map as Object, Value};

use super::{
    JSON_KEYS, default_edge, default_map, default_node, delta, direction_of, heads, sign_of_label,
    styles::Styles,
};
use crate::{
    Format,
    draft::Draft,
    fields::{Fields, shown},
    left_out::many,
    read::Read,
    sheet::LONGEST_NAME,
    tributary::{each, listed, read_loop},
};

/// What the file says about styles and titles, for all its factors and links.
struct Names {
    groups: BTreeMap<String, String>,
    edges: BTreeMap<String, String>,
    titles: BTreeMap<String, String>,
}

pub(crate) fn read(mut file: Fields, format: Format) -> Read {
    let mut draft = Draft::default();
    draft.map.title = file.text("mapTitle");
    describe(&mut draft, &mut file);
    let names = names(&mut file);
    let nodes = listed(&mut draft, &mut file, "nodes");
    for (at, node) in nodes.into_iter().enumerate() {
        let place = format!("nodes[{at}]");
        match Fields::of(node) {
            Some(fields) => node_read(&mut draft, &names, &place, fields),
            None => draft.left(place, "this is no JSON object, so it is left out"),
        }
    }
    let edges = listed(&mut draft, &mut file, "edges");
    let mut signs = 0;
    for (at, edge) in edges.into_iter().enumerate() {
        let place = format!("edges[{at}]");
        match Fields::of(edge) {
            Some(fields) => signs += usize::from(edge_read(&mut draft, &names, &place, fields)),
            None => draft.left(place, "this is no JSON object, so it is left out"),
        }
    }
    if signs > 0 {
        draft.left(
            many(signs, "link"),
            "PRSM has no signs, so it was read from the + or - of the label",
        );
    }
    each(&mut draft, &mut file, "loops", read_loop);
    let rest = without(file, &default_map());
    draft.map.attributes.extend(rest.0.into_iter().map(|(key, value)| {
        let text = if JSON_KEYS.contains(&key.as_str()) { value.to_string() } else { shown(value) };
        (key, text)
    }));
    Read { map: draft.map, format, left_out: draft.left_out }
}

fn describe(draft: &mut Draft, file: &mut Fields) {
    let said = file.take("description");
    let text = said.as_ref().and_then(|said| said.get("text")).cloned().or(said);
    let note = delta::read(text);
    draft.map.description = note.text;
    if let Some(formatted) = note.formatted {
        draft.map.attributes.insert("description".into(), formatted);
    }
}

/// Takes styles and titles out of a file, and leaves what is not said again when it is written.
fn names(file: &mut Fields) -> Names {
    let key = if file.0.contains_key("styles") { "styles" } else { "samples" };
    let mut all = file.object(key).unwrap_or_default();
    let groups = Styles::of_file("group", all.0.get("nodes"));
    let edges = Styles::of_file("edge", all.0.get("edges"));
    for (key, styles) in [("nodes", &groups), ("edges", &edges)] {
        all.0.remove(key);
        let own = styles.beyond_generated();
        if !own.is_empty() {
            all.0.insert(key.to_owned(), Value::Object(own));
        }
    }
    if !all.0.is_empty() {
        file.0.insert(key.to_owned(), Value::Object(all.0));
    }
    Names { groups: groups.kinds(), edges: edges.kinds(), titles: titles(file) }
}

/// The titles of attributes that name one only. Those, and that of no factor, are left in the file.
fn titles(file: &mut Fields) -> BTreeMap<String, String> {
    let all = file.object("attributeTitles").unwrap_or_default();
    let nodes =
        file.0.get("nodes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let used = |key: &str| nodes.iter().any(|node| node.get(key).is_some());
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for title in all.0.values() {
        *owners.entry(shown(title.clone())).or_default() += 1;
    }
    let (named, left): (Vec<_>, Vec<_>) = all.0.into_iter().partition(|(key, title)| {
        let title = shown(title.clone());
        let one = owners.get(&title) == Some(&1)
            && (1..=LONGEST_NAME).contains(&title.len())
            && !super::write::is_own(&title);
        one && used(key)
    });
    if !left.is_empty() {
        file.0.insert("attributeTitles".into(), Value::Object(left.into_iter().collect()));
    }
    named.into_iter().map(|(key, title)| (key, shown(title))).collect()
}

/// Fields without those that are written again just so.
fn without(mut file: Fields, defaults: &Object<String, Value>) -> Fields {
    file.0.retain(|key, value| defaults.get(key) != Some(value));
    file
}

fn node_read(draft: &mut Draft, names: &Names, place: &str, file: Fields) {
    let mut file = without(file, &default_node());
    let grp = file.text("grp");
    let note = note(&mut file);
    let mut factor = Factor {
        id: file.text("id"),
        label: file.text("label"),
        kind: names.groups.get(&grp).cloned().unwrap_or(grp),
        note: note.text,
        tags: file.list("tags").unwrap_or_default().into_iter().map(shown).collect(),
        position: file.position("x", "y"),
        ..Factor::default()
    };
    let told = file.rest().into_iter();
    factor.attributes =
        told.map(|(key, value)| (names.titles.get(&key).cloned().unwrap_or(key), value)).collect();
    factor.attributes.extend(note.formatted.map(|formatted| ("note".to_owned(), formatted)));
    draft.factor(place, factor);
}

/// The note, which was a title before version 1.5.
fn note(file: &mut Fields) -> delta::Note {
    let said = file.take("note").or_else(|| file.take("title"));
    delta::read(said)
}

/// Reads a link, and answers whether its sign came from its label.
fn edge_read(draft: &mut Draft, names: &Names, place: &str, mut file: Fields) -> bool {
    let heads = heads(file.0.get("arrows"));
    let backwards = heads == Some((false, true));
    let label = file.text("label");
    let (sign, label) = sign_of_label(&label);
    let direction = direction_of(heads);
    let mut file = without(file, &default_edge(sign, direction));
    let (from, to) = (file.text("from"), file.text("to"));
    let link = link(names, &mut file, (sign, label, direction));
    let mut attributes = file;
    if backwards {
        attributes.0.remove("arrows");
        draft.left(
            place,
            "the arrow points from its end to its beginning, so it is read the other way round",
        );
    }
    let link =
        Link { attributes: link.attributes.into_iter().chain(attributes.rest()).collect(), ..link };
    let ends = if backwards { (to.as_str(), from.as_str()) } else { (from.as_str(), to.as_str()) };
    draft.link(place, ends, link).is_some() && sign != Sign::Unknown
}

fn link(
    names: &Names,
    file: &mut Fields,
    (sign, label, direction): (Sign, &str, LinkKind),
) -> Link {
    let grp = file.text("grp");
    let note = note(file);
    let formatted = note.formatted.map(|formatted| ("note".to_owned(), formatted));
    Link {
        id: file.text("id"),
        direction,
        sign,
        delayed: file.flag("delayed"),
        weight: file.number("weight"),
        label: label.to_owned(),
        kind: names.edges.get(&grp).cloned().unwrap_or(grp),
        note: note.text,
        tags: file.list("tags").unwrap_or_default().into_iter().map(shown).collect(),
        attributes: formatted.into_iter().collect(),
        ..Link::default()
    }
}
