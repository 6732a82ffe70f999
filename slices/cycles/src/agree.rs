//! The person says yes: we try that. One press.

use askama::Template;
use platform::{Done, Failure, Filled, May as _, Page, Press, Refused, Seen, door::Ask};
use words::Text;

use crate::{policy::AgreeExploration, said, store};

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "agree.html")]
pub(crate) struct AgreePage {
    pub(crate) filled: Filled<Press>,
    pub(crate) line: String,
    pub(crate) back: String,
}

impl Page for AgreePage {
    fn title(&self) -> Text {
        said::agree_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<AgreeExploration>,
    filled: Filled<Press>,
) -> Result<Seen<AgreePage>, Failure> {
    let id = ask.key().0;
    let mut look = ask.look().await?;
    let home = look.on().home()?;
    let tried = store::tried::one(&mut look, &id, home).await?.ok_or(Failure::NotFound)?;
    look.show(AgreePage { filled, line: tried.line, back: format!("/explorations/{id}") }).await
}

pub(crate) async fn submit(ask: Ask<AgreeExploration>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let id = permit.on().exploration;
    if !store::explorations::agree(&mut permit, &id).await? {
        return Err(Failure::Conflict(said::agreed_already()).into());
    }
    Ok(permit.keep::<()>(format!("/explorations/{id}"), None).await?)
}
