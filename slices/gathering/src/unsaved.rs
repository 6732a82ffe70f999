//! What the reader typed and has not saved yet, on their first page.

use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Reading, draft};
use words::Say;

use crate::drafts;

/// Something typed and not saved yet.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct DraftLine {
    /// The page on which to go on.
    pub(crate) page: String,
    /// When it was last kept.
    pub(crate) at: Moment,
    /// On whose page it goes on, where that is one the reader reads.
    pub(crate) of: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) what: Say,
}

/// What the reader typed and has not saved yet, and on whose page.
pub(crate) async fn lines(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<DraftLine>, DbError> {
    let drafts = draft::mine(reading).await?;
    let whose = |path: &str| drafts::life(path).filter(|it| lives.contains(it));
    let about: Vec<_> = drafts.iter().filter_map(|it| whose(&it.path)).collect();
    let names = people::called_each(reading, &about).await?;
    let line = |it: &draft::Kept| DraftLine {
        page: drafts::page(&it.path),
        what: drafts::what(&it.path),
        at: it.at,
        of: whose(&it.path).and_then(|it| names.get(&it).cloned()),
    };
    Ok(drafts.iter().map(line).collect())
}
