//! Whether there are groups at all.

use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng as _};

use crate::{
    axes::{self, Axes},
    number::real,
    sparse::Sparse,
};

/// How clearly people fall into groups.
///
/// The steps are those of Kaufman and Rousseeuw, *Finding Groups in Data* (1990), table 4 of chapter 2: up to 0.25 no substantial
/// structure, up to 0.50 weak and perhaps artificial, up to 0.70 reasonable, above that strong. Since k-means finds groups even in votes
/// by the toss of a coin, and few statements leave few places at which to stand, one thing more is needed: the leading direction must be
/// larger than in 99 sets of the same votes, shuffled among those who voted on each statement (Horn, "A rationale and test for the
/// number of factors in factor analysis", 1965). One such set of votes in a hundred passes by chance. Only where opinions differ along
/// a single line is a strong silhouette enough, as people then stand where that one answer puts them.
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
/// Above here it is strong.
const STRONG: f64 = 0.70;
/// How often votes are shuffled.
const SHUFFLES: usize = 99;
/// Where shuffled votes come as near as this part, they come as far: few people often fall into the same pattern again, and only rounding
/// tells the two apart.
const SAME: f64 = 1e-9;
/// What is so much larger than chance can well make it need not be compared with shuffled votes.
const FAR: f64 = 1.1;

pub(crate) fn clarity(matrix: &Sparse, axes: &Axes, silhouette: Option<f64>, seed: u64) -> Clarity {
    let Some(silhouette) = silhouette.filter(|silhouette| *silhouette > NONE) else {
        return Clarity::NoGroups;
    };
    let plain = silhouette > STRONG && axes.directions() < 2;
    let largest = axes.variance[0] * real(matrix.seen.len());
    if !plain && !beyond_chance(matrix, largest, seed) {
        return Clarity::NoGroups;
    }
    if silhouette > WEAK { Clarity::Clear } else { Clarity::Weak }
}

/// Whether the leading direction is larger than where votes on one statement have nothing to do with those on another.
fn beyond_chance(matrix: &Sparse, largest: f64, seed: u64) -> bool {
    // The norm of a matrix of independent entries is about the largest norm of a row and of a column together (Bandeira and van
    // Handel, 2016), which most conversations leave far behind.
    let [row, column] = matrix.norms();
    if largest.sqrt() > FAR * (row + column) {
        return true;
    }
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let reached = largest * (1.0 - SAME);
    (0..SHUFFLES).all(|_| axes::largest(&matrix.shuffled(&mut chance)) < reached)
}
