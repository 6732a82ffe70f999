//! Take a code back: somebody was brought in by mistake, or does not come. With it end the parts that
//! they would have had here.

use askama::Template;
use platform::{Done, Failure, Filled, May as _, Of, Page, Press, Refused, Seen, door::Ask};
use words::Text;

use crate::{
    code_anew::waits,
    end_membership::stop_walking,
    name_of,
    policy::{EndMembership, TakeCodeBack},
    said,
    store::{bodies, invitations},
};

/// The page that asks whether the code should be taken back.
#[derive(Debug, Template)]
#[template(path = "code_back.html")]
pub(crate) struct CodeBackPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) name: Text,
}

impl Page for CodeBackPage {
    fn title(&self) -> Text {
        said::code_back_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<TakeCodeBack>,
    filled: Filled<Press>,
) -> Result<Seen<CodeBackPage>, Failure> {
    let mut look = ask.look().await?;
    waits(look.on())?;
    let account = look.on().account;
    let name = name_of(&mut look, account).await?;
    look.show(CodeBackPage { filled, name }).await
}

pub(crate) async fn submit(ask: Ask<TakeCodeBack>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    waits(&on)?;
    if !invitations::end(&mut permit, &on.id, on.account).await? {
        return Err(Failure::Conflict(said::code_not_waiting()).into());
    }
    let body = on.on.body.id;
    for part in bodies::parts(permit.reading(), on.account, &body).await? {
        let mut also = permit.also::<EndMembership>(&Of(part)).await?;
        bodies::end(&mut also, &part).await?;
    }
    stop_walking(&mut permit, on.account, &body).await?;
    Ok(permit.keep::<()>(format!("/setup/bodies/{body}"), None).await?)
}
