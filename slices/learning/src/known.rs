//! Everything known here that may tell who a text is about.

use kernel::Id;
use people::{
    Body, Life,
    finder::{Known, known_in, names},
};
use platform::{DbError, Reading};

use crate::store;

/// The names of these lives, of who is around them and was there, of everybody who has to do with
/// them or works in this body, of the actor, and of every body. The look must name the lives.
pub(crate) async fn known(
    reading: &mut Reading,
    lives: &[Id<Life>],
    body: &Id<Body>,
) -> Result<Known, DbError> {
    let accounts = store::known::accounts(reading, lives).await?;
    let accounts = names(reading, &accounts).await?;
    let around = lives::names_around(reading, lives).await?;
    let called = people::called_each(reading, lives).await?;
    let known = known_in(reading, body).await?;
    Ok(known.people(called.into_values()).people(around).people(accounts))
}
