//! What was found between two records.

/// Two records and how strongly they speak for one person.
///
/// `a` and `b` are places in [`crate::Records`], and `a` is smaller than `b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The record that was read first.
    pub a: u32,
    /// The record that was read later.
    pub b: u32,
    /// The match weight: the binary logarithm of the odds that both are one person, prior included. 0 is as likely as not.
    pub weight: f64,
    /// The records say something that cannot be true of one person, such as two NHS numbers that have nothing in common.
    pub mismatch: bool,
}
