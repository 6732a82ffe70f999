//! A log of objects while it is read, in whatever order its parts come.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{
    building::moment_of,
    moment::Moment,
    names::Name,
    notes::{Matter, Notes},
    unreadable::Why,
    value::{Type, Value},
};

use super::{Kind, Object, ObjectEvent, ObjectLog, ObjectsFound, Relation};

/// Whether something is an event or an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Event,
    Object,
}

/// What holds for one sort of things: its types, and where each of them stands.
#[derive(Default)]
struct Side {
    kinds: HashMap<String, usize, RandomState>,
    types: HashMap<(usize, Name), Option<Type>, RandomState>,
    at: HashMap<Name, usize, RandomState>,
    /// By the place of what is related: the id of the object, and how.
    relations: Vec<(usize, Name, Name)>,
}

/// Reads what is said into a log.
#[derive(Default)]
pub(super) struct Building {
    log: ObjectLog,
    pub(super) notes: Notes,
    events: Side,
    objects: Side,
}

impl Building {
    fn side(&mut self, sort: Sort) -> (&mut Side, &mut Vec<Kind>) {
        match sort {
            Sort::Event => (&mut self.events, &mut self.log.event_types),
            Sort::Object => (&mut self.objects, &mut self.log.object_types),
        }
    }

    /// The place of a type, which is declared by this.
    pub(super) fn declare(&mut self, sort: Sort, name: &str) -> usize {
        let (side, kinds) = self.side(sort);
        if let Some(at) = side.kinds.get(name) {
            return *at;
        }
        side.kinds.insert(name.to_owned(), kinds.len());
        kinds.push(Kind { name: name.to_owned(), attributes: Vec::new() });
        kinds.len() - 1
    }

    /// Declares an attribute of a type; the first declaration of a key holds.
    pub(super) fn declare_attribute(&mut self, sort: Sort, kind: usize, key: &str, word: &str) {
        let known = Type::of(word);
        if known.is_none() {
            self.notes.add(Matter::NoSuchType(key.to_owned()));
        }
        let key = self.log.texts.keep(key);
        let (side, kinds) = self.side(sort);
        if side.types.insert((kind, key), known).is_none()
            && let Some(kind) = kinds.get_mut(kind)
        {
            kind.attributes.push((key, known.unwrap_or(Type::Text)));
        }
    }

    /// The place of a type that something is of.
    fn kind(&mut self, sort: Sort, name: &str) -> usize {
        let (side, _) = self.side(sort);
        if let Some(at) = side.kinds.get(name) {
            return *at;
        }
        self.notes.add(Matter::Undeclared(name.to_owned()));
        self.declare(sort, name)
    }

    fn new_id(&mut self, sort: Sort, id: &str, at: usize) -> Result<Name, Why> {
        let name = self.log.texts.keep(id);
        let (side, _) = self.side(sort);
        match side.at.insert(name, at) {
            None => Ok(name),
            Some(_) => Err(Why::Twice(id.to_owned())),
        }
    }

    /// An event; its place.
    pub(super) fn event(&mut self, id: &str, kind: &str, time: &str) -> Result<usize, Why> {
        let time = self.moment(time)?;
        let at = self.log.events.len();
        let id = self.new_id(Sort::Event, id, at)?;
        let kind = self.kind(Sort::Event, kind);
        let (attributes, relations) = (Vec::new(), Vec::new());
        self.log.events.push(ObjectEvent { id, kind, time, attributes, relations });
        Ok(at)
    }

    /// An object; its place.
    pub(super) fn object(&mut self, id: &str, kind: &str) -> Result<usize, Why> {
        let at = self.log.objects.len();
        let id = self.new_id(Sort::Object, id, at)?;
        let kind = self.kind(Sort::Object, kind);
        let (attributes, relations) = (Vec::new(), Vec::new());
        self.log.objects.push(Object { id, kind, attributes, relations });
        Ok(at)
    }

    /// The place of an event or object that was met.
    pub(super) fn place(&self, sort: Sort, id: &str) -> Option<usize> {
        let side = match sort {
            Sort::Event => &self.events,
            Sort::Object => &self.objects,
        };
        side.at.get(&self.log.texts.find(id)?).copied()
    }

    pub(super) fn moment(&mut self, text: &str) -> Result<Moment, Why> {
        moment_of(&mut self.notes, text, None)
    }

    /// The value of a text under this key, as the type of this kind of things declares it.
    fn value(&mut self, sort: Sort, kind: usize, key: &str, text: &str) -> (Name, Value) {
        let name = self.log.texts.keep(key);
        let (side, kinds) = self.side(sort);
        let declared = side.types.get(&(kind, name)).copied();
        if declared.is_none() {
            side.types.insert((kind, name), None);
            if let Some(kind) = kinds.get_mut(kind) {
                kind.attributes.push((name, Type::Text));
            }
            self.notes.add(Matter::Undeclared(key.to_owned()));
        }
        let wanted = declared.flatten().unwrap_or(Type::Text);
        let value = wanted.read(text, &mut self.log.texts).unwrap_or_else(|| {
            self.notes.add(Matter::Mistyped(key.to_owned()));
            Value::Text(self.log.texts.keep(text))
        });
        (name, value)
    }

    /// Says something of an event.
    pub(super) fn say_of_event(&mut self, at: usize, key: &str, text: &str) {
        let Some(kind) = self.log.events.get(at).map(|event| event.kind) else { return };
        let said = self.value(Sort::Event, kind, key, text);
        if let Some(event) = self.log.events.get_mut(at) {
            event.attributes.push(said);
        }
    }

    /// Says something of an object, from a time on.
    pub(super) fn say_of_object(&mut self, at: usize, key: &str, text: &str, from: Moment) {
        let Some(kind) = self.log.objects.get(at).map(|object| object.kind) else { return };
        let (key, value) = self.value(Sort::Object, kind, key, text);
        if let Some(object) = self.log.objects.get_mut(at) {
            object.attributes.push((key, from, value));
        }
    }

    /// Relates an event or object to an object, which may come later.
    pub(super) fn relate(&mut self, sort: Sort, at: usize, object: &str, qualifier: &str) {
        let object = self.log.texts.keep(object);
        let qualifier = self.log.texts.keep(qualifier);
        self.side(sort).0.relations.push((at, object, qualifier));
    }

    /// The log, with its relations.
    pub(super) fn done(mut self) -> ObjectsFound {
        let mut lost = 0;
        for (at, object, qualifier) in self.events.relations {
            match (self.objects.at.get(&object), self.log.events.get_mut(at)) {
                (Some(object), Some(event)) => {
                    event.relations.push(Relation { object: *object, qualifier });
                }
                _ => lost += 1,
            }
        }
        for (at, object, qualifier) in self.objects.relations {
            match (self.objects.at.get(&object), self.log.objects.get_mut(at)) {
                (Some(other), Some(object)) => {
                    object.relations.push(Relation { object: *other, qualifier });
                }
                _ => lost += 1,
            }
        }
        self.notes.times(Matter::Unrelated, lost, None);
        ObjectsFound { log: self.log, notes: self.notes }
    }
}
