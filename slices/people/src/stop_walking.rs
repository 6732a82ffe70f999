//! Stop walking beside a person, or end that somebody else does.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, May as _, Page, Press, Reading, Refused, Seen, door::Ask,
};
use words::{Say, Text};

use crate::{
    Life, Standing, called, name_of,
    policy::{EndAlongside, StopWalking},
    said,
    store::{lives, walks},
};

/// Nobody could open the page any more without this one: nobody else walks beside the person, who
/// has no way in of their own.
async fn leaves_alone(
    reading: &mut Reading,
    life: &Id<Life>,
    account: &Id<Account>,
) -> Result<bool, Failure> {
    let last = walks::is_last(reading, life, account).await?;
    Ok(last && !lives::signs_in(reading, life).await?)
}

/// The page that asks whether to end one's own walking.
#[derive(Debug, Template)]
#[template(path = "walk_end.html")]
pub(crate) struct StopPage {
    pub(crate) filled: Filled<Press>,
    pub(crate) name: String,
    pub(crate) life: Id<Life>,
    /// Nobody could open the page any more.
    pub(crate) alone: bool,
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
    let account = ask.actor().account().ok_or(Failure::SignIn)?;
    let mut look = ask.look().await?;
    let name = called(&mut look, &life).await?;
    let alone = leaves_alone(&mut look, &life, &account).await?;
    look.show(StopPage { filled, name, life, alone }).await
}

pub(crate) async fn submit(ask: Ask<StopWalking>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let (life, actor) = (permit.on().life, permit.reading().actor().account());
    let account = actor.ok_or(Failure::SignIn)?;
    walks::hold(&mut permit, life).await?;
    if leaves_alone(permit.reading(), &life, &account).await? {
        return Err(Failure::Conflict(said::walk_end_alone()).into());
    }
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
    /// Whose page it is.
    pub(crate) life: Id<Life>,
    /// How the reader stands towards the person.
    pub(crate) standing: Standing,
    /// Nobody could open the page any more.
    pub(crate) alone: bool,
}

impl Page for EndAlongsidePage {
    fn title(&self) -> Text {
        self.heading().into()
    }
}

impl EndAlongsidePage {
    fn heading(&self) -> Say {
        if self.standing.own {
            said::alongside_end_yours_title()
        } else {
            said::alongside_end_title()
        }
    }

    fn about(&self) -> Say {
        let who = self.who.to_string();
        if self.standing.own {
            said::alongside_end_yours(who)
        } else {
            said::alongside_end_about(self.name.as_str(), who)
        }
    }

    fn last(&self) -> Say {
        let (name, who) = (self.name.as_str(), self.who.to_string());
        if self.standing.own {
            said::alongside_end_last_yours(who)
        } else if self.standing.alongside {
            said::walk_end_last(name)
        } else {
            said::alongside_end_last(name, who)
        }
    }
}

pub(crate) async fn end_form(
    ask: Ask<EndAlongside>,
    filled: Filled<Press>,
) -> Result<Seen<EndAlongsidePage>, Failure> {
    let mut look = ask.look().await?;
    let (walk, standing) = (look.on().walk, look.on().life.standing);
    let (life, name) = (walk.life, called(&mut look, &walk.life).await?);
    let who = name_of(&mut look, walk.account).await?;
    let alone = leaves_alone(&mut look, &life, &walk.account).await?;
    look.show(EndAlongsidePage { filled, name, who, life, standing, alone }).await
}

pub(crate) async fn end(ask: Ask<EndAlongside>, _: Press) -> Result<Done, Refused> {
    let mut permit = ask.change().await?;
    let (walk, standing) = (permit.on().walk, permit.on().life.standing);
    let (actor, beside) = {
        let actor = permit.reading().actor();
        (actor.account(), actor.beside().is_some())
    };
    walks::hold(&mut permit, walk.life).await?;
    let alone = leaves_alone(permit.reading(), &walk.life, &walk.account).await?;
    // The person is told, and decides: who sees their page is theirs to say.
    if alone && !standing.own {
        return Err(Failure::Conflict(said::walk_end_alone()).into());
    }
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
