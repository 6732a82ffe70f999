//! Show a note that was held.

use platform::{Done, Failure, Filled, May as _, Press, Refused, Seen, door::Ask};

use crate::{model::Note, policy::ReleaseNote, press::PressPage, said, store::holds};

pub(crate) async fn form(
    ask: Ask<ReleaseNote>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let back = format!("/notes/{}", ask.key().0);
    let look = ask.look().await?;
    let (title, button) = (said::release_title(), said::release_button());
    let about = vec![said::release_about()];
    look.show(PressPage { filled, title, about, button, back }).await
}

pub(crate) async fn submit(ask: Ask<ReleaseNote>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !holds::end(&mut permit).await? {
        return Err(Failure::Conflict(said::hold_not()).into());
    }
    let life = &permit.on().life;
    let to = if life.standing.reads() {
        format!("/notes/{}", permit.on().note)
    } else {
        format!("/teams/{}/held", life.team)
    };
    Ok(permit.keep::<Note>(to, None).await?)
}
