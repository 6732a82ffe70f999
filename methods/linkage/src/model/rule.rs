//! Blocking rules: which values two records must share to be compared.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Keys that two records must all have, and share: an equi-join. A rule without keys joins every record with every other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rule(pub Vec<Key>);

/// A value, or a part of one, by which records are brought together; as text `column`, `column:part`, or `column|column` for
/// the values of both in either order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key {
    /// The column.
    pub column: String,
    /// Another column of the same form: the two values count in either order.
    pub or: Option<String>,
    /// Which part of the value.
    pub part: Part,
}

/// A part of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    Whole,
    /// `sound`: how it sounds (Soundex).
    Sound,
    /// `letter`: the first letter.
    Letter,
    /// `start`: the first three letters.
    Start,
    /// `year` of a date.
    Year,
    /// `month`: year and month of a date.
    Month,
    /// `day`: month and day of a date.
    Day,
    /// `turned`: year, and month and day in either order.
    Turned,
    /// `local`: what stands before the @.
    Local,
    /// `sector` of a postcode.
    Sector,
    /// `district` of a postcode.
    District,
}

const PARTS: [(&str, Part); 10] = [
    ("sound", Part::Sound),
    ("letter", Part::Letter),
    ("start", Part::Start),
    ("year", Part::Year),
    ("month", Part::Month),
    ("day", Part::Day),
    ("turned", Part::Turned),
    ("local", Part::Local),
    ("sector", Part::Sector),
    ("district", Part::District),
];

impl Rule {
    /// The columns whose whole value every pair of this rule shares.
    pub(crate) fn holds_equal(&self, column: &str) -> bool {
        self.0.iter().any(|key| key.column == column || key.or.as_deref() == Some(column))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("all records");
        }
        for (place, key) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { " + " };
            write!(f, "{between}{key}")?;
        }
        Ok(())
    }
}

impl TryFrom<String> for Key {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (columns, part) = match text.split_once(':') {
            None => (text.as_str(), Part::Whole),
            Some((columns, name)) => {
                let known = PARTS.iter().find(|(known, _)| *known == name);
                (
                    columns,
                    known.ok_or_else(|| format!("the key `{text}` asks for an unknown part"))?.1,
                )
            }
        };
        let (column, or) = match columns.split_once('|') {
            Some((column, or)) => (column, Some(or.to_owned())),
            None => (columns, None),
        };
        Ok(Self { column: column.to_owned(), or, part })
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.to_string()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.column)?;
        if let Some(or) = &self.or {
            write!(f, "|{or}")?;
        }
        match PARTS.iter().find(|(_, part)| *part == self.part) {
            Some((name, _)) => write!(f, ":{name}"),
            None => Ok(()),
        }
    }
}
