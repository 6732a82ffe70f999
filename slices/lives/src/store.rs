//! A life's own words in the database: SQL, and nothing but.

pub(crate) mod around;
pub(crate) mod gathered;
pub(crate) mod holds;
pub(crate) mod matters;
pub(crate) mod notes;
pub(crate) mod page;
pub(crate) mod reflections;

use kernel::Id;
use people::Life;
use platform::{Account, Actor, DbError, Place, Reading, Sql, Subject};

/// Whose eyes read: they see held notes that `note_let_in` lets them see. On the worker's phone, the
/// person has not the worker's eyes.
fn eyes(actor: &Actor) -> Option<Id<Account>> {
    actor.account().filter(|_| actor.beside().is_none())
}

/// Whose sitting it is. Nothing here is written by nobody.
pub(crate) fn account(reading: &Reading) -> Result<Id<Account>, DbError> {
    reading.actor().account().ok_or_else(|| DbError::Unreadable("account".to_owned()))
}

/// The first sealed text of rows of several lives, whose keys live.
async fn opened<T: ?Sized>(reading: &mut Reading, query: Sql) -> Result<Vec<String>, DbError> {
    let rows = reading.all(query, |row| {
        let (id, life) = (row.get::<Id<T>>("id")?, row.get::<Id<Life>>("life")?);
        Ok((id, life, row.get::<Vec<u8>>("sealed")?))
    });
    let mut texts = Vec::new();
    for (id, life, sealed) in rows.await? {
        match reading.open(Subject::record(&life), Place::of(&id), &sealed).await {
            Ok(text) => texts.push(text),
            // Of somebody whose key was destroyed nothing is left.
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(texts)
}
