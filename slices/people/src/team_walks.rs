//! Beside whom somebody of a team walks, for whoever coordinates it: to end it where it should end.

use askama::Template;
use kernel::Id;
use platform::{Failure, Page, Seen, door::Ask};
use words::Text;

use crate::{Alongside, Body, called_each, name_of, policy::SeeWalks, said};

/// The page.
#[derive(Debug, Template)]
#[template(path = "team_walks.html")]
pub(crate) struct TeamWalksPage {
    pub(crate) team: Id<Body>,
    /// Who walks.
    pub(crate) who: Text,
    /// Beside whom, by the name they are called by.
    pub(crate) walks: Vec<(Id<Alongside>, String)>,
}

impl Page for TeamWalksPage {
    fn title(&self) -> Text {
        said::team_walks_title().into()
    }
}

pub(crate) async fn show(ask: Ask<SeeWalks>) -> Result<Seen<TeamWalksPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let who = name_of(&mut look, on.account).await?;
    let lives: Vec<_> = on.walks.iter().map(|it| it.life).collect();
    let names = called_each(&mut look, &lives).await?;
    let walks = on.walks.iter().filter_map(|it| Some((it.id, names.get(&it.life)?.clone())));
    let walks = walks.collect();
    look.show(TeamWalksPage { team: on.team.id, who, walks }).await
}
