//! Gzip, unpacked no further than a file may be large.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use crate::unreadable::{Unreadable, Why};

/// The most bytes that may come out of a packed file.
pub const MOST: u64 = 1 << 30;
/// The most bytes that may come out of each packed byte, beyond the first MiB: logs pack to a tenth or a fiftieth, bombs to a thousandth.
pub const MOST_A_BYTE: u64 = 300;

/// What is in a gzip file, which may have several members.
///
/// # Errors
/// [`Why::Broken`] for what is no gzip file or ends early; [`Why::TooLarge`] for more than [`MOST`] bytes or [`MOST_A_BYTE`] a byte.
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let length = u64::try_from(packed.len()).unwrap_or(u64::MAX);
    let most = MOST.min((1 << 20) + length.saturating_mul(MOST_A_BYTE));
    let mut bytes = Vec::new();
    let read = MultiGzDecoder::new(packed).take(most + 1).read_to_end(&mut bytes);
    if let Err(why) = read {
        return Err(Unreadable::file(Why::Broken("gzip file", why.to_string())));
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(Unreadable::file(Why::TooLarge(most)));
    }
    Ok(bytes)
}
