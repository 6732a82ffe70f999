//! A life's own words in the database: SQL, and nothing but.

pub(crate) mod around;
pub(crate) mod gathered;
pub(crate) mod holds;
pub(crate) mod matters;
pub(crate) mod notes;
pub(crate) mod page;
pub(crate) mod reflections;

use kernel::Id;
use people::Standing;
use platform::{Account, Actor, DbError, Reading};

/// Whose eyes read: they see held notes that they have a part in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Eyes {
    /// Their account, if they walk beside the person.
    pub(crate) me: Option<Id<Account>>,
    /// They are the team's named lead.
    pub(crate) lead: bool,
}

impl Eyes {
    /// The eyes of somebody who stands like this. On the worker's phone, the person has not the
    /// worker's eyes.
    pub(crate) fn of(actor: &Actor, standing: Standing) -> Self {
        let walks = standing.alongside && !standing.own;
        Self { me: actor.account().filter(|_| walks), lead: standing.lead && !standing.own }
    }
}

/// Whose sitting it is. Nothing here is written by nobody.
pub(crate) fn account(reading: &Reading) -> Result<Id<Account>, DbError> {
    reading.actor().account().ok_or_else(|| DbError::Unreadable("account".to_owned()))
}
