//! How a held note stands, as its few read it.

use kernel::Moment;
use platform::{DbError, Reading};
use words::{Say, Text};

use crate::{
    model::Hold,
    policy::NoteOn,
    rules::{self, Holding},
    said,
    store::holds,
};

/// How a note is held.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct HoldLine {
    /// Since when.
    pub(crate) since: Moment,
    /// Until when it needs no reason.
    pub(crate) free_until: Moment,
    /// The reason, if one is given.
    pub(crate) reason: Option<String>,
    /// When it is looked at again.
    pub(crate) review_at: Option<Moment>,
    /// When a second person agreed.
    pub(crate) agreed_at: Option<Moment>,
    /// The team's named lead is asked.
    pub(crate) asks_lead: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) said: Say,
}

/// How it stands; nothing for a note that is shown.
pub(crate) async fn hold_line(
    reading: &mut Reading,
    on: &NoteOn,
) -> Result<Option<HoldLine>, DbError> {
    let Some(hold) = &on.hold else { return Ok(None) };
    let reason = holds::reason(reading, on).await?;
    let accounts: Vec<_> = [Some(hold.by), hold.second_by].into_iter().flatten().collect();
    let names = people::names_of(reading, &accounts).await?;
    let name = |account| names.get(&account).cloned().unwrap_or_else(|| said::somebody().into());
    let second = hold.second_by.map(name);
    let holding = rules::holding(Some(hold), reading.now());
    Ok(Some(HoldLine {
        since: hold.at,
        free_until: hold.until,
        reason,
        review_at: hold.review_at,
        agreed_at: hold.second_at,
        asks_lead: holding == Holding::AsksLead,
        said: says(hold, holding, name(hold.by), second),
    }))
}

fn says(hold: &Hold, holding: Holding, who: Text, second: Option<Text>) -> Say {
    let second = second.unwrap_or_else(|| said::somebody().into());
    match holding {
        Holding::Shown | Holding::Free => said::holding_free(hold.until, who),
        Holding::AsksSecond => said::holding_asks_second(second, who),
        Holding::Agreed => said::holding_agreed(hold.review_at.unwrap_or(hold.until), second, who),
        Holding::AsksLead => said::holding_asks_lead(hold.at, who),
    }
}
