//! Texts that are kept once and known by a number.

use std::{hash::BuildHasher as _, sync::Arc};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use crate::chance::mixed;

/// The number of the empty text: nothing is known.
pub(crate) const NOTHING: u32 = 0;

/// Texts one after the other in one piece of memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds one more. There is room for it as long as a file has at most 2 GiB, see [`crate::read`].
    pub(crate) fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    pub(crate) fn get(&self, place: usize) -> &str {
        let start =
            place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(place).copied().unwrap_or(start);
        self.bytes.get(start as usize..end as usize).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Forgets all but the first ones.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        self.bytes.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    /// The bytes that all texts take together.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// Where a text is, and half of its hash: so that a text is only looked at where it is very likely the one, and never again to
/// find it a new place when the table grows.
#[derive(Clone, Copy, Debug)]
struct At {
    place: u32,
    hash: u32,
}

#[derive(Clone, Debug, Default)]
struct Known {
    texts: Texts,
    places: HashTable<At>,
}

impl Known {
    fn find(&self, hash: u32, text: &str) -> Option<u32> {
        let it = |at: &At| at.hash == hash && self.texts.get(at.place as usize) == text;
        self.places.find(mixed(hash.into()), it).map(|at| at.place)
    }

    fn add(&mut self, hash: u32, text: &str) -> u32 {
        let place = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text);
        let at = At { place, hash };
        self.places.insert_unique(mixed(hash.into()), at, |at| mixed(at.hash.into()));
        place
    }
}

fn hashed(text: &str) -> u32 {
    let hash = FxBuildHasher.hash_one(text);
    u32::try_from(mixed(hash) >> 32).unwrap_or_default()
}

/// The different values of a column, or of several that are compared with one another.
///
/// A dictionary can grow upon another one that stays as it is: so that one more record can be asked about without a change to
/// what everybody reads.
#[derive(Clone, Debug)]
pub(crate) struct Dictionary {
    base: Arc<Known>,
    more: Known,
    beyond: u32,
}

impl Default for Dictionary {
    fn default() -> Self {
        let mut new = Self { base: Arc::default(), more: Known::default(), beyond: 0 };
        new.number("");
        new
    }
}

impl Dictionary {
    /// The number of a text, which gets one if it had none.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        let hash = hashed(text);
        if let Some(known) = self.base.find(hash, text) {
            return known;
        }
        let known = self.more.find(hash, text);
        known.unwrap_or_else(|| self.more.add(hash, text)) + self.beyond
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        match number.checked_sub(self.beyond) {
            Some(place) => self.more.texts.get(place as usize),
            None => self.base.texts.get(number as usize),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.beyond as usize + self.more.texts.len()
    }

    pub(crate) fn size(&self) -> usize {
        self.more.texts.size()
    }

    /// Closes what is known so far, so that copies share it. Numbers stay as they are.
    pub(crate) fn close(&mut self) {
        let more = std::mem::take(&mut self.more);
        if self.beyond == 0 {
            self.base = Arc::new(more);
        } else {
            let mut base = Arc::unwrap_or_clone(std::mem::take(&mut self.base));
            for text in (0..more.texts.len()).map(|place| more.texts.get(place)) {
                base.add(hashed(text), text);
            }
            self.base = Arc::new(base);
        }
        self.beyond = u32::try_from(self.base.texts.len()).unwrap_or(u32::MAX);
    }
}
