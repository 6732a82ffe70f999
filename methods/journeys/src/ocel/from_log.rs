//! A log of cases as a log of objects.

use std::collections::{BTreeMap, HashSet};

use crate::{
    log::{Header, Log},
    moment::Moment,
    names::{Name, Names},
    notes::{Lost, Notes},
    once::Once,
    value::{Attribute, Type, Value},
};

use super::{Kind, Object, ObjectEvent, ObjectLog, ObjectsFound, Relation, flatten::EVENT_ID};

/// The type that cases become.
const CASE: &str = "case";

/// A log of cases as OCEL has it: each case an object of the type `case`, each event related to its case. Events keep the id that they had
/// (`ocel:eid`) where every event has one of its own; else they are numbered in the order of the file. What OCEL cannot keep is in the notes.
pub fn from_log(log: &Log) -> ObjectsFound {
    let mut from = From { log, texts: log.texts.clone(), notes: Notes::default() };
    if log.header != Header::default() {
        from.notes.lost(Lost::Header);
    }
    let (object_types, objects) = from.objects();
    let (event_types, events) = from.events();
    let log = ObjectLog { texts: from.texts, event_types, object_types, events, objects };
    ObjectsFound { log, notes: from.notes }
}

struct From<'a> {
    log: &'a Log,
    texts: Names,
    notes: Notes,
}

impl From<'_> {
    fn objects(&mut self) -> (Vec<Kind>, Vec<Object>) {
        let mut objects = Vec::with_capacity(self.log.cases.len());
        let mut seen = BTreeMap::new();
        for case in self.log.all_cases() {
            let said = plain(self.log.said_of_case(case), None, &self.texts, &mut self.notes);
            see(&mut seen, &said, &self.texts, &mut self.notes);
            let from = Moment::default();
            objects.push(Object {
                id: self.texts.keep(self.log.cases.text(case)),
                kind: 0,
                attributes: said.into_iter().map(|(key, value)| (key, from, value)).collect(),
                relations: Vec::new(),
            });
        }
        (vec![kind(CASE, seen)], objects)
    }

    fn events(&mut self) -> (Vec<Kind>, Vec<ObjectEvent>) {
        let qualifier = self.texts.keep(CASE);
        let mut kinds = vec![BTreeMap::new(); self.log.activities.len()];
        let kept = own_ids(self.log);
        let mut events = Vec::with_capacity(self.log.len());
        for (number, event) in self.log.events().enumerate() {
            let own = kept.as_ref().and_then(|ids| ids.get(number).copied());
            let said = plain(event.attributes, own, &self.texts, &mut self.notes);
            if let Some(kind) = kinds.get_mut(event.activity.index()) {
                see(kind, &said, &self.texts, &mut self.notes);
            }
            events.push(ObjectEvent {
                id: own.unwrap_or_else(|| self.texts.keep(&format!("e{}", number + 1))),
                kind: event.activity.index(),
                time: event.time,
                attributes: said,
                relations: vec![Relation { object: event.case.index(), qualifier }],
            });
        }
        let named = self.log.activities.iter().zip(kinds);
        (named.map(|(name, seen)| kind(name, seen)).collect(), events)
    }
}

fn kind(name: &str, seen: BTreeMap<Name, Type>) -> Kind {
    Kind { name: name.to_owned(), attributes: seen.into_iter().collect() }
}

/// The id of each event, where each has one that no other has.
fn own_ids(log: &Log) -> Option<Vec<Name>> {
    let key = log.texts.find(EVENT_ID)?;
    let mut met = HashSet::new();
    let own = |event: crate::log::Event<'_>| {
        event.attributes.iter().find_map(|one| match one.value {
            Value::Id(id) | Value::Text(id) if one.level == 0 && one.key == key => Some(id),
            Value::Id(_)
            | Value::Text(_)
            | Value::Time(_)
            | Value::Integer(_)
            | Value::Real(_)
            | Value::Boolean(_)
            | Value::List
            | Value::Values
            | Value::Container => None,
        })
    };
    let ids: Vec<Name> = log.events().map_while(own).filter(|id| met.insert(*id)).collect();
    (ids.len() == log.len()).then_some(ids)
}

/// Attributes as OCEL has them: none within another, none twice, and without the id that was taken.
fn plain(
    row: &[Attribute],
    own: Option<Name>,
    texts: &Names,
    notes: &mut Notes,
) -> Vec<(Name, Value)> {
    let mut said: Vec<(Name, Value)> = Vec::new();
    let mut once = Once::default();
    for (at, one) in row.iter().enumerate().filter(|(_, one)| one.level == 0) {
        let key = || texts.text(one.key).to_owned();
        if own.is_some() && texts.text(one.key) == EVENT_ID {
            continue;
        }
        if row.get(at + 1).is_some_and(|next| next.level > 0) || one.value.holds() {
            notes.lost(Lost::Within(key()));
        }
        if one.value.holds() {
            continue;
        }
        if once.first(one.key) {
            said.push((one.key, one.value));
        } else {
            notes.lost(Lost::TwiceKey(key()));
        }
    }
    said
}

/// Notes the type of each key; where there are several, it is text.
fn see(kinds: &mut BTreeMap<Name, Type>, said: &[(Name, Value)], texts: &Names, notes: &mut Notes) {
    for (key, value) in said {
        let kind = kinds.entry(*key).or_insert_with(|| value.kind());
        if *kind != value.kind() {
            notes.lost(Lost::Types(texts.text(*key).to_owned()));
            *kind = Type::Text;
        }
    }
}
