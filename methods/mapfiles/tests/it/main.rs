//! The files of others, as they are met: read, written, read again, broken and hostile.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at what it did not expect"
)]
#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "files of tests are small, and made once"
)]

mod broken;
mod coding;
mod hostile;
mod kumu;
mod made;
mod others;
mod prsm;
mod round_trip;
mod samples;
mod survives;
