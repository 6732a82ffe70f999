//! Who am I? For programs, and for pages that need to know.

use askama::Template;
use kernel::Id;
use platform::{Account, Failure, Kind, Seen, View, door::Ask};
use words::{Say, Text};

use crate::{Body, Scale, Tie, bodies_of, policy::OwnPage, said};

/// Somebody's part in a body.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct PartLine {
    /// The body.
    #[schema(value_type = String)]
    pub(crate) body: Id<Body>,
    /// Its scale.
    pub(crate) scale: Scale,
    /// What it is called.
    pub(crate) name: String,
    /// What they are there.
    pub(crate) tie: Tie,
}

/// An account, as its holder sees it.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "me.html")]
pub(crate) struct MePage {
    /// The account.
    #[schema(value_type = String)]
    pub(crate) account: Id<Account>,
    /// What kind it is.
    pub(crate) kind: String,
    /// Where they have a part.
    pub(crate) parts: Vec<PartLine>,
    /// They work with what belongs to other people, and could have a part somewhere.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) works: bool,
    /// What they have just changed.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) changed: Option<Say>,
}

impl View for MePage {
    fn title(&self) -> Text {
        said::me_title().into()
    }
}

pub(crate) async fn show(ask: Ask<OwnPage>) -> Result<Seen<MePage>, Failure> {
    let actor = ask.actor().clone();
    let changed = match ask.query("changed").as_deref() {
        Some("password") => Some(said::me_password_done()),
        Some("name") => Some(said::me_name_done()),
        Some(_) | None => None,
    };
    let mut look = ask.look().await?;
    let account = *look.on();
    let parts = bodies_of(&actor, look.tx()).await?.into_iter().map(|(body, tie)| PartLine {
        body: body.id,
        scale: body.scale,
        name: body.name,
        tie,
    });
    let (kind, parts) = (actor.kind().name().to_owned(), parts.collect());
    let works = matches!(actor.kind(), Kind::Worker | Kind::Administrator);
    look.show(MePage { account, kind, parts, works, changed }).await
}
