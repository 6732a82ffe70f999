//! The small words every slice shares: ids, moments and where they come from.
//! Pure: no IO, no async, no web. Whoever needs the time or a fresh id is given a [`Source`].

mod hex;
mod id;
mod moment;
mod source;

pub use hex::{hex, unhex};
pub use id::Id;
pub use moment::{Moment, SpanOf};
pub use source::{Clock, Entropy, SeededEntropy, SetClock, Source};
