//! End somebody's being trusted on a page.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask,
};
use words::{Say, Text};

use crate::{LifeTie, beside, policy::Invite, said, store::lives};

/// Who is not trusted any more.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EndTrustForm {
    /// The supporter's account.
    account: String,
}

impl Form for EndTrustForm {
    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { account: "0".repeat(32) }
    }
}

/// The page that asks who.
#[derive(Debug, Template)]
#[template(path = "end_trust.html")]
pub(crate) struct EndTrustPage {
    pub(crate) filled: Filled<EndTrustForm>,
    pub(crate) supporters: Vec<(Id<Account>, Text)>,
}

impl Page for EndTrustPage {
    fn title(&self) -> Text {
        said::supporter_end_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl EndTrustPage {
    fn radios(&self) -> ui::Radios {
        let radios = ui::Radios::new("account", said::supporter_end_who());
        let radios = self.supporters.iter().fold(radios, |radios, (id, name)| {
            radios.choice(ui::Choice::new(id.to_string(), name.clone()))
        });
        radios.value(self.filled.form.account.as_str()).problem(self.filled.problem("account"))
    }
}

pub(crate) async fn form(
    ask: Ask<Invite>,
    filled: Filled<EndTrustForm>,
) -> Result<Seen<EndTrustPage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let there =
        beside(&mut look, &life).await?.into_iter().filter(|it| it.tie == LifeTie::Supporter);
    let supporters = there.map(|it| (it.account, it.name)).collect();
    look.show(EndTrustPage { filled, supporters }).await
}

pub(crate) async fn submit(ask: Ask<Invite>, form: EndTrustForm) -> Result<Done, Refused> {
    let account = Id::parse(&form.account).ok_or_else(said::supporter_choose);
    let account = account.map_err(|what| Problems::one("account", what))?;
    let mut permit = ask.change().await?;
    let life = permit.on().life;
    if !lives::end_trust(&mut permit, life, account).await? {
        return Err(Failure::Conflict(said::ended_already()).into());
    }
    Ok(permit.keep::<()>(format!("/lives/{life}"), None).await?)
}
