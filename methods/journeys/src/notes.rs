//! What was found on the way: what was taken for granted, left out, or could not be kept.

use std::{collections::BTreeMap, fmt};

use crate::unreadable::short;

/// Something that whoever reads an answer should know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// These columns were taken: for the case, the activity, the time.
    Columns(String, String, String),
    /// Cases are the objects of this type, of these types.
    Flattened(String, Vec<String>),
    /// Persons are told apart by their source.
    Sources,
    /// Times that name no zone were taken as UTC.
    Zoneless,
    /// What is finer than a microsecond was cut.
    Finer,
    /// Events without an activity were left out.
    NoActivity,
    /// Events without a time were left out.
    NoTime,
    /// Events without a case were left out.
    NoCase,
    /// Cases without a name were given one.
    Unnamed,
    /// Cases in which nothing happened are not counted.
    Idle,
    /// Several parts of the file are one case, as they have one name.
    SameCase,
    /// A case says two things about this; the first was kept.
    Differs(String),
    /// Elements of this name mean nothing in such a file.
    Element(String),
    /// Values of this attribute are not of the type that is declared, and were kept as text.
    Mistyped(String),
    /// Values of this attribute are declared to be of no type that is known, and were kept as text.
    NoSuchType(String),
    /// A type is used that is not declared.
    Undeclared(String),
    /// Something is related to objects that are not in the file.
    Unrelated,
    /// Events that belong to no such object.
    Elsewhere,
    /// Events that belong to several such objects, and were taken for each.
    Shared,
    /// Something could not be kept in what was written.
    NotKept(Lost),
}

/// What a format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// Attributes within this attribute.
    Within(String),
    /// What XES says of the log as a whole.
    Header,
    /// This attribute has values of several types, which were written as texts.
    Types(String),
    /// Texts of this attribute that would be read as another type.
    Looks(String),
    /// Empty texts of this attribute, which cannot be told from none.
    Blank(String),
    /// This attribute, which is said of too few events to have a column of its own.
    Rare(String),
    /// This key means something else in such a file.
    Key(String),
    /// This key stands twice at one place.
    TwiceKey(String),
    /// Values of this attribute that change over time; the first was kept.
    Changes(String),
    /// Relations to objects of other types, and how things are related.
    Relations,
    /// Characters that XML cannot hold.
    Characters,
}

/// Findings, each with how often, and the first line where it was met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(BTreeMap<Matter, (u64, Option<u64>)>);

impl Notes {
    pub(crate) fn add(&mut self, matter: Matter) {
        self.at(matter, None);
    }

    pub(crate) fn at(&mut self, matter: Matter, line: Option<u64>) {
        self.times(matter, 1, line);
    }

    pub(crate) fn lost(&mut self, lost: Lost) {
        self.add(Matter::NotKept(lost));
    }

    pub(crate) fn times(&mut self, matter: Matter, times: u64, line: Option<u64>) {
        if times > 0 {
            let found = self.0.entry(matter).or_insert((0, line));
            found.0 += times;
            found.1 = match (found.1, line) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    }

    /// Takes over what others found.
    pub fn join(&mut self, others: Self) {
        for (matter, (times, line)) in others.0 {
            self.times(matter, times, line);
        }
    }

    /// Each finding, in a fixed order: what, how often.
    pub fn iter(&self) -> impl Iterator<Item = (&Matter, u64)> {
        self.0.iter().map(|(matter, (times, _))| (matter, *times))
    }

    /// Each finding as a sentence.
    pub fn sentences(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(matter, (times, line))| {
            let first = line.map(|line| format!(" (first on line {line})")).unwrap_or_default();
            format!("{}{first}.", Sentence(matter, *times))
        })
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

struct Sentence<'a>(&'a Matter, u64);

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.1;
        match self.0 {
            Matter::Columns(case, activity, time) => write!(
                f,
                "Columns taken: case {}, activity {}, time {}",
                short(case),
                short(activity),
                short(time)
            ),
            Matter::Flattened(taken, types) => {
                let types: Vec<String> = types.iter().take(20).map(|name| short(name)).collect();
                write!(f, "A case is an object of the type {} (of {})", short(taken), types.join(", "))
            }
            Matter::Sources => f.write_str(
                "Several sources number persons: nobody was taken to be the same in two of them. Link them first (`tributary link`), then name that column with --case",
            ),
            Matter::NotKept(lost) => write!(f, "Not kept, {n} times: {lost}"),
            Matter::Differs(key) => write!(f, "A case says two things about {}: the first was kept, {n} times", short(key)),
            Matter::Element(name) => write!(f, "Not read, {n} times: the element {}, which has no meaning here", short(name)),
            Matter::Mistyped(key) => write!(f, "Kept as text, {n} times: {}, which is not of its declared type", short(key)),
            Matter::NoSuchType(key) => write!(f, "Kept as text: {}, which is declared to be of no known type", short(key)),
            Matter::Undeclared(name) => write!(f, "Used {n} times, but not declared: {}", short(name)),
            Matter::Zoneless | Matter::Finer | Matter::NoActivity | Matter::NoTime | Matter::NoCase
            | Matter::Unnamed | Matter::Idle | Matter::SameCase | Matter::Unrelated
            | Matter::Elsewhere | Matter::Shared => write!(f, "{}: {n}", counted(self.0)),
        }
    }
}

fn counted(matter: &Matter) -> &'static str {
    match matter {
        Matter::Zoneless => "Times without a zone, taken as UTC",
        Matter::Finer => "Times finer than a microsecond, cut",
        Matter::NoActivity => "Events without an activity, left out",
        Matter::NoTime => "Events without a time, left out",
        Matter::NoCase => "Events without a case, left out",
        Matter::Unnamed => "Cases without a name, named by their number",
        Matter::Idle => "Cases without an event, not counted",
        Matter::SameCase => "Parts of the file with the name of an earlier case, taken as one case",
        Matter::Unrelated => "Relations to objects that are not in the file, left out",
        Matter::Elsewhere => "Events that belong to no such object, left out",
        Matter::Shared => "Events that belong to several such objects, taken for each",
        Matter::Columns(..)
        | Matter::Flattened(..)
        | Matter::Sources
        | Matter::Differs(_)
        | Matter::Element(_)
        | Matter::Mistyped(_)
        | Matter::NoSuchType(_)
        | Matter::Undeclared(_)
        | Matter::NotKept(_) => "",
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Within(key) => write!(f, "attributes within {}", short(key)),
            Self::Header => f.write_str("what XES says of the log as a whole"),
            Self::Types(key) => {
                write!(f, "the type of {}, which has values of several types", short(key))
            }
            Self::Looks(key) => {
                write!(f, "that {} is text: it will be read as another type", short(key))
            }
            Self::Blank(key) => write!(f, "empty texts of {}", short(key)),
            Self::Rare(key) => {
                write!(f, "{}, which is said too rarely to have a column", short(key))
            }
            Self::Key(key) => write!(f, "{}, a name that means something else there", short(key)),
            Self::TwiceKey(key) => write!(f, "{} where it stands a second time", short(key)),
            Self::Changes(key) => {
                write!(f, "later values of {}, which changes over time", short(key))
            }
            Self::Relations => {
                f.write_str("relations to other objects, and how things are related")
            }
            Self::Characters => f.write_str("control characters, which XML cannot hold"),
        }
    }
}
