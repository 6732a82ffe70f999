//! What is made keeps its promises.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod journeys;
mod people;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The hash of some bytes, in hexadecimal.
fn hash(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
