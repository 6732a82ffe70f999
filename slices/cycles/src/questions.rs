//! The questions of the steps: the ones that the program brings with it, or the newest that people
//! here wrote. A question that was answered once can always be read again.

mod built_in;

use std::collections::HashMap;

use askama::{Template, filters::HtmlSafe};
use kernel::Id;
use people::Scale;
use platform::{DbError, Reading};
use words::Text;

use crate::{
    Step,
    store::{prompts, prompts::Asked},
};

pub(crate) use built_in::built_in;

/// A question of a step.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(source = "{{ said }}", ext = "html")]
pub(crate) struct Question {
    /// How an answer names it.
    pub(crate) key: String,
    /// The step it belongs to.
    pub(crate) step: Step,
    /// Its words, where people here wrote it; the program's own are said in the reader's language.
    pub(crate) text: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) said: Text,
}

impl HtmlSafe for Question {}

impl From<Asked> for Question {
    fn from(it: Asked) -> Self {
        let said = it.text.clone().into();
        Self { key: it.id.to_string(), step: it.step, text: Some(it.text), said }
    }
}

/// The questions that count for a scale now, and their version.
pub(crate) async fn of_scale(
    reading: &mut Reading,
    scale: Scale,
) -> Result<(i64, Vec<Question>), DbError> {
    let Some(set) = prompts::newest(reading, scale).await? else {
        return Ok((1, built_in(scale)));
    };
    let asked = prompts::of(reading.tx(), &[set.id]).await?;
    Ok((set.version, asked.into_iter().map(Question::from).collect()))
}

/// The words of these questions, of whichever version they were. One that never was is not among
/// them.
pub(crate) async fn worded(
    reading: &mut Reading,
    keys: &[&str],
) -> Result<HashMap<String, Text>, DbError> {
    let mut found = HashMap::new();
    for question in Scale::ALL.into_iter().flat_map(built_in) {
        if keys.contains(&question.key.as_str()) {
            found.insert(question.key, question.said);
        }
    }
    let ids: Vec<Id<_>> = keys.iter().filter_map(|it| Id::parse(it)).collect();
    for asked in prompts::with_ids(reading.tx(), &ids).await? {
        found.insert(asked.id.to_string(), asked.text.into());
    }
    Ok(found)
}
