//! Put one's own note in other words. The earlier words stay readable.

use askama::Template;
use kernel::Id;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Reading, Refused, Seen, door::Ask, form,
};
use words::{Say, Text};

use super::new::LONGEST;
use crate::{
    model::Note,
    policy::{CorrectNote, NoteOn},
    said,
    store::{notes, page},
};

/// Another wording, and the one that stood there when it was begun.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CorrectForm {
    /// How it should read.
    pub(crate) text: String,
    /// The number of the wording it is based on.
    pub(crate) seen: String,
}

impl Form for CorrectForm {
    const LIMIT: usize = 256 * 1024;

    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::note_correct_text())]
    }

    fn sample() -> Self {
        Self { text: "Went twice, on Tuesday and on Friday.".to_owned(), seen: "1".to_owned() }
    }
}

impl CorrectForm {
    pub(crate) fn parse(&self) -> Result<String, Problems> {
        form::some_text(&self.text, LONGEST).map_err(|what| Problems::one("text", what))
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "notes/correct.html")]
pub(crate) struct CorrectPage {
    pub(crate) filled: Filled<CorrectForm>,
    pub(crate) note: Id<Note>,
    pub(crate) now: String,
    pub(crate) seen: String,
}

impl Page for CorrectPage {
    fn title(&self) -> Text {
        said::note_correct_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl CorrectPage {
    fn text(&self) -> ui::Textarea {
        let fresh = self.filled.is_fresh();
        let value = if fresh { &self.now } else { &self.filled.form.text };
        ui::Textarea::new("text", said::note_correct_text())
            .hint(said::note_correct_hint())
            .value(value.as_str())
            .problem(self.filled.problem("text"))
    }
}

pub(crate) async fn form(
    ask: Ask<CorrectNote>,
    filled: Filled<CorrectForm>,
) -> Result<Seen<CorrectPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let now = newest(reading, on).await?;
    let (note, version) = (on.note, on.version.to_string());
    // Whoever comes back to a draft is still at the wording they began from.
    let begun = !filled.is_fresh() && !filled.is_stale();
    let seen = if begun { filled.form.seen.clone() } else { version };
    look.show(CorrectPage { filled, note, now, seen }).await
}

pub(crate) async fn submit(ask: Ask<CorrectNote>, form: CorrectForm) -> Result<Done, Refused> {
    let text = form.parse()?;
    let again = ask.clone();
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    if form.seen != on.version.to_string() {
        return Err(Refused::Stale(newest(permit.reading(), &on).await?));
    }
    match notes::correct(&mut permit, &text).await {
        Ok(()) => Ok(permit.keep::<Note>(format!("/notes/{}", on.note), None).await?),
        Err(why) if why.is_taken() => {
            drop(permit);
            let mut look = again.look().await?;
            let (on, reading) = look.parts();
            Err(Refused::Stale(newest(reading, on).await?))
        }
        Err(why) => Err(why.into()),
    }
}

async fn newest(reading: &mut Reading, on: &NoteOn) -> Result<String, Failure> {
    let note = page::note(reading, &on.life.life, &on.note).await?;
    Ok(note.ok_or(Failure::NotFound)?.text)
}
