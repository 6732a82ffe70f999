//! Something written into a step, as its page shows it.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Moment};
use platform::{DbError, Reading};
use words::Text;

use crate::{Step, model::Entry, questions, said, store::cycles::Written, who::Names};

/// Something written into a step.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct EntryLine {
    /// The entry.
    #[schema(value_type = String)]
    pub(crate) entry: Id<Entry>,
    /// The step.
    pub step: Step,
    /// What was written.
    pub text: String,
    /// The question it answers.
    pub prompt: Option<String>,
    /// Where it was published, if it is a published fact.
    pub source: Option<String>,
    /// When it was written here.
    pub at: Moment,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) asked: Option<Text>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) by: Text,
}

/// What was written, under the question it answers.
#[derive(Clone, Debug, Template)]
#[template(source = "<span class=\"trib-quiet\">{{ asked }}</span>\n{{ text }}", ext = "html")]
struct Answer {
    asked: Text,
    text: String,
}

impl EntryLine {
    /// These, each under the question it answers.
    pub(crate) async fn all(
        reading: &mut Reading,
        entries: Vec<Written>,
        names: &Names,
    ) -> Result<Vec<Self>, DbError> {
        let keys: Vec<&str> = entries.iter().filter_map(|it| it.new.prompt.as_deref()).collect();
        let asked = questions::worded(reading, &keys).await?;
        Ok(entries.into_iter().map(|it| Self::of(it, &asked, names)).collect())
    }

    pub(crate) fn of(it: Written, asked: &HashMap<String, Text>, names: &Names) -> Self {
        let asked = it.new.prompt.as_ref().and_then(|key| asked.get(key)).cloned();
        Self {
            entry: it.id,
            step: it.new.step,
            text: it.new.text,
            prompt: it.new.prompt,
            source: it.new.source,
            at: it.at,
            asked,
            by: names.account(it.by),
        }
    }

    /// As a note.
    pub(crate) fn note(&self) -> ui::NoteItem {
        let said = match &self.asked {
            Some(asked) => ui::Part::of(Answer { asked: asked.clone(), text: self.text.clone() }),
            None => self.text.as_str().into(),
        };
        let note = ui::NoteItem::new(said::written(self.at), said);
        match &self.source {
            Some(source) => {
                note.kind(said::published_fact()).by(said::source_and_who(source, self.by.clone()))
            }
            None => note.by(self.by.clone()),
        }
    }
}
