//! Sums that do not drift, and what counts as the same number.

use std::cmp::Ordering;

/// The sum, with what each step loses carried along, exactly: D. E. Knuth, "The Art of Computer Programming", volume 2, section
/// 4.2.2, theorem B, in the cascade of T. Ogita, S. M. Rump and S. Oishi, "Accurate sum and dot product", SIAM Journal on Scientific
/// Computing 26, 2005, pages 1955 to 1988.
#[inline]
pub(crate) fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = sum + value;
        let added = next - sum;
        lost += (sum - (next - added)) + (value - added);
        sum = next;
    }
    sum + lost
}

/// The mean, never outside what it is the mean of: twenty times 0.1 have the mean 0.1. None of nothing.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut count = 0_u32;
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    let total = sum(values.inspect(|value| {
        count = count.saturating_add(1);
        least = if *value < least { *value } else { least };
        most = if *value > most { *value } else { most };
    }));
    (count > 0).then(|| (total / f64::from(count)).max(least).min(most))
}

/// The middle value, or the mean of the two in the middle. None of nothing.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some((lower + (upper - lower) / 2.0).clamp(lower, upper))
}

/// Sixteen steps of a double: about fifteen significant digits.
const STEPS: f64 = 16.0 * f64::EPSILON;

/// What may lie between two numbers that are the same but for rounding.
///
/// Values come as decimals, and hardly any decimal is a double, so a mean or a limit that ought to meet a value may miss it by a
/// few steps. A difference counts only when it exceeds sixteen steps of the larger of the two numbers, and for numbers that were
/// computed also sixteen steps of the mean size of what they were computed from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tolerance {
    least: f64,
}

impl Tolerance {
    /// For two values as they were given.
    pub(crate) const GIVEN: Self = Self { least: 0.0 };

    /// For a value beside something computed from these.
    pub(crate) fn of(values: &[f64]) -> Self {
        let size = mean(values.iter().map(|value| value.abs())).unwrap_or(0.0);
        Self { least: size * STEPS }
    }

    /// Whether the first is more than the second, and not by rounding alone.
    pub(crate) fn more(self, a: f64, b: f64) -> bool {
        a - b > self.least.max(STEPS * a.abs().max(b.abs()))
    }

    /// Which of two is more, and not by rounding alone.
    pub(crate) fn order(self, a: f64, b: f64) -> Ordering {
        let apart = a - b;
        let same = self.least.max(STEPS * a.abs().max(b.abs()));
        (apart > same).cmp(&(-apart > same))
    }

    /// How far apart two values are: nothing, when by rounding alone.
    pub(crate) fn apart(self, a: f64, b: f64) -> f64 {
        if self.order(a, b).is_eq() { 0.0 } else { (a - b).abs() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tolerance, mean, median};

    #[test]
    fn the_mean_of_equal_values_is_that_value() {
        for value in [0.1, 1.1, 0.3, 1e-300, 1e200, -7.7, 0.0] {
            for times in [1, 2, 3, 7, 20, 1_000] {
                assert_eq!(mean(std::iter::repeat_n(value, times)), Some(value), "{value} {times}");
            }
        }
        assert_eq!(mean(std::iter::empty()), None);
    }

    #[test]
    fn small_values_are_not_lost_beside_large_ones() {
        assert_eq!(mean([1e100, 1.0, -1e100, 1.0].into_iter()), Some(0.5));
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[1e200, -1e200, 0.1]), Some(0.1));
    }

    #[test]
    fn rounding_is_no_difference_and_the_fifteenth_digit_nearly_is() {
        let tolerance = Tolerance::GIVEN;
        assert!(!tolerance.more(0.1 + 0.2, 0.3));
        assert!(tolerance.more(0.300_000_000_000_1, 0.3));
        assert!(!Tolerance::of(&[0.1, 0.2, -0.3]).more(2.8e-17, 0.0));
        assert!(tolerance.more(2.8e-17, 0.0));
    }
}
