//! Make another code for somebody who was brought in and has not taken up their account: theirs was
//! lost, or its time is over. The earlier one dies.

use askama::Template;
use platform::{
    Done, Failure, Filled, May as _, Page, Press, Refused, Seen, door::Ask, session::password,
};
use words::Text;

use crate::{
    name_of,
    policy::{CodeAnew, WaitingOn},
    said,
    store::invitations,
};

/// The page that asks whether another code should be made.
#[derive(Debug, Template)]
#[template(path = "code_anew.html")]
pub(crate) struct AnewPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) name: Text,
}

impl Page for AnewPage {
    fn title(&self) -> Text {
        said::code_anew_title().into()
    }
}

/// A code that waits still.
pub(crate) fn waits(on: &WaitingOn) -> Result<(), Failure> {
    if on.waits { Ok(()) } else { Err(Failure::Conflict(said::code_not_waiting())) }
}

pub(crate) async fn form(
    ask: Ask<CodeAnew>,
    filled: Filled<Press>,
) -> Result<Seen<AnewPage>, Failure> {
    let mut look = ask.look().await?;
    waits(look.on())?;
    let account = look.on().account;
    let name = name_of(&mut look, account).await?;
    look.show(AnewPage { filled, name }).await
}

pub(crate) async fn submit(ask: Ask<CodeAnew>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    waits(&on)?;
    if !invitations::end(&mut permit, &on.id, on.account).await? {
        return Err(Failure::Conflict(said::code_not_waiting()).into());
    }
    let (code, body) = (password::one_time_code(), Some(on.on.body.id));
    let invitation = invitations::invite(&mut permit, on.account, body, &code).await?;
    Ok(permit.keep(format!("/invitations/{invitation}"), Some(invitation)).await?)
}
