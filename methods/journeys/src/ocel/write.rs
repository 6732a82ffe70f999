//! Writes OCEL 2.0 JSON.

use serde::{Serialize, Serializer, ser::SerializeSeq};

use crate::{moment::Moment, names::Name, value::Value};

use super::{Kind, ObjectLog, Relation};

/// Writes a log of objects as OCEL 2.0 JSON, valid by the standard's schema: every value as text, its type in the declaration.
pub fn write(log: &ObjectLog) -> String {
    let file = File {
        event_types: Each(|| log.event_types.iter().map(|kind| declared(log, kind))),
        object_types: Each(|| log.object_types.iter().map(|kind| declared(log, kind))),
        events: Each(|| log.events.iter().map(|event| event_of(log, event))),
        objects: Each(|| log.objects.iter().map(|object| object_of(log, object))),
    };
    let written = serde_json::to_string(&file);
    debug_assert!(written.is_ok(), "texts, lists and moments can be written");
    written.unwrap_or_default()
}

/// Writes a list without holding all of it.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for one in (self.0)() {
            list.serialize_element(&one)?;
        }
        list.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<A, B, C, D> {
    event_types: A,
    object_types: B,
    events: C,
    objects: D,
}

#[derive(Serialize)]
struct Declared<'a> {
    name: &'a str,
    attributes: Vec<Attribute<'a>>,
}

#[derive(Serialize)]
struct Attribute<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Serialize)]
struct Thing<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    attributes: Vec<Said<'a>>,
    relationships: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    name: &'a str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Related<'a> {
    object_id: &'a str,
    qualifier: &'a str,
}

fn declared<'a>(log: &'a ObjectLog, kind: &'a Kind) -> Declared<'a> {
    let one = |(key, kind): &(Name, crate::value::Type)| Attribute {
        name: log.texts.text(*key),
        kind: kind.word(),
    };
    Declared { name: &kind.name, attributes: kind.attributes.iter().map(one).collect() }
}

fn name_of(kinds: &[Kind], at: usize) -> &str {
    kinds.get(at).map_or("", |kind| kind.name.as_str())
}

fn said(log: &ObjectLog, key: Name, value: Value, from: Option<Moment>) -> Said<'_> {
    Said {
        name: log.texts.text(key),
        value: value.written(&log.texts).to_string(),
        time: from.map(|from| from.to_string()),
    }
}

fn related<'a>(log: &'a ObjectLog, relations: &[Relation]) -> Vec<Related<'a>> {
    let one = |relation: &Relation| {
        let object = log.objects.get(relation.object)?;
        Some(Related {
            object_id: log.texts.text(object.id),
            qualifier: log.texts.text(relation.qualifier),
        })
    };
    relations.iter().filter_map(one).collect()
}

fn event_of<'a>(log: &'a ObjectLog, event: &super::ObjectEvent) -> Thing<'a> {
    Thing {
        id: log.texts.text(event.id),
        kind: name_of(&log.event_types, event.kind),
        time: Some(event.time.to_string()),
        attributes: event
            .attributes
            .iter()
            .map(|(key, value)| said(log, *key, *value, None))
            .collect(),
        relationships: related(log, &event.relations),
    }
}

fn object_of<'a>(log: &'a ObjectLog, object: &super::Object) -> Thing<'a> {
    let one = |(key, from, value): &(Name, Moment, Value)| said(log, *key, *value, Some(*from));
    Thing {
        id: log.texts.text(object.id),
        kind: name_of(&log.object_types, object.kind),
        time: None,
        attributes: object.attributes.iter().map(one).collect(),
        relationships: related(log, &object.relations),
    }
}
