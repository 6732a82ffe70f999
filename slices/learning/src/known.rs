//! Everything known here that may tell who a text is about.

use kernel::Id;
use people::{Body, Life};
use platform::{DbError, Reading};
use words::Text;

use crate::{finder::Known, store};

/// The names of these lives, of who is around them and was there, of everybody who has to do with
/// them or works in this body, of the actor, and of every body. The look must name the lives.
pub(crate) async fn known(
    reading: &mut Reading,
    lives: &[Id<Life>],
    body: &Id<Body>,
) -> Result<Known, DbError> {
    let names = people::called_each(reading, lives).await?;
    let mut people: Vec<String> = names.into_values().collect();
    people.extend(lives::names_around(reading, lives).await?);
    let mut accounts = store::known::accounts(reading, lives, body).await?;
    accounts.extend(reading.actor().account());
    let accounts = people::names_of(reading, &accounts).await?;
    people.extend(accounts.into_values().filter_map(own));
    let bodies = people::all_bodies(reading.tx()).await?;
    Ok(Known::nothing().people(people).bodies(bodies.into_iter().map(|it| it.name)))
}

/// A name that somebody has, and not our word for a name that is not known.
fn own(name: Text) -> Option<String> {
    if let Text::Own(name) = name { Some(name) } else { None }
}
