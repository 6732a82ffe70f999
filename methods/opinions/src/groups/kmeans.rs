//! Weighted k-means in the plane.
//!
//! Sources: S. Lloyd, "Least squares quantization in PCM" (1982); D. Arthur and S. Vassilvitskii, "k-means++: the advantages of
//! careful seeding" (2007); J. A. Hartigan, *Clustering Algorithms* (1975) for moving one point at a time.
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: `of` has a number below `centers.len()` for each point, as `nearest` gives it"
)]

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore as _, SeedableRng as _},
};

use super::nearest::Centers;
use crate::sparse::Pair;

/// Points with their weights.
#[derive(Clone, Copy)]
pub(crate) struct Cloud<'a> {
    pub(crate) points: &'a [Pair],
    pub(crate) weights: &'a [f64],
}

/// Which point belongs where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Partition {
    /// The group of each point.
    pub(crate) of: Vec<usize>,
    /// The weighted mean of each group.
    pub(crate) centers: Vec<Pair>,
    /// The weighted sum of squared distances to the centre of the group.
    pub(crate) inertia: f64,
}

/// How a search is done.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    /// How many groups.
    pub(crate) k: usize,
    /// Where chance begins.
    pub(crate) seed: u64,
    /// From how many starts.
    pub(crate) starts: usize,
    /// Whether points are also moved one at a time, which gets out of places where whole rounds are stuck.
    pub(crate) refine: bool,
}

/// Rounds after which centres hardly move.
const ROUNDS: usize = 100;
/// Inertias that differ by less than this part are the same.
const SAME: f64 = 1e-12;

/// The partition of lowest inertia from several starts; of equal ones the first. `before` is one more start, which has to be truly
/// better to be taken.
pub(crate) fn search(cloud: Cloud<'_>, how: Search, before: Option<&[Pair]>) -> Partition {
    let mut chance = ChaCha8Rng::seed_from_u64(how.seed);
    let mut best: Option<Partition> = None;
    for start in 0..=how.starts {
        let centers = if start < how.starts {
            seeded(cloud, how.k, &mut chance)
        } else if let Some(before) = before.filter(|before| before.len() == how.k) {
            before.to_vec()
        } else {
            break;
        };
        let found = settled(cloud, centers, how.refine);
        if best.as_ref().is_none_or(|best| found.inertia < best.inertia * (1.0 - SAME)) {
            best = Some(found);
        }
    }
    best.unwrap_or_else(|| settled(cloud, vec![[0.0; 2]; how.k.max(1)], false))
}

pub(crate) fn square([ax, ay]: Pair, [bx, by]: Pair) -> f64 {
    (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
}

/// A number from 0 up to 1.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
fn fraction(chance: &mut ChaCha8Rng) -> f64 {
    (chance.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Centres far from one another: each next is a point drawn by weight and squared distance to those already there.
fn seeded(cloud: Cloud<'_>, k: usize, chance: &mut ChaCha8Rng) -> Vec<Pair> {
    let mut centers = Vec::with_capacity(k);
    let mut far: Vec<f64> = cloud.weights.to_vec();
    while centers.len() < k {
        let center = cloud.points[drawn(&far, fraction(chance))];
        let first = centers.is_empty();
        centers.push(center);
        for ((far, point), weight) in far.iter_mut().zip(cloud.points).zip(cloud.weights) {
            let now = weight * square(*point, center);
            *far = if first { now } else { far.min(now) };
        }
    }
    centers
}

/// The place at which the running sum passes this part of the whole.
fn drawn(sizes: &[f64], part: f64) -> usize {
    let mut left = part * sizes.iter().sum::<f64>();
    let mut last = 0;
    for (place, size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0.0) {
        last = place;
        left -= size;
        if left < 0.0 {
            break;
        }
    }
    last
}

fn settled(cloud: Cloud<'_>, centers: Vec<Pair>, refine: bool) -> Partition {
    let k = centers.len();
    let mut partition = Partition { of: vec![0; cloud.points.len()], centers, inertia: 0.0 };
    for round in 0..ROUNDS {
        let near = Centers::new(&partition.centers);
        let mut moved = round == 0;
        for (of, point) in partition.of.iter_mut().zip(cloud.points) {
            let now = near.nearest(*point, *of);
            moved |= now != *of;
            *of = now;
        }
        moved |= fill(cloud, &mut partition);
        if !moved {
            break;
        }
        partition.centers = means(cloud, &partition.of, k);
    }
    if refine {
        super::exchange::exchange(cloud, &mut partition);
    }
    partition.inertia = inertia(cloud, &partition);
    partition
}

/// The partition that somebody else has made.
pub(super) fn described(cloud: Cloud<'_>, of: Vec<usize>, k: usize) -> Partition {
    let centers = means(cloud, &of, k);
    let mut partition = Partition { of, centers, inertia: 0.0 };
    partition.inertia = inertia(cloud, &partition);
    partition
}

fn inertia(cloud: Cloud<'_>, partition: &Partition) -> f64 {
    let weighted = cloud.points.iter().zip(&partition.of).zip(cloud.weights);
    weighted.map(|((at, of), weight)| weight * square(*at, partition.centers[*of])).sum()
}

/// Gives each empty group the point that stands farthest from its centre; of equal ones the first.
fn fill(cloud: Cloud<'_>, partition: &mut Partition) -> bool {
    let mut sizes = vec![0_usize; partition.centers.len()];
    partition.of.iter().for_each(|of| sizes[*of] += 1);
    let mut filled = false;
    for empty in 0..sizes.len() {
        if sizes[empty] > 0 {
            continue;
        }
        let mut farthest = (0.0, None);
        for (place, of) in partition.of.iter().enumerate().filter(|(_, of)| sizes[**of] > 1) {
            let far = square(cloud.points[place], partition.centers[*of]);
            if far > farthest.0 {
                farthest = (far, Some(place));
            }
        }
        let Some(place) = farthest.1 else { return filled };
        sizes[partition.of[place]] -= 1;
        sizes[empty] = 1;
        partition.of[place] = empty;
        partition.centers[empty] = cloud.points[place];
        filled = true;
    }
    filled
}

/// The weighted mean of each group.
pub(super) fn means(cloud: Cloud<'_>, of: &[usize], k: usize) -> Vec<Pair> {
    let mut sums = vec![[0.0; 3]; k];
    for ((of, [x, y]), weight) in of.iter().zip(cloud.points).zip(cloud.weights) {
        let sum = &mut sums[*of];
        *sum = [sum[0] + weight * x, sum[1] + weight * y, sum[2] + weight];
    }
    sums.into_iter()
        .map(|[x, y, weight]| if weight > 0.0 { [x / weight, y / weight] } else { [x, y] })
        .collect()
}
