//! Read out the one-time code one made, until it is used.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Failure, Kind, Page, Place, Seen, Subject, door::Ask};
use words::{Say, Text};

use crate::{
    name_of,
    policy::{Invitation, ReadInvitation},
    said,
};

/// The page that shows the code to whoever made it.
#[derive(Debug, Template)]
#[template(path = "invitation.html")]
pub(crate) struct InvitationPage {
    pub(crate) id: Id<Invitation>,
    pub(crate) code: Option<String>,
    /// For whom it is, and for what.
    pub(crate) whom: Say,
    pub(crate) url: String,
    pub(crate) ends_at: Moment,
}

impl Page for InvitationPage {
    fn title(&self) -> Text {
        said::invitation_title().into()
    }
}

/// A code in two groups, as it is read out. Whoever types it in need not keep to them.
pub(crate) fn in_groups(code: &str) -> String {
    let half = code.len() / 2;
    code.split_at_checked(half).map_or_else(|| code.to_owned(), |(one, two)| format!("{one} {two}"))
}

pub(crate) async fn show(ask: Ask<ReadInvitation>) -> Result<Seen<InvitationPage>, Failure> {
    let mut look = ask.look().await?;
    let invited = look.on().clone();
    let fresh = !invited.over && look.now() < invited.ends_at;
    let code = match (invited.shown.filter(|_| fresh), invited.made_by) {
        (Some(sealed), Some(maker)) => {
            Some(look.open(Subject::account(&maker), Place::of(&invited.id), &sealed).await?)
        }
        _ => None,
    };
    let url = format!("{}/join", look.public_url());
    let (id, ends_at) = (invited.id, invited.ends_at);
    let who = name_of(&mut look, invited.account).await?.to_string();
    let whom = whom(invited.kind, invited.body, who);
    look.show(InvitationPage { id, code, whom, url, ends_at }).await
}

/// For whom a code is, and for what.
pub(crate) fn whom(kind: Kind, body: Option<String>, who: String) -> Say {
    match (kind, body) {
        (Kind::Person, _) => said::invitation_person(who),
        (Kind::Supporter, _) => said::invitation_supporter(who),
        (_, Some(body)) => said::invitation_body(body, who),
        (_, None) => said::invitation_whoever(who),
    }
}
