//! "What we're trying", on the page of a life. No steps here: a person sees what is tried.

use askama::{Template, filters::HtmlSafe};
use kernel::Id;
use people::{Life, LifeOn};
use platform::{DbError, Paged, Reading};

use crate::{
    TriedAfter,
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
    /// Where they go on, on a page of their own.
    pub next: Option<String>,
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
    let can = can(on);
    let Paged { rows, next } = cards(reading, Home::Life(on.life), can, None).await?;
    let (mut live, ended) = rules::live_first(rows, |it: &TryingCard| it.ended.is_some());
    if let Some(first) = live.first_mut() {
        first.first = true;
    }
    Ok(TryingPanel { life: on.life, live, ended, next, writes: can.writes })
}

/// What whoever stands so towards a life may do with what is tried in it.
pub(crate) const fn can(on: &LifeOn) -> Can {
    Can { own: on.standing.own, writes: on.standing.writes() }
}

/// How many stand on a page.
const MOST: usize = 25;

/// What is and was tried, the live ones first, from where the page before ended.
pub(crate) async fn cards(
    reading: &mut Reading,
    home: Home,
    can: Can,
    after: Option<TriedAfter>,
) -> Result<Paged<TryingCard>, DbError> {
    let Paged { rows, next } = store::tried::of(reading, home, after, MOST).await?;
    let names = Names::of_tried(reading, &rows).await?;
    Ok(Paged { rows: rows.iter().map(|it| TryingCard::of(it, &names, can)).collect(), next })
}
