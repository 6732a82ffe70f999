//! What is true of notes, whoever asks and however they are kept.

use kernel::{Moment, SpanOf};
use people::Standing;

use crate::model::Hold;

/// For how long a note is held without a reason.
pub(crate) const WITHOUT_REASON: i64 = 7 * SpanOf::DAY;

/// How far away a review may be.
pub(crate) const LONGEST_REVIEW: i64 = 366 * SpanOf::DAY;

/// Where the holding of a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holding {
    /// It is shown.
    Shown,
    /// In its first days, which need no reason.
    Free,
    /// A reason is given, and somebody is asked to agree; the first days are not over.
    AsksSecond,
    /// A second person agreed, until it is looked at again.
    Agreed,
    /// The first days, or the day of review, are past: the team's named lead is asked. It stays
    /// unseen until somebody decides.
    AsksLead,
}

/// Where it stands at `now`.
pub(crate) fn holding(hold: Option<&Hold>, now: Moment) -> Holding {
    let Some(hold) = hold else { return Holding::Shown };
    let agreed = hold.reason_by.is_some() && hold.second_at.is_some();
    let reviewed = hold.review_at.is_none_or(|at| now >= at);
    match (agreed, now < hold.until) {
        (true, _) if !reviewed => Holding::Agreed,
        (true, _) | (false, false) => Holding::AsksLead,
        (false, true) if hold.reason_by.is_some() => Holding::AsksSecond,
        (false, true) => Holding::Free,
    }
}

/// Until when a note is held without a reason. A note that was held before gets no second week.
pub(crate) fn free_until(held_before: bool, now: Moment) -> Moment {
    if held_before { now } else { now.plus(WITHOUT_REASON) }
}

/// What somebody is to a note.
#[expect(clippy::struct_excessive_bools, reason = "each is a relationship of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Towards {
    /// How they stand towards the person it is about.
    pub(crate) standing: Standing,
    /// They wrote it.
    pub(crate) author: bool,
    /// They held it.
    pub(crate) holder: bool,
    /// They are asked to agree to the hold, or agreed.
    pub(crate) second: bool,
    /// The team's named lead is asked about it now.
    pub(crate) asks_lead: bool,
}

impl Towards {
    /// They see it although it is held: its author, who held it, who is asked to agree, as long as
    /// they walk beside the person; and the team's named lead, when asked to agree, or asked about
    /// it. The view `note_let_in` says the same to the database.
    pub(crate) const fn let_in(self) -> bool {
        let part = self.author || self.holder || self.second;
        let lead = self.standing.lead && (self.second || self.asks_lead);
        lead || (self.standing.alongside && part)
    }

    /// They read it.
    pub(crate) const fn reads(self, held: bool) -> bool {
        if held { self.let_in() } else { self.standing.reads() }
    }
}

#[cfg(test)]
mod tests;
