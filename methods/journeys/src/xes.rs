//! XES, the standard for event logs (IEEE 1849-2016; <https://xes-standard.org>).

mod write;

use crate::{
    building::{Found, moment_of},
    moment::Moment,
    names::Name,
    notes::{Lost, Matter},
    unreadable::{Unreadable, Why},
    value::{Attribute, DEEPEST, Value, boolean, real},
    xml::{self, Element, Raw, Xml},
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
    from_text(xml::text(bytes)?)
}

pub(crate) fn from_text(text: &str) -> Result<Found, Unreadable> {
    let mut xes = Xes {
        xml: Xml::of(text),
        found: Found::default(),
        said: Vec::new(),
        plain: Vec::new(),
        follows: Vec::new(),
        last_key: Name(0),
    };
    xes.file()?;
    Ok(xes.found.done())
}

/// Keys are met early: what follows a name with a greater number is not remembered.
const FOLLOWED: usize = 10_000;

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
}

/// What an event or a case is known by.
#[derive(Default)]
struct Known {
    name: Option<String>,
    activity: Option<Name>,
    time: Option<Moment>,
}

/// The kinds of attributes that have a value.
#[derive(Clone, Copy)]
enum Valued {
    Text,
    Time,
    Integer,
    Real,
    Boolean,
    Id,
}

impl Valued {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::Text,
            "date" => Self::Time,
            "int" => Self::Integer,
            "float" => Self::Real,
            "boolean" => Self::Boolean,
            "id" => Self::Id,
            _ => return None,
        })
    }
}

/// A plain attribute: its kind, key and value.
type Plain<'a> = (Valued, Raw<'a>, Raw<'a>);

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
        while !trace.empty {
            while self.plain_event()? {}
            let Some(element) = self.xml.element()? else { break };
            match element.name() {
                "event" => self.event(&element)?,
                _ => self.attribute(&element, Whose::Case, 0, &mut known)?,
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

    /// Takes an event that is written as nearly all are, if that is what comes next: plain attributes and nothing else.
    fn plain_event(&mut self) -> Result<bool, Unreadable> {
        let mut ahead = self.xml.ahead();
        if !ahead.mark("<event>") {
            return Ok(false);
        }
        self.plain.clear();
        while let Some(attribute) = ahead.attribute(Valued::of) {
            self.plain.push(attribute);
        }
        if !ahead.mark("</event>") {
            return Ok(false);
        }
        self.xml.take(&ahead);
        let before = self.found.log.attributes.len();
        let mut known = Known::default();
        let plain = std::mem::take(&mut self.plain);
        for (kind, key, value) in &plain {
            let (key, value) = (self.xml.said(*key)?, self.xml.said(*value)?);
            self.take(*kind, &key, &value, (Whose::Event, 0), &mut known)?;
        }
        self.plain = plain;
        self.end_event(before, &known);
        Ok(true)
    }

    fn event(&mut self, event: &Element<'_>) -> Result<(), Unreadable> {
        let before = self.found.log.attributes.len();
        let mut known = Known::default();
        self.within(event, Whose::Event, 0, &mut known)?;
        self.end_event(before, &known);
        Ok(())
    }

    fn end_event(&mut self, before: usize, known: &Known) {
        match (known.activity, known.time) {
            // The case is not known before the trace ends.
            (Some(activity), Some(time)) => self.found.log.push(Name(0), activity, time),
            (activity, _) => {
                self.found.log.attributes.truncate(before);
                let why = if activity.is_none() { Matter::NoActivity } else { Matter::NoTime };
                self.found.notes.at(why, Some(self.xml.line()));
            }
        }
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
        let before = self.row(whose).len();
        let taken = match (Valued::of(element.name()), element.name()) {
            (Some(kind), _) => {
                let [key, value] = self.xml.needed(element, ["key", "value"])?;
                self.take(kind, &key, &value, (whose, level), known)?
            }
            (None, "list") => self.holder(element, whose, level, Value::List)?,
            (None, "values") => self.holder(element, whose, level, Value::Values)?,
            (None, "container") => self.holder(element, whose, level, Value::Container)?,
            (None, other) => {
                self.found.notes.at(Matter::Element(other.to_owned()), Some(self.xml.line()));
                return self.xml.pass(element);
            }
        };
        self.within(element, whose, level + 1, known)?;
        if taken && self.row(whose).len() > before {
            self.row(whose).truncate(before);
            self.found.notes.lost(Lost::Within(String::from(NAME)));
        }
        Ok(())
    }

    /// Takes an attribute that only holds others.
    fn holder(
        &mut self,
        element: &Element<'_>,
        whose: Whose,
        level: u8,
        value: Value,
    ) -> Result<bool, Unreadable> {
        let [key] = self.xml.values(element, ["key"])?;
        let key = self.found.log.texts.keep(&key.unwrap_or_default());
        self.row(whose).push(Attribute { key, level, value });
        Ok(false)
    }

    /// Takes an attribute with a value; says whether it is what the event or case is known by, which stands in no row.
    fn take(
        &mut self,
        kind: Valued,
        key: &str,
        value: &str,
        (whose, level): (Whose, u8),
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        if level == 0 && self.known_by(key, value, whose, known)? {
            return Ok(true);
        }
        let value = self.value(kind, value).map_err(|why| self.xml.wrong_with(value, why))?;
        let key = self.key(key);
        self.row(whose).push(Attribute { key, level, value });
        Ok(false)
    }

    /// The name of a key. Events have the same keys in the same order: most often it is the one that followed the last one before.
    fn key(&mut self, key: &str) -> Name {
        let texts = &mut self.found.log.texts;
        let next = self.follows.get(self.last_key.index()).copied().unwrap_or(self.last_key);
        let found = if texts.text(next) == key { next } else { texts.keep(key) };
        if found != next {
            let last = self.last_key.index();
            if self.follows.len() <= last && last < FOLLOWED {
                self.follows.resize(last + 1, Name(0));
            }
            if let Some(slot) = self.follows.get_mut(last) {
                *slot = found;
            }
        }
        self.last_key = found;
        found
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
                known.time = Some(moment.map_err(|why| self.xml.wrong_with(value, why))?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn value(&mut self, kind: Valued, value: &str) -> Result<Value, Why> {
        let wrong = |kind| Why::Value(kind, value.to_owned());
        let texts = &mut self.found.log.texts;
        Ok(match kind {
            Valued::Text => Value::Text(texts.keep(value)),
            Valued::Id => Value::Id(texts.keep(value)),
            Valued::Time => Value::Time(moment_of(&mut self.found.notes, value, None)?),
            Valued::Integer => {
                Value::Integer(value.trim().parse().map_err(|_| wrong("whole number"))?)
            }
            Valued::Real => Value::Real(real(value.trim()).ok_or_else(|| wrong("number"))?),
            Valued::Boolean => {
                Value::Boolean(boolean(value.trim()).ok_or_else(|| wrong("true or false"))?)
            }
        })
    }
}
