//! Which records are of one person, as far as edges and people's decisions say, and where somebody should look.
//!
//! The answer is a labelling and nothing else: no record is changed, merged away or left out.
//!
//! **Two thresholds.** An edge of at least `together` joins. One of at least `attention` does not; both its clusters then *need
//! attention*.
//!
//! **No chaining over a contradiction.** Edges are taken from the highest weight to the lowest (ties: by the places of their two
//! records among all records sorted by source and name, see [`Resolved::rank`]). An edge joins the clusters of its records unless a
//! pair of records that must not be together would end up in one: a pair that somebody decided to keep apart, a pair with an
//! explicit mismatch, a pair of look-alike twins, two records of a source that [holds each person once](field@Task::once). Then it is refused, and both clusters need attention. This is single linkage with
//! cannot-link constraints (Davidson and Ravi, "Agglomerative hierarchical clustering with constraints", PKDD 2005).
//!
//! **People's decisions come first.** What is always together is joined before any edge, also over a mismatch; what is never
//! together stays apart, through third records, too. What people decided needs no attention for it. Where somebody put A and B together
//! although they disagree, it is known that B is odd: that B disagrees with C as well does not keep C from A.
//!
//! **Weak links.** Where a single link below `together` plus a margin holds two halves of a cluster together, each of two or more
//! records, the cluster needs attention; it stays joined ([`Task::weak_links`]).
//!
//! The order of edges and of records plays no part in any of this, and there is only one thread. One million records with three
//! million edges take about 30 bytes a record, 24 for each edge of a component in which some pair must not be together, and 32
//! for each thing that needs attention.

mod agglomerate;
mod answer;
mod answered;
mod attention;
mod conflicts;
pub(crate) mod joined;
mod labels;
mod links;
pub mod metrics;
mod once;
mod uncompared;
mod weak_links;

pub use answer::{Attention, Clustered, Clustering, Status, Why};
pub use uncompared::{Uncompared, uncompared};

use crate::{decisions::Resolved, edge::Edge};

/// By how much a link has to exceed `together` to be no [weak link](Task::weak_links), unless something else is asked: three, the
/// odds eight times as high.
pub const MARGIN: f64 = 3.0;

/// How alike is alike enough, as match weights (log2 of the odds).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// At least this, and two clusters are joined.
    pub together: f64,
    /// At least this, and somebody should look. A value above `together` counts as `together`.
    pub attention: f64,
}

/// What is to be clustered. [`cluster`] is the short way.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// How many records there are.
    pub records: u32,
    /// Records that were compared. An edge of a record with itself, of one that is not there, or with a weight that is no number
    /// says nothing and is passed over. Where a pair stands twice, the higher weight counts, and a mismatch in either.
    pub edges: &'a [Edge],
    /// What joins, and what needs attention.
    pub thresholds: Thresholds,
    /// What people decided.
    pub resolved: &'a Resolved,
    /// Pairs that look like twins: nearly everything the same, and different given names. Each needs attention, unless somebody
    /// decided about it.
    pub twins: &'a [(u32, u32)],
    /// By how much a link has to exceed `together` for it to hold two halves of a cluster alone; nothing to let every link do so.
    pub weak_links: Option<f64>,
    /// For each record whose source holds each person once, a number for that source; empty where there is no such source. Each
    /// cluster takes one record of it: the one with the surest link. An edge to a second one needs attention.
    pub once: &'a [Option<u32>],
}

impl<'a> Task<'a> {
    /// A task with [weak links](Task::weak_links) told by the usual [`MARGIN`], and no source that holds each person once.
    pub const fn new(
        records: u32,
        edges: &'a [Edge],
        thresholds: Thresholds,
        resolved: &'a Resolved,
        twins: &'a [(u32, u32)],
    ) -> Self {
        Self { records, edges, thresholds, resolved, twins, weak_links: Some(MARGIN), once: &[] }
    }

    /// Clusters the records.
    pub fn cluster(&self) -> Clustering {
        let joined = agglomerate::agglomerate(self);
        let attention = attention::found(self, &joined);
        let of = self.labels(&joined.root, &attention);
        Clustering { of, attention }
    }

    /// At which weight somebody should look.
    fn attention(&self) -> f64 {
        self.thresholds.attention.min(self.thresholds.together)
    }

    fn holds(&self, a: u32, b: u32) -> bool {
        a != b && a < self.records && b < self.records
    }

    /// The two records, the one that comes first by source and name first.
    fn in_order(&self, a: u32, b: u32) -> (u32, u32) {
        if self.resolved.rank(a) <= self.resolved.rank(b) { (a, b) } else { (b, a) }
    }

    fn ranks(&self, a: u32, b: u32) -> (u32, u32) {
        let (a, b) = (self.resolved.rank(a), self.resolved.rank(b));
        (a.min(b), a.max(b))
    }
}

/// Clusters records by the edges between them: the [usual task](Task::new), done.
pub fn cluster(
    records: u32,
    edges: &[Edge],
    thresholds: Thresholds,
    resolved: &Resolved,
    twins: &[(u32, u32)],
) -> Clustering {
    Task::new(records, edges, thresholds, resolved, twins).cluster()
}
