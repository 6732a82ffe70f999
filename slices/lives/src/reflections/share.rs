//! Share a copy of a reflection with a team: its own text, which can be changed before it goes.

use askama::Template;
use kernel::Id;
use people::{Body, Scale};
use platform::{
    DbError, Done, Failure, Filled, Form, May as _, Page, Problems, Reading, Refused, Seen,
    door::Ask, form,
};
use words::{Say, Text};

use super::write::{LONGEST, Notice};
use crate::{policy::ShareReflection, said, store::reflections};

/// What a team will read.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ShareForm {
    /// The text of the copy.
    pub(crate) text: String,
    /// The team.
    pub(crate) team: String,
}

impl Form for ShareForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::share_label())]
    }

    fn sample() -> Self {
        let text = "I notice that I talk when I am unsure.".to_owned();
        Self { text, team: "0".repeat(32) }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "reflections/share.html")]
pub(crate) struct SharePage {
    pub(crate) filled: Filled<ShareForm>,
    pub(crate) now: String,
    pub(crate) teams: Vec<(Id<Body>, String)>,
}

impl Page for SharePage {
    fn title(&self) -> Text {
        said::share_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl SharePage {
    fn text(&self) -> ui::Textarea {
        let fresh = self.filled.is_fresh();
        let value = if fresh { &self.now } else { &self.filled.form.text };
        ui::Textarea::new("text", said::share_label())
            .rows(8)
            .value(value.as_str())
            .problem(self.filled.problem("text"))
    }

    fn team(&self) -> ui::Radios {
        let radios = ui::Radios::new("team", said::share_team());
        let one = |radios: ui::Radios, (id, name): &(Id<Body>, String)| {
            radios.choice(ui::Choice::new(id.to_string(), name.as_str()))
        };
        let radios = self.teams.iter().fold(radios, one);
        // Where there is but one, it is meant.
        let only = match self.teams.as_slice() {
            [(only, _)] if self.filled.is_fresh() => only.to_string(),
            _ => self.filled.form.team.clone(),
        };
        radios.value(only.as_str()).problem(self.filled.problem("team"))
    }
}

pub(crate) async fn form(
    ask: Ask<ShareReflection>,
    filled: Filled<ShareForm>,
) -> Result<Seen<SharePage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let now = reflections::one(reading, on.author, on.reflection).await?;
    let now = now.ok_or(Failure::NotFound)?;
    let teams = teams(reading).await?;
    look.show(SharePage { filled, now, teams }).await
}

pub(crate) async fn submit(ask: Ask<ShareReflection>, form: ShareForm) -> Result<Done, Refused> {
    let (text, team) = parse(&form)?;
    let mut permit = ask.change().await?;
    if !teams(permit.reading()).await?.iter().any(|(id, _)| *id == team) {
        return Err(Problems::one("team", said::share_team_choose()).into());
    }
    let copy = reflections::share(&mut permit, &team, &text).await?;
    Ok(permit.keep("/reflections".to_owned(), Some(copy)).await?)
}

pub(crate) fn parse(form: &ShareForm) -> Result<(String, Id<Body>), Problems> {
    let mut problems = Problems::none();
    let text = problems.take("text", form::some_text(&form.text, LONGEST));
    let team = Id::parse(&form.team).ok_or_else(said::share_team_choose);
    let team = problems.take("team", team);
    text.zip(team).ok_or(problems)
}

/// The teams that the author is part of.
async fn teams(reading: &mut Reading) -> Result<Vec<(Id<Body>, String)>, DbError> {
    let actor = reading.actor().clone();
    let bodies = people::bodies_of(&actor, reading.tx()).await?;
    let teams = bodies.into_iter().filter(|(body, _)| body.scale == Scale::Team);
    let mut teams: Vec<_> = teams.map(|(body, _)| (body.id, body.name)).collect();
    teams.dedup_by_key(|(id, _)| *id);
    Ok(teams)
}
