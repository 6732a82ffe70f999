//! "What we're trying", on the page of a life. No steps here: a person sees what is tried.

use askama::{Template, filters::HtmlSafe};
use kernel::Id;
use people::{Life, LifeOn};
use platform::{DbError, Reading};

use crate::{
    card::{Can, TryingCard},
    model::Home,
    rules, said, store,
    who::Names,
};

/// What is tried in a life, the live ones first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "trying.html")]
pub struct TryingPanel {
    /// The life.
    #[schema(value_type = String)]
    pub life: Id<Life>,
    /// What is tried now, newest first.
    pub live: Vec<TryingCard>,
    /// What has ended, newest first.
    pub ended: Vec<TryingCard>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) writes: bool,
}

impl HtmlSafe for TryingPanel {}

/// What is folded away.
#[derive(Clone, Debug, Template)]
#[template(source = "{% for card in ended %}{{ card }}{% endfor %}", ext = "html")]
struct Ended {
    ended: Vec<TryingCard>,
}

impl TryingPanel {
    fn folded(&self) -> ui::Details {
        let ended = Ended { ended: self.ended.clone() };
        ui::Details::new(said::tried_before(), ui::Part::of(ended))
    }

    fn start(&self) -> ui::Button {
        let at = format!("/lives/{}/explorations/new", self.life);
        ui::Button::link(said::start_link(), at).secondary()
    }
}

/// What is tried in a life, with what the actor may do about it. The look must name the life.
pub async fn trying(reading: &mut Reading, on: &LifeOn) -> Result<TryingPanel, DbError> {
    let tried = store::tried::of(reading, Home::Life(on.life)).await?;
    let names = Names::of_tried(reading, &tried).await?;
    let can = Can { own: on.standing.own, writes: on.standing.writes() };
    let cards = tried.iter().map(|it| TryingCard::of(it, &names, can)).collect();
    let (mut live, ended) = rules::live_first(cards, |it: &TryingCard| it.ended.is_some());
    if let Some(first) = live.first_mut() {
        first.first = true;
    }
    Ok(TryingPanel { life: on.life, live, ended, writes: can.writes })
}
