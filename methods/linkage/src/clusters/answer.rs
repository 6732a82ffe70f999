//! What becomes of records, and why somebody should look.

use std::fmt;

/// How the records of a cluster came to be in it. All records of a cluster have the same status: the last of these that is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// The only record of its cluster.
    Alone,
    /// One of several records, joined because they are alike.
    Together,
    /// Somebody decided about at least one of these records: that it is always together with another, or never.
    Decided,
    /// Somebody should look: [`Clustering::attention`] says why.
    NeedsAttention,
}

impl Status {
    /// The words in files: `alone`, `together`, `decided`, `needs attention`. They do not change.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Together => "together",
            Self::Decided => "decided",
            Self::NeedsAttention => "needs attention",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What became of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clustered {
    /// The cluster, named by that record of it which comes first by source and name.
    pub cluster: u32,
    /// How it came about.
    pub status: Status,
}

/// Why somebody should look at two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Alike enough to ask, not alike enough to join.
    Between,
    /// Alike, but joining them would put these two into one cluster, whom somebody decided to keep apart.
    Apart {
        /// One of the two.
        a: u32,
        /// The other.
        b: u32,
    },
    /// Alike, but joining them would put these two into one cluster, and they disagree as one person's records cannot.
    Mismatch {
        /// One of the two.
        a: u32,
        /// The other.
        b: u32,
    },
    /// These two look like twins, and are what the two records are or would bring into one cluster.
    Twins {
        /// One of the two.
        a: u32,
        /// The other.
        b: u32,
    },
    /// Alike, but joining them would put these two into one cluster, and they are of one source that holds each person once.
    Once {
        /// One of the two.
        a: u32,
        /// The other.
        b: u32,
    },
    /// They are in one cluster, and nothing but this weak link holds its two halves together.
    WeakLink,
}

impl Why {
    /// The words in files: `between the thresholds`, `kept apart`, `mismatch`, `twins`, `one source`, `weak link`. They do not change.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Between => "between the thresholds",
            Self::Apart { .. } => "kept apart",
            Self::Mismatch { .. } => "mismatch",
            Self::Twins { .. } => "twins",
            Self::Once { .. } => "one source",
            Self::WeakLink => "weak link",
        }
    }

    /// The pair that stands in the way, where one does.
    pub const fn pair(self) -> Option<(u32, u32)> {
        match self {
            Self::Between | Self::WeakLink => None,
            Self::Apart { a, b }
            | Self::Mismatch { a, b }
            | Self::Twins { a, b }
            | Self::Once { a, b } => Some((a, b)),
        }
    }
}

/// Two records that somebody should look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attention {
    /// One record: the one that comes first by source and name.
    pub a: u32,
    /// The other record.
    pub b: u32,
    /// Why.
    pub why: Why,
    /// Their match weight; 0, which says nothing either way, for twins that no edge names.
    pub weight: f64,
}

/// What became of all records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clustering {
    /// For each record, in the order of the list, its cluster.
    pub of: Vec<Clustered>,
    /// Where somebody should look, by the places of the two records among all records sorted by source and name.
    pub attention: Vec<Attention>,
}

impl Attention {
    /// Why, in a sentence, as in ``r1 and r3 are alike (14.0), but r1 and r2 disagree as one person's records cannot``. `name` says
    /// what a record is called.
    pub fn told(&self, name: impl Fn(u32) -> String) -> String {
        let (a, b, weight) = (name(self.a), name(self.b), self.weight);
        let behind = self.why.pair().filter(|pair| *pair != (self.a, self.b));
        let behind = behind
            .map_or_else(|| String::from("they"), |(a, b)| format!("{} and {}", name(a), name(b)));
        let but = match self.why {
            Why::Between => String::from("but not enough to join them"),
            Why::Apart { .. } => format!("but somebody decided that {behind} are two people"),
            Why::Mismatch { .. } => format!("but {behind} disagree as one person's records cannot"),
            Why::Twins { .. } => format!("but {behind} look like twins"),
            Why::Once { .. } => format!("but {behind} are of a source that holds each person once"),
            Why::WeakLink => {
                String::from("and nothing else holds the two halves of their cluster together")
            }
        };
        format!("{a} and {b} are alike ({weight:.1}), {but}")
    }
}
