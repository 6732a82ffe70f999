//! Read what is and was tried in a life or in a cycle, page by page.

use askama::Template;
use platform::{Failure, Paged, Seen, View, door::Ask};
use words::Text;

use crate::{
    TriedAfter, TryingCard,
    card::Can,
    model::Home,
    policy::{ReadTried, ReadTriedInCycle},
    said,
    trying::{can, cards},
};

/// What is and was tried: what is tried now comes first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "tried.html")]
pub(crate) struct TriedPage {
    /// What is and was tried.
    pub(crate) explorations: Vec<TryingCard>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    /// Of whom, or of which system.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) of: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) back: String,
}

impl View for TriedPage {
    fn title(&self) -> Text {
        said::trying_title().into()
    }
}

impl TriedPage {
    fn pages(&self) -> Option<ui::Pagination> {
        let next = self.next.as_ref()?;
        Some(ui::Pagination::new().next(format!("{}/explorations?after={next}", self.back)))
    }
}

pub(crate) async fn page(ask: Ask<ReadTried>) -> Result<Seen<TriedPage>, Failure> {
    let after = ask.after(TriedAfter::parse);
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let (home, can, back) = (Home::Life(on.life), can(on), format!("/lives/{}", on.life));
    let of = on.called(reading).await?;
    let Paged { rows: explorations, next } = cards(reading, home, can, after?).await?;
    look.show(TriedPage { explorations, next, of, back }).await
}

pub(crate) async fn in_cycle(ask: Ask<ReadTriedInCycle>) -> Result<Seen<TriedPage>, Failure> {
    let after = ask.after(TriedAfter::parse);
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let (of, back) = (on.system.clone(), format!("/cycles/{}", on.cycle));
    let can = Can { own: false, writes: on.works() };
    let Paged { rows: explorations, next } = cards(reading, on.home(), can, after?).await?;
    look.show(TriedPage { explorations, next, of, back }).await
}
