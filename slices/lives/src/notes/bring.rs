//! Bring a note to the team's next meeting, or not after all, or say that it was talked about.

use platform::{Done, Failure, Filled, May as _, Press, Refused, Seen, door::Ask};
use words::Say;

use crate::{
    model::Note,
    policy::{BringNote, TakeBackNote, TalkAboutNote},
    press::PressPage,
    said,
    store::notes,
};

fn asking(filled: Filled<Press>, [title, about, button]: [Say; 3], back: String) -> PressPage {
    PressPage { filled, title, about: vec![about], button, back }
}

pub(crate) async fn form(
    ask: Ask<BringNote>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let back = format!("/notes/{}", ask.key().0);
    let look = ask.look().await?;
    let words = [said::bring_title(), said::bring_about(), said::bring_button()];
    look.show(asking(filled, words, back)).await
}

pub(crate) async fn submit(ask: Ask<BringNote>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !notes::bring(&mut permit).await? {
        return Err(Failure::Conflict(said::bring_already()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}

pub(crate) async fn take_back_form(
    ask: Ask<TakeBackNote>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let back = format!("/notes/{}", ask.key().0);
    let look = ask.look().await?;
    let words = [said::take_back_title(), said::take_back_about(), said::take_back_button()];
    look.show(asking(filled, words, back)).await
}

pub(crate) async fn take_back(ask: Ask<TakeBackNote>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !notes::take_back(&mut permit).await? {
        return Err(Failure::Conflict(said::not_brought()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}

pub(crate) async fn talked_form(
    ask: Ask<TalkAboutNote>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let back = format!("/notes/{}", ask.key().0);
    let look = ask.look().await?;
    let words = [said::talked_title(), said::talked_about(), said::talked_button()];
    look.show(asking(filled, words, back)).await
}

pub(crate) async fn talked(ask: Ask<TalkAboutNote>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !notes::talked(&mut permit).await? {
        return Err(Failure::Conflict(said::not_brought()).into());
    }
    let note = permit.on().note;
    Ok(permit.keep::<Note>(format!("/notes/{note}"), None).await?)
}
