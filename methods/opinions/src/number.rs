//! Counts as real numbers.

/// A count as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of people and statements are far below 2^53"
)]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}
