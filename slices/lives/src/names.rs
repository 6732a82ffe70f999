//! Who wrote something, as the reader knows them.

use std::collections::HashMap;

use kernel::Id;
use people::{Life, called, names_of};
use platform::{Account, DbError, Reading};
use words::Text;

use crate::said;

/// The names that a panel says: of colleagues, and of the person it is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    accounts: HashMap<Id<Account>, Text>,
    person: Option<Text>,
}

impl Names {
    /// Reads them: of these accounts and, where `own` words are among them, of the person. To the
    /// person themself that is "you".
    pub(crate) async fn read(
        reading: &mut Reading,
        life: &Id<Life>,
        accounts: &[Id<Account>],
        own: Own,
    ) -> Result<Self, DbError> {
        let accounts =
            if accounts.is_empty() { HashMap::new() } else { names_of(reading, accounts).await? };
        let person = match own {
            Own::Nothing => None,
            Own::Mine => Some(said::you().into()),
            Own::Theirs => Some(called(reading, life).await?.into()),
        };
        Ok(Self { accounts, person })
    }

    /// Who it was: the person themself, or whose account it is.
    pub(crate) fn of(&self, account: Id<Account>, own: bool) -> Text {
        let name = if own { self.person.as_ref() } else { self.accounts.get(&account) };
        name.cloned().unwrap_or_else(|| said::somebody().into())
    }
}

/// Whether the person's own words are among what is shown, and who reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    /// None are.
    Nothing,
    /// Some are, and the person reads them.
    Mine,
    /// Some are, and somebody else reads them.
    Theirs,
}

impl Own {
    /// Of these, read by the person or by somebody else.
    pub(crate) fn among(mut own: impl Iterator<Item = bool>, mine: bool) -> Self {
        match (own.any(|it| it), mine) {
            (false, _) => Self::Nothing,
            (true, true) => Self::Mine,
            (true, false) => Self::Theirs,
        }
    }
}

/// The name as data: nothing where it is one of our sentences.
pub(crate) fn plain(name: &Text) -> Option<String> {
    if let Text::Own(name) = name { Some(name.clone()) } else { None }
}
