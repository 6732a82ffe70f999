//! OCEL 2.0 as JSON.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::{
    moment::Moment,
    unreadable::{Place, Unreadable, Why},
};

use super::{
    ObjectsFound,
    building::{Building, Sort},
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    #[serde(borrow)]
    event_types: Vec<Kind<'a>>,
    #[serde(borrow)]
    object_types: Vec<Kind<'a>>,
    #[serde(borrow)]
    events: Vec<Event<'a>>,
    #[serde(borrow)]
    objects: Vec<Object<'a>>,
}

#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, default)]
    attributes: Vec<Declared<'a>>,
}

#[derive(Deserialize)]
struct Declared<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    time: Cow<'a, str>,
    #[serde(borrow, default)]
    attributes: Vec<Said<'a>>,
    #[serde(borrow, default)]
    relationships: Vec<Related<'a>>,
}

#[derive(Deserialize)]
struct Object<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    attributes: Vec<Said<'a>>,
    #[serde(borrow, default)]
    relationships: Vec<Related<'a>>,
}

#[derive(Deserialize)]
struct Said<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    value: Json,
    #[serde(borrow, default)]
    time: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Related<'a> {
    #[serde(borrow)]
    object_id: Cow<'a, str>,
    #[serde(borrow, default)]
    qualifier: Cow<'a, str>,
}

/// Reads OCEL 2.0 JSON. Values may be written as texts, as the standard's schema has it, or as numbers and truths, as most exporters do.
///
/// # Errors
/// What is no JSON of this form, with its line; times and ids that are wrong, with their path.
pub fn json(bytes: &[u8]) -> Result<ObjectsFound, Unreadable> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::file(Why::NotUtf8))?;
    let file: File<'_> = serde_json::from_str(text).map_err(|why| {
        let line = u64::try_from(why.line()).unwrap_or(u64::MAX);
        Unreadable {
            place: Place::Line(line),
            why: Why::Broken("event log in OCEL 2.0 JSON", why.to_string()),
        }
    })?;
    let mut building = Building::default();
    declare(&mut building, Sort::Event, &file.event_types);
    declare(&mut building, Sort::Object, &file.object_types);
    for (number, object) in file.objects.iter().enumerate() {
        let wrong = |why| Unreadable { place: Place::Path(format!("objects[{number}]")), why };
        add_object(&mut building, object).map_err(wrong)?;
    }
    for (number, event) in file.events.iter().enumerate() {
        let wrong = |why| Unreadable { place: Place::Path(format!("events[{number}]")), why };
        add_event(&mut building, event).map_err(wrong)?;
    }
    Ok(building.done())
}

fn declare(building: &mut Building, sort: Sort, kinds: &[Kind<'_>]) {
    for kind in kinds {
        let at = building.declare(sort, &kind.name);
        for attribute in &kind.attributes {
            building.declare_attribute(sort, at, &attribute.name, &attribute.kind);
        }
    }
}

fn add_object(building: &mut Building, object: &Object<'_>) -> Result<(), Why> {
    let at = building.object(&object.id, &object.kind)?;
    for said in &object.attributes {
        let from = match &said.time {
            Some(time) => building.moment(time)?,
            None => Moment::default(),
        };
        if let Some(text) = plain(&said.value)? {
            building.say_of_object(at, &said.name, &text, from);
        }
    }
    for related in &object.relationships {
        building.relate(Sort::Object, at, &related.object_id, &related.qualifier);
    }
    Ok(())
}

fn add_event(building: &mut Building, event: &Event<'_>) -> Result<(), Why> {
    let at = building.event(&event.id, &event.kind, &event.time)?;
    for said in &event.attributes {
        if let Some(text) = plain(&said.value)? {
            building.say_of_event(at, &said.name, &text);
        }
    }
    for related in &event.relationships {
        building.relate(Sort::Event, at, &related.object_id, &related.qualifier);
    }
    Ok(())
}

/// A value as text; nothing for `null`.
fn plain(value: &Json) -> Result<Option<Cow<'_, str>>, Why> {
    match value {
        Json::Null => Ok(None),
        Json::String(text) => Ok(Some(Cow::Borrowed(text))),
        Json::Number(number) => Ok(Some(Cow::Owned(number.to_string()))),
        Json::Bool(yes) => Ok(Some(Cow::Owned(yes.to_string()))),
        Json::Array(_) | Json::Object(_) => {
            Err(Why::Value("text, number or truth", value.to_string()))
        }
    }
}
