//! Say that somebody is not around any more. What was written stays written.

use platform::{Done, Failure, Filled, May as _, Press, Refused, Seen, door::Ask};

use crate::{policy::EndAround, press::PressPage, said, store::around};

pub(crate) async fn form(
    ask: Ask<EndAround>,
    filled: Filled<Press>,
) -> Result<Seen<PressPage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let back = format!("/lives/{}", on.life.life);
    let named = around::one(reading, &on.life.life, &on.around).await?;
    let about = named.map(|it| said::around_end_about(it.name)).into_iter().collect();
    let (title, button) = (said::around_end_title(), said::around_end_button());
    look.show(PressPage { filled, title, about, button, back }).await
}

pub(crate) async fn submit(ask: Ask<EndAround>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    if !around::end(&mut permit).await? {
        return Err(Failure::Conflict(said::around_ended()).into());
    }
    let life = permit.on().life.life;
    Ok(permit.keep::<()>(format!("/lives/{life}"), None).await?)
}
