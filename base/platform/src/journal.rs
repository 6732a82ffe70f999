//! The journal: who looked and what was done, one line for each act and record. A change's line
//! joins the change's own transaction; a look's line is written in batches, and the answer leaves
//! only once it is durable.

mod chain;
mod sealer;
mod since;
mod writer;

use kernel::{Id, Moment};

use crate::{
    Actor, DbError, Tx,
    db::{Arg, sql},
    vault::{AnySubject, Subject},
};

pub use chain::{Broken, Verified, head, verify, verify_stored};
pub(crate) use sealer::run as run_sealer;
pub use sealer::seal_pending;
pub use since::changed_since_looked;
pub(crate) use writer::JournalWriter;

/// A line of the journal.
#[derive(Debug)]
pub enum Line {}

/// What the actor did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// They looked.
    Looked,
    /// They changed something.
    Changed,
}

impl Did {
    /// As it is written in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Looked => "looked",
            Self::Changed => "changed",
        }
    }
}

/// One act, before it is written: a line for each record it touched, or one line for none.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    pub(crate) at: Moment,
    pub(crate) actor: Actor,
    pub(crate) action: &'static str,
    pub(crate) did: Did,
    pub(crate) thing: Option<String>,
    pub(crate) records: Vec<Id<AnySubject>>,
}

/// One row of the journal.
pub(crate) type Entry = (Id<Line>, Vec<Arg>);

/// How many rows go into one statement.
const AT_ONCE: usize = 64;

impl Act {
    /// The rows of this act.
    pub(crate) fn entries(&self, fresh: impl Fn() -> Id<Line>) -> Vec<Entry> {
        let mut records: Vec<Option<Id<AnySubject>>> =
            self.records.iter().copied().map(Some).collect();
        if records.is_empty() {
            records.push(None);
        }
        records.into_iter().map(|record| self.entry(fresh(), record)).collect()
    }

    fn entry(&self, id: Id<Line>, record: Option<Id<AnySubject>>) -> Entry {
        let row = vec![
            id.into(),
            self.at.into(),
            self.actor.account().into(),
            self.actor.via().name().into(),
            self.action.into(),
            self.did.name().into(),
            self.thing.clone().into(),
            record.into(),
        ];
        (id, row)
    }
}

/// The ids of the records among `subjects`.
pub(crate) fn records(subjects: &[Subject]) -> Vec<Id<AnySubject>> {
    let only = |subject: &Subject| match subject {
        Subject::Record(id) => Some(*id),
        Subject::Account(_) | Subject::Group(_) => None,
    };
    let mut records: Vec<_> = subjects.iter().filter_map(only).collect();
    records.sort_unstable();
    records.dedup();
    records
}

/// Writes rows, and notes that the chain does not hold them yet.
pub(crate) async fn write(tx: &mut Tx, entries: Vec<Entry>) -> Result<(), DbError> {
    let mut rest = entries;
    while !rest.is_empty() {
        let take = block(rest.len());
        let now: Vec<Entry> = rest.drain(..take).collect();
        let (open, rows) = now.into_iter().map(|(id, row)| (vec![id.into()], row)).unzip();
        tx.run(
            sql("insert into journal (id, at, account, via, action, did, thing, record) values {}")
                .bind_rows(8, rows),
        )
        .await?;
        tx.run(sql("insert into journal_open (line) values {}").bind_rows(1, open)).await?;
    }
    Ok(())
}

/// How many of so many rows go into the next statement: a power of two, so that few statements are
/// prepared, whatever the number.
fn block(rows: usize) -> usize {
    rows.checked_ilog2().map_or(1, |power| 1 << power).min(AT_ONCE)
}

/// A line as the person it is about reads it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The line, to go on from.
    pub id: Id<Line>,
    /// When.
    pub at: Moment,
    /// Who. Nobody, when the program itself did it.
    pub account: Option<Id<crate::Account>>,
    /// How they came: `session`, `beside`, `token`, `program`.
    pub via: String,
    /// They looked, or they changed something.
    pub did: Did,
    /// The name of what they did: `note.add`.
    pub action: String,
    /// What it was, in words. Nothing for somebody who opened a form: they have not done it yet.
    pub told: Option<words::Say>,
}

/// Which lines about a record to read.
#[derive(Clone, Copy, Debug)]
pub struct Which<'a> {
    /// From before this one on.
    pub before: Option<Id<Line>>,
    /// At most so many.
    pub most: i64,
    /// Without those about these things, as if they had never been.
    pub without: &'a [String],
}

/// The lines about a record that this look names, newest first.
pub async fn about(
    reading: &mut crate::Reading,
    record: Id<AnySubject>,
    which: Which<'_>,
) -> Result<Vec<Told>, DbError> {
    if !reading.names(Subject::Record(record)) {
        return Err(crate::vault::VaultError::NotNamed.into());
    }
    let query = sql("select id, at, account, via, action, did from journal \
         where record = $1 and id < $2 and (thing is null or not thing in {}) \
         order by id desc limit {most}");
    let before = which.before.map_or_else(|| "g".to_owned(), |it| it.to_string());
    // An empty list would match nothing, and not even its opposite.
    let without = if which.without.is_empty() { &[String::new()] } else { which.without };
    let query = query.bind(record).bind(before).most(which.most).bind_list(without);
    let rows = reading.all(query, line).await?;
    let told = |line: Told| Told { told: told(reading, &line), ..line };
    Ok(rows.into_iter().map(told).collect())
}

fn line(row: &crate::Row) -> Result<Told, DbError> {
    let did = if row.get::<String>("did")? == "changed" { Did::Changed } else { Did::Looked };
    let (id, at, account) = (row.get("id")?, row.get("at")?, row.get("account")?);
    let (via, action) = (row.get("via")?, row.get("action")?);
    Ok(Told { id, at, account, via, did, action, told: None })
}

fn told(reading: &crate::Reading, line: &Told) -> Option<words::Say> {
    match line.did {
        Did::Looked => reading.told_of_look(&line.action),
        Did::Changed => reading.told(&line.action),
    }
}
