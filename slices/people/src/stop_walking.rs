//! Stop walking beside a person, or end that somebody else does.

use askama::Template;
use platform::{Done, Failure, Filled, May as _, Page, Press, Refused, Seen, door::Ask};
use words::{Say, Text};

use crate::{
    called, name_of,
    policy::{EndAlongside, StopWalking},
    said,
    store::walks,
};

/// The page that asks whether to end one's own walking.
#[derive(Debug, Template)]
#[template(path = "walk_end.html")]
pub(crate) struct StopPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) name: String,
}

impl Page for StopPage {
    fn title(&self) -> Text {
        said::walk_end_title().into()
    }
}

pub(crate) async fn form(
    ask: Ask<StopWalking>,
    filled: Filled<Press>,
) -> Result<Seen<StopPage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let name = called(&mut look, &life).await?;
    look.show(StopPage { filled, name }).await
}

pub(crate) async fn submit(ask: Ask<StopWalking>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let (life, actor) = (permit.on().life, permit.reading().actor().account());
    let account = actor.ok_or(Failure::SignIn)?;
    if !walks::stop(&mut permit, life, account).await? {
        return Err(Failure::Conflict(said::ended_already()).into());
    }
    Ok(permit.keep::<()>("/".to_owned(), None).await?)
}

/// The page that asks whether somebody else's walking should end.
#[derive(Debug, Template)]
#[template(path = "end_alongside.html")]
pub(crate) struct EndAlongsidePage {
    pub(crate) filled: Filled<Press>,
    /// What the person is called.
    pub(crate) name: String,
    /// Who walks beside them.
    pub(crate) who: Text,
    /// The person themselves asks.
    pub(crate) own: bool,
}

impl Page for EndAlongsidePage {
    fn title(&self) -> Text {
        said::alongside_end_title().into()
    }
}

impl EndAlongsidePage {
    fn about(&self) -> Say {
        let who = self.who.to_string();
        if self.own {
            said::alongside_end_yours(who)
        } else {
            said::alongside_end_about(self.name.as_str(), who)
        }
    }
}

pub(crate) async fn end_form(
    ask: Ask<EndAlongside>,
    filled: Filled<Press>,
) -> Result<Seen<EndAlongsidePage>, Failure> {
    let mut look = ask.look().await?;
    let (walk, own) = (look.on().walk, look.on().life.standing.own);
    let name = called(&mut look, &walk.life).await?;
    let who = name_of(&mut look, walk.account).await?;
    look.show(EndAlongsidePage { filled, name, who, own }).await
}

pub(crate) async fn end(ask: Ask<EndAlongside>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let (walk, standing) = (permit.on().walk, permit.on().life.standing);
    let (actor, beside) = {
        let actor = permit.reading().actor();
        (actor.account(), actor.beside().is_some())
    };
    if !walks::stop(&mut permit, walk.life, walk.account).await? {
        return Err(Failure::Conflict(said::ended_already()).into());
    }
    // Whoever cannot read the page any more, or never could, goes to their own first page.
    let stays = standing.reads() && actor != Some(walk.account);
    let to = match (stays, beside) {
        (true, _) => format!("/lives/{}/who-can-see", walk.life),
        (false, true) => "/beside/end".to_owned(),
        (false, false) => "/".to_owned(),
    };
    Ok(permit.keep::<()>(to, None).await?)
}
