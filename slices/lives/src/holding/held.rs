//! Which held notes a team's named lead is asked about. It says who and since when, and opens
//! nobody's record: that happens when the lead reads one.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Failure, Seen, View, door::Ask};
use ui::{NoteItem, NoteList};
use words::Text;

use crate::{model::Note, names::plain, policy::ReadHeld, said, store::holds};

/// Held notes that wait for the lead.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "holding/held.html")]
pub(crate) struct HeldPage {
    /// The notes, those held longest first.
    pub(crate) held: Vec<HeldLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) team: String,
}

/// A held note.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct HeldLine {
    /// The note.
    #[schema(value_type = String)]
    pub(crate) note: Id<Note>,
    /// Who held it.
    pub(crate) by: Option<String>,
    /// Since when.
    pub(crate) since: Moment,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) who: Text,
}

impl View for HeldPage {
    fn title(&self) -> Text {
        said::held_title().into()
    }
}

impl HeldPage {
    fn list(&self) -> NoteList {
        let item = |it: &HeldLine| {
            NoteItem::new(said::held_since(it.since), said::held_line(it.who.clone()))
                .link(said::held_open(), format!("/notes/{}", it.note))
        };
        NoteList::new(self.held.iter().map(item))
    }
}

pub(crate) async fn page(ask: Ask<ReadHeld>) -> Result<Seen<HeldPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let team = on.body.name.clone();
    let asked = holds::asked(reading, &on.body.id).await?;
    let accounts: Vec<_> = asked.iter().map(|it| it.by).collect();
    let names = people::names_of(reading, &accounts).await?;
    let line = |it: holds::Asked| {
        let who = names.get(&it.by).cloned().unwrap_or_else(|| said::somebody().into());
        HeldLine { note: it.note, by: plain(&who), since: it.since, who }
    };
    let held = asked.into_iter().map(line).collect();
    look.show(HeldPage { held, team }).await
}
