//! What a XES log says of itself, its cases and its events.

use crate::{
    building::moment_of,
    moment::Moment,
    names::Name,
    notes::{Lost, Matter},
    unreadable::{Unreadable, Why},
    value::{Attribute, DEEPEST, Value, boolean, real},
    xml::{Element, Raw},
};

use super::{NAME, TIME, Xes};

/// Keys are met early: what follows a name with a greater number is not remembered.
const FOLLOWED: usize = 10_000;

/// What an event or a case is known by.
#[derive(Default)]
pub(super) struct Known {
    pub(super) name: Option<String>,
    pub(super) activity: Option<Name>,
    pub(super) time: Option<Moment>,
}

/// The kinds of attributes that have a value.
#[derive(Clone, Copy)]
pub(super) enum Valued {
    Text,
    Time,
    Integer,
    Real,
    Boolean,
    Id,
}

impl Valued {
    pub(super) fn of(name: &str) -> Option<Self> {
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

/// A plain attribute as it is written: its kind, key and value.
pub(super) type Plain<'a> = (Valued, Raw<'a>, Raw<'a>);

/// An attribute with a value.
pub(super) struct One<'a> {
    pub(super) kind: Valued,
    pub(super) key: &'a str,
    pub(super) value: &'a str,
}

/// Whose attributes they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Event,
    Case,
    Header,
}

/// Where attributes stand: whose they are, and how deep within others.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) whose: Whose,
    pub(super) level: u8,
}

impl At {
    /// On the thing itself.
    pub(super) fn top(whose: Whose) -> Self {
        Self { whose, level: 0 }
    }
}

impl Xes<'_> {
    /// Attributes up to the end of this element.
    pub(super) fn within(
        &mut self,
        element: &Element<'_>,
        at: At,
        known: &mut Known,
    ) -> Result<(), Unreadable> {
        if element.empty {
            return Ok(());
        }
        while let Some(inner) = self.xml.element()? {
            self.attribute(&inner, at, known)?;
        }
        Ok(())
    }

    fn row(&mut self, whose: Whose) -> &mut Vec<Attribute> {
        if whose == Whose::Event { &mut self.found.log.attributes } else { &mut self.said }
    }

    /// Takes an attribute, and those within it.
    pub(super) fn attribute(
        &mut self,
        element: &Element<'_>,
        at: At,
        known: &mut Known,
    ) -> Result<(), Unreadable> {
        if at.level >= DEEPEST {
            return Err(self.xml.wrong(Why::TooDeep));
        }
        let before = self.row(at.whose).len();
        let taken = match (Valued::of(element.name()), element.name()) {
            (Some(kind), _) => {
                let [key, value] = self.xml.needed(element, ["key", "value"])?;
                self.take(&One { kind, key: &key, value: &value }, at, known)?
            }
            (None, "list") => self.holder(element, at, Value::List)?,
            (None, "values") => self.holder(element, at, Value::Values)?,
            (None, "container") => self.holder(element, at, Value::Container)?,
            (None, other) => {
                self.found.notes.at(Matter::Element(other.to_owned()), Some(self.xml.line()));
                return self.xml.pass(element);
            }
        };
        self.within(element, At { level: at.level + 1, ..at }, known)?;
        if taken && self.row(at.whose).len() > before {
            self.row(at.whose).truncate(before);
            let [key] = self.xml.values(element, ["key"])?;
            self.found.notes.lost(Lost::Within(key.unwrap_or_default().into_owned()));
        }
        Ok(())
    }

    /// Takes an attribute that only holds others.
    fn holder(&mut self, element: &Element<'_>, at: At, value: Value) -> Result<bool, Unreadable> {
        let [key] = self.xml.values(element, ["key"])?;
        let key = self.found.log.texts.keep(&key.unwrap_or_default());
        self.row(at.whose).push(Attribute { key, level: at.level, value });
        Ok(false)
    }

    /// Takes an attribute with a value; says whether it is what the event or case is known by, which stands in no row.
    pub(super) fn take(
        &mut self,
        one: &One<'_>,
        at: At,
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        if at.level == 0 && self.known_by(one, at.whose, known)? {
            return Ok(true);
        }
        let value = self.value(one).map_err(|why| self.xml.wrong_with(one.value, why))?;
        let key = self.key(one.key);
        self.row(at.whose).push(Attribute { key, level: at.level, value });
        Ok(false)
    }

    /// The name of a key. Events have the same keys in the same order: most often it is the one that followed the last one before.
    fn key(&mut self, key: &str) -> Name {
        let texts = &mut self.found.log.texts;
        let last = self.last_key.index();
        let next = self.follows.get(last).copied().unwrap_or(self.last_key);
        let found = if texts.text(next) == key { next } else { texts.keep(key) };
        if found != next {
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
        one: &One<'_>,
        whose: Whose,
        known: &mut Known,
    ) -> Result<bool, Unreadable> {
        match (whose, one.key) {
            (Whose::Event, NAME) if known.activity.is_none() => {
                known.activity = Some(self.found.log.activities.keep(one.value));
            }
            (Whose::Case, NAME) if known.name.is_none() => known.name = Some(one.value.to_owned()),
            (Whose::Event, TIME) if known.time.is_none() => {
                let moment = moment_of(&mut self.found.notes, one.value, None);
                known.time = Some(moment.map_err(|why| self.xml.wrong_with(one.value, why))?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn value(&mut self, one: &One<'_>) -> Result<Value, Why> {
        let text = one.value.trim();
        let wrong = |kind| Why::Value(kind, one.value.to_owned());
        let texts = &mut self.found.log.texts;
        Ok(match one.kind {
            Valued::Text => Value::Text(texts.keep(one.value)),
            Valued::Id => Value::Id(texts.keep(one.value)),
            Valued::Time => Value::Time(moment_of(&mut self.found.notes, text, None)?),
            Valued::Integer => Value::Integer(text.parse().map_err(|_| wrong("whole number"))?),
            Valued::Real => Value::Real(real(text).ok_or_else(|| wrong("number"))?),
            Valued::Boolean => Value::Boolean(boolean(text).ok_or_else(|| wrong("true or false"))?),
        })
    }
}
