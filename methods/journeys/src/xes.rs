//! XES, the standard for event logs (IEEE 1849-2016; <https://xes-standard.org>).

mod attributes;
mod parts;
mod traces;
mod write;

use crate::{
    building::Found,
    names::Name,
    notes::Matter,
    unreadable::{Unreadable, Why},
    value::Attribute,
    xml::{self, Element, Xml},
};

use attributes::{At, Known, Plain, Whose};

pub use write::write;

/// What happened, and the name of a case.
pub(crate) const NAME: &str = "concept:name";
/// When it happened.
pub(crate) const TIME: &str = "time:timestamp";

/// Reads XES.
///
/// An event is taken when it has an activity (`concept:name`) and a time (`time:timestamp`); others are left out, with a note. Attributes
/// keep their types, and those within them. Two traces of one name are one case.
///
/// # Errors
/// What is no XML or no XES, with its line.
pub fn read(bytes: &[u8]) -> Result<Found, Unreadable> {
    from_text(xml::text(bytes)?)
}

pub(crate) fn from_text(text: &str) -> Result<Found, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() >= parts::LARGE
        && let Some(found) = parts::read(text, parts::PARTS)
    {
        return Ok(found);
    }
    whole(text)
}

/// Reads it from beginning to end.
fn whole(text: &str) -> Result<Found, Unreadable> {
    let mut xes = Xes::from(Xml::of(text));
    if xes.root()? {
        xes.elements(None)?;
    }
    Ok(xes.found.done())
}

struct Xes<'a> {
    xml: Xml<'a>,
    found: Found,
    /// Attributes of what is being read, but for those of events.
    said: Vec<Attribute>,
    /// The attributes of an event that is looked at: kind, key, value.
    plain: Vec<Plain<'a>>,
    /// For each key, by the number of its name, the key that followed it last.
    follows: Vec<Name>,
    last_key: Name,
    /// The number that was given to a case without a name last.
    numbered: usize,
}

impl<'a> Xes<'a> {
    fn from(xml: Xml<'a>) -> Self {
        Self {
            xml,
            found: Found::default(),
            said: Vec::new(),
            plain: Vec::new(),
            follows: Vec::new(),
            last_key: Name(0),
            numbered: 0,
        }
    }

    /// Enters the log; says whether there can be anything in it.
    fn root(&mut self) -> Result<bool, Unreadable> {
        let Some(root) = self.xml.element()? else { return Err(Unreadable::file(Why::Empty)) };
        if root.name() != "log" {
            return Err(Unreadable::file(Why::Root(root.name().to_owned())));
        }
        Ok(!root.empty)
    }

    /// Reads what is in the log up to its end, or up to a place; says whether it came to exactly that.
    fn elements(&mut self, until: Option<usize>) -> Result<bool, Unreadable> {
        let arrived = loop {
            if let Some(until) = until
                && self.xml.stands_before(until)
            {
                break true;
            }
            let Some(element) = self.xml.element()? else { break until.is_none() };
            self.of_log(&element)?;
        };
        self.found.log.header.attributes = std::mem::take(&mut self.said);
        Ok(arrived)
    }

    fn of_log(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        match element.name() {
            "trace" => self.trace(element),
            "event" => {
                self.found.notes.at(Matter::NoCase, Some(self.xml.line()));
                self.xml.pass(element)
            }
            "extension" | "classifier" | "global" => self.declared(element),
            _ => self.attribute(element, At::top(Whose::Header), &mut Known::default()),
        }
    }

    fn declared(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let text =
            |value: Option<std::borrow::Cow<'_, str>>| value.unwrap_or_default().into_owned();
        let [name, prefix, uri, keys, scope] =
            self.xml.values(element, ["name", "prefix", "uri", "keys", "scope"])?.map(text);
        let header = &mut self.found.log.header;
        match element.name() {
            "extension" => header.extensions.push([name, prefix, uri]),
            "classifier" => header.classifiers.push([name, keys, scope]),
            _ => return self.global(element, scope),
        }
        self.xml.pass(element)
    }

    fn global(&mut self, element: &Element<'_>, scope: String) -> Result<(), Unreadable> {
        let before = self.said.len();
        self.within(element, At::top(Whose::Header), &mut Known::default())?;
        let defaults = self.said.split_off(before);
        self.found.log.header.globals.push((scope, defaults));
        Ok(())
    }
}
