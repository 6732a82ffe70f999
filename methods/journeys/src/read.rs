//! Reads whatever kind of event log a file is.

use crate::{
    building::Found,
    csv, gzip,
    ocel::{self, ObjectsFound},
    unreadable::{Unreadable, Why},
    xes,
    xml::{self, Xml},
};

/// The columns of a CSV file, where they are not known by their names. Logs of other kinds have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Whose event it is.
    pub case: Option<String>,
    /// What happened.
    pub activity: Option<String>,
    /// When.
    pub time: Option<String>,
}

/// What was in a file.
#[derive(Clone, Debug)]
pub enum Contents {
    /// Events of cases: XES, CSV.
    Cases(Box<Found>),
    /// Events of objects: OCEL 2.0. Which objects are the cases is for whoever asks: [`ocel::flatten`].
    Objects(Box<ObjectsFound>),
}

/// Elements that an OCEL log has and a XES log has not.
const OF_OCEL: &[&str] = &["object-types", "event-types", "objects", "events"];

/// Reads an event log of any kind, packed or not; which kind it is is told from what is in it, never from a name.
///
/// # Errors
/// What is no event log, or a broken one, with the place; [`Why::NoColumns`] where `mapping` names columns and the log is no CSV.
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Contents, Unreadable> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return unpacked(bytes, mapping);
    }
    let bytes = gzip::unpack(bytes)?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(Unreadable::file(Why::Broken("gzip file", String::from("it is packed twice"))));
    }
    unpacked(&bytes, mapping)
}

fn unpacked(bytes: &[u8], mapping: &Mapping) -> Result<Contents, Unreadable> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    let database = bytes.starts_with(b"SQLite format 3\0");
    let first = text.first().copied();
    if (database || matches!(first, Some(b'<' | b'{'))) && *mapping != Mapping::default() {
        return Err(Unreadable::file(Why::NoColumns));
    }
    match first {
        Some(_) if database => ocel::sqlite(bytes).map(objects),
        None => Err(Unreadable::file(Why::Empty)),
        Some(b'<') => either_xml(bytes),
        Some(b'{') => ocel::json(bytes).map(objects),
        Some(_) if text.contains(&0) => Err(Unreadable::file(Why::Unknown)),
        Some(_) => csv::read(bytes, mapping).map(cases),
    }
}

fn cases(found: Found) -> Contents {
    Contents::Cases(Box::new(found))
}

fn objects(found: ObjectsFound) -> Contents {
    Contents::Objects(Box::new(found))
}

fn either_xml(bytes: &[u8]) -> Result<Contents, Unreadable> {
    let text = xml::text(bytes)?;
    if of_objects(text)? {
        return ocel::from_xml(text).map(objects);
    }
    xes::from_text(text).map(cases)
}

/// Whether XML is an OCEL log: both kinds begin with `log`.
fn of_objects(text: &str) -> Result<bool, Unreadable> {
    let mut xml = Xml::of(text);
    let Some(root) = xml.element()? else { return Err(Unreadable::file(Why::Empty)) };
    if root.name() != "log" {
        return Err(Unreadable::file(Why::Root(root.name().to_owned())));
    }
    let first = if root.empty { None } else { xml.element()? };
    Ok(first.is_some_and(|first| OF_OCEL.contains(&first.name())))
}
