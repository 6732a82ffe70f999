//! The CSV files of an export.

use std::collections::BTreeSet;

use super::{
    Unreadable,
    cells::{NO_MODERATION, NO_MOMENT, NO_VOTE, moderation, moment, vote, yes},
    table::{Row, Table, plain},
};
use crate::{
    id::Id,
    record::{Ballot, Record, Statement},
};

/// Columns of `participants-votes.csv` that are no statement.
const OF_PEOPLE: [&str; 7] =
    ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];

/// `votes.csv`: every vote with its moment.
pub(super) fn events(bytes: &[u8]) -> Result<Record, Unreadable> {
    let mut table = Table::new("votes.csv", bytes)?;
    let [participant, statement, cast] =
        [table.must("voter-id")?, table.must("comment-id")?, table.must("vote")?];
    let at = table.find("timestamp");
    // Rows of real exports are longer than this many bytes.
    let mut ballots = Vec::with_capacity(bytes.len() / 48);
    while let Some(row) = table.next()? {
        ballots.push(Ballot {
            participant: id(&row, participant)?,
            statement: id(&row, statement)?,
            vote: vote(row.bytes(cast)).ok_or_else(|| row.wrong(cast, NO_VOTE))?,
            at: when(&row, at)?,
        });
    }
    Ok(Record { ballots, ..Record::default() })
}

/// `participants-votes.csv`: a row for each person, a column for each statement.
pub(super) fn people(bytes: &[u8]) -> Result<Record, Unreadable> {
    let mut table = Table::new("participants-votes.csv", bytes)?;
    let participant = table.must("participant")?;
    let mut known = BTreeSet::new();
    let mut statements = Vec::new();
    for (place, name) in table.columns.iter().enumerate() {
        if OF_PEOPLE.contains(&plain(name).as_str()) {
            continue;
        }
        if !known.insert(name) {
            return Err(Unreadable::TwoColumns { file: table.file, column: name.clone() });
        }
        statements.push((place, Id::of(name)));
    }
    let mut ballots = Vec::new();
    while let Some(row) = table.next()? {
        let person = id(&row, participant)?;
        for (place, statement) in &statements {
            let cell = row.bytes(*place).trim_ascii();
            if !cell.is_empty() {
                let vote = vote(cell).ok_or_else(|| row.wrong(*place, NO_VOTE))?;
                let (participant, statement) = (person.clone(), statement.clone());
                ballots.push(Ballot { participant, statement, vote, at: None });
            }
        }
    }
    let statements = statements.into_iter().map(|(_, id)| Statement::unknown(id)).collect();
    Ok(Record { statements, ballots, ..Record::default() })
}

/// `comments.csv`: the statements.
pub(super) fn statements(bytes: &[u8]) -> Result<Vec<Statement>, Unreadable> {
    let mut table = Table::new("comments.csv", bytes)?;
    let name = table.must("comment-id")?;
    let [author, body, said, at, meta] =
        ["author-id", "comment-body", "moderated", "timestamp", "is-meta"]
            .map(|column| table.find(column));
    let mut statements = Vec::new();
    while let Some(row) = table.next()? {
        let said = match said {
            Some(column) => {
                moderation(row.bytes(column)).ok_or_else(|| row.wrong(column, NO_MODERATION))?
            }
            None => crate::record::Moderation::Unmoderated,
        };
        statements.push(Statement {
            id: id(&row, name)?,
            text: body.map_or(Ok(""), |column| row.text(column))?.to_owned(),
            author: author.map(|column| row.text(column)).transpose()?.and_then(named),
            at: when(&row, at)?,
            moderation: said,
            meta: meta.is_some_and(|column| yes(row.bytes(column))),
        });
    }
    Ok(statements)
}

/// `summary.csv`: a name and a value on each line, without a heading.
pub(super) fn about(bytes: &[u8]) -> Result<Vec<(String, String)>, Unreadable> {
    const FILE: &str = "summary.csv";
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut about = Vec::new();
    for row in reader.into_records() {
        let row = row.map_err(|why| Unreadable::Line {
            file: FILE,
            line: why.position().map_or(0, csv::Position::line),
            why: why.to_string(),
        })?;
        let cell = |place: usize| row.get(place).unwrap_or_default().to_owned();
        about.push((cell(0), cell(1)));
    }
    Ok(about)
}

fn id(row: &Row<'_>, column: usize) -> Result<Id, Unreadable> {
    if let Some(id) = Id::of_digits(row.bytes(column)) {
        return Ok(id);
    }
    named(row.text(column)?).ok_or_else(|| row.wrong(column, "no name for anybody or anything"))
}

fn named(text: &str) -> Option<Id> {
    let text = text.trim();
    (!text.is_empty()).then(|| Id::of(text))
}

fn when(row: &Row<'_>, column: Option<usize>) -> Result<Option<i64>, Unreadable> {
    let Some(column) = column else { return Ok(None) };
    moment(row.bytes(column)).ok_or_else(|| row.wrong(column, NO_MOMENT))
}
