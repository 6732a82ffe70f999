//! Everything known here that may tell who a text is about.

use kernel::Id;
use people::Life;
use platform::{DbError, Reading};
use words::Text;

use crate::finder::Known;

/// The names of these lives and of those beside them, of the actor, and of every body. The look
/// must name the lives.
pub(crate) async fn known(reading: &mut Reading, lives: &[Id<Life>]) -> Result<Known, DbError> {
    let names = people::called_each(reading, lives).await?;
    let mut people: Vec<String> = names.into_values().collect();
    for life in lives {
        let beside = people::beside(reading, life).await?;
        people.extend(beside.into_iter().filter_map(|it| own(it.name)));
    }
    if let Some(account) = reading.actor().account() {
        people.extend(own(people::name_of(reading, account).await?));
    }
    let bodies = people::all_bodies(reading.tx()).await?;
    Ok(Known::nothing().people(people).bodies(bodies.into_iter().map(|it| it.name)))
}

/// A name that somebody has, and not our word for a name that is not known.
fn own(name: Text) -> Option<String> {
    if let Text::Own(name) = name { Some(name) } else { None }
}
