//! Times of which nothing is known.

use crate::{log::Log, moment::Moment, names::Name};

/// A time in which nothing was written down of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The case.
    pub case: Name,
    /// The last that happened before.
    pub from: Name,
    /// What happened next.
    pub to: Name,
    /// When the gap began.
    pub since: Moment,
    /// When it ended.
    pub until: Moment,
}

/// The gaps that are longer than `span` microseconds: the longest first, then by the names of their cases, then the earliest.
pub fn gaps(log: &Log, span: i64) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for case in log.all_cases() {
        let mut before: Option<(Name, Moment)> = None;
        for (to, until) in log.steps(case) {
            if let Some((from, since)) = before
                && until.0 - since.0 > span
            {
                gaps.push(Gap { case, from, to, since, until });
            }
            before = Some((to, until));
        }
    }
    let key = |gap: &Gap| {
        (std::cmp::Reverse(gap.until.0 - gap.since.0), log.cases.text(gap.case), gap.since)
    };
    gaps.sort_by(|a, b| key(a).cmp(&key(b)));
    gaps
}
