//! Say something beside a note: add to it, or see it differently. The note stays as it is.

use askama::Template;
use kernel::Id;
use platform::{
    Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask, form,
};
use ui::NoteItem;
use words::{Say, Text};

use crate::{
    model::{Note, ReplyKind},
    policy::ReplyToNote,
    said,
    store::{notes, page},
};

/// What somebody says beside a note.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ReplyForm {
    /// `adds` or `disagrees`.
    pub(crate) kind: String,
    /// Their words.
    pub(crate) text: String,
}

impl Form for ReplyForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::note_reply_text())]
    }

    fn sample() -> Self {
        let text = "It was Abdul, not the weather.".to_owned();
        Self { kind: ReplyKind::Disagrees.name().to_owned(), text }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "notes/reply.html")]
pub(crate) struct ReplyPage {
    pub(crate) filled: Filled<ReplyForm>,
    pub(crate) note: Id<Note>,
    pub(crate) about: NoteItem,
}

impl Page for ReplyPage {
    fn title(&self) -> Text {
        said::note_reply_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl ReplyPage {
    fn kind(&self) -> ui::Chips {
        let chosen = ReplyKind::named(&self.filled.form.kind).unwrap_or(ReplyKind::Adds);
        let chip = |kind: ReplyKind| (kind.name(), chosen == kind);
        let (adds, disagrees) = (chip(ReplyKind::Adds), chip(ReplyKind::Disagrees));
        ui::Chips::one("kind", said::note_reply_kind())
            .chip(adds.0, said::note_reply_adds(), adds.1)
            .chip(disagrees.0, said::note_reply_disagrees(), disagrees.1)
            .problem(self.filled.problem("kind"))
    }

    fn text(&self) -> ui::Textarea {
        ui::Textarea::new("text", said::note_reply_text())
            .hint(said::note_reply_hint())
            .value(self.filled.form.text.as_str())
            .problem(self.filled.problem("text"))
    }
}

pub(crate) async fn form(
    ask: Ask<ReplyToNote>,
    filled: Filled<ReplyForm>,
) -> Result<Seen<ReplyPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let row = page::note(reading, &on.life.life, &on.note).await?.ok_or(Failure::NotFound)?;
    let about = NoteItem::new(said::note_day(row.happened_at), row.text);
    let note = on.note;
    look.show(ReplyPage { filled, note, about }).await
}

pub(crate) async fn submit(ask: Ask<ReplyToNote>, form: ReplyForm) -> Result<Done, Refused> {
    let (kind, text) = parse(&form)?;
    let mut permit = ask.change().await?;
    let reply = notes::reply(&mut permit, kind, &text).await?;
    let note = permit.on().note;
    Ok(permit.keep(format!("/notes/{note}"), Some(reply)).await?)
}

pub(crate) fn parse(form: &ReplyForm) -> Result<(ReplyKind, String), Problems> {
    let mut problems = Problems::none();
    let kind = ReplyKind::named(&form.kind).ok_or_else(said::note_reply_choose);
    let kind = problems.take("kind", kind);
    let text = problems.take("text", form::some_text(&form.text, 4000));
    kind.zip(text).ok_or(problems)
}
