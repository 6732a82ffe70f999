//! Kumu: blueprint, full backup, and pairs of tables. What its fields mean is the same in all three.

pub(crate) mod backup;
pub(crate) mod blueprint;
pub(crate) mod tables;

use std::fmt;

use causal::{Factor, Link, Sign};
use serde_json::{Map as Object, Value, json};

use crate::{
    LeftOut,
    draft::Draft,
    fields::{Fields, unshown},
    tributary::{direction_name, direction_of},
};

/// The fields of an element that are no attributes, in lower case.
pub(crate) const OF_ELEMENT: &[&str] =
    &["id", "label", "type", "element type", "description", "tags", "x", "y"];
/// The fields of a connection that are no attributes, in lower case.
pub(crate) const OF_CONNECTION: &[&str] = &[
    "id",
    "from",
    "to",
    "label",
    "type",
    "connection type",
    "kind",
    "direction",
    "description",
    "tags",
    "strength",
    "delayed",
    "reversed",
];

/// The sign that the type of a connection says, and the type if it says more than that. `++` and `--` are the notation from
/// state to state: both ends move the same way. A bare `-`, `+-` and `-+`: they move against each other.
pub(crate) fn sign(kind: &str) -> (Sign, String) {
    match kind.trim() {
        "+" => (Sign::Positive, String::new()),
        "-" => (Sign::Negative, String::new()),
        "++" | "--" => (Sign::Positive, kind.trim().to_owned()),
        "+-" | "-+" | "\u{2212}" | "\u{2013}" => (Sign::Negative, kind.trim().to_owned()),
        _ => (Sign::Unknown, kind.to_owned()),
    }
}

/// The type that says a link's sign, and its kind where the type cannot say both.
pub(crate) fn kind(link: &Link) -> (&str, Option<&str>) {
    if !link.kind.is_empty() && sign(&link.kind) == (link.sign, link.kind.clone()) {
        return (&link.kind, None);
    }
    let mark = match link.sign {
        Sign::Positive => "+",
        Sign::Negative => "-",
        Sign::Unknown => "",
    };
    (mark, (!link.kind.is_empty()).then_some(&link.kind))
}

/// A factor from the fields of an element.
pub(crate) fn element(mut file: Fields) -> Factor {
    Factor {
        id: file.text("id"),
        label: file.text("label"),
        kind: file.text("type"),
        note: file.text("description"),
        tags: file.words("tags"),
        position: file.position("x", "y"),
        attributes: file.rest(),
    }
}

/// Adds a link from the fields of a connection, if its ends are there.
pub(crate) fn connect(draft: &mut Draft, place: impl fmt::Display, mut file: Fields) {
    let (from, to) = (file.text("from"), file.text("to"));
    let link = connection(draft, &place, file);
    let ends = if is_reversed(&link) { (&to, &from) } else { (&from, &to) };
    draft.link(place, (ends.0, ends.1), link);
}

/// A link from the fields of a connection, without its ends. One that is reversed is to be read from its `to` to its `from`.
pub(crate) fn connection(draft: &mut Draft, place: &impl fmt::Display, mut file: Fields) -> Link {
    let direction = file.text("direction");
    let (sign, said) = sign(&file.text("type"));
    let kind = if said.is_empty() { file.text("kind") } else { said };
    let reversed = file.flag("reversed");
    let mut link = Link {
        id: file.text("id"),
        direction: direction_of(&direction).unwrap_or_default(),
        sign,
        delayed: file.flag("delayed"),
        weight: file.number("strength"),
        label: file.text("label"),
        kind,
        note: file.text("description"),
        tags: file.words("tags"),
        ..Link::default()
    };
    link.attributes = file.rest();
    if direction_of(&direction).is_none() && !direction.is_empty() {
        draft.left(
            place,
            format_args!("the direction \"{direction}\" is not known, so this is directed"),
        );
    }
    if reversed {
        link.attributes.insert("reversed".into(), "true".into());
    }
    link
}

/// The fields of an element, without its id and position.
pub(crate) fn of_factor(
    factor: &Factor,
    type_key: &str,
    left_out: &mut Vec<LeftOut>,
) -> Object<String, Value> {
    let mut object = Object::new();
    put(&mut object, "label", json!(factor.label));
    put(&mut object, type_key, json!(factor.kind));
    put(&mut object, "description", json!(factor.note));
    put(&mut object, "tags", json!(factor.tags));
    for (key, value) in &factor.attributes {
        attribute(
            &mut object,
            OF_ELEMENT,
            (key, value),
            &format!("factor \"{}\"", factor.label),
            left_out,
        );
    }
    object
}

/// The fields of a connection, without its id, ends, direction and delay.
pub(crate) fn of_link(
    link: &Link,
    type_key: &str,
    left_out: &mut Vec<LeftOut>,
) -> Object<String, Value> {
    let mut object = Object::new();
    let (mark, kind) = kind(link);
    put(&mut object, "label", json!(link.label));
    put(&mut object, type_key, json!(mark));
    put(&mut object, "kind", json!(kind.unwrap_or_default()));
    put(&mut object, "description", json!(link.note));
    put(&mut object, "tags", json!(link.tags));
    if let Some(weight) = link.weight {
        object.insert("strength".into(), json!(weight));
    }
    for (key, value) in link.attributes.iter().filter(|(key, _)| *key != "reversed") {
        attribute(
            &mut object,
            OF_CONNECTION,
            (key, value),
            &format!("link \"{}\"", link.id),
            left_out,
        );
    }
    object
}

/// Whether a link was drawn from its end to its beginning, and is to be written so again.
pub(crate) fn is_reversed(link: &Link) -> bool {
    link.attributes.get("reversed").is_some_and(|said| said == "true")
}

pub(crate) fn direction(link: &Link) -> &'static str {
    direction_name(link.direction)
}

fn put(object: &mut Object<String, Value>, key: &str, value: Value) {
    let nothing =
        value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty);
    if !nothing {
        object.insert(key.to_owned(), value);
    }
}

fn attribute(
    object: &mut Object<String, Value>,
    known: &[&str],
    (key, value): (&str, &str),
    owner: &str,
    left_out: &mut Vec<LeftOut>,
) {
    if known.contains(&key.trim().to_lowercase().as_str()) {
        let what =
            format_args!("the attribute \"{key}\" ({value}) has no place here: that name is taken");
        left_out.push(LeftOut::new(owner, what));
    } else {
        object.insert(key.to_owned(), unshown(value));
    }
}

/// Fields whose names that mean something are in lower case.
pub(crate) fn canonical(file: Fields, known: &[&str]) -> Fields {
    let named = file.0.into_iter().map(|(key, value)| {
        let plain = key.trim().to_lowercase();
        if known.contains(&plain.as_str()) { (plain, value) } else { (key, value) }
    });
    Fields(named.collect())
}
