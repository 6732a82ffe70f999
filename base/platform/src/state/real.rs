//! Where time and ids come from when it is in earnest.

use kernel::{Clock, Entropy, Moment};

/// The real clock.
#[derive(Clone, Copy, Debug)]
pub struct RealClock;

impl Clock for RealClock {
    #[expect(clippy::disallowed_methods, reason = "the one place the clock is read")]
    fn now(&self) -> Moment {
        Moment::from_micros(jiff::Timestamp::now().as_microsecond())
    }
}

/// The operating system's randomness, for ids.
#[derive(Clone, Copy, Debug)]
pub struct RealEntropy;

impl Entropy for RealEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(16) {
            for (to, from) in chunk.iter_mut().zip(crate::secret::random::<16>()) {
                *to = from;
            }
        }
    }
}
