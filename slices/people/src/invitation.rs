//! Read out the one-time code one made, until it is used.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Failure, Page, Place, Seen, Subject, door::Ask};
use words::Text;

use crate::{
    policy::{Invitation, ReadInvitation},
    said,
};

/// The page that shows the code to whoever made it.
#[derive(Debug, Template)]
#[template(path = "invitation.html")]
pub(crate) struct InvitationPage {
    pub(crate) id: Id<Invitation>,
    pub(crate) code: Option<String>,
    pub(crate) url: String,
    pub(crate) ends_at: Moment,
}

impl Page for InvitationPage {
    fn title(&self) -> Text {
        said::invitation_title().into()
    }
}

pub(crate) async fn show(ask: Ask<ReadInvitation>) -> Result<Seen<InvitationPage>, Failure> {
    let look = ask.look().await?;
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
    look.show(InvitationPage { id, code, url, ends_at }).await
}
