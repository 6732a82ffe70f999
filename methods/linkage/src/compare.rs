//! On which level a pair of records is, for each comparison.
#![expect(
    clippy::indexing_slicing,
    reason = "a row has a cell for each column and a plan knows no other columns; the memory is as long as its mask allows"
)]

use crate::{
    Records,
    dictionary::NOTHING,
    plan::{Across, Compared, Plan, Seen},
    test::Ask,
};

/// The level of a pair where one of the two values is missing.
pub(crate) const MISSING: u8 = u8::MAX;

/// How many pairs of values are remembered for each comparison; a power of two.
const REMEMBERED: usize = 1 << 14;
const FEW: usize = 1 << 6;

/// Pairs of values that were compared before: names are compared again and again. Each thread has its own.
///
/// A slot holds the numbers of two values and, in its last byte, their level.
pub(crate) struct Memory {
    slots: Vec<u64>,
    each: usize,
}

/// Numbers of values from here on do not fit into a slot, and are compared each time.
const TOO_LARGE: u32 = 1 << 28;

impl Memory {
    pub(crate) fn new(plan: &Plan) -> Self {
        Self::of(plan, REMEMBERED)
    }

    /// For a few comparisons.
    pub(crate) fn small(plan: &Plan) -> Self {
        Self::of(plan, FEW)
    }

    fn of(plan: &Plan, each: usize) -> Self {
        Self { slots: vec![0; plan.comparisons.len() * each], each }
    }

    fn level(&mut self, comparison: usize, (a, b): (u32, u32), find: impl FnOnce() -> u8) -> u8 {
        let (small, large) = (a.min(b), a.max(b));
        if large >= TOO_LARGE {
            return find();
        }
        let pair = u64::from(small) << 36 | u64::from(large) << 8;
        let mixed = crate::chance::mixed(pair) >> (64 - self.each.trailing_zeros());
        let slot = &mut self.slots[comparison * self.each + usize::try_from(mixed).unwrap_or(0)];
        if *slot & !0xff != pair {
            *slot = pair | u64::from(find());
        }
        slot.to_le_bytes()[0]
    }
}

/// Compares records.
#[derive(Clone, Copy)]
pub(crate) struct Comparer<'a> {
    pub(crate) records: &'a Records,
    pub(crate) plan: &'a Plan,
}

impl Comparer<'_> {
    /// The level of one comparison for two rows.
    #[inline]
    pub(crate) fn level(&self, comparison: usize, a: &[u32], b: &[u32], memory: &mut Memory) -> u8 {
        let compared = &self.plan.comparisons[comparison];
        let (of_a, of_b) = (a[compared.column], b[compared.column]);
        if of_a == NOTHING || of_b == NOTHING {
            return MISSING;
        }
        let alone = match compared.exact {
            Some(0) if of_a == of_b => return 0,
            _other => memory.level(comparison, (of_a, of_b), || self.alone(compared, of_a, of_b)),
        };
        for (level, questions) in &compared.across {
            if *level > alone {
                break;
            }
            if questions.iter().all(|question| self.across(compared.column, question, a, b)) {
                return *level;
            }
        }
        alone
    }

    fn alone(&self, compared: &Compared, of_a: u32, of_b: u32) -> u8 {
        let (a, b) =
            (self.records.text(compared.column, of_a), self.records.text(compared.column, of_b));
        let found = compared.alone.iter().find(|(_, asks)| asks.iter().all(|ask| holds(ask, a, b)));
        found.map_or_else(|| compared.last(), |(level, _)| *level)
    }

    fn across(&self, own: usize, question: &Across, a: &[u32], b: &[u32]) -> bool {
        match question {
            Across::Swapped(other) => {
                (a[own] != NOTHING && a[own] == b[*other])
                    || (b[own] != NOTHING && b[own] == a[*other])
            }
            Across::Of(column, ask) => {
                let (of_a, of_b) = (a[*column], b[*column]);
                let known = of_a != NOTHING && of_b != NOTHING;
                known
                    && holds(
                        ask,
                        self.records.text(*column, of_a),
                        self.records.text(*column, of_b),
                    )
            }
        }
    }

    /// The two show what cannot be true of one person.
    pub(crate) fn mismatch(&self, a: &[u32], b: &[u32], memory: &mut Memory) -> bool {
        self.plan.mismatches.iter().any(|pattern| self.shows(pattern, a, b, memory))
    }

    /// The two look like twins.
    pub(crate) fn are_twins(&self, a: &[u32], b: &[u32], memory: &mut Memory) -> bool {
        self.plan.twins.iter().any(|pattern| self.shows(pattern, a, b, memory))
    }

    /// The two show this pattern.
    pub(crate) fn shows(&self, pattern: &Seen, a: &[u32], b: &[u32], memory: &mut Memory) -> bool {
        let equal = |column: &usize| a[*column] != NOTHING && a[*column] == b[*column];
        if !pattern.same.iter().all(equal) {
            return false;
        }
        let mut level =
            |at: &usize| (self.level(*at, a, b, memory), self.plan.comparisons[*at].last());
        let differ = pattern.different.iter().map(&mut level).all(|(level, last)| level == last);
        differ
            && pattern
                .unless
                .iter()
                .map(level)
                .all(|(level, last)| level == last || level == MISSING)
    }
}

/// Jaro-Winkler's greedy search can depend on which text comes first, so the smaller one always does.
fn holds(ask: &Ask, a: &str, b: &str) -> bool {
    if a <= b { ask.holds(a, b) } else { ask.holds(b, a) }
}
