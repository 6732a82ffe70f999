//! Who did something, by name: the person whose life it is, or whoever's account it was.

use std::collections::HashMap;

use kernel::Id;
use people::{Life, called_each, names_of};
use platform::{Account, DbError, Reading};
use words::Text;

use crate::{model::Made, said, store::tried::Tried};

/// The names that a page needs.
#[derive(Debug, Default)]
pub(crate) struct Names {
    accounts: HashMap<Id<Account>, Text>,
    lives: HashMap<Id<Life>, Text>,
}

impl Names {
    /// The names of accounts.
    pub(crate) async fn of(
        reading: &mut Reading,
        accounts: impl IntoIterator<Item = Option<Id<Account>>> + Send,
    ) -> Result<Self, DbError> {
        let accounts: Vec<Id<Account>> = accounts.into_iter().flatten().collect();
        Ok(Self { accounts: names_of(reading, &accounts).await?, lives: HashMap::new() })
    }

    /// These names, for the pages that are shown as samples.
    pub(crate) fn known(account: Id<Account>, life: Id<Life>, (who, person): (&str, &str)) -> Self {
        let accounts = HashMap::from([(account, who.into())]);
        Self { accounts, lives: HashMap::from([(life, person.into())]) }
    }

    /// The names of all who had a part in what was tried, and of those in whose lives it was.
    pub(crate) async fn of_tried(reading: &mut Reading, tried: &[Tried]) -> Result<Self, DbError> {
        let accounts: Vec<Option<Id<Account>>> = tried.iter().flat_map(accounts_of).collect();
        let mut names = Self::of(reading, accounts).await?;
        let mut lives: Vec<Id<Life>> = tried.iter().filter_map(|it| it.life).collect();
        lives.sort_unstable();
        lives.dedup();
        if !lives.is_empty() {
            let called = called_each(reading, &lives).await?;
            names.lives = called.into_iter().map(|(life, name)| (life, name.into())).collect();
        }
        Ok(names)
    }

    /// What an account is called.
    pub(crate) fn account(&self, account: Option<Id<Account>>) -> Text {
        let name = account.and_then(|it| self.accounts.get(&it));
        name.cloned().unwrap_or_else(|| said::somebody().into())
    }

    /// What somebody is called by those around them.
    pub(crate) fn life(&self, life: Option<Id<Life>>) -> Text {
        let name = life.and_then(|it| self.lives.get(&it));
        name.cloned().unwrap_or_else(|| said::somebody().into())
    }

    /// Who did this in that life: the person themselves, whoever's phone it was; else the account.
    pub(crate) fn who(&self, made: Made, life: Option<Id<Life>>) -> Text {
        if made.own { self.life(life) } else { self.account(made.by) }
    }
}

fn accounts_of(tried: &Tried) -> Vec<Option<Id<Account>>> {
    let mut accounts = vec![tried.made.by];
    accounts.extend(tried.ended.iter().map(|it| it.made.by));
    accounts.extend(tried.looks.iter().map(|it| it.made.by));
    accounts
}
