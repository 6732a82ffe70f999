//! Something that is or was tried, as a sheet among others.

use askama::{Template, filters::HtmlSafe};
use kernel::{Id, Moment};
use platform::{Filled, Press};
use words::Say;

use crate::{Ending, Exploration, LookLine, model::Detail, said, store::tried::Tried, who::Names};

/// Something that is or was tried.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "card.html")]
pub struct TryingCard {
    /// The exploration.
    #[schema(value_type = String)]
    pub exploration: Id<Exploration>,
    /// What is tried.
    pub line: String,
    /// When it began.
    pub made_at: Moment,
    /// When the person said yes.
    pub agreed_at: Option<Moment>,
    /// When we'll look.
    pub look_at: Option<Moment>,
    /// When we'd stop.
    pub stop_when: Option<String>,
    /// How it went, when somebody last looked.
    pub latest: Option<LookLine>,
    /// How it ended.
    pub ended: Option<Ending>,
    /// Why.
    pub why: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) said: Vec<Say>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) agree: Option<Filled<Press>>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) writes: bool,
    /// Looking back at it is the main thing to do on the page.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) first: bool,
}

impl HtmlSafe for TryingCard {}

/// What the reader may do with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Can {
    /// It is their own life.
    pub(crate) own: bool,
    /// They may look back and end it.
    pub(crate) writes: bool,
}

impl TryingCard {
    pub(crate) fn of(tried: &Tried, names: &Names, can: Can) -> Self {
        let live = tried.ended.is_none();
        let asks = can.own && live && tried.agreed_at.is_none();
        let at = format!("/explorations/{}/agree", tried.id);
        Self {
            exploration: tried.id,
            line: tried.line.clone(),
            made_at: tried.made.at,
            agreed_at: tried.agreed_at,
            look_at: tried.look_at,
            stop_when: tried.detail(Detail::StopWhen).map(str::to_owned),
            latest: tried.looks.first().map(|it| LookLine::of(it, tried.life, names)),
            ended: tried.ended.as_ref().map(|it| it.ending),
            why: tried.ended.as_ref().and_then(|it| it.why.clone()),
            said: sentences(tried, names, can.own),
            agree: asks.then(|| Filled::new(at, Press {})),
            writes: can.writes && live,
            first: false,
        }
    }

    fn all_at(&self) -> String {
        format!("/explorations/{}", self.exploration)
    }

    fn look_at_it(&self) -> ui::Button {
        let button =
            ui::Button::link(said::look_back_link(), format!("{}/looks/new", self.all_at()));
        // Saying yes comes first.
        if self.agree.is_none() && self.first { button } else { button.secondary() }
    }
}

/// Where it stands: who wrote it down, who said yes, when we look, how it ended.
pub(crate) fn sentences(tried: &Tried, names: &Names, own: bool) -> Vec<Say> {
    let mut all = beginning(tried, names, own);
    match &tried.ended {
        None => all.extend(tried.look_at.map(said::we_look)),
        Some(ended) if own && ended.made.own => {
            all.push(said::ended_by_you(ended.made.at, ended.ending.said()));
        }
        Some(_) => all.extend(became(tried, names)),
    }
    all
}

/// How it ended and who said so, where it did.
pub(crate) fn became(tried: &Tried, names: &Names) -> Option<Say> {
    let ended = tried.ended.as_ref()?;
    let who = names.who(ended.made, tried.life);
    Some(said::ended_by(ended.made.at, ended.ending.said(), who))
}

fn beginning(tried: &Tried, names: &Names, own: bool) -> Vec<Say> {
    let who = names.who(tried.made, tried.life);
    let began = tried.made.at;
    let Some(life) = tried.life else { return vec![said::written_down(began, who)] };
    if tried.made.own {
        return vec![if own { said::own_idea_you(began) } else { said::own_idea(began, who) }];
    }
    let name = names.life(Some(life));
    match tried.agreed_at {
        Some(at) if own => vec![said::said_yes_you(at), said::written_down(began, who)],
        Some(at) => vec![said::said_yes(at, name), said::written_down(began, who)],
        None if tried.ended.is_some() => vec![said::written_down(began, who)],
        None if own => vec![said::written_down(began, who), said::waiting_for_you()],
        None => vec![said::written_down(began, who), said::waiting_for(name)],
    }
}
