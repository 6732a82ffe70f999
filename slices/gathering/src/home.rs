//! The first page: for each, the straight ways to what is theirs, and what changed because of them.

use std::collections::HashMap;

use askama::Template;
use cycles::Cycle;
use kernel::{Id, Moment};
use learning::ChangeLine;
use lives::Note;
use people::{Body, Life, LifeTie, Scale, Tie};
use platform::{Ask, DbError, Failure, Paged, Reading, Seen, View, draft};
use ui::{Stream, Streams};
use words::{Say, Text};

use crate::{
    policy::{HomeOn, SeeHome},
    said,
    theirs::{self, LifeLine},
    unsaved::{self, DraftLine},
};

/// The first page.
#[derive(Clone, Debug, Default, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    /// What kind of account it is; `visitor` without one.
    pub(crate) kind: &'static str,
    /// The reader's own page.
    #[schema(value_type = Option<String>)]
    pub(crate) own: Option<Id<Life>>,
    /// Those they walk beside, or who trust them.
    pub(crate) lives: Vec<LifeLine>,
    /// Where they go on, on a page of their own.
    pub(crate) lives_next: Option<String>,
    /// The teams they work in.
    pub(crate) teams: Vec<BodyLine>,
    /// The other bodies in which they have a part.
    pub(crate) bodies: Vec<BodyLine>,
    /// What they typed and have not saved yet.
    pub(crate) drafts: Vec<DraftLine>,
    /// When the reader's account was taken up again with a one-time code, if not long ago.
    pub(crate) taken_up: Option<Moment>,
    /// Held notes of which the reader is asked whether they stay back.
    #[schema(value_type = Vec<String>)]
    pub(crate) agree: Vec<Id<Note>>,
    /// Teams whose named lead the reader is, and in which a held note waits for the lead.
    #[schema(value_type = Vec<String>)]
    pub(crate) lead: Vec<Id<Body>>,
    /// Something is asked of the reader, on their own page.
    pub(crate) asked: bool,
    /// What changed because of what was learnt.
    pub(crate) changes: Vec<ChangeLine>,
}

/// A body in which the reader has a part.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
#[schema(as = GatheringBody)]
pub(crate) struct BodyLine {
    /// The body.
    #[schema(value_type = String)]
    pub(crate) body: Id<Body>,
    /// What people call it.
    pub(crate) name: String,
    /// Its scale.
    pub(crate) scale: Scale,
    /// What the reader is there.
    pub(crate) ties: Vec<Tie>,
    /// The cycle it is in.
    #[schema(value_type = Option<String>)]
    pub(crate) cycle: Option<Id<Cycle>>,
    /// Something was passed on to it, and nobody there has said anything to it yet.
    pub(crate) waits: bool,
}

impl View for HomePage {
    fn title(&self) -> Text {
        said::home_title().into()
    }
}

impl HomePage {
    /// How learning flows, for whoever has never seen it.
    fn streams() -> Streams {
        let people = || Stream::new(ui::Scale::Person, said::hello_people(), said::hello_person());
        let team = || Stream::new(ui::Scale::Team, said::hello_workers(), said::hello_team());
        let place = Stream::new(ui::Scale::Place, said::hello_all(), said::hello_place());
        Streams::new("hello", said::hello_streams(), said::hello_streams_about())
            .stream(people().many(6).flows_into(2))
            .stream(people().many(5).flows_into(3))
            .stream(team().flows_into(4))
            .stream(team().flows_into(4))
            .stream(place.flows_into(5))
            .stream(Stream::new(ui::Scale::Country, said::hello_places(), said::hello_country()))
    }

    fn works(&self) -> bool {
        self.kind == platform::Kind::Worker.name()
    }

    fn visits(&self) -> bool {
        self.kind == platform::Kind::Visitor.name()
    }

    fn administers(&self) -> bool {
        self.kind == platform::Kind::Administrator.name()
    }

    /// So many that some may make room one day: that is said long before it happens.
    fn many_drafts(&self) -> bool {
        i64::try_from(self.drafts.len()).is_ok_and(|it| it * 2 >= draft::ROOM)
    }

    fn empty(&self) -> bool {
        self.lives.is_empty() && self.teams.is_empty() && self.bodies.is_empty()
    }
}

impl BodyLine {
    /// The reader coordinates or stewards it: they may begin a cycle there, and see to what waits in it.
    fn opens(&self) -> bool {
        self.ties.iter().any(|it| matches!(it, Tie::Coordinator | Tie::Steward))
    }

    /// The reader may begin a page with somebody there.
    fn begins(&self) -> bool {
        self.ties.iter().any(|it| matches!(it, Tie::Member | Tie::Coordinator))
    }

    /// What the reader is there, one after another.
    fn parts(&self) -> impl Iterator<Item = Say> {
        self.ties.iter().map(|it| it.said())
    }
}

pub(crate) async fn page(ask: Ask<SeeHome>) -> Result<Seen<HomePage>, Failure> {
    let kind = ask.actor().kind();
    let mut look = ask.look().await?;
    let mut page = HomePage { kind: kind.name(), ..HomePage::default() };
    if !look.actor().is_visitor() {
        let on = look.on().clone();
        fill(&mut look, &on, &mut page).await?;
    }
    look.show(page).await
}

async fn fill(reading: &mut Reading, on: &HomeOn, page: &mut HomePage) -> Result<(), Failure> {
    let ids = on.ids();
    page.own = on.lives.iter().find(|(_, tie)| *tie == LifeTie::Own).map(|(life, _)| *life);
    if let Some(own) = page.own {
        page.asked = !learning::asked_of(reading, &[own]).await?.is_empty();
    }
    let Paged { rows, next } = theirs::lines(reading, on, None).await?;
    (page.lives, page.lives_next) = (rows, next);
    page.taken_up = people::taken_up_again(reading).await?;
    page.changes = learning::changes_for(reading, &ids).await?;
    page.drafts = unsaved::lines(reading, &ids).await?;
    asked_of_held(reading, on, page).await?;
    if !on.parts.is_empty() {
        let all = bodies(reading, &on.parts).await?;
        (page.teams, page.bodies) = all.into_iter().partition(works_in);
    }
    Ok(())
}

/// What the reader is asked of notes that are held: as a second person, or as a named lead.
async fn asked_of_held(
    reading: &mut Reading,
    on: &HomeOn,
    page: &mut HomePage,
) -> Result<(), DbError> {
    page.agree = lives::asked_to_agree(reading).await?;
    for (team, _) in on.parts.iter().filter(|(_, tie)| *tie == Tie::Lead) {
        if lives::asks_lead(reading, &team.id).await? {
            page.lead.push(team.id);
        }
    }
    Ok(())
}

/// It is a team, and the reader works in it.
fn works_in(line: &BodyLine) -> bool {
    let works = |tie: &Tie| matches!(tie, Tie::Member | Tie::Coordinator | Tie::Lead);
    line.scale == Scale::Team && line.ties.iter().any(works)
}

/// One line a body, whatever the reader is there, in their order.
async fn bodies(reading: &mut Reading, parts: &[(Body, Tie)]) -> Result<Vec<BodyLine>, DbError> {
    let mut cycles: HashMap<Id<Body>, Id<Cycle>> = HashMap::new();
    for line in cycles::all_cycles(reading.tx()).await? {
        // The newest of a body comes first.
        cycles.entry(line.body.id).or_insert(line.cycle);
    }
    let mut lines: Vec<BodyLine> = Vec::new();
    for (body, tie) in parts {
        match lines.iter_mut().find(|it| it.body == body.id) {
            Some(line) => line.ties.push(*tie),
            None => lines.push(BodyLine {
                body: body.id,
                name: body.name.clone(),
                scale: body.scale,
                ties: vec![*tie],
                cycle: cycles.get(&body.id).copied(),
                waits: false,
            }),
        }
    }
    let theirs: Vec<_> = lines.iter().filter_map(|it| it.cycle).collect();
    let waiting = learning::waits_in(reading, &theirs).await?;
    for line in &mut lines {
        line.waits = line.opens() && line.cycle.is_some_and(|it| waiting.contains(&it));
    }
    Ok(lines)
}
