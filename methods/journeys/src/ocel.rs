//! OCEL 2.0, event logs of several kinds of objects (A. Berti and others, *OCEL (Object-Centric Event Log) 2.0 Specification*, 2023;
//! <https://www.ocel-standard.org>).

mod building;
mod flatten;
mod from_log;
mod read_json;
mod read_sqlite;
mod read_xml;
mod rows;
mod table;
mod write;

use crate::{
    moment::Moment,
    names::{Name, Names},
    notes::Notes,
    value::{Type, Value},
};

pub use flatten::{COPIES, flatten, usual_type};
pub use from_log::from_log;
pub use read_json::json;
pub use read_sqlite::sqlite;
pub(crate) use read_xml::from_xml;
pub use read_xml::xml;
pub use write::write;

/// An event log of objects: events, each related to any number of objects, which are related to one another.
#[derive(Clone, Debug, Default)]
pub struct ObjectLog {
    /// Ids, keys, qualifiers and texts, each kept once.
    pub texts: Names,
    /// The types of events, with what may be said of each.
    pub event_types: Vec<Kind>,
    /// The types of objects, with what may be said of each.
    pub object_types: Vec<Kind>,
    /// Events, in the order of the file.
    pub events: Vec<ObjectEvent>,
    /// Objects, in the order of the file.
    pub objects: Vec<Object>,
}

/// A type of events or objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub name: String,
    /// Its attributes: key, type.
    pub attributes: Vec<(Name, Type)>,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectEvent {
    /// Its id.
    pub id: Name,
    /// The place of its type among `event_types`.
    pub kind: usize,
    /// When it happened.
    pub time: Moment,
    /// What is said of it.
    pub attributes: Vec<(Name, Value)>,
    /// What it has to do with.
    pub relations: Vec<Relation>,
}

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// Its id.
    pub id: Name,
    /// The place of its type among `object_types`.
    pub kind: usize,
    /// What is said of it, and from when on.
    pub attributes: Vec<(Name, Moment, Value)>,
    /// What it has to do with.
    pub relations: Vec<Relation>,
}

/// A relation to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The place of the object among `objects`.
    pub object: usize,
    /// How they are related; may be empty.
    pub qualifier: Name,
}

/// A log that was read, and what was found on the way.
#[derive(Clone, Debug, Default)]
pub struct ObjectsFound {
    /// The log.
    pub log: ObjectLog,
    /// What whoever reads an answer should know.
    pub notes: Notes,
}
