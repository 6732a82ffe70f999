//! Contradictions that a decision has answered already.
//!
//! Who decided that A and B are one person although they disagree (B's number was mistyped, say) knows that B is odd. B then also
//! disagrees with C, which is like A and does not disagree with it. If that kept C from A, the decision would tear apart what was
//! together before it. So a mismatch of B with C does not count where B is together with A despite one, and A and C join. The same
//! holds for look-alike twins. C may still disagree with A itself, and then all stays as it is.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Task;
use crate::decisions::Verdict;

/// What decisions have answered.
#[derive(Default)]
pub(super) struct Answered {
    /// For each record, those with which somebody put it together despite a mismatch or a likeness of twins.
    despite: FxHashMap<u32, Vec<u32>>,
    /// Edges that join and of which one record is such a one.
    joins: FxHashSet<(u32, u32)>,
}

impl Answered {
    pub(super) fn of(task: &Task<'_>) -> Self {
        let mut answered = Self::default();
        let together =
            |(a, b): &(u32, u32)| task.resolved.verdict(*a, *b) == Some(Verdict::Together);
        for (a, b) in task.odd().filter(together) {
            answered.despite.entry(a).or_default().push(b);
            answered.despite.entry(b).or_default().push(a);
        }
        if !answered.despite.is_empty() {
            let named = |record| answered.despite.contains_key(&record);
            let joins = task.edges.iter().filter(|edge| task.joins(edge));
            let joins = joins.filter(|edge| named(edge.a) || named(edge.b));
            answered.joins = joins.map(|edge| in_order(edge.a, edge.b)).collect();
        }
        answered
    }

    /// Whether it is known that one of the two is odd, and the other is like those that it is together with.
    pub(super) fn covers(&self, a: u32, b: u32) -> bool {
        [(a, b), (b, a)].into_iter().any(|(odd, other)| {
            let mut known = self.despite.get(&odd).into_iter().flatten();
            known.any(|one| self.joins.contains(&in_order(*one, other)))
        })
    }
}

fn in_order(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

impl Task<'_> {
    /// Pairs with a mismatch, and twins.
    pub(super) fn odd(&self) -> impl Iterator<Item = (u32, u32)> {
        let mismatches =
            self.edges.iter().filter(|edge| edge.mismatch).map(|edge| (edge.a, edge.b));
        mismatches.chain(self.twins.iter().copied()).filter(|(a, b)| self.holds(*a, *b))
    }
}
