//! Names that stand many times and are kept once.

use foldhash::fast::RandomState;
use indexmap::IndexSet;

/// A text that a [`Names`] keeps, by its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub(crate) u32);

impl Name {
    /// Its number: names are numbered from 0 in the order in which they were met.
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// Texts, each kept once and numbered in the order in which they were met.
#[derive(Clone, Debug, Default)]
pub struct Names(IndexSet<Box<str>, RandomState>);

impl Names {
    /// The name of this text, which is kept if it was not met before.
    pub fn keep(&mut self, text: &str) -> Name {
        let at = match self.0.get_index_of(text) {
            Some(at) => at,
            None => self.0.insert_full(text.into()).0,
        };
        Name(u32::try_from(at).unwrap_or(u32::MAX))
    }

    /// The name of this text, if it was met.
    pub fn find(&self, text: &str) -> Option<Name> {
        let at = self.0.get_index_of(text)?;
        u32::try_from(at).ok().map(Name)
    }

    /// The text of a name; of a name that another [`Names`] gave, whatever stands under its number, or nothing.
    pub fn text(&self, name: Name) -> &str {
        self.0.get_index(name.index()).map_or("", |text| text)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
    }
}
