//! The codes one made for a body that nobody has used yet, to be read out or printed: each shown as
//! long as a single one is, to whoever made it and to nobody else.

use askama::Template;
use kernel::{Id, Moment};
use platform::{Account, DbError, Failure, Place, Reading, Seen, Subject, View, door::Ask};
use words::{Say, Text};

use crate::{
    Body,
    invitation::in_groups,
    names_of,
    policy::{Invitation, ReadCodes},
    said,
    store::waiting::{self, Waiting},
};

/// A code, and whom it is for.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct CodeLine {
    /// The code's invitation.
    #[schema(value_type = String)]
    pub(crate) invitation: Id<Invitation>,
    /// Whose account it is for.
    #[schema(value_type = String)]
    pub(crate) account: Id<Account>,
    /// What they are called.
    pub(crate) called: Option<String>,
    /// The code. It works once.
    pub(crate) code: String,
    /// Until when it holds.
    pub(crate) ends_at: Moment,
}

impl CodeLine {
    fn name(&self) -> Text {
        self.called.as_ref().map_or_else(|| said::somebody().into(), Text::from)
    }

    fn grouped(&self) -> String {
        in_groups(&self.code)
    }

    fn until(&self) -> Say {
        said::invitation_until(self.ends_at)
    }
}

/// The codes, and where they are typed in.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "codes.html")]
pub(crate) struct CodesPage {
    /// The body they bring people into.
    pub(crate) name: String,
    /// The codes, in the order of their making.
    pub(crate) codes: Vec<CodeLine>,
    /// Where a code is typed in.
    pub(crate) url: String,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) body: Id<Body>,
}

impl View for CodesPage {
    fn title(&self) -> Text {
        said::codes_title().into()
    }
}

pub(crate) async fn show(ask: Ask<ReadCodes>) -> Result<Seen<CodesPage>, Failure> {
    let mut look = ask.look().await?;
    let (body, name) = (look.on().body.id, look.on().body.name.clone());
    let codes = mine(&mut look, &body).await?;
    let url = format!("{}/join", look.public_url());
    look.show(CodesPage { name, codes, url, body }).await
}

/// What the reader made, and holds still.
async fn mine(reading: &mut Reading, body: &Id<Body>) -> Result<Vec<CodeLine>, DbError> {
    let actor = reading.actor();
    let Some(maker) = actor.account().filter(|_| actor.beside().is_none()) else {
        return Ok(Vec::new());
    };
    let mut waiting = waiting::of_body(reading, body).await?;
    waiting.retain(|it| it.made_by == Some(maker) && reading.now() < it.ends_at);
    let accounts: Vec<Id<Account>> = waiting.iter().map(|it| it.account).collect();
    let mut names = names_of(reading, &accounts).await?;
    let mut codes = Vec::with_capacity(waiting.len());
    for Waiting { id, account, shown, ends_at, .. } in waiting {
        let Some(sealed) = shown else { continue };
        let code = reading.open(Subject::account(&maker), Place::of(&id), &sealed).await?;
        let name = names.remove(&account);
        let called = if let Some(Text::Own(name)) = name { Some(name) } else { None };
        codes.push(CodeLine { invitation: id, account, called, code, ends_at });
    }
    Ok(codes)
}
