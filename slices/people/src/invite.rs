//! Invite the person, or somebody they trust, to their page, with a one-time code.

use askama::Template;
use platform::{
    Done, Failure, Filled, Form, Kind, May as _, Page, Permit, Problems, Refused, Seen, door::Ask,
    session::password,
};
use words::{Say, Text};

use crate::{
    Called, called,
    policy::Invite,
    said,
    store::{accounts, invitations, lives},
};

/// Who is invited.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct InviteForm {
    /// `person`, or `supporter`.
    pub(crate) who: String,
    /// What a supporter is called.
    pub(crate) called: String,
}

impl Form for InviteForm {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("called", said::invite_called())]
    }

    fn sample() -> Self {
        Self { who: "supporter".to_owned(), called: "Rosa".to_owned() }
    }
}

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "invite.html")]
pub(crate) struct InvitePage {
    pub(crate) filled: Filled<InviteForm>,
    pub(crate) name: String,
    /// The person themselves asks: they are in already.
    pub(crate) own: bool,
    /// The person can sign in already.
    pub(crate) signs_in: bool,
}

impl Page for InvitePage {
    fn title(&self) -> Text {
        self.heading().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl InvitePage {
    fn heading(&self) -> Say {
        if self.own { said::invite_yours_title() } else { said::invite_title() }
    }

    fn supporter(&self, label: Say) -> ui::Input {
        let input = ui::Input::new("called", label).value(self.filled.form.called.as_str());
        input.autocomplete("off").problem(self.filled.problem("called"))
    }

    fn who(&self) -> ui::Radios {
        let person = ui::Choice::new("person", said::invite_person(self.name.as_str()));
        let person = person.hint(if self.signs_in {
            said::invite_person_again(self.name.as_str())
        } else {
            said::invite_person_hint()
        });
        let supporter = ui::Choice::new("supporter", said::invite_supporter());
        let supporter = supporter.hint(said::invite_supporter_hint());
        let radios = ui::Radios::new("who", said::invite_who()).choice(person).choice(supporter);
        radios.value(self.filled.form.who.as_str()).problem(self.filled.problem("who"))
    }
}

pub(crate) async fn form(
    ask: Ask<Invite>,
    filled: Filled<InviteForm>,
) -> Result<Seen<InvitePage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let own = look.on().standing.own;
    let name = called(&mut look, &life).await?;
    let signs_in = lives::signs_in(&mut look, &life).await?;
    look.show(InvitePage { filled, name, own, signs_in }).await
}

/// Who it is.
enum Guest {
    Person,
    Supporter(Called),
}

impl Guest {
    fn parse(form: &InviteForm) -> Result<Self, Problems> {
        match form.who.as_str() {
            "person" => Ok(Self::Person),
            "supporter" => Called::parse(&form.called)
                .map(Self::Supporter)
                .map_err(|what| Problems::one("called", what)),
            _ => Err(Problems::one("who", said::invite_choose())),
        }
    }
}

pub(crate) async fn submit(ask: Ask<Invite>, form: InviteForm) -> Result<Done, Refused> {
    let guest = Guest::parse(&form)?;
    let mut permit = ask.change().await?;
    let life = permit.on().life;
    let account = match guest {
        // With a code alone, whoever holds their phone for a moment could lock them out.
        Guest::Person if permit.on().standing.own => {
            return Err(Failure::Conflict(said::invite_own_account()).into());
        }
        Guest::Person => person(&mut permit).await?,
        Guest::Supporter(name) => {
            let account = accounts::add(&mut permit, Kind::Supporter, None, &name).await?;
            lives::trust(&mut permit, life, account).await?;
            account
        }
    };
    let code = password::one_time_code();
    let invitation = invitations::invite(&mut permit, account, None, &code).await?;
    Ok(permit.keep(format!("/invitations/{invitation}"), Some(invitation)).await?)
}

/// The person's own account: the one they have, else a new one under the name they are called by.
async fn person(permit: &mut Permit<Invite>) -> Result<kernel::Id<platform::Account>, Failure> {
    let life = permit.on().life;
    if let Some(account) = lives::own_account(permit.reading(), &life).await? {
        return Ok(account);
    }
    let name = called(permit.reading(), &life).await?;
    let name = Called::parse(&name).map_err(|_| Failure::NotFound)?;
    Ok(accounts::add(permit, Kind::Person, Some(life.cast()), &name).await?)
}
