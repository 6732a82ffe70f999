//! See a purpose otherwise. It stands beside the wording, and changes nothing of it.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use crate::{policy::DissentFromPurpose, said, store};

/// The most characters of a dissent.
const DISSENT: usize = 5_000;

/// How somebody sees it.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DissentForm {
    /// How they see it.
    pub(crate) text: String,
}

impl Form for DissentForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::dissent_text())]
    }

    fn sample() -> Self {
        Self { text: "It leaves out those who never come.".to_owned() }
    }
}

impl DissentForm {
    pub(crate) fn parse(&self) -> Result<String, Problems> {
        form::some_text(&self.text, DISSENT).map_err(|it| Problems::one("text", it))
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "dissent.html")]
pub(crate) struct DissentPage {
    pub(crate) filled: Filled<DissentForm>,
    pub(crate) words: String,
    pub(crate) back: String,
}

impl Page for DissentPage {
    fn title(&self) -> Text {
        said::dissent_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

pub(crate) async fn form(
    ask: Ask<DissentFromPurpose>,
    filled: Filled<DissentForm>,
) -> Result<Seen<DissentPage>, Failure> {
    let mut look = ask.look().await?;
    let (purpose, on) = look.on().clone();
    let all = store::purposes::all(&mut look, &on.cycle, &on.body.id).await?;
    let words = all.into_iter().find(|it| it.id == purpose).ok_or(Failure::NotFound)?.text;
    look.show(DissentPage { filled, words, back: format!("/cycles/{}", on.cycle) }).await
}

pub(crate) async fn submit(
    ask: Ask<DissentFromPurpose>,
    form: DissentForm,
) -> Result<Done, Refused> {
    let text = form.parse()?;
    let mut permit = ask.change().await?;
    let (purpose, on) = permit.on().clone();
    let id = store::purposes::dissent(&mut permit, (&purpose, &on.body.id), &text).await?;
    Ok(permit.keep(format!("/cycles/{}", on.cycle), Some(id)).await?)
}
