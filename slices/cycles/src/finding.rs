//! Which cycles there are.

use std::collections::HashMap;

use kernel::Id;
use people::{Body, all_bodies};
use platform::{DbError, Tx};

use crate::{Cycle, store};

/// A cycle, as one chooses it from a list.
#[derive(Clone, Debug)]
pub struct CycleLine {
    /// The cycle.
    pub cycle: Id<Cycle>,
    /// The system it learns about.
    pub system: String,
    /// The body that runs it.
    pub body: Body,
}

/// The cycle that a body is in: its newest.
pub async fn cycle_of(tx: &mut Tx, body: &Id<Body>) -> Result<Option<Id<Cycle>>, DbError> {
    store::cycles::newest(tx, body).await
}

/// Every cycle: the largest scale first, then by the body's name, then the newest first.
pub async fn all_cycles(tx: &mut Tx) -> Result<Vec<CycleLine>, DbError> {
    let mut of_body: HashMap<Id<Body>, Vec<(Id<Cycle>, String)>> = HashMap::new();
    for (cycle, body, system) in store::cycles::all(tx).await? {
        of_body.entry(body).or_default().push((cycle, system));
    }
    let mut lines = Vec::new();
    for body in all_bodies(tx).await? {
        let cycles = of_body.remove(&body.id).unwrap_or_default();
        lines.extend(cycles.into_iter().map(|(cycle, system)| CycleLine {
            cycle,
            system,
            body: body.clone(),
        }));
    }
    Ok(lines)
}
