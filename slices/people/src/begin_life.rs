//! Begin to walk beside somebody. Nothing is needed but a name to call them by.

use askama::Template;
use platform::{Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask};
use words::{Say, Text};

use crate::{Called, policy::BeginLife, said, store::lives};

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LifeForm {
    /// A name to be called by.
    pub(crate) called: String,
}

impl Form for LifeForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("called", said::life_called())]
    }

    fn sample() -> Self {
        Self { called: "Kit".to_owned() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "begin_life.html")]
pub(crate) struct BeginLifePage {
    pub(crate) filled: Filled<LifeForm>,
}

impl Page for BeginLifePage {
    fn title(&self) -> Text {
        said::life_begin_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<BeginLife>,
    filled: Filled<LifeForm>,
) -> Result<Seen<BeginLifePage>, Failure> {
    ask.look().await?.show(BeginLifePage { filled }).await
}

pub(crate) async fn submit(ask: Ask<BeginLife>, form: LifeForm) -> Result<Done, Refused> {
    let called = Called::parse(&form.called).map_err(|what| Problems::one("called", what))?;
    let mut permit = ask.change().await?;
    let controller = permit.on().body.within.ok_or(Failure::NotFound)?;
    let life = lives::begin(&mut permit, controller, &called).await?;
    Ok(permit.keep(format!("/lives/{life}"), Some(life)).await?)
}
