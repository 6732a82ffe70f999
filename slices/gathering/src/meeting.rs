//! A team's meeting: what is tried, what surprised, what was brought, what was passed on to us, and
//! the patterns the team sees.

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};
use cycles::{Exploration, ExplorationLine, LookLine};
use kernel::Id;
use learning::LearningPanel;
use lives::{GatheredLine, SharedReflection};
use people::{Body, Life, Part};
use platform::{Ask, Failure, Reading, Seen, View};
use ui::{NoteItem, NoteList};
use words::{Say, Text};

use crate::{
    policy::{MeetingOn, SeeMeeting},
    said,
};

/// What a team's meeting talks of.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "meeting.html")]
pub(crate) struct MeetingPage {
    /// The team.
    #[schema(value_type = String)]
    pub(crate) body: Id<Body>,
    /// What people call it.
    pub(crate) team: String,
    /// What is tried, and what ended lately.
    pub(crate) trying: Vec<TriedLine>,
    /// Where it goes on, on a page of its own.
    pub(crate) trying_next: Option<String>,
    /// Notes that surprised.
    pub(crate) surprises: Vec<GatheredLine>,
    /// Where they go on, on a page of their own.
    pub(crate) surprises_next: Option<String>,
    /// Notes that were brought.
    pub(crate) brought: Vec<GatheredLine>,
    /// Where they go on, on a page of their own.
    pub(crate) brought_next: Option<String>,
    /// Reflections that their authors shared.
    pub(crate) reflections: Vec<SharedReflection>,
    /// Where they go on, on a page of their own.
    pub(crate) reflections_next: Option<String>,
    /// Passed on to us, patterns we see, passed on by us.
    pub(crate) learning: Option<LearningPanel>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) opens: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) part: Part,
}

/// Something that is tried, and whose life it is tried in.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "tried_line.html")]
pub(crate) struct TriedLine {
    /// Which.
    #[schema(value_type = String)]
    pub(crate) exploration: Id<Exploration>,
    /// What they are called.
    pub(crate) name: String,
    /// What is tried.
    pub(crate) line: String,
    /// How it went, when somebody last looked.
    pub(crate) latest: Option<LookLine>,
    /// It was kept, adapted or stopped.
    pub(crate) ended: bool,
    /// Why, if anybody said.
    pub(crate) why: Option<String>,
    /// Which of these, and who said so.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) became: Option<Say>,
}

impl HtmlSafe for TriedLine {}

/// What is tried, and below it what ended lately: nothing that ended stands among what is live.
#[derive(Debug, Template)]
#[template(path = "tried_lists.html")]
pub(crate) struct TriedLists<'a> {
    live: Vec<&'a TriedLine>,
    ended: Vec<&'a TriedLine>,
}

impl HtmlSafe for TriedLists<'_> {}

impl<'a> TriedLists<'a> {
    pub(crate) fn of(all: &'a [TriedLine]) -> Self {
        let (ended, live) = all.iter().partition(|it| it.ended);
        Self { live, ended }
    }
}

impl View for MeetingPage {
    fn title(&self) -> Text {
        said::meeting_title().into()
    }
}

impl MeetingPage {
    /// What surprised: of what is tried first, then of what was noted.
    fn surprised(&self) -> NoteList {
        let looked = self.trying.iter().filter_map(|it| {
            let look = it.latest.as_ref().filter(|look| look.surprise)?;
            let item = NoteItem::new(said::meeting_day(look.at), look.text.as_str());
            let by = said::meeting_tried(it.name.as_str(), look.by.clone());
            Some(
                item.by(by).link(said::meeting_open(), format!("/explorations/{}", it.exploration)),
            )
        });
        NoteList::new(looked.chain(self.surprises.iter().map(GatheredLine::item)))
    }

    fn lists(&self) -> TriedLists<'_> {
        TriedLists::of(&self.trying)
    }

    fn brought(&self) -> NoteList {
        NoteList::new(self.brought.iter().map(GatheredLine::item))
    }

    fn reflections(&self) -> NoteList {
        NoteList::new(self.reflections.iter().map(SharedReflection::item))
    }
}

pub(crate) fn tried(
    lines: Vec<ExplorationLine>,
    names: &HashMap<Id<Life>, String>,
) -> Vec<TriedLine> {
    let read = |it: ExplorationLine| TriedLine {
        exploration: it.exploration,
        name: names.get(&it.life).cloned().unwrap_or_default(),
        line: it.line,
        latest: it.looks.into_iter().next(),
        ended: it.ended.is_some(),
        why: it.why,
        became: it.became,
    };
    lines.into_iter().map(read).collect()
}

pub(crate) async fn page(ask: Ask<SeeMeeting>) -> Result<Seen<MeetingPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let page = gather(&mut look, on).await?;
    look.show(page).await
}

/// A constant number of queries, however much is tried.
async fn gather(reading: &mut Reading, on: MeetingOn) -> Result<MeetingPage, Failure> {
    let team = on.team.body;
    let names = people::called_each(reading, &on.lives).await?;
    let lines = cycles::live_of_lives(reading, &on.lives, None).await?;
    let learning = match &on.cycle {
        Some(cycle) => Some(learning::of_cycle(reading, cycle).await?.without_naming()),
        None => None,
    };
    let surprises = lives::surprises(reading, &on.lives, None).await?;
    let brought = lives::brought(reading, &team.id, None).await?;
    let shared = lives::shared_reflections(reading, &team.id, None).await?;
    Ok(MeetingPage {
        body: team.id,
        part: on.team.part,
        trying: tried(lines.rows, &names),
        trying_next: lines.next,
        surprises: surprises.rows,
        surprises_next: surprises.next,
        brought: brought.rows,
        brought_next: brought.next,
        reflections: shared.rows,
        reflections_next: shared.next,
        learning,
        opens: on.team.part.coordinator || on.team.part.steward,
        team: team.name,
    })
}
