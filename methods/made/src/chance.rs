//! Chance that a seed decides: `ChaCha8` (D. J. Bernstein, "`ChaCha`, a variant of `Salsa20`", 2008), whole numbers only.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore as _, SeedableRng as _},
};

/// What is being drawn. Each has draws of its own, so that one more draw here moves nothing there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Of {
    Given,
    Surnames,
    Numbers,
    Owners,
    Person,
    Street,
    Record,
    Case,
}

/// A sequence of draws.
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    /// The draws for one thing: the key is the seed, what it is, and which of them.
    pub(crate) fn new(seed: u64, of: Of, which: u64) -> Self {
        let of: u64 = match of {
            Of::Given => 1,
            Of::Surnames => 2,
            Of::Numbers => 3,
            Of::Owners => 4,
            Of::Person => 5,
            Of::Street => 6,
            Of::Record => 7,
            Of::Case => 8,
        };
        let mut key = [0; 32];
        let parts = [seed, of, which].map(u64::to_le_bytes);
        for (place, byte) in key.iter_mut().zip(parts.as_flattened()) {
            *place = *byte;
        }
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number from 0 up to and without `end` (0 for an `end` of 0). Each is as likely to within one in 2^32.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.0.next_u64()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `least` to `most`, both possible.
    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        let wide = u64::from(most.saturating_sub(least)) + 1;
        least + u32::try_from(self.below(wide)).unwrap_or(0)
    }

    /// A place in something of this length.
    pub(crate) fn place(&mut self, length: usize) -> usize {
        let end = u64::try_from(length).unwrap_or(u64::MAX);
        usize::try_from(self.below(end)).unwrap_or(0)
    }

    /// Whether something happens that happens so often in a thousand.
    pub(crate) fn in_thousand(&mut self, often: u64) -> bool {
        self.below(1000) < often
    }

    /// One of them; nothing is picked from nothing.
    pub(crate) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let place = self.place(from.len());
        from.get(place).copied().unwrap_or_default()
    }

    /// Puts them into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let other = self.place(last + 1);
            all.swap(last, other);
        }
    }
}
