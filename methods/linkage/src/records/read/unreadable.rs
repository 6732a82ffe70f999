//! Why a file could not be read.

use std::fmt;

use super::MOST_TEXT;
use crate::records::MOST_RECORDS;

/// Why a file could not be read as records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no line of headers.
    Empty,
    /// A byte is not UTF-8.
    NotText {
        /// The line it is on.
        line: usize,
    },
    /// Another source has that name.
    SourceTwice(String),
    /// No column holds ids.
    NoIdColumn {
        /// The one that was asked for.
        asked: Option<String>,
        /// The headers that are there.
        headers: String,
    },
    /// Nothing is there that the model could compare.
    NothingKnown {
        /// The headers that are there.
        headers: String,
    },
    /// A record has no id.
    NoId {
        /// The line it begins on.
        line: u64,
        /// The header of the ids.
        column: String,
    },
    /// Two records have one id.
    IdTwice {
        /// The id.
        id: String,
        /// The line of the first record.
        first: u64,
        /// The line of the other.
        again: u64,
    },
    /// A row is not as long as the line of headers.
    Row {
        /// The line it begins on.
        line: u64,
        /// How many fields it has.
        fields: u64,
        /// How many headers there are.
        headers: u64,
    },
    /// The records are too many or too long.
    TooMany,
}

impl Unreadable {
    pub(super) fn not_text(bytes: &[u8], good: usize) -> Self {
        let before = bytes.iter().take(good).filter(|byte| **byte == b'\n').count();
        Self::NotText { line: before + 1 }
    }
}

impl From<csv::Error> for Unreadable {
    fn from(why: csv::Error) -> Self {
        if let csv::ErrorKind::UnequalLengths { pos, expected_len, len } = why.kind() {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            return Self::Row { line, fields: *len, headers: *expected_len };
        }
        Self::Empty
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("this file is empty: the first line must name the columns"),
            Self::NotText { line } => {
                write!(f, "line {line} is not UTF-8. Save the file as UTF-8 and try again.")
            }
            Self::SourceTwice(name) => {
                write!(f, "there are two sources `{name}`. Give one of the files another name.")
            }
            Self::NoIdColumn { asked: Some(asked), headers } => {
                write!(f, "there is no column `{asked}`. The columns are: {headers}.")
            }
            Self::NoIdColumn { asked: None, headers } => write!(
                f,
                "no column is called record_id, rec_id, unique_id or id. Say which holds the ids (--id). The columns are: {headers}."
            ),
            Self::NothingKnown { headers } => write!(
                f,
                "the model knows none of the columns. They are: {headers}. Rename them, or give a model that lists them."
            ),
            Self::NoId { line, column } => {
                write!(f, "line {line}: this record has no `{column}`. Every record needs an id.")
            }
            Self::IdTwice { id, first, again } => write!(
                f,
                "line {again}: the id `{id}` stood on line {first} already. An id is of one record; give another column (--id), or take one record out."
            ),
            Self::Row { line, fields, headers } => {
                write!(
                    f,
                    "line {line}: this row has {fields} fields, and there are {headers} headers"
                )
            }
            Self::TooMany => write!(
                f,
                "these are more than {MOST_RECORDS} records, or one column has more than {} MiB of different text. Link a part of them.",
                MOST_TEXT >> 20
            ),
        }
    }
}

impl std::error::Error for Unreadable {}
