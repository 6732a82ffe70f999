//! Sources that hold each person once: of each of these, a cluster takes one record.

#![expect(
    clippy::indexing_slicing,
    reason = "every list here has one place for each record, and records are looked at first"
)]

use rustc_hash::FxHashMap;

use super::{
    Task,
    conflicts::{Cause, Kind},
    joined::Joined,
};

/// For each cluster, the sources that hold each person once and the first record that it has of each.
#[derive(Default)]
pub(super) struct Once(FxHashMap<u32, FxHashMap<u32, u32>>);

impl Once {
    /// The sources of these records, by the roots of their clusters.
    pub(super) fn of(task: &Task<'_>, among: &[bool], joined: &mut Joined) -> Self {
        let mut once = Self::default();
        for (record, source) in task.once().filter(|(record, _)| among[*record as usize]) {
            let held = once.0.entry(joined.find(record)).or_default();
            keep_first(task, held, source, record);
        }
        once
    }

    /// Two records of one source that would meet if these clusters became one; the least of several such pairs.
    pub(super) fn between(&self, task: &Task<'_>, a: u32, b: u32) -> Option<Cause> {
        let (a, b) = (self.0.get(&a)?, self.0.get(&b)?);
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let both = few.iter().filter_map(|(source, one)| Some((*one, *many.get(source)?)));
        both.map(|(one, other)| Cause::of(task, Kind::Once, (one, other))).min()
    }

    /// Two clusters have become one with this root.
    pub(super) fn joined(&mut self, task: &Task<'_>, (a, b): (u32, u32), root: u32) {
        let (a, b) = (self.0.remove(&a).unwrap_or_default(), self.0.remove(&b).unwrap_or_default());
        let (few, mut many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        for (source, record) in few {
            keep_first(task, &mut many, source, record);
        }
        if !many.is_empty() {
            self.0.insert(root, many);
        }
    }
}

fn keep_first(task: &Task<'_>, held: &mut FxHashMap<u32, u32>, source: u32, record: u32) {
    let first = held.entry(source).or_insert(record);
    *first = task.in_order(*first, record).0;
}

impl Task<'_> {
    /// Records whose source holds each person once, with that source.
    fn once(&self) -> impl Iterator<Item = (u32, u32)> {
        let each = (0..self.records).zip(self.once);
        each.filter_map(|(record, source)| Some((record, (*source)?)))
    }

    /// Records that are in one component with an earlier record of the same source, though the source holds each person once.
    pub(super) fn met(&self, joined: &mut Joined) -> Vec<u32> {
        let mut seen = FxHashMap::default();
        let again = |(record, source): &(u32, u32)| {
            seen.insert((joined.find(*record), *source), *record).is_some()
        };
        self.once().filter(again).map(|(record, _)| record).collect()
    }
}
