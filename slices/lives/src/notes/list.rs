//! Read the notes, page by page.

use askama::Template;
use kernel::Id;
use people::Life;
use platform::{Failure, Seen, View, door::Ask};
use ui::{NoteList, Pagination};
use words::Text;

use super::NoteLine;
use crate::{policy::ReadNotes, said, store::page::NotesAfter};

/// A page of notes, the latest first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "notes/list.html")]
pub(crate) struct NotesPage {
    /// The notes.
    pub(crate) notes: Vec<NoteLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) later: bool,
}

impl View for NotesPage {
    fn title(&self) -> Text {
        said::notes_all_title().into()
    }
}

impl NotesPage {
    fn list(&self) -> NoteList {
        NoteList::new(self.notes.iter().map(NoteLine::linked))
    }

    fn pages(&self) -> Option<Pagination> {
        let here = format!("/lives/{}/notes", self.life);
        let pages = Pagination::new().landmark(said::notes_pages());
        match (&self.next, self.later) {
            (None, false) => None,
            (Some(next), false) => Some(pages.next(format!("{here}?after={next}"))),
            (None, true) => Some(newest(pages, here)),
            (Some(next), true) => {
                let next = format!("{here}?after={next}");
                Some(newest(pages, here).next(next))
            }
        }
    }
}

fn newest(pages: Pagination, here: String) -> Pagination {
    pages.previous_as(here, said::notes_newest(), said::notes_all_title())
}

pub(crate) async fn page(ask: Ask<ReadNotes>) -> Result<Seen<NotesPage>, Failure> {
    let (after, later) = (ask.after(NotesAfter::parse), ask.query("after").is_some());
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let name = on.called(reading).await?;
    let panel = super::panel(reading, on, after?).await?;
    let life = on.life;
    look.show(NotesPage { notes: panel.notes, next: panel.next, life, name, later }).await
}
