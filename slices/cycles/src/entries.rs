//! Read what was written into a step, page by page.

use askama::Template;
use kernel::Id;
use platform::{Failure, Paged, Seen, View, door::Ask};
use words::Text;

use crate::{
    Cycle, CycleOn, EntryLine, Step, policy::ReadEntries, said, steps::MOST, store, who::Names,
};

/// What was written into a step, the newest first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "entries.html")]
pub(crate) struct EntriesPage {
    /// The step; nothing for all of them.
    pub(crate) step: Option<Step>,
    /// What was written.
    pub(crate) entries: Vec<EntryLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) cycle: Id<Cycle>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) system: String,
}

impl View for EntriesPage {
    fn title(&self) -> Text {
        self.step.map_or_else(said::entries_title, Step::said).into()
    }
}

impl EntriesPage {
    fn list(&self) -> ui::NoteList {
        ui::NoteList::new(self.entries.iter().map(EntryLine::note))
    }

    fn pages(&self) -> Option<ui::Pagination> {
        let next = self.next.as_ref()?;
        let step = self.step.map_or("", Step::name);
        let at = format!("/cycles/{}/entries?step={step}&after={next}", self.cycle);
        Some(ui::Pagination::new().next(at))
    }
}

pub(crate) async fn page(ask: Ask<ReadEntries>) -> Result<Seen<EntriesPage>, Failure> {
    let (after, step) = (ask.after(Id::parse), ask.query("step").unwrap_or_default());
    let mut look = ask.look().await?;
    let step = match step.as_str() {
        "" => None,
        name => Some(Step::named(name).ok_or_else(|| Failure::Unreadable("step".to_owned()))?),
    };
    let CycleOn { cycle, system, body, .. } = look.on().clone();
    let after = (after?, Paged::<EntryLine>::ask_for(MOST));
    let written = store::cycles::entries(&mut look, (&cycle, &body.id), step, after).await?;
    let Paged { rows, next } = Paged::of(written, MOST, |it| it.id.to_string());
    let names = Names::of(&mut look, rows.iter().map(|it| it.by).collect::<Vec<_>>()).await?;
    let entries = EntryLine::all(&mut look, rows, &names).await?;
    look.show(EntriesPage { step, entries, next, cycle, system }).await
}
