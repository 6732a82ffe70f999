//! What did not come along.

use std::fmt;

/// Something that could not be read from a file, or that a format has no place for. It is said and never dropped in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stands: a line, a row, an element of the file, a factor or link of the map.
    pub place: String,
    /// What it is, and what became of it, in a sentence of its own.
    pub what: String,
}

impl LeftOut {
    /// What was left out, and where.
    pub(crate) fn new(place: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self { place: place.to_string(), what: what.to_string() }
    }
}

/// "1 link", "2 links": a place that is many.
pub(crate) fn many(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.place, self.what)
    }
}
