//! Who has looked: every line about somebody's record, as plain sentences. It is about the record,
//! and never a timesheet: there is no way to ask for one worker's lines.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Moment};
use people::{Life, LifeOn};
use platform::{
    Account, DbError, Failure, Paged, Reading, Seen, View,
    door::Ask,
    journal::{self, Did, Told, Which},
};
use ui::Pagination;
use words::{Say, Text};

use super::stretch::{Day, days};
use crate::{names::plain, policy::ReadLooked, said, store::holds};

/// How many lines stand on a page.
const MOST: usize = 50;

/// Who has looked, the latest first.
#[derive(Debug, Template, serde::Serialize, utoipa::ToSchema)]
#[template(path = "looking/looked.html")]
pub(crate) struct LookedPage {
    /// The lines.
    pub(crate) lines: Vec<LookedLine>,
    /// Where the next page begins.
    pub(crate) next: Option<String>,
    /// The lines as the page shows them.
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) days: Vec<Day>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) own: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) life: Id<Life>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) name: String,
}

/// One line.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub(crate) struct LookedLine {
    /// When.
    pub(crate) at: Moment,
    /// Who.
    pub(crate) who: Option<String>,
    /// How they came: `session`, `beside`, `token`, `program`.
    pub(crate) via: String,
    /// What they did, as the access table names it; nothing for somebody who opened the page, or a
    /// form on it: they had not done anything yet.
    pub(crate) action: Option<String>,
    /// They changed something; otherwise they looked.
    pub(crate) changed: bool,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) account: Option<Id<Account>>,
    #[serde(skip)]
    #[schema(ignore)]
    pub(crate) said: Say,
}

impl LookedLine {
    /// The same somebody did the same, in the same way.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.account == other.account && self.said == other.said
    }
}

impl View for LookedPage {
    fn title(&self) -> Text {
        said::looked_title().into()
    }
}

impl LookedPage {
    fn pages(&self) -> Option<Pagination> {
        let next = self.next.as_ref()?;
        let next = format!("/lives/{}/looked?after={next}", self.life);
        let pages = Pagination::new().landmark(said::looked_pages());
        Some(pages.next_as(next, said::looked_older(), said::looked_title()))
    }
}

pub(crate) async fn page(ask: Ask<ReadLooked>) -> Result<Seen<LookedPage>, Failure> {
    let (before, here) = (ask.after(Id::parse), ask.state().here());
    let mut look = ask.look().await?;
    let (on, reading) = look.parts();
    let name = on.called(reading).await?;
    let told = told(reading, on, before?).await?;
    let Paged { rows: told, next } = Paged::of(told, MOST, |it| it.id.to_string());
    let accounts: Vec<_> = told.iter().filter_map(|it| it.account).collect();
    let names = people::names_of(reading, &accounts).await?;
    let lines: Vec<LookedLine> = told.into_iter().map(|it| line(it, &names, &name)).collect();
    let days = days(&lines, |one, other| here.same_day(one, other));
    let (life, own) = (on.life, on.standing.own);
    look.show(LookedPage { lines, next, days, own, life, name }).await
}

/// The lines, without those about notes that are held from this reader: no line tells of one.
async fn told(
    reading: &mut Reading,
    on: &LifeOn,
    before: Option<Id<journal::Line>>,
) -> Result<Vec<Told>, DbError> {
    let without = holds::unseen(reading, &on.life).await?;
    let most = Paged::<Told>::ask_for(MOST);
    let which = Which { before, most, without: &without };
    journal::about(reading, on.life.cast(), which).await
}

fn line(it: Told, names: &HashMap<Id<Account>, Text>, person: &str) -> LookedLine {
    let who = it.account.and_then(|it| names.get(&it).cloned());
    let who = who.unwrap_or_else(|| said::somebody().into());
    let said = sentence(&it, who.clone(), person);
    let (at, via, account) = (it.at, it.via, it.account);
    let action = it.told.is_some().then_some(it.action);
    let (who, changed) = (plain(&who), it.did == Did::Changed);
    LookedLine { at, who, via, action, changed, account, said }
}

fn sentence(it: &Told, who: Text, person: &str) -> Say {
    match (it.via.as_str(), it.told.clone()) {
        ("beside", Some(what)) => said::looked_beside(person, what, who),
        ("beside", None) => said::looked_beside_opened(person, who),
        ("token", Some(what)) => said::looked_token(what, who),
        ("token", None) => said::looked_token_opened(who),
        ("program", Some(what)) => said::looked_program(what),
        ("program", None) => said::looked_program_opened(),
        (_, Some(what)) => said::looked_did(what, who),
        (_, None) => said::looked_opened(who),
    }
}
