//! The nearest of many centres.
#![expect(
    clippy::indexing_slicing,
    reason = "inner loop: places are below the number of centres, as they come from counting them"
)]

use super::kmeans::square;
use crate::sparse::Pair;

/// So few centres are looked at one by one.
const FEW: usize = 8;

/// Centres from left to right, so that a search ends where all that follow are too far to the side.
pub(super) struct Centers<'a> {
    centers: &'a [Pair],
    /// Where each stands, and its place in `centers`.
    across: Vec<(f64, usize)>,
}

impl<'a> Centers<'a> {
    pub(super) fn new(centers: &'a [Pair]) -> Self {
        let mut across: Vec<(f64, usize)> = if centers.len() > FEW {
            centers.iter().map(|at| at[0]).zip(0..).collect()
        } else {
            Vec::new()
        };
        across.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        Self { centers, across }
    }

    /// The nearest centre; of equal ones the first. `guess` is the one it was before.
    pub(super) fn nearest(&self, point: Pair, guess: usize) -> usize {
        let mut best = (square(point, self.centers[guess]), guess);
        let mut consider = |place: usize| {
            let far = square(point, self.centers[place]);
            if far < best.0 || far <= best.0 && place < best.1 {
                best = (far, place);
            }
            best.0
        };
        if self.across.is_empty() {
            for place in 0..self.centers.len() {
                consider(place);
            }
            return best.1;
        }
        let middle = self.across.partition_point(|(x, _)| *x < point[0]);
        let mut bound = consider(guess);
        let (left, right) = self.across.split_at(middle);
        for (x, place) in right {
            if (x - point[0]) * (x - point[0]) > bound {
                break;
            }
            bound = consider(*place);
        }
        for (x, place) in left.iter().rev() {
            if (x - point[0]) * (x - point[0]) > bound {
                break;
            }
            bound = consider(*place);
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::{Centers, square};

    proptest! {
        #[test]
        fn it_is_the_nearest_of_all(
            centers in vec([-9..9_i8, -9..9_i8], 1..40), point in [-9..9_i8, -9..9_i8], guess: proptest::sample::Index,
        ) {
            let centers: Vec<_> = centers.into_iter().map(|at| at.map(f64::from)).collect();
            let point = point.map(f64::from);
            let far = |at: &usize| square(point, centers[*at]);
            let first = (0..centers.len()).min_by(|a, b| far(a).total_cmp(&far(b)).then(a.cmp(b)));
            let found = Centers::new(&centers).nearest(point, guess.index(centers.len()));
            prop_assert_eq!(Some(found), first);
        }
    }
}
