//! Two records that were compared, and how alike they are.

/// How alike two records are. Records are named by their place in the list of all records, beginning with 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The record that stands first in the list.
    pub a: u32,
    /// The record that stands later in the list.
    pub b: u32,
    /// The match weight: the logarithm to base 2 of the odds that both are of one person. 0 says nothing either way.
    pub weight: f64,
    /// The records disagree on something on which one person's records cannot: two different NHS numbers, say. An edge that
    /// says so never joins, however high its weight.
    pub mismatch: bool,
}
