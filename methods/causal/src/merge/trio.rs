//! The same thing on the common ancestor and on both maps.

use crate::pairing::turned;

/// Something as it stands on each map, with its place there.
#[derive(Debug)]
pub(super) struct Trio<'m, T> {
    pub(super) base: Option<&'m T>,
    pub(super) first: Option<(usize, &'m T)>,
    pub(super) second: Option<(usize, &'m T)>,
}

impl<T> Clone for Trio<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Trio<'_, T> {}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    /// One map took it away, the other left it as it was.
    Gone,
    /// One map took it away, the other changed it.
    Disputed,
}

impl<'m, T> Trio<'m, T> {
    pub(super) fn fate(&self, alike: impl Fn(&T, &T) -> bool) -> Fate {
        let ((Some((_, left)), None) | (None, Some((_, left)))) = (self.first, self.second) else {
            return Fate::Stays;
        };
        match self.base {
            None => Fate::Stays,
            Some(base) if alike(base, left) => Fate::Gone,
            Some(_) => Fate::Disputed,
        }
    }

    /// As it stands on the first map, or else on the second.
    pub(super) fn any(&self) -> Option<&'m T> {
        self.first.or(self.second).map(|(_, thing)| thing)
    }
}

/// How things of the ancestor, and of the first map, are paired with others.
#[derive(Clone, Copy)]
pub(super) struct Pairs<'p> {
    pub(super) base_to_first: &'p [Option<usize>],
    pub(super) base_to_second: &'p [Option<usize>],
    pub(super) first_to_second: &'p [Option<usize>],
}

/// All things of the first map in their order, then those that only the second has.
pub(super) fn trios<'m, T>(
    base: &'m [T],
    first: &'m [T],
    second: &'m [T],
    pairs: Pairs<'_>,
) -> Vec<Trio<'m, T>> {
    let of_first = turned(pairs.base_to_first, first.len());
    let of_second = turned(pairs.base_to_second, second.len());
    let at = |origin: &[Option<usize>], place: usize| {
        origin.get(place).copied().flatten().and_then(|place| base.get(place))
    };
    let both = first.iter().zip(pairs.first_to_second).enumerate().map(|(place, (thing, pair))| {
        let other = pair.and_then(|pair| Some((pair, second.get(pair)?)));
        let ancestor = at(&of_first, place).or(pair.and_then(|pair| at(&of_second, pair)));
        Trio { base: ancestor, first: Some((place, thing)), second: other }
    });
    let paired = turned(pairs.first_to_second, second.len());
    let alone = second.iter().enumerate().zip(paired).filter(|(_, paired)| paired.is_none());
    let alone = alone.map(|((place, thing), _)| Trio {
        base: at(&of_second, place),
        first: None,
        second: Some((place, thing)),
    });
    both.chain(alone).collect()
}
