//! Where people and statements stand on the picture.

use crate::{
    axes::Axes,
    number::real,
    sparse::{Pair, Sparse},
};

/// Where everybody stands: the sum over the statements that somebody voted on of (vote less mean) times loading, drawn out by
/// the root of (statements / votes), so that who voted on little does not stand in the middle for that alone.
///
/// Source: Small, Bjorkegren, Erkkilä, Shaw and Megill, "Polis: Scaling
/// Deliberation by Mapping High Dimensional Opinion Spaces" (2021), and the formulas of the Polis server.
pub(crate) fn people(matrix: &Sparse, axes: &Axes) -> Vec<Pair> {
    let all = real(matrix.width);
    let drawn = |([x, y], seen): (Pair, &usize)| {
        let out = (all / real(*seen).max(1.0)).sqrt();
        [x * out + 0.0, y * out + 0.0]
    };
    matrix.times(&axes.loadings).into_iter().zip(&matrix.seen).map(drawn).collect()
}

/// Where a statement stands: where somebody would who agreed with it and voted on nothing else.
pub(crate) fn statements(axes: &Axes) -> Vec<Pair> {
    let out = real(axes.mean.len()).sqrt();
    let stand = |(mean, [x, y]): (&f64, &Pair)| {
        let along = out * (1.0 - mean);
        [along * x, along * y]
    };
    axes.mean.iter().zip(&axes.loadings).map(stand).collect()
}

/// How far out a statement stands.
pub(crate) fn extremity([x, y]: Pair) -> f64 {
    x.hypot(y)
}
