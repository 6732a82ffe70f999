//! Who works in a body, and who was brought in and has not taken up their account yet.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Moment};
use platform::{Account, DbError, Failure, Look, Seen, View, door::Ask};
use words::{Say, Text};

use crate::{
    Body, Scale, Tie, names_of,
    policy::{ArrangeBody, Invitation, Membership, may_let_in},
    said,
    store::{
        bodies,
        waiting::{self, Waiting},
    },
};

/// Somebody's part in a body.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct MemberLine {
    /// The part.
    #[schema(value_type = String)]
    pub(crate) id: Id<Membership>,
    /// Whose.
    #[schema(value_type = String)]
    pub(crate) account: Id<Account>,
    /// What it is.
    pub(crate) tie: Tie,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: Text,
}

/// A one-time code that waits to be used.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct WaitingLine {
    /// The code's invitation.
    #[schema(value_type = String)]
    pub(crate) invitation: Id<Invitation>,
    /// Whose account it is for.
    #[schema(value_type = String)]
    pub(crate) account: Id<Account>,
    /// Until when it holds.
    pub(crate) ends_at: Moment,
    /// It was not used in time, and takes nobody in any more.
    pub(crate) over: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: Text,
    /// The reader may make another code, and take this one back.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) may: bool,
}

impl WaitingLine {
    fn until(&self) -> Say {
        if self.over { said::code_over(self.ends_at) } else { said::code_until(self.ends_at) }
    }

    fn new_code(&self) -> Say {
        said::code_anew_link(self.name.to_string())
    }

    fn take_back(&self) -> Say {
        said::code_back_link(self.name.to_string())
    }
}

/// A body and who works in it.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "body_people.html")]
pub(crate) struct BodyPeoplePage {
    /// The body.
    #[schema(value_type = String)]
    pub(crate) id: Id<Body>,
    /// Its scale.
    pub(crate) scale: Scale,
    /// What people call it.
    pub(crate) name: String,
    /// Who works in it.
    pub(crate) members: Vec<MemberLine>,
    /// Who was brought in here and has not taken up their account yet.
    pub(crate) waiting: Vec<WaitingLine>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) coordinates: bool,
    /// The reader sets up bodies, and sees the list of them.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) arranges: bool,
    /// Some of the codes were made by the reader, who can read them out.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) reads_out: bool,
}

impl View for BodyPeoplePage {
    fn title(&self) -> Text {
        said::body_people_title().into()
    }
}

impl BodyPeoplePage {
    fn look(&self) -> ui::Scale {
        self.scale.into()
    }

    /// Where the reader came from: whoever arranges bodies from their list, a coordinator from the
    /// meeting of the team.
    fn back(&self) -> String {
        if self.arranges {
            "/setup/bodies".to_owned()
        } else if self.coordinates {
            format!("/teams/{}/meeting", self.id)
        } else {
            "/".to_owned()
        }
    }

    fn add_at(&self) -> String {
        format!("/setup/bodies/{}/people/new", self.id)
    }
}

pub(crate) async fn show(ask: Ask<ArrangeBody>) -> Result<Seen<BodyPeoplePage>, Failure> {
    let mut look = ask.look().await?;
    let body = look.on().body.clone();
    let coordinates = look.on().part.coordinator && body.scale == Scale::Team;
    let rows = bodies::members(&mut look, &body.id).await?;
    let waiting = waiting::of_body(&mut look, &body.id).await?;
    let accounts = rows.iter().map(|(_, account, _)| *account);
    let accounts: Vec<_> = accounts.chain(waiting.iter().map(|it| it.account)).collect();
    let names = names_of(&mut look, &accounts).await?;
    let (now, reader) = (look.now(), look.actor().account());
    let reads_out = waiting.iter().any(|it| it.made_by == reader && now < it.ends_at);
    let waiting = wait(&mut look, &waiting, &names).await?;
    let members = rows.into_iter().map(|(id, account, tie)| {
        let name = name_in(&names, account);
        MemberLine { id, account, tie, name }
    });
    let members = members.collect();
    let page = BodyPeoplePage {
        id: body.id,
        scale: body.scale,
        name: body.name,
        members,
        waiting,
        coordinates,
        arranges: look.on().part.administrator,
        reads_out,
    };
    look.show(page).await
}

fn name_in(names: &HashMap<Id<Account>, Text>, account: Id<Account>) -> Text {
    names.get(&account).cloned().unwrap_or_else(|| said::somebody().into())
}

async fn wait(
    look: &mut Look<ArrangeBody>,
    waiting: &[Waiting],
    names: &HashMap<Id<Account>, Text>,
) -> Result<Vec<WaitingLine>, DbError> {
    let accounts: Vec<Id<Account>> = waiting.iter().map(|it| it.account).collect();
    let parts = bodies::parts_of(look.tx(), &accounts).await?;
    let (now, on) = (look.now(), look.on());
    let line = |it: &Waiting| {
        let (invitation, account, ends_at) = (it.id, it.account, it.ends_at);
        let (over, name) = (now >= ends_at, name_in(names, account));
        let of = parts.iter().filter(|(whose, ..)| *whose == account);
        let of: Vec<_> = of.map(|(_, body, tie)| (*body, *tie)).collect();
        WaitingLine { invitation, account, ends_at, over, name, may: may_let_in(on, &of) }
    };
    Ok(waiting.iter().map(line).collect())
}
