//! Who reads what somebody is about to write: the form says it, before it is written.

use people::{LifeOn, Scale, body_of, called};
use platform::{DbError, Reading};
use words::Say;

use crate::{ExplorationOn, said};

/// Who reads what is written of something that is tried in a life: whoever knows what is tried.
pub(crate) async fn of_life(reading: &mut Reading, on: &LifeOn) -> Result<Say, DbError> {
    let team = body_of(reading.tx(), &on.team).await?.map(|it| it.name).unwrap_or_default();
    if on.standing.own {
        return Ok(said::readers_life_you(team));
    }
    let who = called(reading, &on.life).await?;
    Ok(said::readers_life(team, who))
}

/// Who reads what is written into a cycle: whoever works where its learning is talked of.
pub(crate) fn of_cycle(scale: Scale) -> Say {
    match scale {
        Scale::Team | Scale::Organisation => said::readers_organisation(),
        Scale::Place => said::readers_place(),
        Scale::Country => said::readers_country(),
    }
}

/// Who reads what is written of something that is tried, wherever that is.
pub(crate) async fn of(reading: &mut Reading, on: &ExplorationOn) -> Result<Say, DbError> {
    match (&on.life, &on.cycle) {
        (Some(life), _) => of_life(reading, life).await,
        (None, Some(cycle)) => Ok(of_cycle(cycle.body.scale)),
        (None, None) => Ok(said::readers_country()),
    }
}
