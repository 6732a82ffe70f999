//! Numbers that look random and are the same each time.

use std::hash::Hasher as _;

use rayon::prelude::*;
use rustc_hash::FxHasher;

use crate::Records;

/// The finishing steps of `SplitMix64` (Steele, Lea and Flood 2014).
pub(crate) fn mixed(number: u64) -> u64 {
    let first = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let second = (first ^ first >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let third = (second ^ second >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    third ^ third >> 31
}

/// At most `most` records, drawn by their source and id and a seed, so that the order in which records were read has no part in
/// it. They come in the order of the draw.
pub(crate) fn draw(records: &Records, seed: u64, most: usize) -> Vec<u32> {
    let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let mut drawn: Vec<(u64, u32)> =
        (0..count).into_par_iter().map(|place| (lot(records, place, seed), place)).collect();
    let by_lot = |a: &(u64, u32), b: &(u64, u32)| {
        a.0.cmp(&b.0).then_with(|| records.record(a.1).cmp(&records.record(b.1)))
    };
    if drawn.len() > most {
        drawn.select_nth_unstable_by(most, by_lot);
        drawn.truncate(most);
    }
    drawn.sort_unstable_by(by_lot);
    drawn.into_iter().map(|(_, place)| place).collect()
}

fn lot(records: &Records, place: u32, seed: u64) -> u64 {
    let record = records.record(place);
    let mut hasher = FxHasher::default();
    hasher.write(record.source.as_bytes());
    hasher.write_u8(b':');
    hasher.write(record.id.as_bytes());
    mixed(hasher.finish() ^ mixed(seed))
}
