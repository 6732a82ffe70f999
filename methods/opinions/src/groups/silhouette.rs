//! How much nearer people stand to their own group than to the next.
//!
//! Source: P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis" (1987).
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: the distances are a square of all points, and groups are below k"
)]

use super::kmeans::square;
use crate::{number::real, sparse::Pair};

/// The distance between each two points, row by row.
pub(super) struct Distances {
    rows: Vec<f64>,
    size: usize,
}

impl Distances {
    pub(super) fn new(points: &[Pair]) -> Self {
        let rows = points.iter().flat_map(|a| points.iter().map(|b| square(*a, *b).sqrt()));
        Self { rows: rows.collect(), size: points.len() }
    }

    /// The mean over all points of (b - a) / max(a, b): a is the mean distance to the others of the own group, b to those of the nearest
    /// other group. A point alone in its group counts 0. None with fewer than two groups.
    pub(super) fn silhouette(&self, of: &[usize], k: usize) -> Option<f64> {
        if k < 2 || self.size == 0 {
            return None;
        }
        let mut members = vec![0_usize; k];
        for group in of {
            members[*group] += 1;
        }
        let mut sums = vec![0.0; k];
        let total: f64 = self
            .rows
            .chunks_exact(self.size)
            .zip(of)
            .map(|(row, own)| {
                sums.fill(0.0);
                row.iter().zip(of).for_each(|(distance, group)| sums[*group] += distance);
                of_one(&sums, &members, *own)
            })
            .sum();
        Some(total / real(self.size))
    }
}

fn of_one(sums: &[f64], members: &[usize], own: usize) -> f64 {
    if members[own] < 2 {
        return 0.0;
    }
    let near = sums[own] / real(members[own] - 1);
    let others = (0..sums.len()).filter(|group| *group != own && members[*group] > 0);
    let next = others.map(|group| sums[group] / real(members[group])).fold(f64::INFINITY, f64::min);
    let most = near.max(next);
    if most > 0.0 && most.is_finite() { (next - near) / most } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::Distances;

    #[test]
    fn two_pairs_far_apart_are_nearly_one() {
        let points = [[0.0, 0.0], [0.0, 1.0], [9.0, 0.0], [9.0, 1.0]];
        let distances = Distances::new(&points);
        let apart = 82.0_f64.sqrt();
        let next = f64::midpoint(9.0, apart);
        let told = distances.silhouette(&[0, 0, 1, 1], 2).unwrap();
        assert!((told - (next - 1.0) / next).abs() < 1e-15, "{told}");
    }

    #[test]
    fn who_stands_alone_counts_nothing() {
        let points = [[0.0, 0.0], [0.0, 1.0], [9.0, 0.0]];
        let distances = Distances::new(&points);
        let two = distances.silhouette(&[0, 0, 1], 2).unwrap();
        assert!(two > 0.5 && two < 2.0 / 3.0, "{two}");
        assert_eq!(distances.silhouette(&[0, 0, 0], 1), None);
    }
}
