//! Write a private reflection: it stays its author's until they share a copy.

use askama::{Template, filters::HtmlSafe};
use platform::{Done, Failure, Filled, Form, Page, Problems, Refused, Seen, door::Ask, form};
use words::{Say, Text};

use crate::{policy::WriteReflection, said, store::reflections};

/// The most letters that a reflection has.
pub(crate) const LONGEST: usize = 20_000;

/// What is on somebody's mind.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReflectionForm {
    /// The text.
    pub(crate) text: String,
}

impl Form for ReflectionForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::reflection_label())]
    }

    fn sample() -> Self {
        Self { text: "I talked too much today, and listened too little.".to_owned() }
    }
}

/// Who can see a reflection, and what can reach it all the same.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "reflections/notice.html")]
pub(crate) struct Notice;

impl HtmlSafe for Notice {}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "reflections/write.html")]
pub(crate) struct WritePage {
    pub(crate) filled: Filled<ReflectionForm>,
}

impl Page for WritePage {
    fn title(&self) -> Text {
        said::reflection_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl WritePage {
    fn text(&self) -> ui::Textarea {
        ui::Textarea::new("text", said::reflection_label())
            .hint(said::reflection_hint())
            .rows(8)
            .value(self.filled.form.text.as_str())
            .problem(self.filled.problem("text"))
    }
}

pub(crate) async fn form(
    ask: Ask<WriteReflection>,
    filled: Filled<ReflectionForm>,
) -> Result<Seen<WritePage>, Failure> {
    let look = ask.look().await?;
    look.show(WritePage { filled }).await
}

impl ReflectionForm {
    pub(crate) fn parse(&self) -> Result<String, Problems> {
        form::some_text(&self.text, LONGEST).map_err(|what| Problems::one("text", what))
    }
}

pub(crate) async fn submit(
    ask: Ask<WriteReflection>,
    form: ReflectionForm,
) -> Result<Done, Refused> {
    let text = form.parse()?;
    let mut permit = ask.change().await?;
    let id = reflections::write(&mut permit, &text).await?;
    Ok(permit.keep("/reflections".to_owned(), Some(id)).await?)
}
