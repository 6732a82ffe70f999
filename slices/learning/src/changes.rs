//! What changed because of what was learnt, and who is asked: for the first page of those who gave.

use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Reading};

use crate::{
    Ground, Relay,
    store::{self, wording},
    theirs::theirs,
    way::Ways,
};

/// Something changed because of what was learnt.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ChangeLine {
    /// What was passed on.
    #[schema(value_type = String)]
    pub relay: Id<Relay>,
    /// One of these lives gave to it; nothing where the reader named it, and no life is theirs.
    #[schema(value_type = Option<String>)]
    pub life: Option<Id<Life>>,
    /// What had been learnt.
    pub statement: String,
    /// Who changed something.
    pub who: String,
    /// How it was done before.
    pub was: String,
    /// How it is done now.
    pub now: String,
    /// When.
    pub at: Moment,
}

/// The most changes a first page tells of.
const TOLD: usize = 5;

/// What changed because of what was learnt with these lives, which the look must name, or of what
/// the actor named: newest first.
pub async fn changes_for(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<ChangeLine>, DbError> {
    let theirs = theirs(reading, lives).await?;
    let mut patterns = store::pattern::named_by_actor(reading).await?;
    patterns.extend(theirs.iter().map(|it| it.ground.pattern));
    patterns.sort_unstable();
    patterns.dedup();
    if patterns.is_empty() {
        return Ok(Vec::new());
    }
    let ways = Ways::of(reading, &patterns).await?;
    let wordings: Vec<_> = ways.relays.iter().map(|it| it.wording).collect();
    let worded = wording::passed(reading, &wordings).await?;
    let mut changes: Vec<ChangeLine> = Vec::new();
    for pattern in &patterns {
        let life = theirs.iter().find(|it| it.ground.pattern == *pattern).map(|it| it.life);
        changes.extend(ways.changed(pattern).map(|(relay, given)| {
            ChangeLine {
                relay: relay.relay,
                life,
                statement: worded
                    .iter()
                    .find(|it| it.id == relay.wording)
                    .map(|it| it.body.clone())
                    .unwrap_or_default(),
                who: ways.body(&relay.to).name,
                was: given.was.clone().unwrap_or_default(),
                now: given.now.clone().unwrap_or_default(),
                at: given.at,
            }
        }));
    }
    changes.sort_by_key(|it| std::cmp::Reverse(it.at));
    changes.truncate(TOLD);
    Ok(changes)
}

/// What somebody is asked, of their own life or one they are beside: which lives have a question
/// waiting for the person.
pub async fn asked_of(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<(Id<Life>, Id<Ground>)>, DbError> {
    let theirs = theirs(reading, lives).await?;
    let asked = theirs.iter().filter(|it| it.asked().is_some());
    Ok(asked.map(|it| (it.life, it.ground.ground)).collect())
}
