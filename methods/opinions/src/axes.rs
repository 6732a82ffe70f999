//! The first two principal components of who voted how.

mod jacobi;
mod krylov;

use crate::{
    number::real,
    sparse::{Pair, Sparse},
};

/// The two directions along which opinions differ most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axes {
    /// The mean vote on each statement, +1 agree; 0 where it is kept out or nobody voted. In the order of the statements.
    pub mean: Vec<f64>,
    /// How much each statement weighs in the first and the second direction. Each direction has length 1, or is all 0 where opinions do
    /// not differ that way. The loading that is largest in size is positive; of several, that of the first statement.
    pub loadings: Vec<[f64; 2]>,
    /// The variance along the two directions and along a third: sums of squares over the number of participants. The third tells how much
    /// the picture leaves out of the next best.
    pub variance: [f64; 3],
    /// Whether the second direction matters as much as a third or the first, so that another could stand in its place.
    pub alike: bool,
}

/// What is less than this part of the largest variance is nothing but rounding.
const NOTHING: f64 = 1e-12;
/// Variances that differ by less than this part of the largest are alike.
const ALIKE: f64 = 1e-9;

/// Finds the directions. `before` are those of an earlier state, from which the search may start.
pub(crate) fn axes(matrix: &Sparse, before: Option<&[Pair]>) -> Axes {
    let found = krylov::leading(matrix, before);
    let [first, second, third] = found.values;
    let directions = if first <= f64::MIN_POSITIVE {
        0
    } else if second <= first * NOTHING {
        1
    } else {
        2
    };
    let people = real(matrix.seen.len()).max(1.0);
    let size = |place: usize, value: f64| if place < directions { value / people } else { 0.0 };
    Axes {
        mean: matrix.mean.clone(),
        loadings: oriented(found.vectors, directions),
        variance: [size(0, first), size(1, second), size(1, third)],
        alike: directions == 2 && (first - second).min(second - third) <= first * ALIKE,
    }
}

/// The sum of squares along the leading direction, to a part in a thousand or so.
pub(crate) fn largest(matrix: &Sparse) -> f64 {
    krylov::largest(matrix)
}

impl Axes {
    /// Along how many directions opinions differ: 0, 1, or 2 for two or more.
    pub fn directions(&self) -> usize {
        self.variance.iter().take(2).filter(|variance| **variance > 0.0).count()
    }
}

/// Turns each direction so that its largest loading is positive, and empties those that are only rounding.
fn oriented(mut loadings: Vec<Pair>, directions: usize) -> Vec<Pair> {
    for place in 0..2 {
        let size = |pair: &Pair| pair.get(place).map_or(0.0, |loading| loading.abs());
        let largest = loadings.iter().map(size).fold(0.0, f64::max);
        let leader = loadings.iter().find(|pair| size(pair) >= largest * (1.0 - 1e-6));
        let leader = leader.and_then(|pair| pair.get(place)).copied().unwrap_or_default();
        let turn = if place >= directions { 0.0 } else { leader.signum() };
        let all = loadings.iter_mut().filter_map(|pair| pair.get_mut(place));
        // Adding 0 makes a negative zero a plain one.
        all.for_each(|loading| *loading = *loading * turn + 0.0);
    }
    loadings
}
