//! How much nearer people stand to their own group than to the next.
//!
//! Source: P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis" (1987).
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: the distances are a square of all points, each with a weight, and groups are below k"
)]

use super::kmeans::square;
use crate::sparse::Pair;

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

    /// The mean over all people of (b - a) / max(a, b): a is the mean distance to the others of the own group, b to those of the nearest
    /// other group. Somebody alone in a group counts 0. A point of weight 3 is three people who stand there. None with fewer than two groups.
    pub(super) fn silhouette(&self, of: &[usize], weights: &[f64], k: usize) -> Option<f64> {
        if k < 2 || self.size == 0 {
            return None;
        }
        let mut people = vec![0.0; k];
        for (group, weight) in of.iter().zip(weights) {
            people[*group] += weight;
        }
        let mut sums = vec![0.0; k];
        let mut total = 0.0;
        for (place, row) in self.rows.chunks_exact(self.size).enumerate() {
            sums.fill(0.0);
            for ((distance, group), weight) in row.iter().zip(of).zip(weights) {
                sums[*group] += weight * distance;
            }
            total += weights[place] * of_one(&sums, &people, of[place]);
        }
        Some(total / weights.iter().sum::<f64>())
    }
}

fn of_one(sums: &[f64], people: &[f64], own: usize) -> f64 {
    if people[own] <= 1.0 {
        return 0.0;
    }
    let near = sums[own] / (people[own] - 1.0);
    let others = (0..sums.len()).filter(|group| *group != own && people[*group] > 0.0);
    let next = others.map(|group| sums[group] / people[group]).fold(f64::INFINITY, f64::min);
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
        let told = distances.silhouette(&[0, 0, 1, 1], &[1.0; 4], 2).unwrap();
        assert!((told - (next - 1.0) / next).abs() < 1e-15, "{told}");
    }

    #[test]
    fn who_stands_alone_counts_nothing() {
        let points = [[0.0, 0.0], [0.0, 1.0], [9.0, 0.0]];
        let distances = Distances::new(&points);
        let two = distances.silhouette(&[0, 0, 1], &[1.0; 3], 2).unwrap();
        assert!(two > 0.5 && two < 2.0 / 3.0, "{two}");
        assert_eq!(distances.silhouette(&[0, 0, 0], &[1.0; 3], 1), None);
    }

    #[test]
    fn three_people_at_one_place_count_three_times() {
        let apart = [[0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 1.0], [9.0, 0.0]];
        let apart = Distances::new(&apart).silhouette(&[0, 0, 0, 0, 1], &[1.0; 5], 2).unwrap();
        let joined = [[0.0, 0.0], [0.0, 1.0], [9.0, 0.0]];
        let joined = Distances::new(&joined).silhouette(&[0, 0, 1], &[3.0, 1.0, 1.0], 2).unwrap();
        assert!((apart - joined).abs() < 1e-15, "{apart} {joined}");
    }
}
