//! The answers of a Polis server, as JSON.

mod loose;

use std::collections::BTreeMap;

use serde::Deserialize;

use self::loose::{Amount, Moment};
use super::{
    Folder, Unreadable,
    cells::{moderation_of, vote_of},
};
use crate::{
    conversation::Tally,
    id::Id,
    note::Note,
    record::{Ballot, Moderation, Record, Statement, Vote},
};

/// An element of `votes.json`; the server and those who fetch from it name things differently.
#[derive(Deserialize)]
#[serde(expecting = "a vote: an object with pid, tid and vote")]
struct Cast {
    pid: Option<Id>,
    participant_id: Option<Id>,
    tid: Option<Id>,
    statement_id: Option<Id>,
    vote: Option<Amount>,
    modified: Option<Moment>,
}

/// An element of `comments.json`.
#[derive(Deserialize)]
#[serde(expecting = "a statement: an object with tid and txt")]
struct Comment {
    tid: Option<Id>,
    statement_id: Option<Id>,
    txt: Option<String>,
    pid: Option<Id>,
    participant_id: Option<Id>,
    created: Option<Moment>,
    #[serde(rename = "mod")]
    moderation: Option<Amount>,
    moderated: Option<Amount>,
    is_meta: Option<bool>,
    agree_count: Option<Amount>,
    disagree_count: Option<Amount>,
}

/// `conversation.json`.
#[derive(Default, Deserialize)]
#[serde(expecting = "an object that tells of the conversation")]
struct About {
    topic: Option<String>,
    description: Option<String>,
    strict_moderation: Option<bool>,
}

/// How many agreed and disagreed with a statement, as the server counts.
struct Counted {
    statement: Id,
    agree: f64,
    disagree: f64,
}

pub(super) fn read(votes: &[u8], folder: &Folder<'_>) -> Result<Record, Unreadable> {
    let cast: Vec<Cast> = parsed("votes.json", votes)?;
    let comments: Vec<Comment> = folder
        .get("comments.json")
        .map_or(Ok(Vec::new()), |bytes| parsed("comments.json", bytes))?;
    let about: About = folder
        .get("conversation.json")
        .map_or(Ok(About::default()), |bytes| parsed("conversation.json", bytes))?;
    let mut ballots = cast.into_iter().enumerate().map(ballot).collect::<Result<Vec<_>, _>>()?;
    let counted: Vec<Counted> = comments.iter().filter_map(counts).collect();
    let note = sign(&ballots, &counted);
    if note == Some(Note::SignTurned) {
        for ballot in &mut ballots {
            ballot.vote = ballot.vote.turned();
        }
    }
    let statements =
        comments.into_iter().enumerate().map(statement).collect::<Result<Vec<_>, _>>()?;
    Ok(Record {
        about: [("topic", about.topic), ("conversation-description", about.description)]
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect(),
        statements,
        ballots,
        strict: about.strict_moderation.unwrap_or(false),
        notes: note.into_iter().collect(),
    })
}

fn parsed<'a, T: Deserialize<'a>>(file: &'static str, bytes: &'a [u8]) -> Result<T, Unreadable> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(Unreadable::Empty { file });
    }
    serde_json::from_slice(bytes).map_err(|why| Unreadable::Json { file, why: why.to_string() })
}

fn ballot((element, cast): (usize, Cast)) -> Result<Ballot, Unreadable> {
    let lacks = |why| Unreadable::Element { file: "votes.json", element, why };
    let vote = cast.vote.and_then(|amount| vote_of(amount.0));
    Ok(Ballot {
        participant: (cast.pid.or(cast.participant_id))
            .ok_or_else(|| lacks("it says nobody's pid"))?,
        statement: (cast.tid.or(cast.statement_id))
            .ok_or_else(|| lacks("it says no statement's tid"))?,
        vote: vote.ok_or_else(|| lacks("its vote is not 1, 0 or -1"))?,
        at: cast.modified.map(|moment| moment.0),
    })
}

fn statement((element, comment): (usize, Comment)) -> Result<Statement, Unreadable> {
    let lacks = |why| Unreadable::Element { file: "comments.json", element, why };
    let moderation = match comment.moderation.or(comment.moderated) {
        None => Moderation::Unmoderated,
        Some(amount) => {
            moderation_of(vote_of(amount.0).ok_or_else(|| lacks("its mod is not 1, 0 or -1"))?)
        }
    };
    Ok(Statement {
        id: (comment.tid.or(comment.statement_id)).ok_or_else(|| lacks("it says no tid"))?,
        text: comment.txt.unwrap_or_default(),
        author: comment.pid.or(comment.participant_id),
        at: comment.created.map(|moment| moment.0),
        moderation,
        meta: comment.is_meta.unwrap_or(false),
    })
}

fn counts(comment: &Comment) -> Option<Counted> {
    let statement = comment.tid.clone().or_else(|| comment.statement_id.clone())?;
    let (agree, disagree) = (comment.agree_count.as_ref()?.0, comment.disagree_count.as_ref()?.0);
    Some(Counted { statement, agree, disagree })
}

/// Which sign is agree: the one with which the votes come nearer to the counts. None where that is +1.
fn sign(ballots: &[Ballot], counted: &[Counted]) -> Option<Note> {
    if ballots.iter().all(|ballot| ballot.vote == Vote::Pass) {
        return None;
    }
    let mut tallies: BTreeMap<&Id, Tally> = BTreeMap::new();
    for ballot in ballots {
        tallies.entry(&ballot.statement).or_default().count(ballot.vote);
    }
    let (mut plain, mut turned) = (0.0, 0.0);
    for told in counted {
        let tally = tallies.get(&told.statement).copied().unwrap_or_default();
        let (agree, disagree) = (f64::from(tally.agree), f64::from(tally.disagree));
        plain += (told.agree - agree).abs() + (told.disagree - disagree).abs();
        turned += (told.agree - disagree).abs() + (told.disagree - agree).abs();
    }
    match plain.total_cmp(&turned) {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal => Some(Note::SignAssumed),
        std::cmp::Ordering::Greater => Some(Note::SignTurned),
    }
}
