//! Moving one point at a time from one group to another, as long as that lowers the inertia.
//!
//! Source: J. A. Hartigan and M. A. Wong, "Algorithm AS 136" (1979).
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: `of` has a number below `centers.len()` for each point, as k-means leaves it"
)]

use super::kmeans::{Cloud, Partition, means, square};
use crate::sparse::Pair;

/// Rounds after which there is nothing left to gain.
const ROUNDS: usize = 50;
/// A gain smaller than this part of what it costs is rounding.
const GAIN: f64 = 1e-10;

pub(super) fn exchange(cloud: Cloud<'_>, partition: &mut Partition) {
    let k = partition.centers.len();
    let mut sizes = vec![0.0; k];
    let mut members = vec![0_usize; k];
    for (of, weight) in partition.of.iter().zip(cloud.weights) {
        sizes[*of] += weight;
        members[*of] += 1;
    }
    for _ in 0..ROUNDS {
        let mut moved = false;
        for place in 0..cloud.points.len() {
            let from = partition.of[place];
            if members[from] < 2 {
                continue;
            }
            let (at, weight) = (cloud.points[place], cloud.weights[place]);
            let Some(to) = better(at, weight, from, (&partition.centers, &sizes)) else { continue };
            partition.centers[from] =
                shifted((partition.centers[from], sizes[from]), (at, -weight));
            partition.centers[to] = shifted((partition.centers[to], sizes[to]), (at, weight));
            sizes[from] -= weight;
            sizes[to] += weight;
            members[from] -= 1;
            members[to] += 1;
            partition.of[place] = to;
            moved = true;
        }
        if !moved {
            break;
        }
    }
    partition.centers = means(cloud, &partition.of, k);
}

/// The group in which a point would cost least, where that is less than it costs now.
fn better(
    at: Pair,
    weight: f64,
    from: usize,
    (centers, sizes): (&[Pair], &[f64]),
) -> Option<usize> {
    let left = sizes[from] - weight;
    if left <= 0.0 {
        return None;
    }
    let now = square(at, centers[from]) * sizes[from] / left;
    let mut best = (now * (1.0 - GAIN), None);
    for to in (0..centers.len()).filter(|to| *to != from) {
        let there = square(at, centers[to]) * sizes[to] / (sizes[to] + weight);
        if there < best.0 {
            best = (there, Some(to));
        }
    }
    best.1
}

/// A centre when a point joins it, or leaves it where the weight is negative.
fn shifted(([x, y], size): (Pair, f64), ([at_x, at_y], weight): (Pair, f64)) -> Pair {
    let part = weight / (size + weight);
    [x + part * (at_x - x), y + part * (at_y - y)]
}
