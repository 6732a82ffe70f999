//! Mental Modeler, fuzzy cognitive maps: the square matrix of weights, and the project.

pub(crate) mod matrix;
pub(crate) mod project;

use causal::{Link, Sign};

/// The sign of a weight.
pub(crate) fn sign(weight: f64) -> Sign {
    if weight > 0.0 {
        Sign::Positive
    } else if weight < 0.0 {
        Sign::Negative
    } else {
        Sign::Unknown
    }
}

/// The weight of a link whose sign has the last word: that many, or one. An unknown sign counts as positive, and the second is
/// true.
pub(crate) fn weight(link: &Link) -> (f64, bool) {
    let size = link.weight.map_or(1.0, f64::abs);
    match link.sign {
        Sign::Positive => (size, false),
        Sign::Negative => (-size, false),
        Sign::Unknown => (link.weight.unwrap_or(1.0), link.weight.is_none()),
    }
}
