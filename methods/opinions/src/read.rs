//! Reading what Polis gives away: the open-data CSV set, or the answers of the server as JSON.

mod cells;
mod export;
mod server;
mod table;

use crate::{note::Note, record::Record};

/// The files that are read, of a folder that may hold others.
///
/// `math-pca2.json` is not among them: it is an answer, and answers are never read.
pub const FILES: [&str; 7] = [
    "summary.csv",
    "comments.csv",
    "votes.csv",
    "participants-votes.csv",
    "votes.json",
    "comments.json",
    "conversation.json",
];

/// The most bytes that one file may have. What is read of it takes about ten times as much memory.
pub const MOST_BYTES: usize = 512 << 20;

/// Why files were not read. `Display` says in English what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There are no votes.
    #[error(
        "there are no votes here. Give votes.csv or participants-votes.csv with comments.csv, or votes.json."
    )]
    NoVotes,
    /// A file is larger than is read.
    #[error("{file} is larger than 512 MiB. Give a part of it.")]
    TooLarge {
        /// Which file.
        file: &'static str,
    },
    /// A file is empty, without so much as a heading.
    #[error("{file} is empty. Fetch it again.")]
    Empty {
        /// Which file.
        file: &'static str,
    },
    /// A column is missing.
    #[error(
        "{file} has no column {column:?}. Its first line must name the columns, with commas between them."
    )]
    NoColumn {
        /// Which file.
        file: &'static str,
        /// The name that the column should have.
        column: &'static str,
    },
    /// A statement has two columns.
    #[error("{file} has two columns {column:?}. Leave one.")]
    TwoColumns {
        /// Which file.
        file: &'static str,
        /// The name of both.
        column: String,
    },
    /// A line cannot be taken apart.
    #[error("{file}, line {line}: {why}. Fetch the file again.")]
    Line {
        /// Which file.
        file: &'static str,
        /// Which line, from 1.
        line: u64,
        /// What is wrong with it.
        why: String,
    },
    /// A cell does not say what it should.
    #[error("{file}, line {line}, column {column:?}: {value:?} is {not}.")]
    Cell {
        /// Which file.
        file: &'static str,
        /// Which line, from 1: that on which the row begins.
        line: u64,
        /// The name of the column.
        column: String,
        /// What the cell says, cut short where it is long.
        value: String,
        /// What it is not.
        not: &'static str,
    },
    /// JSON that cannot be read, or says something else.
    #[error("{file}: {why}. Fetch the file again.")]
    Json {
        /// Which file.
        file: &'static str,
        /// What is wrong, with line and column.
        why: String,
    },
    /// An element of a JSON array lacks something.
    #[error("{file}, element {element}: {why}.")]
    Element {
        /// Which file.
        file: &'static str,
        /// Which element, from 0.
        element: usize,
        /// What is wrong with it.
        why: &'static str,
    },
}

/// Reads a conversation from files, each a name and its bytes; names that are not in [`FILES`] are passed over.
///
/// With `votes.csv`, every vote is read with its moment; without it, `participants-votes.csv` holds the latest of each; without
/// that, `votes.json`. Statements come from `comments.csv` or `comments.json`, whichever belongs to the votes. In CSV +1 is agree. In
/// `votes.json` it is +1 or -1, depending on who fetched it: the counts in `comments.json` decide, and without them +1 is taken and a
/// note says so.
///
/// # Errors
/// Where there are no votes, a file is too large, or something in it is not what it should be.
pub fn read(files: &[(&str, &[u8])]) -> Result<Record, Unreadable> {
    let folder = Folder { files };
    for name in FILES {
        if folder.get(name).is_some_and(|bytes| bytes.len() > MOST_BYTES) {
            return Err(Unreadable::TooLarge { file: name });
        }
    }
    let mut record = if let Some(votes) = folder.get("votes.csv") {
        export::events(votes)?
    } else if let Some(votes) = folder.get("participants-votes.csv") {
        export::people(votes)?
    } else if let Some(votes) = folder.get("votes.json") {
        return server::read(votes, &folder);
    } else {
        return Err(Unreadable::NoVotes);
    };
    if let Some(comments) = folder.get("comments.csv") {
        record.statements = export::statements(comments)?;
    }
    if let Some(summary) = folder.get("summary.csv") {
        record.about = export::about(summary)?;
    }
    if folder.get("votes.json").is_some() {
        record.notes.push(Note::Taken { file: "the CSV files", instead_of: "votes.json" });
    }
    Ok(record)
}

/// Files by name.
struct Folder<'a> {
    files: &'a [(&'a str, &'a [u8])],
}

impl<'a> Folder<'a> {
    fn get(&self, name: &str) -> Option<&'a [u8]> {
        self.files.iter().find(|(other, _)| *other == name).map(|(_, bytes)| *bytes)
    }
}
