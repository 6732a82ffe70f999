//! Whose names are known where somebody writes.

use kernel::Id;
use platform::{Account, DbError, Reading};
use words::Text;

use super::Known;
use crate::{Body, all_bodies, names_of, store};

/// The names of everybody who works in a body, of the actor, and of every body. Nobody's page is
/// opened for it.
pub async fn known_in(reading: &mut Reading, body: &Id<Body>) -> Result<Known, DbError> {
    let mut accounts = store::bodies::accounts(reading, body).await?;
    accounts.extend(reading.actor().account());
    let bodies = all_bodies(reading.tx()).await?;
    let known = Known::nothing().bodies(bodies.into_iter().map(|it| it.name));
    Ok(known.people(names(reading, &accounts).await?))
}

/// The names that these accounts go by.
pub async fn names(
    reading: &mut Reading,
    accounts: &[Id<Account>],
) -> Result<Vec<String>, DbError> {
    let names = names_of(reading, accounts).await?;
    Ok(names.into_values().filter_map(own).collect())
}

/// A name that somebody has, and not our word for a name that is not known.
fn own(name: Text) -> Option<String> {
    if let Text::Own(name) = name { Some(name) } else { None }
}
