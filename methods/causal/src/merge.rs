//! Two maps made into one: nothing that anybody wrote is lost, and what somebody took away stays away.

mod blend;
mod declared;
mod ids;
mod trio;
mod work;

use crate::{
    graph::{Broken, check},
    model::Map,
};

/// Two maps made into one, and what that took. Look at `changes` before you keep the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Both maps together: what is on the first, in its order, then what only the second has.
    pub map: Map,
    /// What is not as it is on the first map, and what has to be decided.
    pub changes: Vec<Change>,
}

/// Something that is not as it is on the first map, or that has to be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The label of the factor or declared loop; for a link the labels of both its ends; for the map itself its title.
    pub label: String,
    /// What happened to it.
    pub what: What,
}

/// What happened to something in a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Only the second map has it, and now it is on both.
    Added,
    /// One of the maps took it away since their common ancestor, and the other left it as it was: it is gone.
    TakenAway,
    /// One of the maps took it away and the other needs it: its words were changed, or something new leads to it. It is
    /// kept. Decide.
    KeptThoughTakenAway,
    /// The first map did not say, or had it as before; the second map's word is taken.
    Taken {
        /// Which field.
        field: String,
        /// What it holds now.
        now: String,
    },
    /// Both wrote something, and both stand there now, one below the other.
    BothKept {
        /// Which field.
        field: String,
    },
    /// The two maps contradict each other. The first map's word stands, and the second's beside it as an attribute,
    /// `<field> on the other map`. Decide.
    Conflict {
        /// Which field.
        field: String,
        /// What the first map says.
        first: String,
        /// What the second map says.
        second: String,
    },
}

impl Change {
    /// Whether somebody has to decide.
    pub fn is_open(&self) -> bool {
        matches!(self.what, What::KeptThoughTakenAway | What::Conflict { .. })
    }
}

impl Merge {
    /// Merges two maps.
    ///
    /// `base` is the map from which both began, if somebody has it. Only with it can anybody know what was taken away
    /// and who changed what: without it, what is on one map only is kept. Positions stay those of the first map.
    /// [`Pairing::of`](crate::pairing::Pairing::of) says which factors and links are the same.
    ///
    /// # Errors
    /// Where a link on one of them names a factor that is not there.
    pub fn of(base: Option<&Map>, first: &Map, second: &Map) -> Result<Self, Broken> {
        for map in [base, Some(first), Some(second)].into_iter().flatten() {
            check(map)?;
        }
        Ok(work::Work::on(base, first, second).done())
    }

    /// What has to be decided.
    pub fn open(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.is_open())
    }
}
