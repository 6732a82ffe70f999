//! Look back together: what happened, hoped for or not.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{policy::LookBack, readers, said, store};

/// The most characters of what happened.
const HAPPENED: usize = 20_000;

/// What happened.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LookForm {
    /// What happened.
    pub(crate) text: String,
    /// `yes` when it surprised us.
    pub(crate) surprise: String,
}

impl Form for LookForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::look_text())]
    }

    fn sample() -> Self {
        Self { text: "Went twice, and stayed an hour.".into(), surprise: "yes".into() }
    }
}

impl LookForm {
    pub(crate) fn parse(&self) -> Result<(String, bool), Problems> {
        let text = form::some_text(&self.text, HAPPENED).map_err(|it| Problems::one("text", it))?;
        Ok((text, self.surprise == "yes"))
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "look_back.html")]
pub(crate) struct LookPage {
    pub(crate) filled: Filled<LookForm>,
    pub(crate) line: String,
    pub(crate) noticing: Option<String>,
    pub(crate) back: String,
    pub(crate) readers: Say,
}

impl Page for LookPage {
    fn title(&self) -> Text {
        said::look_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl LookPage {
    fn surprised(&self) -> bool {
        self.filled.form.surprise == "yes"
    }
}

pub(crate) async fn form(
    ask: Ask<LookBack>,
    filled: Filled<LookForm>,
) -> Result<Seen<LookPage>, Failure> {
    let id = ask.key().0;
    let mut look = ask.look().await?;
    let home = look.on().home()?;
    let tried = store::tried::one(&mut look, &id, home).await?.ok_or(Failure::NotFound)?;
    let noticing = tried.detail(crate::model::Detail::Noticing).map(str::to_owned);
    let (line, back) = (tried.line, format!("/explorations/{id}"));
    let (on, reading) = look.parts();
    let readers = readers::of(reading, on).await?;
    look.show(LookPage { filled, line, noticing, back, readers }).await
}

pub(crate) async fn submit(ask: Ask<LookBack>, form: LookForm) -> Result<Done, Refused> {
    let (text, surprise) = form.parse()?;
    let mut permit = ask.change().await?;
    let (id, own, home) = (permit.on().exploration, permit.on().own(), permit.on().home()?);
    let look = store::looks::add(&mut permit, (&id, home), own, (text.as_str(), surprise)).await?;
    Ok(permit.keep(format!("/explorations/{id}"), Some(look)).await?)
}
