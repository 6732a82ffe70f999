//! What waits for those who work in a cycle, for their first page.

use std::collections::HashSet;

use cycles::Cycle;
use kernel::Id;
use platform::{DbError, Reading};

use crate::store::waiting;

/// Of these cycles, those to which something was passed on that nobody has said anything to yet. It says
/// that something waits, and not how much or for how long.
pub async fn waits_in(
    reading: &mut Reading,
    cycles: &[Id<Cycle>],
) -> Result<HashSet<Id<Cycle>>, DbError> {
    if cycles.is_empty() {
        return Ok(HashSet::new());
    }
    Ok(waiting::unanswered(reading, cycles).await?.into_iter().collect())
}
