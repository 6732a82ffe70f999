//! Writing the open-data CSV set.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    analysis::Analysis,
    conversation::Conversation,
    id::Id,
    record::{Moderation, Record, Vote},
};

/// Writes `summary.csv`, `comments.csv`, `votes.csv` and `participants-votes.csv`, each a name and its bytes. +1 is agree.
///
/// `votes.csv` holds each vote that counts, and not those that were changed later. Read again, they tell the same conversation, but
/// for whether moderation is strict, which no CSV file says; so statements that strict moderation keeps out are written as moderated out.
pub fn write(
    record: &Record,
    conversation: &Conversation,
    analysis: &Analysis,
) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("summary.csv", summary(record, conversation, analysis)),
        ("comments.csv", comments(conversation)),
        ("votes.csv", votes(conversation)),
        ("participants-votes.csv", participants(conversation, analysis)),
    ]
}

/// A CSV file in memory, which always has room.
#[derive(Default)]
struct Sheet {
    bytes: Vec<u8>,
}

impl Sheet {
    fn line<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.bytes.push(b',');
            }
            if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
                self.bytes.push(b'"');
                self.bytes.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
                self.bytes.push(b'"');
            } else {
                self.bytes.extend_from_slice(cell.as_bytes());
            }
        }
        self.bytes.push(b'\n');
    }
}

fn summary(record: &Record, conversation: &Conversation, analysis: &Analysis) -> Vec<u8> {
    let authors = conversation.statements.iter().filter_map(|one| one.author.as_ref());
    let counts = [
        ("voters", analysis.participants),
        ("voters-in-conv", analysis.in_conversation.len()),
        ("commenters", authors.collect::<BTreeSet<_>>().len()),
        ("comments", analysis.statements),
        ("groups", analysis.groups.len()),
    ];
    let counted = |name: &str| counts.iter().any(|(other, _)| *other == name);
    let mut sheet = Sheet::default();
    let last = |name: &str| name == "conversation-description";
    for (name, value) in record.about.iter().filter(|(name, _)| !counted(name) && !last(name)) {
        sheet.line([name.as_str(), value]);
    }
    for (name, count) in counts {
        sheet.line([name, &count.to_string()]);
    }
    for (name, value) in record.about.iter().filter(|(name, _)| last(name)) {
        sheet.line([name.as_str(), value]);
    }
    sheet.bytes
}

fn comments(conversation: &Conversation) -> Vec<u8> {
    let mut sheet = Sheet::default();
    sheet.line([
        "timestamp",
        "datetime",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "is-meta",
        "comment-body",
    ]);
    let known = conversation.statements.iter().zip(&conversation.tallies);
    for ((one, tally), out) in known.zip(conversation.kept_out()) {
        let moderated = match one.moderation {
            Moderation::Out => "-1",
            Moderation::Unmoderated if out => "-1",
            Moderation::Unmoderated => "0",
            Moderation::In => "1",
        };
        let [at, dated] = moment(one.at);
        let author = one.author.as_ref().map(Id::to_string).unwrap_or_default();
        let (id, agrees, disagrees) =
            (one.id.to_string(), tally.agree.to_string(), tally.disagree.to_string());
        let meta = if one.meta { "true" } else { "false" };
        let cells: [&str; 9] =
            [&at, &dated, &id, &author, &agrees, &disagrees, moderated, meta, &one.text];
        sheet.line(cells);
    }
    sheet.bytes
}

fn votes(conversation: &Conversation) -> Vec<u8> {
    let mut sheet = Sheet::default();
    sheet.line(["timestamp", "datetime", "comment-id", "voter-id", "vote"]);
    for (person, statement, vote, at) in conversation.ballots() {
        let [at, dated] = moment(at);
        sheet.line([at.as_str(), &dated, &statement.to_string(), &person.to_string(), vote.text()]);
    }
    sheet.bytes
}

fn participants(conversation: &Conversation, analysis: &Analysis) -> Vec<u8> {
    let mut groups = BTreeMap::new();
    for group in &analysis.groups {
        groups.extend(group.members.iter().map(|member| (member, group.id.to_string())));
    }
    let mut wrote: BTreeMap<&Id, usize> = BTreeMap::new();
    for author in conversation.statements.iter().filter_map(|one| one.author.as_ref()) {
        *wrote.entry(author).or_default() += 1;
    }
    let ids: Vec<String> = conversation.statements.iter().map(|one| one.id.to_string()).collect();
    let heading = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];
    let mut sheet = Sheet::default();
    sheet.line(heading.into_iter().chain(ids.iter().map(String::as_str)));
    for (person, row) in conversation.participants.iter().zip(&conversation.rows) {
        let many = |vote: Vote| row.iter().filter(|mark| mark.vote == vote).count().to_string();
        let mut cells = vec![""; ids.len()];
        for mark in row {
            if let Some(cell) = cells.get_mut(mark.statement) {
                *cell = mark.vote.text();
            }
        }
        let counts = [
            person.to_string(),
            groups.get(person).cloned().unwrap_or_default(),
            wrote.get(person).copied().unwrap_or_default().to_string(),
            row.len().to_string(),
            many(Vote::Agree),
            many(Vote::Disagree),
        ];
        sheet.line(counts.iter().map(String::as_str).chain(cells));
    }
    sheet.bytes
}

/// A moment as a number and in words, in the way of the export; nothing where it is not known.
fn moment(at: Option<i64>) -> [String; 2] {
    let Some(at) = at else { return Default::default() };
    let dated = jiff::Timestamp::from_millisecond(at).ok();
    let dated = dated.map(|at| at.strftime("%a %b %d %H:%M:%S UTC %Y").to_string());
    [at.to_string(), dated.unwrap_or_default()]
}
