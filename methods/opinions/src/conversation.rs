//! A conversation as it stands: the latest vote of everybody on everything, and the sums that a new vote changes.

mod places;
mod tally;

pub(crate) use tally::Mark;
pub use tally::Tally;

use std::cmp::Reverse;

use crate::{
    id::Id,
    note::Note,
    record::{Ballot, Moderation, Record, Statement, Vote},
};

/// A conversation as it stands: people in the order of their ids, statements in the order of theirs, and of each pair the vote
/// that counts (the latest; see [`Conversation::vote`]).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation {
    pub(crate) participants: Vec<Id>,
    pub(crate) statements: Vec<Statement>,
    /// What each participant voted, in the order of the statements.
    pub(crate) rows: Vec<Vec<Mark>>,
    /// The votes on each statement by everybody.
    pub(crate) tallies: Vec<Tally>,
    pub(crate) strict: bool,
    pub(crate) notes: Vec<Note>,
}

impl Conversation {
    /// The conversation that files tell of.
    pub fn new(record: &Record) -> Self {
        let whose = record.ballots.iter().map(|ballot| &ballot.participant);
        let (participants, people) = places::ordered(whose);
        let (statements, unknown) = listed(record);
        let mut rows = roomy(participants.len(), &people);
        let mut last: Option<(&Id, usize)> = None;
        for (ballot, person) in record.ballots.iter().zip(people) {
            let of =
                |id: &Id| statements.binary_search_by(|one| one.id.cmp(id)).unwrap_or_default();
            let known = last.filter(|(id, _)| *id == &ballot.statement);
            let statement = known.map_or_else(|| of(&ballot.statement), |(_, place)| place);
            last = Some((&ballot.statement, statement));
            if let Some(row) = rows.get_mut(person) {
                row.push(Mark::new(statement, ballot));
            }
        }
        rows.iter_mut().for_each(joined);
        let tallies = tallied(&rows, statements.len());
        let mut notes = record.notes.clone();
        if unknown > 0 {
            notes.push(Note::UnknownStatements { statements: unknown });
        }
        Self { participants, statements, rows, tallies, strict: record.strict, notes }
    }

    /// Takes one more vote. People and statements that are new come with it.
    ///
    /// The latest vote of a person on a statement counts, whatever the order in which votes come. Of different votes at the same
    /// moment none can be called later: together they count as a pass. Says whether anything changed.
    pub fn vote(&mut self, ballot: &Ballot) -> bool {
        let statement = self.place_of_statement(&ballot.statement);
        let person = self.place_of_participant(&ballot.participant);
        let mark = Mark::new(statement, ballot);
        let (Some(row), Some(tally)) = (self.rows.get_mut(person), self.tallies.get_mut(statement))
        else {
            return false;
        };
        match row.binary_search_by_key(&statement, |mark| mark.statement) {
            Ok(place) => {
                let Some(old) = row.get_mut(place) else { return false };
                let new = old.joined(mark);
                tally.uncount(old.vote);
                tally.count(new.vote);
                std::mem::replace(old, new) != new
            }
            Err(place) => {
                row.insert(place, mark);
                tally.count(mark.vote);
                true
            }
        }
    }

    fn place_of_participant(&mut self, id: &Id) -> usize {
        self.participants.binary_search(id).unwrap_or_else(|place| {
            self.participants.insert(place, id.clone());
            self.rows.insert(place, Vec::new());
            place
        })
    }

    fn place_of_statement(&mut self, id: &Id) -> usize {
        self.statements.binary_search_by(|one| one.id.cmp(id)).unwrap_or_else(|place| {
            self.statements.insert(place, Statement::unknown(id.clone()));
            self.tallies.insert(place, Tally::default());
            let later = |mark: &mut Mark| mark.statement += usize::from(mark.statement >= place);
            self.rows.iter_mut().flatten().for_each(later);
            place
        })
    }

    /// Everybody with at least one vote, in the order of their ids.
    pub fn participants(&self) -> &[Id] {
        &self.participants
    }

    /// Every statement, also those kept out, in the order of their ids.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// How everybody voted on each statement, in the order of [`Conversation::statements`].
    pub fn tallies(&self) -> &[Tally] {
        &self.tallies
    }

    /// How many votes count: pairs of a participant and a statement.
    pub fn votes(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// What one person voted, in the order of the statements; nothing where the person is not known.
    pub fn votes_of(&self, participant: &Id) -> impl Iterator<Item = (&Id, Vote)> {
        let row = self.participants.binary_search(participant).ok();
        let row = row.and_then(|place| self.rows.get(place)).into_iter().flatten();
        row.filter_map(|mark| Some((&self.statements.get(mark.statement)?.id, mark.vote)))
    }

    /// The moment of each vote that counts, in the order of people and statements.
    pub(crate) fn ballots(&self) -> impl Iterator<Item = (&Id, &Id, Vote, Option<i64>)> {
        self.participants.iter().zip(&self.rows).flat_map(move |(person, row)| {
            row.iter().filter_map(move |mark| {
                Some((person, &self.statements.get(mark.statement)?.id, mark.vote, mark.at()))
            })
        })
    }

    /// Whether each statement is kept out: moderated out, or not let in where moderation is strict.
    pub(crate) fn kept_out(&self) -> Vec<bool> {
        let out = |one: &Statement| match one.moderation {
            Moderation::Out => true,
            Moderation::Unmoderated => self.strict,
            Moderation::In => false,
        };
        self.statements.iter().map(out).collect()
    }

    /// How many pairs hold different votes of the same moment.
    pub(crate) fn contradicted(&self) -> usize {
        self.rows.iter().flatten().filter(|mark| mark.contradicted()).count()
    }
}

/// A row for each person, with room for as many votes as there are.
fn roomy(count: usize, people: &[usize]) -> Vec<Vec<Mark>> {
    let mut many = vec![0_usize; count];
    for person in people {
        if let Some(many) = many.get_mut(*person) {
            *many += 1;
        }
    }
    many.into_iter().map(Vec::with_capacity).collect()
}

/// The statements in the order of their ids, with those that only votes name, and how many those are.
fn listed(record: &Record) -> (Vec<Statement>, usize) {
    let mut statements = record.statements.clone();
    statements.sort_by(|a, b| a.id.cmp(&b.id).then_with(|| rank(a).cmp(&rank(b))));
    statements.dedup_by(|later, first| later.id == first.id);
    let known = statements.len();
    let mut last = None;
    let mut unknown: Vec<&Id> = Vec::new();
    for Ballot { statement, .. } in &record.ballots {
        if last.replace(statement) != Some(statement)
            && statements.binary_search_by(|one| one.id.cmp(statement)).is_err()
        {
            unknown.push(statement);
        }
    }
    unknown.sort_unstable();
    unknown.dedup();
    statements.extend(unknown.into_iter().cloned().map(Statement::unknown));
    statements.sort_by(|a, b| a.id.cmp(&b.id));
    let unknown = statements.len() - known;
    (statements, unknown)
}

/// Which of several statements of one id counts: the least.
fn rank(one: &Statement) -> impl Ord {
    (Reverse(one.at), one.moderation, &one.text, &one.author, one.meta)
}

/// Leaves of each statement the vote that counts.
fn joined(row: &mut Vec<Mark>) {
    row.sort_by_key(|mark| mark.statement);
    row.dedup_by(|later, first| {
        let same = later.statement == first.statement;
        if same {
            *first = first.joined(*later);
        }
        same
    });
}

fn tallied(rows: &[Vec<Mark>], statements: usize) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); statements];
    for mark in rows.iter().flatten() {
        if let Some(tally) = tallies.get_mut(mark.statement) {
            tally.count(mark.vote);
        }
    }
    tallies
}
