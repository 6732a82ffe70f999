//! Chance that comes from a seed, the same on every machine.

/// `SplitMix64`: Steele, G. L., Lea, D. and Flood, C. H. (2014), "Fast splittable pseudorandom number generators", OOPSLA.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Puts a list into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let span = last as u64 + 1;
            let chosen = (u128::from(self.next()) * u128::from(span)) >> 64;
            list.swap(last, usize::try_from(chosen).unwrap_or(last));
        }
    }
}
