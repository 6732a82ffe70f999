//! One thing that is or was tried, whole: what was written of it, how it went, how it ended.

use askama::Template;
use kernel::{Id, Moment};
use people::{Life, called};
use platform::{DbError, Failure, Filled, Press, Reading, Seen, View, door::Ask};
use words::{Say, Text};

use crate::{
    Cycle, Ending, Exploration, ExplorationOn, LookLine,
    card::{self, Can},
    model::Detail,
    policy::ReadExploration,
    said, store,
    store::tried::Tried,
    who::Names,
};

/// One thing that is or was tried.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "exploration.html")]
pub(crate) struct ExplorationPage {
    /// The exploration.
    #[schema(value_type = String)]
    pub(crate) exploration: Id<Exploration>,
    /// The life it is tried in.
    #[schema(value_type = Option<String>)]
    pub(crate) life: Option<Id<Life>>,
    /// The cycle it is tried in.
    #[schema(value_type = Option<String>)]
    pub(crate) cycle: Option<Id<Cycle>>,
    /// What is tried.
    pub(crate) line: String,
    /// What was written beside the line.
    #[serde(flatten)]
    pub(crate) details: Details,
    /// When we'll look.
    pub(crate) look_at: Option<Moment>,
    /// When it began.
    pub(crate) made_at: Moment,
    /// When the person said yes.
    pub(crate) agreed_at: Option<Moment>,
    /// What was adapted into this.
    #[schema(value_type = Option<String>)]
    pub(crate) follows: Option<Id<Exploration>>,
    /// What this was adapted into.
    #[schema(value_type = Option<String>)]
    pub(crate) followed_by: Option<Id<Exploration>>,
    /// How it went, newest first.
    pub(crate) looks: Vec<LookLine>,
    /// How it ended.
    pub(crate) ended: Option<Ending>,
    /// When it ended.
    pub(crate) ended_at: Option<Moment>,
    /// Why.
    pub(crate) why: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) around: Surroundings,
}

/// What may stand beside the line of an exploration.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct Details {
    /// Why it might help.
    pub(crate) hunch: Option<String>,
    /// Who decided.
    pub(crate) decided: Option<String>,
    /// Who was not there when it was decided.
    pub(crate) absent: Option<String>,
    /// What it costs, in words.
    pub(crate) cost: Option<String>,
    /// What to notice.
    pub(crate) noticing: Option<String>,
    /// When we'd stop.
    pub(crate) stop_when: Option<String>,
}

/// What stands around it, for people only.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    /// Whose: what the person, or the system of the cycle, is called.
    pub(crate) of: String,
    /// Where one came from.
    pub(crate) back: String,
    /// What the reader may do with it.
    pub(crate) can: Can,
    /// Where it stands.
    pub(crate) said: Vec<Say>,
}

impl View for ExplorationPage {
    fn title(&self) -> Text {
        said::trying_title().into()
    }
}

impl ExplorationPage {
    /// The page of what was tried.
    pub(crate) fn of(
        tried: Tried,
        (cycle, followed_by): (Option<Id<Cycle>>, Option<Id<Exploration>>),
        names: &Names,
        around: Surroundings,
    ) -> Self {
        let detail = |it| tried.detail(it).map(str::to_owned);
        let details = Details {
            hunch: detail(Detail::Hunch),
            decided: detail(Detail::Decided),
            absent: detail(Detail::Absent),
            cost: detail(Detail::Cost),
            noticing: detail(Detail::Noticing),
            stop_when: detail(Detail::StopWhen),
        };
        let said = card::sentences(&tried, names, around.can.own);
        let looks = tried.looks.iter().map(|it| LookLine::of(it, tried.life, names)).collect();
        Self {
            exploration: tried.id,
            life: tried.life,
            cycle,
            details,
            look_at: tried.look_at,
            made_at: tried.made.at,
            agreed_at: tried.agreed_at,
            follows: tried.follows,
            followed_by,
            looks,
            ended: tried.ended.as_ref().map(|it| it.ending),
            ended_at: tried.ended.as_ref().map(|it| it.made.at),
            why: tried.ended.and_then(|it| it.why),
            line: tried.line,
            around: Surroundings { said, ..around },
        }
    }

    fn at(&self, verb: &str) -> String {
        format!("/explorations/{}{verb}", self.exploration)
    }

    /// The button that says yes, for the person who has not said it.
    fn agree(&self) -> Option<Filled<Press>> {
        let asks = self.around.can.own && self.agreed_at.is_none() && self.ended.is_none();
        asks.then(|| Filled::new(self.at("/agree"), Press {}))
    }

    fn details(&self) -> Option<ui::SummaryList> {
        let Details { hunch, decided, absent, cost, noticing, stop_when } = &self.details;
        let rows = [
            (said::start_hunch(), hunch),
            (said::start_decided(), decided),
            (said::start_absent(), absent),
            (said::start_cost(), cost),
            (said::start_noticing(), noticing),
            (said::start_stop_when(), stop_when),
        ];
        let mut rows = rows.into_iter().filter_map(|(key, value)| Some((key, value.clone()?)));
        let first = rows.next()?;
        let list = ui::SummaryList::new().row(first.0, first.1);
        Some(rows.fold(list, |list, (key, value)| list.row(key, value)))
    }

    fn looked(&self) -> ui::NoteList {
        ui::NoteList::new(self.looks.iter().map(LookLine::note))
    }

    /// Looking back comes first; where somebody still has to say yes, that does.
    fn look_back(&self) -> ui::Button {
        let button = ui::Button::link(said::look_back_link(), self.at("/looks/new"));
        if self.agree().is_some() || self.ended.is_some() { button.secondary() } else { button }
    }

    fn end(&self) -> ui::Button {
        ui::Button::link(said::end_link(), self.at("/end/new")).secondary()
    }
}

pub(crate) async fn page(ask: Ask<ReadExploration>) -> Result<Seen<ExplorationPage>, Failure> {
    let id = ask.key().0;
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let home = on.home()?;
    let tried = store::tried::one(&mut look, &id, home).await?.ok_or(Failure::NotFound)?;
    let followed_by = store::tried::follower(&mut look, &id).await?;
    let names = Names::of_tried(&mut look, std::slice::from_ref(&tried)).await?;
    let around = surroundings(&mut look, &on).await?;
    look.show(ExplorationPage::of(tried, (home.cycle(), followed_by), &names, around)).await
}

async fn surroundings(reading: &mut Reading, on: &ExplorationOn) -> Result<Surroundings, DbError> {
    let can = Can { own: on.own(), writes: on.writes() };
    let (of, back) = match (&on.life, &on.cycle) {
        (Some(life), _) if life.standing.reads() => {
            (called(reading, &life.life).await?, format!("/lives/{}", life.life))
        }
        // Colleagues know what is tried from their meeting; the page of the life is not theirs.
        (Some(life), _) => {
            (called(reading, &life.life).await?, format!("/teams/{}/meeting", life.team))
        }
        (None, Some(cycle)) => (cycle.system.clone(), format!("/cycles/{}", cycle.cycle)),
        (None, None) => (String::new(), "/".to_owned()),
    };
    Ok(Surroundings { of, back, can, said: Vec::new() })
}
