//! The method as somebody uses it who has a folder of votes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]
#![expect(
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "the numbers of a test are small"
)]
#![expect(clippy::float_cmp, reason = "what is compared exactly is exact")]
#![expect(
    clippy::cognitive_complexity,
    clippy::too_many_lines,
    reason = "one question after another, and nothing else"
)]

mod conversation;
mod files;
mod fuzz;
mod groups;
mod published;
mod real;
mod sameness;
mod written;

use opinions::{Analysis, Ballot, Conversation, Id, Options, Record, Statement, Vote};

/// A vote from letters: `a` agree, `d` disagree, `p` pass, anything else unseen.
pub(crate) fn vote(letter: char) -> Option<Vote> {
    match letter {
        'a' => Some(Vote::Agree),
        'd' => Some(Vote::Disagree),
        'p' => Some(Vote::Pass),
        _ => None,
    }
}

/// A conversation from a row of letters for each person.
pub(crate) fn record(rows: &[&str]) -> Record {
    let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let statements = (0..width as i64).map(|id| Statement::unknown(id.into())).collect();
    let mut ballots = Vec::new();
    for (person, row) in rows.iter().enumerate() {
        for (statement, letter) in row.chars().enumerate() {
            let (participant, statement) = (Id::from(person as i64), Id::from(statement as i64));
            ballots.extend(vote(letter).map(|vote| Ballot {
                participant,
                statement,
                vote,
                at: None,
            }));
        }
    }
    Record { statements, ballots, ..Record::default() }
}

/// The answer with nothing asked for.
pub(crate) fn analysed(record: &Record) -> Analysis {
    Conversation::new(record).analyse(&Options::default()).unwrap()
}

/// Numbers as names.
pub(crate) fn ids(numbers: &[i64]) -> Vec<Id> {
    numbers.iter().copied().map(Id::from).collect()
}
