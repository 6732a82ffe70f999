//! Who can see a person's page, and why, in plain words: read from the same lines as the rules.

use askama::Template;
use kernel::Id;
use people::Life;
use platform::{Failure, Seen, View, door::Ask};
use words::{Say, Text};

use crate::{
    around::{BesideLine, beside},
    policy::ReadWhoCanSee,
    said,
};

/// Who can see the page.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "looking/who_can_see.html")]
pub(crate) struct WhoCanSeePage {
    /// Who walks alongside, and who is trusted.
    pub(crate) beside: Vec<BesideLine>,
    /// The team, which knows what is being tried.
    pub(crate) team: Option<String>,
    /// The organisation that answers for what is kept.
    pub(crate) controller: Option<String>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) own: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) ends: bool,
}

impl View for WhoCanSeePage {
    fn title(&self) -> Text {
        said::who_can_see_title().into()
    }
}

impl WhoCanSeePage {
    fn person(&self) -> Say {
        if self.own { said::who_can_see_you() } else { said::who_can_see_own(self.name.as_str()) }
    }

    fn others(&self) -> Vec<(Say, Option<(Say, String)>)> {
        let sentence = |it: &BesideLine| {
            let who = it.called.clone();
            if it.alongside {
                said::who_can_see_alongside(it.from, who)
            } else if it.came {
                said::who_can_see_trusted(it.from, who)
            } else {
                said::who_can_see_invited(it.from, who)
            }
        };
        let end = |it: &BesideLine| {
            let at = it.walk.filter(|_| self.ends).map(|walk| format!("/alongside/{walk}/end"));
            at.map(|at| (said::who_can_see_end(it.called.clone()), at))
        };
        self.beside.iter().map(|it| (sentence(it), end(it))).collect()
    }
}

pub(crate) async fn page(ask: Ask<ReadWhoCanSee>) -> Result<Seen<WhoCanSeePage>, Failure> {
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let (life, own, ends) = (on.life, on.standing.own, on.standing.writes());
    let name = on.called(reading).await?;
    let beside = beside(reading, &life).await?;
    let team = people::body_of(reading.tx(), &on.team).await?.map(|it| it.name);
    let controller = people::body_of(reading.tx(), &on.controller).await?.map(|it| it.name);
    look.show(WhoCanSeePage { beside, team, controller, life, name, own, ends }).await
}
