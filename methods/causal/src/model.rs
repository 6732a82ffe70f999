//! A system map, as people drew it: factors, the links between them, and the loops that somebody named.

use std::collections::BTreeMap;

/// Everything that is on a map, in the order in which it was drawn.
///
/// A map is somebody's view and not the truth, so nothing on it is thrown away because it has no meaning here: what a file
/// says beyond these fields stands in `attributes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// What the map is called; may be empty.
    pub title: String,
    /// What it is about, as plain text; may be empty.
    pub description: String,
    /// What affects this.
    pub factors: Vec<Factor>,
    /// What leads to what. Parallel links and links of a factor to itself are kept as drawn.
    pub links: Vec<Link>,
    /// The loops that somebody named by hand, closed or not.
    pub loops: Vec<Loop>,
    /// What else is said of the whole map, by name.
    pub attributes: BTreeMap<String, String>,
}

/// Something on a map that can be more or less.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factor {
    /// Its name within the file, unique in the map.
    pub id: String,
    /// What people call it. Two factors may have the same label.
    pub label: String,
    /// Its kind or style as the file names it ("Media", "group3"); may be empty.
    pub kind: String,
    /// What somebody wrote about it, as plain text; may be empty.
    pub note: String,
    /// Words that it was tagged with.
    pub tags: Vec<String>,
    /// Where it stands, in the file's own units, x to the right and y down.
    pub position: Option<(f64, f64)>,
    /// What else is said of it, by name.
    pub attributes: BTreeMap<String, String>,
}

/// Which way a change goes along a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// More leads to more, and less to less.
    Positive,
    /// More leads to less, and less to more.
    Negative,
    /// Nobody said, or it depends.
    #[default]
    Unknown,
}

/// In which direction a link works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkKind {
    /// From one factor to the other.
    #[default]
    Directed,
    /// The two have to do with each other; nobody said which leads to which.
    Undirected,
    /// Each leads to the other.
    Mutual,
}

/// What leads to what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Its name within the file, unique in the map.
    pub id: String,
    /// Where it begins: the place of a factor in [`Map::factors`].
    pub from: usize,
    /// Where it ends: the place of a factor in [`Map::factors`].
    pub to: usize,
    /// In which direction it works.
    pub direction: LinkKind,
    /// Which way a change goes along it.
    pub sign: Sign,
    /// Whether what it does takes its time.
    pub delayed: bool,
    /// How strong it is, -1 to 1 on a fuzzy cognitive map, other files in their own units.
    pub weight: Option<f64>,
    /// What stands beside it; may be empty.
    pub label: String,
    /// Its kind or style as the file names it; may be empty.
    pub kind: String,
    /// What somebody wrote about it, as plain text; may be empty.
    pub note: String,
    /// Words that it was tagged with.
    pub tags: Vec<String>,
    /// What else is said of it, by name: a quote, who said it, the statement it is from.
    pub attributes: BTreeMap<String, String>,
}

/// A loop that somebody named by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loop {
    /// Its name within the file, unique in the map.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Its links, as places in [`Map::links`], in the order in which they were named.
    pub links: Vec<usize>,
    /// What else is said of it, by name.
    pub attributes: BTreeMap<String, String>,
}
