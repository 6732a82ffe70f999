//! What a pattern stands on, for those it was passed on to: nobody can tell who it was about.

use askama::Template;
use kernel::Id;
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{
    Relay,
    policy::SeeGrounds,
    relay::given,
    rules, said,
    store::{self, wording},
};

/// What a pattern stands on. No id, no day and no order leads back to a life.
#[derive(Clone, Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "grounds.html")]
pub(crate) struct GroundsPage {
    /// The relay.
    #[schema(value_type = String)]
    pub(crate) relay: Id<Relay>,
    /// What is seen.
    pub(crate) statement: String,
    /// How many lives gave to it; nothing where so few did that a number would tell who.
    pub(crate) lives: Option<usize>,
    /// The words that the people concerned agreed to or were told of; nothing where there are too
    /// few of them.
    pub(crate) grounds: Option<Vec<String>>,
}

impl View for GroundsPage {
    fn title(&self) -> Text {
        said::grounds_title().into()
    }
}

pub(crate) async fn page(ask: Ask<SeeGrounds>) -> Result<Seen<GroundsPage>, Failure> {
    let mut look = ask.look().await?;
    let on = look.on().clone();
    let kept = store::relay::one(&mut look, &on.relay).await?.ok_or(Failure::NotFound)?;
    let worded = wording::passed_one(&mut look, &kept.wording).await?;
    let given = given(&mut look, &kept.wording).await?;
    let page = GroundsPage {
        relay: on.relay,
        statement: worded.map(|it| it.body).unwrap_or_default(),
        lives: rules::gave(&given),
        grounds: rules::shown(&given),
    };
    look.show(page).await
}
