//! Keys that were met before.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use crate::names::Name;

/// The keys of one row of attributes, so that a second value of one is noticed without a look at all before it.
#[derive(Default)]
pub(crate) struct Once(HashSet<Name, RandomState>);

impl Once {
    /// Begins another row.
    pub(crate) fn again(&mut self) {
        self.0.clear();
    }

    /// Whether a key stands in the row for the first time.
    pub(crate) fn first(&mut self, key: Name) -> bool {
        self.0.insert(key)
    }
}
