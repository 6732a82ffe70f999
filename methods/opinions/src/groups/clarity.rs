//! Whether there are groups at all.

use rand_xoshiro::{Xoshiro256PlusPlus, rand_core::SeedableRng as _};

use super::{
    kmeans::{self, Cloud, Search, fraction},
    silhouette::Distances,
};
use crate::{number::real, sparse::Pair};

/// How clearly people fall into groups.
///
/// The steps are those of Kaufman and Rousseeuw, *Finding Groups in Data* (1990), table 4 of chapter 2: up to 0.25 no substantial
/// structure, up to 0.50 weak and perhaps artificial, above that reasonable. Since k-means finds "weak" groups even in one round
/// cloud, a silhouette of up to 0.50 must also be larger than those of 19 clouds without groups, as wide and high as this one and
/// grouped in the same way; one such set in twenty passes by chance (Hope, "A simplified Monte Carlo significance test procedure", 1968).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clarity {
    /// There are no groups to speak of.
    #[default]
    NoGroups,
    /// There are groups, with many people between them.
    Weak,
    /// There are groups.
    Clear,
}

/// Up to here there is no substantial structure.
const NONE: f64 = 0.25;
/// Up to here it is weak.
const WEAK: f64 = 0.50;
/// Clouds to compare with.
const CLOUDS: usize = 19;
/// Starts for each of them.
const STARTS: usize = 3;

pub(super) fn clarity(
    cloud: Cloud<'_>,
    silhouette: Option<f64>,
    numbers: &[usize],
    seed: u64,
) -> Clarity {
    match silhouette {
        Some(silhouette) if silhouette > WEAK => Clarity::Clear,
        Some(silhouette) if silhouette > NONE && silhouette > by_chance(cloud, numbers, seed) => {
            Clarity::Weak
        }
        Some(_) | None => Clarity::NoGroups,
    }
}

/// The largest silhouette of clouds without groups.
fn by_chance(cloud: Cloud<'_>, numbers: &[usize], seed: u64) -> f64 {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(!seed);
    let [wide, high] = spread(cloud);
    let weights = vec![1.0; cloud.points.len()];
    let mut largest = -1.0_f64;
    for _ in 0..CLOUDS {
        let mut points: Vec<Pair> =
            weights.iter().map(|_| [wide * bell(&mut chance), high * bell(&mut chance)]).collect();
        points.sort_by(|a, b| super::base::across(*a, *b));
        let distances = Distances::new(&points);
        for &k in numbers {
            let search = Search { k, seed, starts: STARTS, refine: false };
            let found = kmeans::search(Cloud { points: &points, weights: &weights }, search, None);
            largest = largest.max(distances.silhouette(&found.of, k).unwrap_or(-1.0));
        }
    }
    largest
}

/// How wide and how high it is: the weighted standard deviations.
fn spread(cloud: Cloud<'_>) -> Pair {
    let weighted = || cloud.points.iter().zip(cloud.weights);
    let whole: f64 = cloud.weights.iter().sum();
    let along = |value: fn(&Pair) -> f64| {
        let mean = weighted().map(|(point, weight)| weight * value(point)).sum::<f64>() / whole;
        let squares = weighted().map(|(point, weight)| weight * (value(point) - mean).powi(2));
        (squares.sum::<f64>() / whole).sqrt()
    };
    [along(|[x, _]| *x), along(|[_, y]| *y)]
}

/// A number from a bell curve with a deviation of 1: twelve even ones summed, which every machine does alike.
fn bell(chance: &mut Xoshiro256PlusPlus) -> f64 {
    (0..12).map(|_| fraction(chance)).sum::<f64>() - real(6)
}
