//! XES, the standard for event logs (IEEE 1849-2016; <https://xes-standard.org>).

mod write;

use crate::{
    building::{Found, moment_of},
    moment::Moment,
    names::Name,
    notes::{Lost, Matter},
    unreadable::{Unreadable, Why},
    value::{Attribute, DEEPEST, Value, boolean, real},
    xml::{Element, Xml},
};

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
    let mut xes = Xes { xml: Xml::new(bytes)?, found: Found::default(), said: Vec::new() };
    xes.file()?;
    Ok(xes.found.done())
}

struct Xes<'a> {
    xml: Xml<'a>,
    found: Found,
    /// Attributes of what is being read, but for those of events.
    said: Vec<Attribute>,
}

/// What an event or a case is known by.
#[derive(Default)]
struct Known {
    name: Option<String>,
    activity: Option<Name>,
    time: Option<Moment>,
}

/// Whose attributes they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Event,
    Case,
    Header,
}

impl Xes<'_> {
    fn file(&mut self) -> Result<(), Unreadable> {
        let Some(root) = self.xml.element()? else { return Err(Unreadable::file(Why::Empty)) };
        if root.name() != "log" {
            return Err(Unreadable::file(Why::Root(root.name().to_owned())));
        }
        if root.empty {
            return Ok(());
        }
        while let Some(element) = self.xml.element()? {
            self.of_log(&element)?;
        }
        self.found.log.header.attributes = std::mem::take(&mut self.said);
        Ok(())
    }

    fn of_log(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        match element.name() {
            "trace" => self.trace(element),
            "event" => {
                self.found.notes.at(Matter::NoCase, Some(self.xml.line()));
                self.xml.pass(element)
            }
            "extension" | "classifier" | "global" => self.declared(element),
            _ => self.attribute(element, Whose::Header, 0, &mut Known::default()),
        }
    }

    fn declared(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let text = |value: Option<std::borrow::Cow<'_, str>>| value.unwrap_or_default().into_owned();
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
        self.within(element, Whose::Header, 0, &mut Known::default())?;
        let defaults = self.said.split_off(before);
        self.found.log.header.globals.push((scope, defaults));
        Ok(())
    }

    /// Attributes up to the end of this element.
    fn within(
        &mut self,
        element: &Element<'_>,
        whose: Whose,
        level: u8,
        known: &mut Known,
    ) -> Result<(), Unreadable> {
        if element.empty {
            return Ok(());
        }
        while let Some(inner) = self.xml.element()? {
            self.attribute(&inner, whose, level, known)?;
        }
        Ok(())
    }

    fn trace(&mut self, trace: &Element<'_>) -> Result<(), Unreadable> {
        let first = self.found.log.len();
        let before = self.said.len();
        let mut known = Known::default();
        if !trace.empty {
            while let Some(element) = self.xml.element()? {
                match element.name() {
                    "event" => self.event(&element)?,
                    _ => self.attribute(&element, Whose::Case, 0, &mut known)?,
                }
            }
        }
        let said = self.said.split_off(before);
        self.name(known.name, first, &said);
        Ok(())
    }

    /// Gives the events since `first` to the case of this name.
    fn name(&mut self, name: Option<String>, first: usize, said: &[Attribute]) {
        let name = name.unwrap_or_else(|| {
            self.found.notes.at(Matter::Unnamed, Some(self.xml.line()));
            self.unused()
        });
        let met = self.found.log.cases.len();
        let case = self.found.case(&name);
        if case.index() < met {
            self.found.notes.at(Matter::SameCase, Some(self.xml.line()));
        }
        self.found.say_of_case(case, said);
        for of in self.found.log.case.iter_mut().skip(first) {
            *of = case.0;
        }
    }

    /// A name that no case before has.
    fn unused(&self) -> String {
        let mut number = self.found.log.cases.len() + 1;
        loop {
            let name = format!("case {number}");
            if self.found.log.cases.find(&name).is_none() {
                return name;
            }
            number += 1;
        }
    }

    fn event(&mut self, event: &Element<'_>) -> Result<(), Unreadable> {
        let before = self.found.log.attributes.len();
        let mut known = Known::default();
        self.within(event, Whose::Event, 0, &mut known)?;
        match (known.activity, known.time) {
            // The case is not known before the trace ends.
            (Some(activity), Some(time)) => self.found.log.push(Name(0), activity, time),
            (activity, _) => {
                self.found.log.attributes.truncate(before);
                let why = if activity.is_none() { Matter::NoActivity } else { Matter::NoTime };
                self.found.notes.at(why, Some(self.xml.line()));
            }
        }
        Ok(())
    }

    fn row(&mut self, whose: Whose) -> &mut Vec<Attribute> {
        if whose == Whose::Event { &mut self.found.log.attributes } else { &mut self.said }
    }

    fn attribute(
        &mut self,
        element: &Element<'_>,
        whose: Whose,
        level: u8,
        known: &mut Known,
    ) -> Result<(), Unreadable> {
        if level >= DEEPEST {
            return Err(self.xml.wrong(Why::TooDeep));
        }
        let holds = match element.name() {
            "string" | "date" | "int" | "float" | "boolean" | "id" => None,
            "list" => Some(Value::List),
            "values" => Some(Value::Values),
            "container" => Some(Value::Container),
            other => {
                self.found.notes.at(Matter::Element(other.to_owned()), Some(self.xml.line()));
                return self.xml.pass(element);
            }
        };
        let before = self.row(whose).len();
        let taken = match holds {
            None => self.valued(element, whose, level, known)?,
            Some(value) => {
                let [key] = self.xml.values(element, ["key"])?;
                let key = self.found.log.texts.keep(&key.unwrap_or_default());
                self.row(whose).push(Attribute { key, level, value });
                false
            }
        };
        self.within(element, whose, level + 1, known)?;
        if taken && self.row(whose).len() > before {
            self.row(whose).truncate(before);
            self.found.notes.lost(Lost::Within(String::from(NAME)));
        }
        Ok(())
    }

    /// Takes an attribute with a value; says whether it is what the event or case is known by, which stands in no row.
    fn valued(
        &mut self,
        element: &Element<'_>,
        whose: Whose,
        level: u8,
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        if let Some((key, value)) = Xml::pair(element) {
            return self.take(element.name(), key, value, (whose, level), known);
        }
        let [key, value] = self.xml.needed(element, ["key", "value"])?;
        self.take(element.name(), &key, &value, (whose, level), known)
    }

    fn take(
        &mut self,
        kind: &str,
        key: &str,
        value: &str,
        (whose, level): (Whose, u8),
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        if level == 0 && self.known_by(key, value, whose, known)? {
            return Ok(true);
        }
        let value = self.value(kind, value).map_err(|why| self.xml.wrong(why))?;
        let key = self.found.log.texts.keep(key);
        self.row(whose).push(Attribute { key, level, value });
        Ok(false)
    }

    fn known_by(
        &mut self,
        key: &str,
        value: &str,
        whose: Whose,
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        match (whose, key) {
            (Whose::Event, NAME) if known.activity.is_none() => {
                known.activity = Some(self.found.log.activities.keep(value));
            }
            (Whose::Case, NAME) if known.name.is_none() => known.name = Some(value.to_owned()),
            (Whose::Event, TIME) if known.time.is_none() => {
                // Which line it is costs a look at all before it, so it is only asked for when something is wrong.
                let moment = moment_of(&mut self.found.notes, value, None);
                known.time = Some(moment.map_err(|why| self.xml.wrong(why))?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn value(&mut self, kind: &str, value: &str) -> Result<Value, Why> {
        let wrong = |kind| Why::Value(kind, value.to_owned());
        let texts = &mut self.found.log.texts;
        Ok(match kind {
            "string" => Value::Text(texts.keep(value)),
            "id" => Value::Id(texts.keep(value)),
            "date" => Value::Time(moment_of(&mut self.found.notes, value, None)?),
            "int" => Value::Integer(value.trim().parse().map_err(|_| wrong("whole number"))?),
            "float" => Value::Real(real(value.trim()).ok_or_else(|| wrong("number"))?),
            _ => Value::Boolean(boolean(value.trim()).ok_or_else(|| wrong("true or false"))?),
        })
    }
}
