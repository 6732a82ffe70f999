//! Open a cycle for a body: the system it will learn about is enough.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{policy::OpenCycle, said, store};

/// The most characters of a system's name.
const SYSTEM: usize = 200;

/// What it takes.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct OpenForm {
    /// The system it will learn about.
    pub(crate) system: String,
}

impl Form for OpenForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("system", said::open_system())]
    }

    fn sample() -> Self {
        Self { system: "Living well in Riverside".to_owned() }
    }
}

impl OpenForm {
    pub(crate) fn parse(&self) -> Result<String, Problems> {
        form::some_text(&self.system, SYSTEM).map_err(|it| Problems::one("system", it))
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "open.html")]
pub(crate) struct OpenPage {
    pub(crate) filled: Filled<OpenForm>,
    pub(crate) body: String,
}

impl Page for OpenPage {
    fn title(&self) -> Text {
        said::open_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<OpenCycle>,
    filled: Filled<OpenForm>,
) -> Result<Seen<OpenPage>, Failure> {
    let look = ask.look().await?;
    let body = look.on().body.name.clone();
    look.show(OpenPage { filled, body }).await
}

pub(crate) async fn submit(ask: Ask<OpenCycle>, form: OpenForm) -> Result<Done, Refused> {
    let system = form.parse()?;
    let mut permit = ask.change().await?;
    let (body, part) = (permit.on().body.id, permit.on().part);
    let cycle = store::cycles::open(&mut permit, &body, &system).await?;
    // An administrator arranges, and reads nobody's talk.
    let reads = part.near || part.any();
    let to = if reads { format!("/cycles/{cycle}") } else { format!("/setup/bodies/{body}") };
    Ok(permit.keep(to, Some(cycle)).await?)
}
