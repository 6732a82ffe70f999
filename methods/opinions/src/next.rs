//! Which statement to show next.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore as _, SeedableRng as _},
};

use crate::{
    analysis::Analysis,
    conversation::{Conversation, Tally},
    id::Id,
    typical::part,
};

/// The priority of a statement about the conversation itself: 7 squared.
const META: f64 = 49.0;

/// How much a statement should be seen: more where people agree, few pass, it stands far out, or few have voted on it yet.
///
/// importance = (1 - (passes + 1) / (seen + 2)) (extremity + 1) (agrees + 1) / (seen + 2), and the priority is the square of
/// importance (1 + 8 / 2^(seen / 5)). The votes are those of people in the conversation.
pub(crate) fn priority(votes: Tally, extremity: f64, meta: bool) -> f64 {
    if meta {
        return META;
    }
    let seen = votes.seen();
    let importance =
        (1.0 - part((votes.pass, seen))) * (extremity + 1.0) * part((votes.agree, seen));
    let new = 1.0 + 8.0 * (-f64::from(seen) / 5.0).exp2();
    (importance * new).powi(2)
}

/// The statement to show somebody next: drawn by priority among those that are shown and on which this person has not voted. None
/// where nothing is left. The same seed draws the same statement.
pub fn next_statement<'a>(
    conversation: &Conversation,
    analysis: &'a Analysis,
    participant: &Id,
    seed: u64,
) -> Option<&'a Id> {
    let voted: Vec<&Id> =
        conversation.votes_of(participant).map(|(statement, _)| statement).collect();
    let hidden = conversation.kept_out();
    let out = |id: &Id| {
        let place = conversation.statements.binary_search_by(|one| one.id.cmp(id)).ok();
        place.and_then(|place| hidden.get(place)).copied().unwrap_or(true)
    };
    let left: Vec<&(Id, f64)> = (analysis.priorities.iter())
        .filter(|(id, _)| voted.binary_search(&id).is_err() && !out(id))
        .collect();
    let whole: f64 = left.iter().map(|(_, priority)| priority).sum();
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut at = whole * (f64::from(chance.next_u32()) / (f64::from(u32::MAX) + 1.0));
    let drawn = left.iter().find(|(_, priority)| {
        at -= priority;
        at < 0.0
    });
    drawn.or(left.last()).map(|(id, _)| id)
}
