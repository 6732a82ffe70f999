//! Say that a note is not safe to show yet.

use platform::{Done, Failure, Filled, May as _, Press, Refused, Seen, door::Ask};
use words::Say;

use crate::{
    model::{Note, Spoken},
    policy::HoldNote,
    press::PressPage,
    said,
    store::holds,
};

pub(crate) async fn form(
    ask: Ask<HoldNote>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let look = ask.look().await?;
    let on = look.on();
    let first = if on.held_before { said::hold_about_again() } else { said::hold_about() };
    let (about, back) = (vec![first, said::hold_after()], format!("/notes/{}", on.note));
    let (title, button) = (said::hold_title(), said::hold_button());
    look.show(PressPage { filled, title, about, button, back }).await
}

pub(crate) async fn submit(ask: Ask<HoldNote>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if let Some(why) = cannot(permit.on().spoken) {
        return Err(Failure::Conflict(why).into());
    }
    if !holds::begin(&mut permit).await? {
        return Err(Failure::Conflict(said::hold_already()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}

/// What the person said, or answered, is not taken from them.
pub(crate) fn cannot(spoken: Spoken) -> Option<Say> {
    match spoken {
        Spoken::Wrote => Some(said::hold_own()),
        Spoken::Answered => Some(said::hold_answered()),
        Spoken::Nothing => None,
    }
}
