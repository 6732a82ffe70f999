//! Bring people into a body: those who are new, a name on each line, each with an account and a
//! one-time code of their own; and colleagues, who have an account already.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, Form, Kind, May as _, Of, Page, Permit, Problems, Refused,
    Seen, door::Ask, session::password,
};
use words::{Say, Text};

use crate::{
    Body, BodyOn, Called, Tie,
    colleagues::{Colleague, are_known, colleagues_in},
    giving::{gives, may_give},
    name_lines,
    policy::{ArrangeBody, BringIn, Invitation, Whose},
    said,
    store::{accounts, bodies, invitations},
};

/// Who is brought in.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PersonForm {
    /// Who is new: what they are called, a name on each line, up to fifty.
    pub(crate) called: String,
    /// What they are here, one or more: `member`, `coordinator`, `lead`, `steward`, `governor`.
    pub(crate) ties: Vec<String>,
    /// Colleagues who have an account already: their ids. No code is made for them.
    pub(crate) account: Vec<String>,
}

impl Form for PersonForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("called", said::person_called())]
    }

    fn sample() -> Self {
        let ties = vec![Tie::Member.name().to_owned()];
        Self { called: "Ines".to_owned(), ties, account: Vec::new() }
    }
}

/// The page that asks who is brought in.
#[derive(Debug, Template)]
#[template(path = "bring_in.html")]
pub(crate) struct BringInPage {
    pub(crate) filled: Filled<PersonForm>,
    pub(crate) body: String,
    /// What the reader may make them here.
    pub(crate) ties: Vec<Tie>,
    /// Colleagues of the same organisation.
    pub(crate) colleagues: Vec<Colleague>,
}

impl Page for BringInPage {
    fn title(&self) -> Text {
        said::person_add_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl BringInPage {
    fn names(&self) -> ui::Textarea {
        let names = ui::Textarea::new("called", said::person_called());
        let names = names.hint(said::person_called_hint(name_lines::MOST)).autocomplete("off");
        let names = names.spelling(false).value(self.filled.form.called.as_str());
        names.problem(self.filled.problem("called"))
    }

    fn colleagues(&self) -> ui::Checkboxes {
        let boxes = ui::Checkboxes::new("account", said::person_colleagues());
        let boxes = self.colleagues.iter().fold(boxes, |boxes, it| {
            let choice = ui::Choice::new(it.account.to_string(), it.name.clone());
            boxes.choice(choice.hint(it.bodies.as_str()))
        });
        let chosen = self.filled.form.account.iter().cloned();
        boxes.values(chosen).problem(self.filled.problem("account"))
    }

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
) -> Result<Seen<BringInPage>, Failure> {
    let mut look = ask.look().await?;
    let BodyOn { body, part } = look.on().clone();
    let colleagues = colleagues_in(&mut look, &body).await?;
    let ties = gives(part, body.scale);
    look.show(BringInPage { filled, body: body.name, ties, colleagues }).await
}

/// A form that makes sense.
struct Coming {
    new: Vec<Called>,
    known: Vec<Id<Account>>,
    ties: Vec<Tie>,
}

impl Coming {
    fn parse(form: &PersonForm) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        let new = name_lines::read(&form.called).unwrap_or_else(|wrong| {
            for what in wrong {
                problems.take::<()>("called", Err(what));
            }
            Vec::new()
        });
        let chosen = form.account.iter().filter(|it| !it.is_empty());
        let known: Option<Vec<Id<Account>>> = chosen.map(|it| Id::parse(it)).collect();
        let known = problems.take("account", known.ok_or_else(said::not_there));
        let mut known = known.unwrap_or_default();
        known.sort_unstable();
        known.dedup();
        if new.is_empty() && known.is_empty() && problems.is_empty() {
            problems.take::<()>("called", Err(said::person_nobody()));
        }
        let ties: Option<Vec<Tie>> = form.ties.iter().map(|it| Tie::named(it)).collect();
        let ties = ties.filter(|it| !it.is_empty()).ok_or_else(said::choose_tie);
        let ties = problems.take("ties", ties).filter(|_| problems.is_empty());
        ties.map(|ties| Self { new, known, ties }).ok_or(problems)
    }
}

pub(crate) async fn submit(ask: Ask<ArrangeBody>, form: PersonForm) -> Result<Done, Refused> {
    let coming = Coming::parse(&form)?;
    let mut permit = ask.change().await?;
    let on = permit.on().clone();
    theirs_to_give(&mut permit, &coming)?;
    if !are_known(permit.reading(), &on, &coming.known).await? {
        return Err(Problems::one("account", said::not_there()).into());
    }
    let mut made = Vec::with_capacity(coming.new.len());
    for name in &coming.new {
        made.push(invite(&mut permit, on.body.id, name).await?);
    }
    let new = made.iter().map(|(account, _)| *account);
    let all: Vec<Id<Account>> = new.chain(coming.known).collect();
    for account in &all {
        join(&mut permit, on.body.id, *account, &coming.ties).await?;
    }
    let body = format!("/setup/bodies/{}", on.body.id);
    let to = match made.as_slice() {
        [] => body,
        [(_, invitation)] => format!("/invitations/{invitation}"),
        [..] => format!("{body}/codes"),
    };
    let one = all.first().copied().filter(|_| all.len() == 1);
    Ok(permit.keep(to, one).await?)
}

/// An account that nobody can sign in to yet, and a code for it.
async fn invite(
    permit: &mut Permit<ArrangeBody>,
    body: Id<Body>,
    name: &Called,
) -> Result<(Id<Account>, Id<Invitation>), Failure> {
    let account = accounts::add(permit, Kind::Worker, None, name).await?;
    let code = password::one_time_code();
    let invitation = invitations::invite(permit, account, Some(body), &code).await?;
    Ok((account, invitation))
}

/// Gives somebody these parts. Each who is brought in has a line in the journal.
async fn join(
    permit: &mut Permit<ArrangeBody>,
    body: Id<Body>,
    account: Id<Account>,
    ties: &[Tie],
) -> Result<(), Failure> {
    let mut also = permit.also::<BringIn>(&(Of(body), Whose(account))).await?;
    for tie in ties {
        bodies::join(&mut also, account, body, *tie).await?;
    }
    Ok(())
}

/// Whether the actor gives these parts here, and to them.
fn theirs_to_give(permit: &mut Permit<ArrangeBody>, coming: &Coming) -> Result<(), Problems> {
    let actor = permit.reading().actor().account();
    let oneself = coming.known.iter().any(|it| actor == Some(*it));
    let on = permit.on();
    let may = may_give(on.part, on.body.scale, &coming.ties, oneself);
    may.map_err(|what| Problems::one("ties", what))
}
