//! Our own JSON, version 1, which holds everything that a map has. The README says it field by field.

use std::collections::BTreeMap;

use causal::{Factor, Link, LinkKind, Loop, Map, Sign};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Unreadable, Written,
    draft::Draft,
    fields::{Fields, shown},
    read::Read,
};

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;
/// The key that says that a file is ours, and its version.
pub(crate) const KEY: &str = "tributary_map";

pub(crate) fn write(map: &Map) -> Written {
    let file = json!({
        KEY: VERSION,
        "title": map.title,
        "description": map.description,
        "attributes": map.attributes,
        "factors": map.factors.iter().map(factor).collect::<Vec<_>>(),
        "links": map.links.iter().map(|link| self::link(map, link)).collect::<Vec<_>>(),
        "loops": loops(map),
    });
    Written::one(Format::Tributary, format!("{file:#}\n").into_bytes(), Vec::new())
}

fn factor(factor: &Factor) -> Value {
    json!({
        "id": factor.id,
        "label": factor.label,
        "kind": factor.kind,
        "note": factor.note,
        "tags": factor.tags,
        "position": factor.position,
        "attributes": factor.attributes,
    })
}

fn link(map: &Map, link: &Link) -> Value {
    json!({
        "id": link.id,
        "from": map.factors.get(link.from).map(|factor| &factor.id),
        "to": map.factors.get(link.to).map(|factor| &factor.id),
        "direction": direction_name(link.direction),
        "sign": sign_name(link.sign),
        "delayed": link.delayed,
        "weight": link.weight,
        "label": link.label,
        "kind": link.kind,
        "note": link.note,
        "tags": link.tags,
        "attributes": link.attributes,
    })
}

/// The loops named by hand, each with the ids of its links.
pub(crate) fn loops(map: &Map) -> Vec<Value> {
    let id = |link: &usize| map.links.get(*link).map(|link| link.id.clone());
    let one = |named: &Loop| {
        json!({
            "id": named.id,
            "label": named.label,
            "links": named.links.iter().filter_map(id).collect::<Vec<_>>(),
            "attributes": named.attributes,
        })
    };
    map.loops.iter().map(one).collect()
}

/// What a sign is called in JSON.
pub(crate) fn sign_name(sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => "positive",
        Sign::Negative => "negative",
        Sign::Unknown => "unknown",
    }
}

/// The sign of this name.
pub(crate) fn sign_of(name: &str) -> Option<Sign> {
    [Sign::Positive, Sign::Negative, Sign::Unknown]
        .into_iter()
        .find(|sign| sign_name(*sign) == name)
}

/// What a direction is called in JSON, as Kumu has it.
pub(crate) fn direction_name(direction: LinkKind) -> &'static str {
    match direction {
        LinkKind::Directed => "directed",
        LinkKind::Undirected => "undirected",
        LinkKind::Mutual => "mutual",
    }
}

/// The direction of this name.
pub(crate) fn direction_of(name: &str) -> Option<LinkKind> {
    let all = [LinkKind::Directed, LinkKind::Undirected, LinkKind::Mutual];
    all.into_iter().find(|direction| direction_name(*direction) == name.trim().to_lowercase())
}

pub(crate) fn read(mut file: Fields) -> Result<Read, Unreadable> {
    let version = file.take(KEY);
    if version.as_ref().and_then(Value::as_u64).is_none_or(|version| version > VERSION) {
        let version = version.map(shown).unwrap_or_default();
        let why = format!("version {version} is not known here. Use a newer tributary.");
        return Err(Unreadable::broken(Format::Tributary, KEY, why));
    }
    let mut draft = Draft::default();
    draft.map.title = file.text("title");
    draft.map.description = file.text("description");
    draft.map.attributes = attributes(&mut file);
    each(&mut draft, &mut file, "factors", read_factor);
    each(&mut draft, &mut file, "links", read_link);
    each(&mut draft, &mut file, "loops", read_loop);
    unknown(&mut draft, "the map", file);
    Ok(Read { map: draft.map, format: Format::Tributary, left_out: draft.left_out })
}

/// Reads each object of a list; what is no object is said.
pub(crate) fn each(
    draft: &mut Draft,
    file: &mut Fields,
    key: &'static str,
    one: fn(&mut Draft, &str, Fields),
) {
    for (at, value) in listed(draft, file, key).into_iter().enumerate() {
        let place = format!("{key}[{at}]");
        match Fields::of(value) {
            Some(fields) => one(draft, &place, fields),
            None => draft.left(place, "this is no JSON object, so it is left out"),
        }
    }
}

/// What stands in a field that must be a list. Of anything else nothing is read, and that is said.
pub(crate) fn listed(draft: &mut Draft, file: &mut Fields, key: &'static str) -> Vec<Value> {
    let list = file.list(key);
    if list.is_none() && file.take(key).is_some() {
        draft.left(key, "this is no list, so nothing of it was read");
    }
    list.unwrap_or_default()
}

fn read_factor(draft: &mut Draft, place: &str, mut file: Fields) {
    let factor = Factor {
        id: file.text("id"),
        label: file.text("label"),
        kind: file.text("kind"),
        note: file.text("note"),
        tags: words(&mut file),
        position: position(&mut file),
        attributes: attributes(&mut file),
    };
    draft.factor(place, factor);
    unknown(draft, place, file);
}

fn read_link(draft: &mut Draft, place: &str, mut file: Fields) {
    let (from, to) = (file.text("from"), file.text("to"));
    let (direction, sign) = (file.text("direction"), file.text("sign"));
    let link = Link {
        id: file.text("id"),
        direction: direction_of(&direction).unwrap_or_default(),
        sign: sign_of(&sign).unwrap_or_default(),
        delayed: file.flag("delayed"),
        weight: file.number("weight"),
        label: file.text("label"),
        kind: file.text("kind"),
        note: file.text("note"),
        tags: words(&mut file),
        attributes: attributes(&mut file),
        ..Link::default()
    };
    if direction_of(&direction).is_none() && !direction.is_empty() {
        draft.left(
            place,
            format_args!("the direction \"{direction}\" is not known, so this is directed"),
        );
    }
    if sign_of(&sign).is_none() && !sign.is_empty() {
        draft.left(place, format_args!("the sign \"{sign}\" is not known"));
    }
    let ends = (draft.by_id(&from), draft.by_id(&to));
    if let (Some(from), Some(to)) = ends {
        draft.join(place, Link { from, to, ..link });
    } else {
        draft.left(
            place,
            format_args!(
                "it is from \"{from}\" to \"{to}\", and one of them is not there, so it is left out"
            ),
        );
    }
    unknown(draft, place, file);
}

/// Reads a loop as it is written here.
pub(crate) fn read_loop(draft: &mut Draft, place: &str, mut file: Fields) {
    let links: Vec<String> =
        file.list("links").unwrap_or_default().into_iter().map(shown).collect();
    let named = Loop {
        id: file.text("id"),
        label: file.text("label"),
        attributes: attributes(&mut file),
        ..Loop::default()
    };
    draft.declare(place, named, &links);
    unknown(draft, place, file);
}

fn words(file: &mut Fields) -> Vec<String> {
    file.list("tags").unwrap_or_default().into_iter().map(shown).collect()
}

fn position(file: &mut Fields) -> Option<(f64, f64)> {
    let list = file.list("position")?;
    let mut numbers = list.iter().map_while(Value::as_f64);
    let found = numbers.next().zip(numbers.next());
    if found.is_none() {
        file.0.insert("position".into(), Value::Array(list));
    }
    found
}

fn attributes(file: &mut Fields) -> BTreeMap<String, String> {
    let fields = file.object("attributes").unwrap_or_default();
    fields.0.into_iter().map(|(key, value)| (key, shown(value))).collect()
}

fn unknown(draft: &mut Draft, place: &str, file: Fields) {
    for (key, value) in file.rest() {
        draft
            .left_out
            .push(LeftOut::new(place, format_args!("\"{key}\" is not read here: {value}")));
    }
}
