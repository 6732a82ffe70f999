//! What single cells say.

use crate::{
    id::digits,
    record::{Moderation, Vote},
};

pub(super) const NO_VOTE: &str = "not a vote: 1 is agree, 0 pass, -1 disagree";
pub(super) const NO_MOMENT: &str = "not a moment: milliseconds since 1970 are a whole number";
pub(super) const NO_MODERATION: &str =
    "not what a moderator says: 1 is in, 0 not yet moderated, -1 out";

/// The vote that a number stands for, +1 agree.
pub(super) fn vote(text: &[u8]) -> Option<Vote> {
    match text {
        b"1" => Some(Vote::Agree),
        b"-1" => Some(Vote::Disagree),
        b"0" => Some(Vote::Pass),
        _ => number(text).and_then(vote_of),
    }
}

/// The same of a number.
#[expect(clippy::float_cmp, reason = "1, 0 and -1 are exact")]
pub(super) fn vote_of(number: f64) -> Option<Vote> {
    [Vote::Agree, Vote::Disagree, Vote::Pass].into_iter().find(|vote| vote.value() == number)
}

/// What a moderator says; nothing yet, where the cell is empty.
pub(super) fn moderation(text: &[u8]) -> Option<Moderation> {
    match text.trim_ascii() {
        b"" => Some(Moderation::Unmoderated),
        other => vote(other).map(moderation_of),
    }
}

/// The same, with the numbers that votes have.
pub(super) fn moderation_of(vote: Vote) -> Moderation {
    match vote {
        Vote::Agree => Moderation::In,
        Vote::Disagree => Moderation::Out,
        Vote::Pass => Moderation::Unmoderated,
    }
}

/// Whether a cell says yes.
pub(super) fn yes(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    text == b"1" || text.eq_ignore_ascii_case(b"true") || text.eq_ignore_ascii_case(b"t")
}

/// A moment in milliseconds since 1970: `Some(None)` where the cell is empty, `None` where it says something else.
#[expect(
    clippy::option_option,
    reason = "no moment, and no such thing as a moment, are two things"
)]
pub(super) fn moment(text: &[u8]) -> Option<Option<i64>> {
    if let Some(number) = digits(text) {
        return Some(Some(number));
    }
    let text = text.trim_ascii();
    if text.is_empty() {
        return Some(None);
    }
    let whole = std::str::from_utf8(text).ok()?.parse::<i64>().ok();
    whole.or_else(|| number(text).and_then(whole_of)).map(Some)
}

/// A number without what stands behind its point, where a moment can be so large.
#[expect(
    clippy::cast_possible_truncation,
    reason = "below 2^53, and only the part behind the point is cut off"
)]
pub(super) fn whole_of(number: f64) -> Option<i64> {
    (number.abs() < 9e15).then_some(number as i64)
}

fn number(text: &[u8]) -> Option<f64> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}
