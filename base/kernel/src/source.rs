use std::{
    fmt,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use crate::{Id, Moment};

/// Tells the time.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// Gives bytes that nobody can guess (or, in a seeded world, that are always the same).
pub trait Entropy: fmt::Debug + Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// Where moments and ids come from. It lives in the state, so that a test or a seed owns both.
#[derive(Clone, Debug)]
pub struct Source {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    last: Arc<AtomicI64>,
}

impl Source {
    /// Joins a clock and a source of bytes.
    pub fn new(clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { clock, entropy, last: Arc::new(AtomicI64::new(0)) }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Fresh bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// A fresh id: `UUIDv7` (RFC 9562, section 5.7) with twelve bits of the microsecond in `rand_a`,
    /// never going back within this process, so that ids sort by the order of their making.
    pub fn id<T: ?Sized>(&self) -> Id<T> {
        let now = self.now().micros().max(0);
        let before = self.last.fetch_max(now, Ordering::Relaxed);
        let micros = if before < now { now } else { self.last.fetch_add(1, Ordering::Relaxed) + 1 };
        let (millis, rest) = (micros / 1000, micros % 1000);
        let mut bytes: [u8; 16] = self.bytes();
        let stamp = millis.to_be_bytes();
        let part = u16::try_from(rest * 4096 / 1000).unwrap_or_default().to_be_bytes();
        for (to, from) in bytes.iter_mut().zip(stamp.iter().skip(2).chain(part.iter())) {
            *to = *from;
        }
        let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
        *version = *version & 0x0f | 0x70;
        *variant = *variant & 0x3f | 0x80;
        Id::from_bytes(bytes)
    }
}

/// A clock that is set by hand: for tests and for the demo's seed.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at `moment`.
    pub fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.micros()))
    }

    /// Moves the clock to `moment`.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.micros(), Ordering::Relaxed);
    }

    /// Moves the clock on by this many microseconds.
    pub fn pass(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.0.load(Ordering::Relaxed))
    }
}

/// Bytes that follow from a seed (`SplitMix64`, Steele, Lea and Flood 2014). Never for secrets.
#[derive(Debug)]
pub struct SeededEntropy(Mutex<u64>);

impl SeededEntropy {
    /// The sequence that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// The next number of the sequence.
    pub fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            for (to, from) in chunk.iter_mut().zip(self.next().to_le_bytes()) {
                *to = from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seeded() -> Source {
        let noon = Moment::parse("2026-01-01T12:00:00Z").unwrap();
        Source::new(Arc::new(SetClock::at(noon)), Arc::new(SeededEntropy::new(7)))
    }

    #[test]
    fn ids_sort_by_the_order_of_their_making_even_when_the_clock_stands_still() {
        let source = seeded();
        let made: Vec<Id<u8>> = (0..2000).map(|_| source.id()).collect();
        assert!(made.is_sorted_by(|a, b| a.as_bytes()[..8] <= b.as_bytes()[..8]));
    }

    #[test]
    fn the_same_seed_makes_the_same_ids() {
        assert_eq!(seeded().id::<u8>(), seeded().id::<u8>());
    }

    #[test]
    fn an_id_says_its_version_and_its_time() {
        let id = seeded().id::<u8>().to_string();
        assert_eq!((&id[..12], &id[12..13]), ("019b796dd600", "7"), "{id}");
    }

    #[test]
    fn splitmix_gives_its_published_numbers() {
        // Reference sequence for seed 1234567, as published with the algorithm (Vigna, 2015).
        let seeded = SeededEntropy::new(1_234_567);
        assert_eq!(seeded.next(), 6_457_827_717_110_365_317);
        assert_eq!(seeded.next(), 3_203_168_211_198_807_973);
    }
}
