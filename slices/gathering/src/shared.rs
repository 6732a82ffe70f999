//! Reflections that their authors shared with a team: they go on here where the page of the meeting ends.

use askama::Template;
use kernel::Id;
use lives::SharedReflection;
use people::Body;
use platform::{Ask, Failure, Paged, Seen, View};
use ui::{NoteList, Pagination};
use words::Text;

use crate::{policy::SeeMeeting, said};

/// Shared reflections, the latest first.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "shared.html")]
pub(crate) struct SharedPage {
    /// The reflections.
    pub(crate) reflections: Vec<SharedReflection>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: Id<Body>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) team: String,
}

impl View for SharedPage {
    fn title(&self) -> Text {
        said::meeting_reflections().into()
    }
}

impl SharedPage {
    fn list(&self) -> NoteList {
        NoteList::new(self.reflections.iter().map(SharedReflection::item))
    }

    fn pages(&self) -> Option<Pagination> {
        let next = self.next.as_ref()?;
        Some(Pagination::new().next(format!("/teams/{}/reflections?after={next}", self.body)))
    }
}

pub(crate) async fn page(ask: Ask<SeeMeeting>) -> Result<Seen<SharedPage>, Failure> {
    let after = ask.after(Id::parse);
    let mut look = ask.look().await?;
    let team = look.on().team.body.clone();
    let Paged { rows, next } = lives::shared_reflections(&mut look, &team.id, after?).await?;
    look.show(SharedPage { reflections: rows, next, body: team.id, team: team.name }).await
}
