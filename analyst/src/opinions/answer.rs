//! The answer for programs.

use std::fmt::Display;

use opinions::{Analysis, Direction, Group, Id, Shared};
use serde::{Serialize, Serializer};

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    participants: usize,
    statements: usize,
    votes: usize,
    in_conversation: usize,
    k: usize,
    silhouette: Option<f64>,
    inertia: f64,
    groups: Vec<OfGroup<'a>>,
    consensus: Consensus<'a>,
    group_aware_consensus: ById<'a, f64>,
    projection: ById<'a, [f64; 2]>,
    next_statement_priority: ById<'a, f64>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct OfGroup<'a> {
    id: usize,
    size: usize,
    members: &'a [Id],
    center: [f64; 2],
    representative: Vec<Representative<'a>>,
}

#[derive(Serialize)]
struct Representative<'a> {
    statement: &'a Id,
    direction: &'static str,
    repness: f64,
}

#[derive(Serialize)]
struct Consensus<'a> {
    agree: Vec<&'a Id>,
    disagree: Vec<&'a Id>,
}

/// A JSON object whose names are ids, in their order.
struct ById<'a, T>(&'a [(Id, T)]);

impl<T: Serialize> Serialize for ById<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(id, value)| (Name(id), value)))
    }
}

/// An id where JSON wants a text.
struct Name<'a>(&'a dyn Display);

impl Serialize for Name<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self.0)
    }
}

impl<'a> Answer<'a> {
    pub(super) fn of(analysis: &'a Analysis) -> Self {
        Self {
            participants: analysis.participants,
            statements: analysis.statements,
            votes: analysis.votes,
            in_conversation: analysis.in_conversation.len(),
            k: analysis.groups.len(),
            silhouette: analysis.silhouette,
            inertia: analysis.inertia,
            groups: analysis.groups.iter().map(OfGroup::of).collect(),
            consensus: Consensus {
                agree: named(&analysis.consensus.agree),
                disagree: named(&analysis.consensus.disagree),
            },
            group_aware_consensus: ById(&analysis.group_aware_consensus),
            projection: ById(&analysis.projection),
            next_statement_priority: ById(&analysis.priorities),
            notes: analysis.notes.iter().map(ToString::to_string).collect(),
        }
    }
}

impl<'a> OfGroup<'a> {
    fn of(group: &'a Group) -> Self {
        let representative = group.representative.iter().map(|one| Representative {
            statement: &one.statement,
            direction: direction(one.direction),
            repness: one.repness,
        });
        Self {
            id: group.id,
            size: group.members.len(),
            members: &group.members,
            center: group.center,
            representative: representative.collect(),
        }
    }
}

fn named(shared: &[Shared]) -> Vec<&Id> {
    shared.iter().map(|one| &one.statement).collect()
}

pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Agree => "agree",
        Direction::Disagree => "disagree",
    }
}
