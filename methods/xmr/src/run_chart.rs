//! Anhøj's two tests of a run chart: is a run too long, does the line cross its median too seldom?
//!
//! J. Anhøj, "Diagnostic value of run chart analysis", PLOS ONE 10(3), 2015, e0121349; the limit of runs goes back to M. F.
//! Schilling, "The surprising predictability of long runs", Mathematics Magazine 85, 2012, pages 141 to 149, the limit of
//! crossings to Z. Chen, "A note on the runs test", Model Assisted Statistics and Applications 5, 2010, pages 73 to 77.

use crate::{
    mean::{Tolerance, median},
    signals::{Mark, Rule, Side},
};

/// What the two tests found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Runs {
    /// The points that are not on the median; only these take part.
    pub useful: usize,
    /// The most useful points in a row on one side.
    pub longest: usize,
    /// The longest run that chance allows: round(log2 useful) + 3.
    pub longest_allowed: usize,
    /// How often one useful point and the next lie on different sides.
    pub crossings: usize,
    /// The fewest crossings that chance allows: the 5 % quantile of Binomial(useful - 1, 1/2).
    pub fewest_allowed: usize,
}

impl Runs {
    /// Whether a run is longer than chance allows.
    pub const fn too_long(&self) -> bool {
        self.longest > self.longest_allowed
    }

    /// Whether there are fewer crossings than chance allows.
    pub const fn too_few_crossings(&self) -> bool {
        self.crossings < self.fewest_allowed
    }
}

/// Marks each point of a run that is longer than chance allows as a shift, and counts. The median is that of `base`; none of
/// nothing. A point on the median belongs to no run and ends none.
pub(crate) fn run_chart(values: &[f64], base: &[f64]) -> Option<(f64, Vec<Mark>, Runs)> {
    let middle = median(base)?;
    let tolerance = Tolerance::of(base);
    let side = |value: &f64| Mark { rule: Rule::None, side: Side::of(*value, middle, tolerance) };
    let mut marks: Vec<Mark> = values.iter().map(side).collect();
    let mut useful: Vec<&mut Mark> =
        marks.iter_mut().filter(|mark| mark.side != Side::On).collect();
    let mut runs = Runs {
        useful: useful.len(),
        longest_allowed: longest_allowed(useful.len()),
        fewest_allowed: fewest_crossings(useful.len()),
        ..Runs::default()
    };
    let mut pieces = 0;
    for run in useful.chunk_by_mut(|a, b| a.side == b.side) {
        pieces += 1;
        runs.longest = runs.longest.max(run.len());
        if run.len() > runs.longest_allowed {
            for mark in run {
                mark.rule = Rule::Shift;
            }
        }
    }
    runs.crossings = usize::saturating_sub(pieces, 1);
    Some((middle, marks, runs))
}

/// round(log2 n) + 3 without a logarithm: it rounds up from 2^(k - 1/2) on, that is where n² has reached 2^(2k - 1).
fn longest_allowed(useful: usize) -> usize {
    let square = (useful as u128).pow(2);
    square.checked_ilog2().map_or(0, |log| log.div_ceil(2) as usize + 3)
}

/// The smallest k for which Binomial(n - 1, 1/2) is at most k with a probability of 5 % or more.
///
/// The probabilities are taken relative to the one in the middle, each from its neighbour, until they no longer count: so they
/// neither overflow nor vanish, and a million points take thousands of steps.
fn fewest_crossings(useful: usize) -> usize {
    const VANISHED: f64 = 1e-30;
    let trials = useful.saturating_sub(1);
    let middle = trials / 2;
    let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let mut relative = 1.0;
    let mut upwards = 0.0;
    for k in middle..trials {
        relative *= real(trials - k) / real(k + 1);
        if relative < VANISHED {
            break;
        }
        upwards += relative;
    }
    let mut below = vec![1.0];
    let mut relative = 1.0;
    for k in (1..=middle).rev() {
        relative *= real(k) / real(trials - k + 1);
        if relative < VANISHED {
            break;
        }
        below.push(relative);
    }
    let least = 0.05 * (upwards + below.iter().rev().sum::<f64>());
    let mut so_far = 0.0;
    for (down, weight) in below.iter().enumerate().rev() {
        so_far += weight;
        if so_far >= least {
            return middle - down;
        }
    }
    middle
}

#[cfg(test)]
mod tests {
    use super::{fewest_crossings, longest_allowed};

    #[test]
    fn the_limits_are_those_of_the_published_table() {
        // Useful points, longest run, fewest crossings: Anhøj 2015, table 1, which counts from 10.
        let table =
            [(10, 6, 2), (11, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (60, 9, 23)];
        for (useful, longest, fewest) in table {
            assert_eq!(longest_allowed(useful), longest, "{useful}");
            assert_eq!(fewest_crossings(useful), fewest, "{useful}");
        }
    }

    #[test]
    fn crossings_agree_with_whole_numbers() {
        for useful in 1..=120_usize {
            let trials = u32::try_from(useful - 1).unwrap();
            let mut row = 1_u128;
            let mut so_far = 0_u128;
            let mut exact = None;
            for k in 0..=trials {
                so_far += row;
                // P(X <= k) >= 1/20, that is 20 * so_far >= 2^trials.
                if exact.is_none() && so_far >= (1_u128 << trials).div_ceil(20) {
                    exact = Some(k as usize);
                }
                row = row / u128::from(k + 1) * u128::from(trials - k)
                    + row % u128::from(k + 1) * u128::from(trials - k) / u128::from(k + 1);
            }
            assert_eq!(Some(fewest_crossings(useful)), exact, "{useful}");
        }
    }

    #[test]
    fn very_many_points_neither_overflow_nor_vanish() {
        // Mean 499,999.5, standard deviation 500: the quantile lies 1.645 deviations below.
        let fewest = fewest_crossings(1_000_000);
        assert!((499_176..=499_179).contains(&fewest), "{fewest}");
        assert_eq!((fewest_crossings(0), longest_allowed(0)), (0, 0));
    }
}
