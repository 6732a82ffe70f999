//! Why a file cannot be read, and where.

use std::{error::Error, fmt};

use crate::{moment, value::DEEPEST};

/// A file that cannot be read: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub why: Why,
}

/// Where in a file something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the file as a whole.
    File,
    /// On this line, counted from 1.
    Line(u64),
    /// At this path of a JSON file, such as `events[3].time`.
    Path(String),
    /// In this table of a database, in this row as it comes, counted from 1; row 0 is the table itself.
    Row(String, u64),
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is nothing in it.
    Empty,
    /// It is none of the kinds of file that are read.
    Unknown,
    /// It is XML, but begins with another element than `log`.
    Root(String),
    /// It is not text in UTF-8.
    NotUtf8,
    /// It is broken, or not of its form: what it seemed to be, and what is wrong.
    Broken(&'static str, String),
    /// What comes out of it is more than this many bytes.
    TooLarge(u64),
    /// It ends before this is complete.
    EndsIn(String),
    /// An element lacks an attribute that it must have.
    Lacks(String, &'static str),
    /// A value is not of its type: type, value.
    Value(&'static str, String),
    /// A time is written in a way that could mean several, or none.
    Time(String),
    /// Attributes stand too deep within attributes.
    TooDeep,
    /// An id stands for two things.
    Twice(String),
    /// No column is the one that is wanted: what it is for, the name that was asked for if there was one, the columns that there are.
    Column(&'static str, Option<String>, Vec<String>),
    /// Columns were named, and a log of this kind has none.
    NoColumns,
    /// A table or a column that OCEL must have is not there.
    NoTable(String),
    /// Too many events have to do with too many objects of one type for a log of cases.
    Entangled,
    /// The log has no object of the type that was asked for: the type, the types that there are.
    ObjectType(String, Vec<String>),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File => {}
            Place::Line(line) => write!(f, "line {line}: ")?,
            Place::Path(path) => write!(f, "{}: ", short(path))?,
            Place::Row(table, 0) => write!(f, "table {}: ", short(table))?,
            Place::Row(table, row) => write!(f, "table {}, row {row}: ", short(table))?,
        }
        self.why.fmt(f)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(kind, value) => write!(f, "`{}` is no {kind}.", short(value)),
            Self::Time(value) => write!(f, "`{}` is no time: {}.", short(value), moment::HOW),
            Self::TooDeep => write!(f, "attributes stand more than {DEEPEST} deep within attributes."),
            Self::Lacks(element, wanted) => write!(f, "`{}` has no `{wanted}`.", short(element)),
            Self::Twice(id) => write!(f, "the id `{}` stands for two things.", short(id)),
            Self::EndsIn(element) => {
                write!(f, "the file ends before `{}` does. Is it complete?", short(element))
            }
            Self::Column(wanted, asked, columns) => no_column(f, wanted, asked.as_deref(), columns),
            Self::NoColumns => f.write_str(
                "this log is no CSV and has no columns: leave out --case, --activity and --time.",
            ),
            Self::ObjectType(_, types) if types.is_empty() => {
                f.write_str("this log has no types of objects: leave out --object-type.")
            }
            Self::ObjectType(asked, types) => write!(
                f,
                "there is no object of the type `{}`. There are: {}.",
                short(asked),
                listed(types)
            ),
            Self::Broken(what, why) => write!(f, "this is no {what}: {}.", short(why)),
            Self::NoTable(what) => {
                write!(f, "this is no OCEL 2.0 database: it has no {}.", short(what))
            }
            Self::Root(root) => write!(f, "this XML begins with `{}`; event logs begin with `log`.", short(root)),
            Self::TooLarge(most) => write!(
                f,
                "more than {most} bytes come out of this packed file, and no more are taken. Unpack it first if that is right."
            ),
            Self::Entangled => f.write_str(
                "too many events have to do with too many of these objects. Name another type with --object-type.",
            ),
            Self::Empty => f.write_str("this file is empty."),
            Self::NotUtf8 => f.write_str("this is not text in UTF-8. Save it as UTF-8."),
            Self::Unknown => {
                f.write_str("this is no event log in XES, OCEL 2.0 (JSON, XML, SQLite) or CSV.")
            }
        }
    }
}

fn no_column(
    f: &mut fmt::Formatter<'_>,
    wanted: &str,
    asked: Option<&str>,
    columns: &[String],
) -> fmt::Result {
    match asked {
        Some(asked) => write!(f, "there is no column `{}`", short(asked))?,
        None => write!(f, "no column is known to be the {wanted}; name it with --{wanted}")?,
    }
    write!(f, ". The columns are: {}.", listed(columns))
}

fn listed(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(20).map(|name| short(name)).collect();
    if names.len() > shown.len() {
        shown.push(format!("and {} more", names.len() - shown.len()));
    }
    shown.join(", ")
}

/// What a file says, fit for one line of an answer: no controls, and not too long.
pub(crate) fn short(text: &str) -> String {
    let seen = |c: char| if c.is_control() || is_reordering(c) { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(80).map(seen).collect();
    if text.chars().nth(80).is_some() {
        short.push('…');
    }
    short
}

/// Marks that would turn the order of what stands on the line.
fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

impl Error for Unreadable {}

impl Unreadable {
    /// Something is wrong with the file as a whole.
    pub(crate) fn file(why: Why) -> Self {
        Self { place: Place::File, why }
    }
}
