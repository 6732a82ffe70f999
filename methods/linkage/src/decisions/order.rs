//! The order of records that does not depend on how their files were put together.

use std::collections::{BTreeMap, BTreeSet};

use super::Record;

/// The place of each record when all are sorted by source, then by name, each byte by byte. Records of the same source and name,
/// which there should not be, keep the order of the list.
///
/// Takes 32 bytes a record while it sorts and answers with 4.
pub(super) fn ranks(records: &[Record<'_>]) -> Vec<u32> {
    let sources: BTreeSet<&str> = records.iter().map(|record| record.source).collect();
    let sources: BTreeMap<&str, u32> = sources.into_iter().zip(0..).collect();
    let keyed = records.iter().zip(0..).map(|(record, index)| {
        let source = sources.get(record.source).copied().unwrap_or_default();
        (source, beginning(record.id), index)
    });
    let mut order: Vec<(u32, u128, u32)> = keyed.collect();
    let name =
        |index: u32| usize::try_from(index).ok().and_then(|at| records.get(at)).map(|it| it.id);
    order.sort_unstable_by(|one, other| {
        let begins = (one.0, one.1).cmp(&(other.0, other.1));
        begins.then_with(|| (name(one.2), one.2).cmp(&(name(other.2), other.2)))
    });
    let mut ranks = vec![0; records.len()];
    for ((_, _, index), rank) in order.into_iter().zip(0..) {
        if let Some(place) = usize::try_from(index).ok().and_then(|at| ranks.get_mut(at)) {
            *place = rank;
        }
    }
    ranks
}

/// The first 16 bytes as one number that sorts as they do, so that most names are told apart without looking them up.
fn beginning(id: &str) -> u128 {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(id.bytes()) {
        *to = from;
    }
    u128::from_be_bytes(bytes)
}
