//! Logs in every encoding, as they come from outside: read, asked, written, and broken.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a test stops at what it did not expect"
)]

mod answers;
mod databases;
mod encodings;
mod hostile;
mod mapping;
mod merging;
mod roundtrip;
mod samples;
