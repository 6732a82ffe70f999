//! Notes for a team's meeting, list by list: each goes on here where the page of the meeting ends.

use askama::Template;
use kernel::Id;
use lives::{GatheredLine, NotesAfter};
use people::Body;
use platform::{Ask, Failure, Paged, Seen, View};
use ui::{NoteList, Pagination};
use words::{Say, Text};

use crate::{policy::SeeMeeting, said};

/// Notes that surprised, the latest first; or notes that were brought, in their order.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "gathered.html")]
pub(crate) struct GatheredPage {
    /// The notes.
    pub(crate) notes: Vec<GatheredLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: Id<Body>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) team: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) which: Which,
}

/// Which notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those that surprised.
    Surprises,
    /// Those that were brought.
    Brought,
}

impl View for GatheredPage {
    fn title(&self) -> Text {
        self.heading().into()
    }
}

impl GatheredPage {
    fn heading(&self) -> Say {
        match self.which {
            Which::Surprises => said::meeting_surprises(),
            Which::Brought => said::meeting_brought(),
        }
    }

    fn none(&self) -> Say {
        match self.which {
            Which::Surprises => said::meeting_surprises_none(),
            Which::Brought => said::meeting_brought_none(),
        }
    }

    fn list(&self) -> NoteList {
        NoteList::new(self.notes.iter().map(GatheredLine::item))
    }

    fn pages(&self) -> Option<Pagination> {
        let list = match self.which {
            Which::Surprises => "surprises",
            Which::Brought => "brought",
        };
        let next = self.next.as_ref()?;
        Some(Pagination::new().next(format!("/teams/{}/{list}?after={next}", self.body)))
    }
}

pub(crate) async fn surprises(ask: Ask<SeeMeeting>) -> Result<Seen<GatheredPage>, Failure> {
    page(ask, Which::Surprises).await
}

pub(crate) async fn brought(ask: Ask<SeeMeeting>) -> Result<Seen<GatheredPage>, Failure> {
    page(ask, Which::Brought).await
}

async fn page(ask: Ask<SeeMeeting>, which: Which) -> Result<Seen<GatheredPage>, Failure> {
    let after = ask.after(NotesAfter::parse);
    let mut look = ask.look().await?;
    let (on, after) = (look.on().clone(), after?);
    let team = on.team.body;
    let Paged { rows, next } = match which {
        Which::Surprises => lives::surprises(&mut look, &on.lives, after).await?,
        Which::Brought => lives::brought(&mut look, &team.id, after).await?,
    };
    look.show(GatheredPage { notes: rows, next, body: team.id, team: team.name, which }).await
}
