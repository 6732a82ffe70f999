//! The journeys of one kind of objects.

use crate::{
    building::Found,
    names::{Name, Names},
    notes::{Lost, Matter, Notes},
    once::Once,
    unreadable::{Unreadable, Why},
    value::{Attribute, Value},
};

use super::{Kind, Object, ObjectEvent, ObjectLog, ObjectsFound};

/// The attribute that keeps an event's id.
pub(super) const EVENT_ID: &str = "ocel:eid";
/// How often, on average, what is said of an event may be copied into journeys.
pub const COPIES: usize = 50;
/// Names of types that are taken for the case where none is named, in this order.
const PEOPLE: &[&str] =
    &["person", "case", "patient", "client", "citizen", "resident", "household", "family", "life"];

/// The type that is taken for the case where none is named: one that is called person, case, patient, client, citizen, resident, household,
/// family or life, in this order; else the type whose objects most events have to do with, and of equals the first by name.
pub fn usual_type(log: &ObjectLog) -> Option<&str> {
    let named = |wanted: &&str| {
        let mut kinds: Vec<&Kind> = log.object_types.iter().collect();
        kinds.sort_by(|a, b| a.name.cmp(&b.name));
        kinds.into_iter().find(|kind| kind.name.to_lowercase() == **wanted)
    };
    let busiest = || {
        let counts = events_of_types(log);
        let all = log.object_types.iter().zip(counts);
        all.max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.name.cmp(&a.0.name))).map(|(kind, _)| kind)
    };
    PEOPLE.iter().find_map(named).or_else(busiest).map(|kind| kind.name.as_str())
}

/// For each type, how many events have to do with an object of it.
fn events_of_types(log: &ObjectLog) -> Vec<usize> {
    let mut counts = vec![0; log.object_types.len()];
    for event in &log.events {
        let mut kinds: Vec<usize> = event
            .relations
            .iter()
            .filter_map(|one| log.objects.get(one.object))
            .map(|one| one.kind)
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            if let Some(count) = counts.get_mut(kind) {
                *count += 1;
            }
        }
    }
    counts
}

/// The journeys of the objects of one type, or of the [usual one](usual_type): each object is a case, with every event that has to do with
/// it. An event of several such objects stands in each of their cases; an event of none is left out. Notes say which type was taken, and
/// what a log of cases cannot keep.
///
/// # Errors
/// [`Why::ObjectType`] where no object is of the type that was asked for; [`Why::Entangled`] where so many events stand in so many journeys
/// that what is said of them would be copied more than [`COPIES`] times on average.
pub fn flatten(found: &ObjectsFound, asked: Option<&str>) -> Result<Found, Unreadable> {
    let log = &found.log;
    let names = || log.object_types.iter().map(|kind| kind.name.clone()).collect::<Vec<_>>();
    let taken = asked.or_else(|| usual_type(log));
    let kind = log.object_types.iter().position(|kind| Some(kind.name.as_str()) == taken);
    let Some(kind) = kind else {
        if asked.is_none() {
            let mut none = Found::default();
            none.notes.join(found.notes.clone());
            return Ok(none.done());
        }
        let asked = asked.unwrap_or_default().to_owned();
        return Err(Unreadable::file(Why::ObjectType(asked, names())));
    };
    let mut flat = Flat { found: Found::default(), log, kind, cases: Vec::new() };
    flat.found.notes.join(found.notes.clone());
    if log.object_types.len() > 1 {
        flat.found.notes.add(Matter::Flattened(taken.unwrap_or_default().to_owned(), names()));
    }
    flat.found.log.texts = log.texts.clone();
    flat.objects();
    flat.events()?;
    Ok(flat.found.done())
}

struct Flat<'a> {
    found: Found,
    log: &'a ObjectLog,
    kind: usize,
    /// By the place of an object, its case.
    cases: Vec<Option<Name>>,
}

impl Flat<'_> {
    fn objects(&mut self) {
        for object in &self.log.objects {
            let is_case = object.kind == self.kind;
            let case = is_case.then(|| self.found.case(self.log.texts.text(object.id)));
            self.cases.push(case);
            if let Some(case) = case {
                let said = first_values(object, &self.log.texts, &mut self.found.notes);
                self.found.say_of_case(case, &said);
                if !object.relations.is_empty() {
                    self.found.notes.lost(Lost::Relations);
                }
            }
        }
    }

    fn events(&mut self) -> Result<(), Unreadable> {
        let mut left = self.room();
        let key = self.found.log.texts.keep(EVENT_ID);
        for event in &self.log.events {
            let of_object = |at: usize| self.cases.get(at).copied().flatten();
            let mut cases: Vec<Name> =
                event.relations.iter().filter_map(|one| of_object(one.object)).collect();
            let others = cases.len() < event.relations.len();
            cases.sort_unstable();
            cases.dedup();
            match cases.len() {
                0 => self.found.notes.add(Matter::Elsewhere),
                1 => {}
                _ => self.found.notes.add(Matter::Shared),
            }
            if others {
                self.found.notes.lost(Lost::Relations);
            }
            let copied = cases.len().saturating_mul(event.attributes.len() + 1);
            left = left.checked_sub(copied).ok_or_else(|| Unreadable::file(Why::Entangled))?;
            for case in cases {
                self.event(event, case, key);
            }
        }
        Ok(())
    }

    /// How many attributes may be copied.
    fn room(&self) -> usize {
        let parts =
            self.log.events.iter().map(|event| event.attributes.len() + event.relations.len() + 1);
        parts.sum::<usize>().saturating_mul(COPIES).saturating_add(1_000_000)
    }

    fn event(&mut self, event: &ObjectEvent, case: Name, key: Name) {
        let name = self.log.event_types.get(event.kind).map_or("", |kind| kind.name.as_str());
        let activity = self.found.log.activities.keep(name);
        let said = |(key, value): &(Name, Value)| Attribute { key: *key, level: 0, value: *value };
        let attributes = &mut self.found.log.attributes;
        attributes.push(Attribute { key, level: 0, value: Value::Id(event.id) });
        attributes.extend(event.attributes.iter().map(said));
        self.found.log.push(case, activity, event.time);
    }
}

/// What is said of an object when it begins.
fn first_values(object: &Object, texts: &Names, notes: &mut Notes) -> Vec<Attribute> {
    let mut sorted = object.attributes.clone();
    sorted.sort_by_key(|(_, from, _)| *from);
    let mut said: Vec<Attribute> = Vec::new();
    let mut once = Once::default();
    for (key, _, value) in sorted {
        if once.first(key) {
            said.push(Attribute { key, level: 0, value });
        } else {
            notes.lost(Lost::Changes(texts.text(key).to_owned()));
        }
    }
    said
}
