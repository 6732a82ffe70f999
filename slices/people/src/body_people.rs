//! Who works in a body, and bringing people into it: a name and what they are, and a one-time code
//! to hand to them.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, Form, Kind, May as _, Page, Permit, Problems, Refused, Seen,
    View, door::Ask, session::password,
};
use words::{Say, Text};

use crate::{
    Body, Called, Scale, Tie,
    giving::{gives, may_give},
    names_of,
    policy::{ArrangeBody, Membership},
    said,
    store::{accounts, bodies, invitations},
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
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) coordinates: bool,
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

    fn add_at(&self) -> String {
        format!("/setup/bodies/{}/people/new", self.id)
    }
}

pub(crate) async fn show(ask: Ask<ArrangeBody>) -> Result<Seen<BodyPeoplePage>, Failure> {
    let mut look = ask.look().await?;
    let body = look.on().body.clone();
    let coordinates = look.on().part.coordinator && body.scale == Scale::Team;
    let rows = bodies::members(&mut look, &body.id).await?;
    let accounts: Vec<Id<Account>> = rows.iter().map(|(_, account, _)| *account).collect();
    let names = names_of(&mut look, &accounts).await?;
    let members = rows.into_iter().map(|(id, account, tie)| {
        let name = names.get(&account).cloned().unwrap_or_else(|| said::somebody().into());
        MemberLine { id, account, tie, name }
    });
    let members = members.collect();
    let (id, scale, name) = (body.id, body.scale, body.name);
    look.show(BodyPeoplePage { id, scale, name, members, coordinates }).await
}

/// Somebody new.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PersonForm {
    /// What they are called.
    called: String,
    /// What they are here, one or more: `member`, `coordinator`, `lead`, `steward`, `governor`.
    ties: Vec<String>,
    /// Somebody who has an account already: its id. Then nobody is invited.
    account: String,
}

impl Form for PersonForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("called", said::person_called())]
    }

    fn sample() -> Self {
        let ties = vec![Tie::Member.name().to_owned()];
        Self { called: "Ines".to_owned(), ties, account: String::new() }
    }
}

/// The page that asks for somebody new.
#[derive(Debug, Template)]
#[template(path = "person_add.html")]
pub(crate) struct PersonAddPage {
    pub(crate) filled: Filled<PersonForm>,
    pub(crate) body: String,
    /// What the reader may make them here.
    pub(crate) ties: Vec<Tie>,
}

impl Page for PersonAddPage {
    fn title(&self) -> Text {
        said::person_add_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl PersonAddPage {
    fn ties(&self) -> ui::Checkboxes {
        let boxes = ui::Checkboxes::new("ties", said::person_ties());
        let all = self.ties.iter();
        let boxes =
            all.fold(boxes, |boxes, tie| boxes.choice(ui::Choice::new(tie.name(), tie.said())));
        let chosen = self.filled.form.ties.iter().cloned();
        boxes.values(chosen).problem(self.filled.problem("ties"))
    }
}

pub(crate) async fn form(
    ask: Ask<ArrangeBody>,
    filled: Filled<PersonForm>,
) -> Result<Seen<PersonAddPage>, Failure> {
    let look = ask.look().await?;
    let (body, part) = (look.on().body.clone(), look.on().part);
    let ties = gives(part, body.scale);
    look.show(PersonAddPage { filled, body: body.name, ties }).await
}

/// Who it is: new here, or somebody with an account.
enum Who {
    New(Called),
    Known(Id<Account>),
}

fn parse(form: &PersonForm) -> Result<(Who, Vec<Tie>), Problems> {
    let mut problems = Problems::none();
    let who = if form.account.is_empty() {
        problems.take("called", Called::parse(&form.called)).map(Who::New)
    } else {
        let account = Id::parse(&form.account).ok_or_else(said::not_there);
        problems.take("account", account).map(Who::Known)
    };
    let ties: Option<Vec<Tie>> = form.ties.iter().map(|it| Tie::named(it)).collect();
    let ties = ties.filter(|it| !it.is_empty()).ok_or_else(said::choose_tie);
    match (who, problems.take("ties", ties)) {
        (Some(who), Some(ties)) => Ok((who, ties)),
        _ => Err(problems),
    }
}

pub(crate) async fn submit(ask: Ask<ArrangeBody>, form: PersonForm) -> Result<Done, Refused> {
    let (who, ties) = parse(&form)?;
    let mut permit = ask.change().await?;
    let body = permit.on().body.id;
    theirs_to_give(&mut permit, &who, &ties)?;
    let (account, to) = match who {
        Who::Known(account) => {
            known(&mut permit, account).await?;
            (account, format!("/setup/bodies/{body}"))
        }
        Who::New(called) => {
            let account = accounts::add(&mut permit, Kind::Worker, None, &called).await?;
            let code = password::one_time_code();
            let invitation = invitations::invite(&mut permit, account, &code).await?;
            (account, format!("/invitations/{invitation}"))
        }
    };
    for tie in ties {
        bodies::join(&mut permit, account, body, tie).await?;
    }
    Ok(permit.keep(to, Some(account)).await?)
}

/// Whether the actor gives these parts here, and to them.
fn theirs_to_give(
    permit: &mut Permit<ArrangeBody>,
    who: &Who,
    ties: &[Tie],
) -> Result<(), Problems> {
    let actor = permit.reading().actor().account();
    let oneself = matches!(who, Who::Known(it) if actor == Some(*it));
    let on = permit.on();
    let may = may_give(on.part, on.body.scale, ties, oneself);
    may.map_err(|what| Problems::one("ties", what))
}

/// An administrator brings in any worker; a coordinator those of the team's own organisation.
async fn known(permit: &mut Permit<ArrangeBody>, account: Id<Account>) -> Result<(), Refused> {
    let on = permit.on().clone();
    let holder = accounts::by_id(permit.reading(), account).await?;
    let works = holder.is_some_and(|it| it.kind == Kind::Worker);
    let ours = match on.body.within.filter(|_| !on.part.administrator) {
        Some(of) => bodies::is_of_organisation(permit.reading(), account, &of).await?,
        None => on.part.administrator,
    };
    if works && ours { Ok(()) } else { Err(Problems::one("account", said::not_there()).into()) }
}
