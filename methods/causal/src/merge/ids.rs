//! Ids that no two things share.

use std::collections::BTreeSet;

/// Ids that are taken.
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    pub(super) fn of<'a>(taken: impl Iterator<Item = &'a str>) -> Self {
        Self(taken.map(str::to_owned).collect())
    }

    /// This id, or one like it that is free.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let others = (2_u64..).map(|number| format!("{wanted}-{number}"));
        let mut free = std::iter::once(wanted.to_owned()).chain(others);
        let id = free.find(|id| !self.0.contains(id)).unwrap_or_default();
        self.0.insert(id.clone());
        id
    }
}
