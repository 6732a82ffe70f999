//! Kumu's full backup: elements and connections with their attributes, loops, maps with positions, perspectives.
//!
//! Where factors stand is said by the default map, or else by the first. The other maps and the perspectives are kept as they
//! are, in the attributes of the map.

use causal::{Loop, Map};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Written,
    draft::Draft,
    fields::{Fields, number, shown, unshown},
    kumu::{self, blueprint},
    left_out::many,
    read::Read,
    tributary::each,
};

pub(crate) fn read(mut file: Fields) -> Read {
    let mut draft = Draft::default();
    draft.map.title = file.text("name");
    draft.map.description = file.text("description");
    each(&mut draft, &mut file, "elements", |draft, place, fields| {
        draft.factor(place, kumu::element(opened(fields, "element type", "type")));
    });
    each(&mut draft, &mut file, "connections", |draft, place, fields| {
        kumu::connect(draft, place, opened(fields, "connection type", "type"));
    });
    let reversed = draft.map.links.iter().filter(|link| kumu::is_reversed(link)).count();
    if reversed > 0 {
        let what = "marked as reversed, so read from `to` to `from`";
        draft.left(many(reversed, "connection"), what);
    }
    each(&mut draft, &mut file, "loops", |draft, place, fields| {
        let mut said = opened(fields, "", "");
        let links: Vec<String> =
            said.list("connections").unwrap_or_default().into_iter().map(shown).collect();
        let (id, label) = (said.text("id"), said.text("label"));
        draft.declare(
            place,
            Loop { id, label, attributes: said.rest(), ..Loop::default() },
            &links,
        );
    });
    positions(&mut draft, &file);
    let said = file.take("maps");
    draft.map.attributes = file.rest();
    // A single map that is made anew for each file says nothing of its own.
    if let Some(said) = said.filter(|said| *said != maps(&draft.map, None)) {
        draft.map.attributes.insert("maps".into(), said.to_string());
    }
    Read { map: draft.map, format: Format::KumuBackup, left_out: draft.left_out }
}

/// A thing of the backup as if it stood in a blueprint: its attributes beside its own fields, `_id` as its id.
fn opened(mut fields: Fields, kind: &str, known: &str) -> Fields {
    let mut said = fields.object("attributes").unwrap_or_default();
    let kind = said.0.remove(kind);
    if let Some(kind) = kind {
        said.0.insert(known.to_owned(), kind);
    }
    if let Some(id) = fields.take("_id") {
        said.0.insert("id".to_owned(), id);
    }
    said.0.extend(fields.0);
    said
}

/// Which of the maps says where factors stand.
fn shown_map(maps: &[Value], default: &str) -> Option<usize> {
    let id = |map: &Value| map.get("_id").cloned().map(shown).unwrap_or_default();
    let by_default = maps.iter().position(|map| id(map) == default);
    by_default.or_else(|| (!maps.is_empty()).then_some(0))
}

fn positions(draft: &mut Draft, file: &Fields) {
    let default = file.0.get("defaultMap").cloned().map(shown).unwrap_or_default();
    let maps = file.0.get("maps").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let shown_map = shown_map(maps, &default).and_then(|at| maps.get(at));
    let elements = shown_map.and_then(|map| map.get("elements")?.as_array());
    for (at, element) in elements.into_iter().flatten().enumerate() {
        let id = element.get("element").cloned().map(shown).unwrap_or_default();
        let position = element.get("position");
        let coordinate =
            |key: &str| position.and_then(|position| position.get(key)).and_then(number);
        let found = draft.by_id(&id).and_then(|at| draft.map.factors.get_mut(at));
        if let Some(factor) = found {
            factor.position = coordinate("x").zip(coordinate("y"));
        } else {
            draft.left(
                format_args!("maps, elements[{at}]"),
                format_args!("no element is called \"{id}\""),
            );
        }
    }
}

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out = Vec::new();
    let elements: Vec<Value> = map
        .factors
        .iter()
        .map(|factor| {
            json!({"_id": factor.id, "attributes": kumu::of_factor(factor, "element type", &mut left_out)})
        })
        .collect();
    let connections: Vec<Value> =
        map.links.iter().map(|link| connection(map, link, &mut left_out)).collect();
    let loops: Vec<Value> =
        map.loops.iter().map(|named| self::named(map, named, &mut left_out)).collect();
    let mut file = json!({
        "name": map.title,
        "description": map.description,
        "elements": elements,
        "connections": connections,
        "loops": loops,
    });
    let mut attributes = map.attributes.clone();
    let maps = maps(map, attributes.remove("maps").as_deref());
    if let Some(object) = file.as_object_mut() {
        object.insert("maps".into(), maps);
        blueprint::rest(object, &attributes, "the map", &mut left_out);
    }
    Written::one(Format::KumuBackup, format!("{file:#}\n").into_bytes(), left_out)
}

fn connection(map: &Map, link: &causal::Link, left_out: &mut Vec<LeftOut>) -> Value {
    let reversed = kumu::is_reversed(link);
    let (from, to) = if reversed { (link.to, link.from) } else { (link.from, link.to) };
    let id = |at: usize| map.factors.get(at).map(|factor| &factor.id);
    json!({
        "_id": link.id,
        "direction": kumu::direction(link),
        "delayed": link.delayed,
        "reversed": reversed,
        "from": id(from),
        "to": id(to),
        "attributes": kumu::of_link(link, "connection type", left_out),
    })
}

fn named(map: &Map, named: &Loop, left_out: &mut Vec<LeftOut>) -> Value {
    let links: Vec<&String> =
        named.links.iter().filter_map(|link| map.links.get(*link)).map(|link| &link.id).collect();
    let mut attributes = serde_json::Map::new();
    attributes.insert("label".into(), json!(named.label));
    blueprint::rest(
        &mut attributes,
        &named.attributes,
        &format!("loop \"{}\"", named.label),
        left_out,
    );
    json!({"_id": named.id, "attributes": attributes, "connections": links})
}

/// The maps as they were, with factors where they stand now; or one map where there was none.
fn maps(map: &Map, before: Option<&str>) -> Value {
    let mut maps = match before.map(unshown) {
        Some(Value::Array(maps)) if maps.iter().all(Value::is_object) => maps,
        Some(_) | None => Vec::new(),
    };
    let default = map.attributes.get("defaultMap").map_or("", String::as_str);
    let elements = map.factors.iter().filter_map(|factor| {
        let (x, y) = factor.position?;
        Some((factor.id.clone(), json!({"x": x, "y": y})))
    });
    let mut elements: std::collections::BTreeMap<String, Value> = elements.collect();
    if maps.is_empty() && !elements.is_empty() {
        let id = if default.is_empty() { "map-1" } else { default };
        let connections: Vec<Value> =
            map.links.iter().map(|link| json!({"connection": link.id})).collect();
        maps.push(
            json!({"_id": id, "name": map.title, "elements": [], "connections": connections}),
        );
    }
    let shown_map =
        shown_map(&maps, default).and_then(|at| maps.get_mut(at)).and_then(Value::as_object_mut);
    let entry = shown_map.map(|map| map.entry("elements").or_insert_with(|| json!([])));
    if let Some(list) = entry.and_then(Value::as_array_mut) {
        list.iter_mut().filter_map(Value::as_object_mut).for_each(|element| {
            let id = element.get("element").cloned().map(shown).unwrap_or_default();
            let position = elements.remove(&id);
            if !position.as_ref().is_some_and(|position| same(element.get("position"), position)) {
                element.remove("position");
                element.extend(position.map(|position| ("position".to_owned(), position)));
            }
        });
        list.extend(
            elements.into_iter().map(|(id, position)| json!({"element": id, "position": position})),
        );
    }
    Value::Array(maps)
}

/// Whether two positions are the same place, however the numbers are written.
fn same(before: Option<&Value>, now: &Value) -> bool {
    let coordinate = |position: Option<&Value>, key| {
        position.and_then(|position| position.get(key)).and_then(number)
    };
    ["x", "y"].into_iter().all(|key| coordinate(before, key) == coordinate(Some(now), key))
}
