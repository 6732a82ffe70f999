//! How much time and memory a run may take.

/// Bounds of a run. Together with the number of records they bound its time and its memory, whatever the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How many pairs one blocking rule may make for each record, on average. A rule that would make more leaves its largest
    /// blocks out, and a note says so.
    pub pairs_a_record: u32,
    /// How many pairs a rule may make in any case: this lets small files be compared thoroughly.
    pub pairs_at_least: u64,
    /// How many pairs are kept at most: those that reach the threshold for attention.
    pub edges_at_most: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { pairs_a_record: 4, pairs_at_least: 2_000_000, edges_at_most: 100_000_000 }
    }
}

impl Settings {
    pub(crate) fn pairs_a_rule(&self, records: usize) -> u64 {
        (u64::from(self.pairs_a_record) * records as u64).max(self.pairs_at_least)
    }
}
