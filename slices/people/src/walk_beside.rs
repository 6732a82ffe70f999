//! Ask a colleague to walk beside a person, too.

use askama::Template;
use kernel::Id;
use platform::{
    Account, Done, Failure, Filled, Form, May as _, Page, Problems, Refused, Seen, door::Ask,
};
use words::{Say, Text};

use crate::{called, names_of, policy::WalkBeside, said, store::walks};

/// Who shall walk beside the person, too.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ColleagueForm {
    /// The colleague's account.
    account: String,
}

impl Form for ColleagueForm {
    fn fields() -> Vec<(&'static str, Say)> {
        Vec::new()
    }

    fn sample() -> Self {
        Self { account: "0".repeat(32) }
    }
}

/// The page that asks which colleague.
#[derive(Debug, Template)]
#[template(path = "walk_beside.html")]
pub(crate) struct ColleaguePage {
    pub(crate) filled: Filled<ColleagueForm>,
    pub(crate) name: String,
    pub(crate) colleagues: Vec<(Id<Account>, Text)>,
}

impl Page for ColleaguePage {
    fn title(&self) -> Text {
        said::walk_title().into()
    }

    fn has_problems(&self) -> bool {
        self.filled.has_problems()
    }
}

impl ColleaguePage {
    fn radios(&self) -> ui::Radios {
        let radios = ui::Radios::new("account", said::walk_who());
        let radios = self.colleagues.iter().fold(radios, |radios, (id, name)| {
            radios.choice(ui::Choice::new(id.to_string(), name.clone()))
        });
        radios.value(self.filled.form.account.as_str()).problem(self.filled.problem("account"))
    }
}

pub(crate) async fn form(
    ask: Ask<WalkBeside>,
    filled: Filled<ColleagueForm>,
) -> Result<Seen<ColleaguePage>, Failure> {
    let life = ask.key().0;
    let mut look = ask.look().await?;
    let name = called(&mut look, &life).await?;
    let accounts = walks::colleagues(&mut look, &life).await?;
    let names = names_of(&mut look, &accounts).await?;
    let colleagues = accounts.into_iter().filter_map(|it| Some((it, names.get(&it)?.clone())));
    let colleagues = colleagues.collect();
    look.show(ColleaguePage { filled, name, colleagues }).await
}

pub(crate) async fn submit(ask: Ask<WalkBeside>, form: ColleagueForm) -> Result<Done, Refused> {
    let account = Id::parse(&form.account).ok_or_else(said::walk_choose);
    let account = account.map_err(|what| Problems::one("account", what))?;
    let mut permit = ask.change().await?;
    let life = permit.on().life;
    if !walks::is_colleague(permit.reading(), &life, &account).await? {
        return Err(Problems::one("account", said::walk_choose()).into());
    }
    if !walks::walk(&mut permit, life, account).await? {
        return Err(Failure::Conflict(said::walks_already()).into());
    }
    Ok(permit.keep::<()>(format!("/lives/{life}"), None).await?)
}
