//! Why a file could not be read as a measure, and on which line.

use std::fmt;

use crate::date::NoDate;

/// What is wrong with a file. Lines count from 1, the names of the columns standing on the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It holds nothing, not even names of columns.
    Empty,
    /// It is not CSV: a row has more or fewer fields than there are columns, or is not UTF-8.
    Row {
        /// The line where the row begins, where it is known.
        line: Option<u64>,
        /// What is wrong.
        why: String,
    },
    /// There is no column of this name.
    NoColumn {
        /// The name that was asked for.
        asked: String,
        /// The names that there are.
        there: Vec<String>,
    },
    /// Several columns have this name.
    SameColumn(String),
    /// No date stands where one belongs.
    Date {
        /// The line.
        line: u64,
        /// What stands there.
        text: String,
        /// What is wrong.
        why: NoDate,
    },
    /// Some times have a zone and others have none, so nobody knows their order.
    Zones {
        /// The first line with a zone.
        with: u64,
        /// The first line without.
        without: u64,
    },
    /// No number stands where one belongs.
    Number {
        /// The line.
        line: u64,
        /// The column.
        column: String,
        /// What stands there.
        text: String,
    },
    /// One series has two rows for one date. Which comes first would be left to chance.
    SameDate {
        /// The date.
        date: String,
        /// The two lines.
        lines: [u64; 2],
    },
}

/// The most of a text, and the most names, that an error repeats.
const MOST: usize = 40;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("this file is empty: its first line should name its columns")
            }
            Self::Row { line: Some(line), why } => write!(f, "line {line}: {why}"),
            Self::Row { line: None, why } => write!(f, "this is no CSV: {why}"),
            Self::NoColumn { asked, there } => {
                let names: Vec<&str> = there.iter().take(MOST).map(String::as_str).collect();
                write!(f, "there is no column {asked:?}. There are: {}", names.join(", "))
            }
            Self::SameColumn(name) => {
                write!(f, "several columns are called {name:?}: give each a name of its own")
            }
            Self::Date { line, text, why } => {
                write!(f, "line {line}: {:?} as a date: {why}", shortened(text))
            }
            Self::Zones { with, without } => write!(
                f,
                "line {with} has a time zone and line {without} has none, so their order is open: give all or none one"
            ),
            Self::Number { line, column, text } => write!(
                f,
                "line {line}, column {column:?}: {:?} is no number. Write it as 1234.5, or leave it empty where there is none",
                shortened(text)
            ),
            Self::SameDate { date, lines: [a, b] } => write!(
                f,
                "lines {a} and {b} are both of {date} in one series: name the columns that tell them apart (by)"
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
