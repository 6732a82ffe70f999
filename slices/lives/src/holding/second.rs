//! Agree, as the second person, that a note stays held.

use askama::Template;
use kernel::Id;
use platform::{Done, Failure, Filled, May as _, Page, Press, Refused, Seen, door::Ask};
use ui::{NoteItem, OwnWords};
use words::Text;

use crate::{
    model::Note,
    policy::SecondHold,
    said,
    store::{holds, page},
};

/// The page that asks: the note, the reason, and whether they agree.
#[derive(Debug, Template)]
#[template(path = "holding/second.html")]
pub(crate) struct SecondPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) note: Id<Note>,
    pub(crate) about: NoteItem,
    pub(crate) reason: Option<OwnWords>,
}

impl Page for SecondPage {
    fn title(&self) -> Text {
        said::second_title().into()
    }
}

impl SecondPage {
    fn actions(&self) -> ui::Actions {
        ui::Actions::new(ui::Button::new(said::second_button()))
            .link(said::go_back(), format!("/notes/{}", self.note))
    }
}

pub(crate) async fn form(
    ask: Ask<SecondHold>,
    filled: Filled<Press>,
) -> Result<Seen<SecondPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let note = on.note;
    let row = page::note(reading, &on.life.life, &note).await?.ok_or(Failure::NotFound)?;
    let about = NoteItem::new(said::note_day(row.happened_at), row.text);
    let gave = on.hold.as_ref().and_then(|it| it.reason_by);
    let reason = match (holds::reason(reading, on).await?, gave) {
        (Some(reason), Some(gave)) => {
            Some(OwnWords::new(reason, people::name_of(reading, gave).await?))
        }
        (_, _) => None,
    };
    look.show(SecondPage { filled, note, about, reason }).await
}

pub(crate) async fn submit(ask: Ask<SecondHold>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !holds::second(&mut permit).await? {
        return Err(Failure::Conflict(said::second_not_now()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}
