//! Kumu's blueprint: `{"elements":[...],"connections":[...]}`.

use std::collections::BTreeMap;

use causal::{Loop, Map};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Written,
    draft::Draft,
    fields::{Fields, shown, unshown},
    kumu::{self, OF_CONNECTION, OF_ELEMENT, canonical},
    read::Read,
    tributary::each,
};

pub(crate) fn read(mut file: Fields) -> Read {
    let mut draft = Draft::default();
    draft.map.title = file.text("name");
    draft.map.description = file.text("description");
    each(&mut draft, &mut file, "elements", |draft, place, fields| {
        draft.factor(place, kumu::element(canonical(fields, OF_ELEMENT)));
    });
    each(&mut draft, &mut file, "connections", |draft, place, fields| {
        kumu::connect(draft, place, canonical(fields, OF_CONNECTION));
    });
    each(&mut draft, &mut file, "loops", |draft, place, mut fields| {
        let links: Vec<String> =
            fields.list("connections").unwrap_or_default().into_iter().map(shown).collect();
        let (id, label) = (fields.text("id"), fields.text("label"));
        draft.declare(
            place,
            Loop { id, label, attributes: fields.rest(), ..Loop::default() },
            &links,
        );
    });
    draft.map.attributes = file.rest();
    Read { map: draft.map, format: Format::KumuBlueprint, left_out: draft.left_out }
}

pub(crate) fn write(map: &Map) -> Written {
    let mut left_out = Vec::new();
    let elements: Vec<Value> =
        map.factors.iter().map(|factor| element(factor, &mut left_out)).collect();
    let connections: Vec<Value> =
        map.links.iter().map(|link| connection(map, link, &mut left_out)).collect();
    let loops: Vec<Value> =
        map.loops.iter().map(|named| self::named(map, named, &mut left_out)).collect();
    let mut file = json!({"elements": elements, "connections": connections});
    if let Some(object) = file.as_object_mut() {
        let texts = [("name", &map.title), ("description", &map.description)];
        for (key, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            object.insert(key.to_owned(), json!(text));
        }
        if !loops.is_empty() {
            object.insert("loops".to_owned(), json!(loops));
        }
        rest(object, &map.attributes, "the map", &mut left_out);
    }
    Written::one(Format::KumuBlueprint, format!("{file:#}\n").into_bytes(), left_out)
}

fn element(factor: &causal::Factor, left_out: &mut Vec<LeftOut>) -> Value {
    let mut object = kumu::of_factor(factor, "type", left_out);
    object.insert("id".into(), json!(factor.id));
    if let Some((x, y)) = factor.position {
        object.insert("x".into(), json!(x));
        object.insert("y".into(), json!(y));
    }
    Value::Object(object)
}

fn connection(map: &Map, link: &causal::Link, left_out: &mut Vec<LeftOut>) -> Value {
    let mut object = kumu::of_link(link, "type", left_out);
    object.insert("id".into(), json!(link.id));
    let reversed = kumu::is_reversed(link);
    let (from, to) = if reversed { (link.to, link.from) } else { (link.from, link.to) };
    for (key, end) in [("from", from), ("to", to)] {
        object.insert(key.into(), json!(map.factors.get(end).map(|factor| &factor.id)));
    }
    object.insert("direction".into(), json!(kumu::direction(link)));
    for (key, yes) in [("delayed", link.delayed), ("reversed", reversed)] {
        if yes {
            object.insert(key.into(), json!(true));
        }
    }
    Value::Object(object)
}

fn named(map: &Map, named: &Loop, left_out: &mut Vec<LeftOut>) -> Value {
    let links: Vec<&String> =
        named.links.iter().filter_map(|link| map.links.get(*link)).map(|link| &link.id).collect();
    let mut file = json!({"id": named.id, "label": named.label, "connections": links});
    if let Some(object) = file.as_object_mut() {
        rest(object, &named.attributes, &format!("loop \"{}\"", named.label), left_out);
    }
    file
}

/// Puts attributes beside the fields, unless a field has that name.
pub(crate) fn rest(
    object: &mut serde_json::Map<String, Value>,
    attributes: &BTreeMap<String, String>,
    owner: &str,
    left_out: &mut Vec<LeftOut>,
) {
    for (key, value) in attributes {
        if object.contains_key(key)
            || ["name", "description", "loops"].contains(&key.as_str()) && owner == "the map"
        {
            left_out.push(LeftOut::new(
                owner,
                format_args!("the attribute \"{key}\" has no place here: that name is taken"),
            ));
        } else {
            object.insert(key.clone(), unshown(value));
        }
    }
}
