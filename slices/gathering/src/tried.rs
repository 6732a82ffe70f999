//! What is tried, for a team's meeting: it goes on here where the page of the meeting ends.

use askama::Template;
use cycles::TriedAfter;
use kernel::Id;
use people::Body;
use platform::{Ask, Failure, Paged, Seen, View};
use ui::Pagination;
use words::Text;

use crate::{
    meeting::{TriedLine, TriedLists, tried},
    policy::SeeMeeting,
    said,
};

/// What is tried, and what ended lately.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "tried.html")]
pub(crate) struct TalkedOfPage {
    /// What is tried comes first.
    pub(crate) trying: Vec<TriedLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: Id<Body>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) team: String,
}

impl View for TalkedOfPage {
    fn title(&self) -> Text {
        said::meeting_trying().into()
    }
}

impl TalkedOfPage {
    fn lists(&self) -> TriedLists<'_> {
        TriedLists::of(&self.trying)
    }

    fn pages(&self) -> Option<Pagination> {
        let next = self.next.as_ref()?;
        Some(Pagination::new().next(format!("/teams/{}/trying?after={next}", self.body)))
    }
}

pub(crate) async fn page(ask: Ask<SeeMeeting>) -> Result<Seen<TalkedOfPage>, Failure> {
    let after = ask.after(TriedAfter::parse);
    let mut look = ask.look().await?;
    let (on, after) = (look.on().clone(), after?);
    let names = people::called_each(&mut look, &on.lives).await?;
    let Paged { rows, next } = cycles::live_of_lives(&mut look, &on.lives, after).await?;
    let (trying, team) = (tried(rows, &names), on.team.body);
    look.show(TalkedOfPage { trying, next, body: team.id, team: team.name }).await
}
