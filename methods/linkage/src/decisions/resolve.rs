//! From decisions to what they come to.

#![expect(
    clippy::indexing_slicing,
    reason = "records and ends are numbered here, from 0, as they are pushed"
)]

use rustc_hash::FxHashMap;

use super::{
    Chain, Contradiction, Decision, Decisions, Note, Record, Resolved, Unclear, Verdict, order,
    ties::Ties,
};
use crate::clusters::joined::Joined;

/// How many contradictions are told one by one, in the order of the decisions that keep apart.
pub const MOST_TOLD: usize = 20;

/// What a decision calls its records.
const NAMED_IN: [&str; 2] = ["record_a", "record_b"];

impl Decisions {
    /// Finds the records and follows the decisions through third records, those included that are not among the records.
    ///
    /// What a decision names and what is not there is told in [`Resolved::notes`]: records come and go, and a decision outlives
    /// them. A decision that could mean several records is refused.
    pub fn resolve(&self, records: &[Record<'_>]) -> Result<Resolved, Vec<Contradiction>> {
        let rank = order::ranks(records);
        if self.all.is_empty() {
            return Ok(Resolved { rank, ..Resolved::default() });
        }
        let places = Places::of(&self.all, records)?;
        let joined = places.join(&self.all)?;
        Ok(places.resolved(&self.all, joined, rank))
    }
}

/// Each name in the decisions, numbered, with the record that it is.
struct Places {
    /// The two names of each decision.
    ends: Vec<[u32; 2]>,
    /// The record of each name, if there is one.
    record: Vec<Option<u32>>,
}

/// A number as a place in a list.
pub(super) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Places {
    fn of(all: &[Decision], records: &[Record<'_>]) -> Result<Self, Vec<Contradiction>> {
        let only = only_source(records);
        let mut numbers: FxHashMap<Record<'_>, u32> = FxHashMap::default();
        let mut unclear = Vec::new();
        let mut ends = Vec::with_capacity(all.len());
        for decision in all {
            let mut end = [0; 2];
            for ((named, column), end) in
                [&decision.a, &decision.b].into_iter().zip(NAMED_IN).zip(&mut end)
            {
                let missing = named.source.is_empty().then_some(only).flatten();
                let record = Record { source: missing.unwrap_or(&named.source), id: &named.id };
                if named.source.is_empty() && only.is_none() && !records.is_empty() {
                    unclear.push(told(decision, column, named.clone(), Unclear::Source));
                }
                let next = number(numbers.len());
                *end = *numbers.entry(record).or_insert(next);
            }
            ends.push(end);
        }
        let mut places = Self { ends, record: vec![None; numbers.len()] };
        let several = places.find(&numbers, records);
        unclear.extend(places.several(all, &several));
        if unclear.is_empty() { Ok(places) } else { Err(shortened(unclear)) }
    }

    /// Finds the record of each name, and answers with the names that several records have.
    fn find(&mut self, numbers: &FxHashMap<Record<'_>, u32>, records: &[Record<'_>]) -> Vec<bool> {
        let mut several = vec![false; self.record.len()];
        for (record, index) in records.iter().zip(0..) {
            let Some(number) = numbers.get(record).copied().map(at) else { continue };
            several[number] |= self.record[number].is_some();
            self.record[number] = Some(index);
        }
        several
    }

    fn several(&self, all: &[Decision], several: &[bool]) -> Vec<Contradiction> {
        let each = all.iter().zip(&self.ends);
        let named = each.flat_map(|(decision, ends)| {
            let names = [&decision.a, &decision.b].into_iter().zip(NAMED_IN).zip(*ends);
            names.map(move |((named, column), end)| (decision, named, column, end))
        });
        named
            .filter(|(_, _, _, end)| several[at(*end)])
            .map(|(decision, named, column, _)| {
                told(decision, column, named.clone(), Unclear::Several)
            })
            .collect()
    }

    /// Joins what is together, unless something that is apart is joined by it.
    fn join(&self, all: &[Decision]) -> Result<Joined, Vec<Contradiction>> {
        let mut joined = Joined::new(number(self.record.len()));
        for (_, [a, b]) in self.said(all, Verdict::Together) {
            joined.join(a, b);
        }
        let mut found = Vec::new();
        for (number, [a, b]) in self.said(all, Verdict::Apart) {
            if joined.find(a) == joined.find(b) {
                found.push((number, a, b));
            }
        }
        if found.is_empty() {
            return Ok(joined);
        }
        let ties = Ties::of(self.record.len(), self.said(all, Verdict::Together));
        let told = found.iter().take(MOST_TOLD).map(|(number, a, b)| {
            let together =
                ties.shortest(*a, *b).into_iter().map(|step| all[step].clone()).collect();
            Contradiction::Among(Chain { together, apart: all[*number].clone() })
        });
        let mut told: Vec<Contradiction> = told.collect();
        told.extend(more(found.len()));
        Err(told)
    }

    fn said(&self, all: &[Decision], verdict: Verdict) -> impl Iterator<Item = (usize, [u32; 2])> {
        let ends = self.ends.iter().copied().enumerate();
        let fit = all.iter().map(move |decision| decision.verdict == verdict);
        ends.zip(fit).filter(|(_, fit)| *fit).map(|(said, _)| said)
    }

    fn resolved(&self, all: &[Decision], mut joined: Joined, rank: Vec<u32>) -> Resolved {
        let mut resolved = Resolved { rank, notes: self.notes(all), ..Resolved::default() };
        let mut groups: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (record, number) in self.record.iter().zip(0..) {
            groups.entry(joined.find(number)).or_default().extend(record);
        }
        groups.retain(|_, members| !members.is_empty());
        for members in groups.values_mut() {
            members.sort_unstable_by_key(|record| resolved.rank(*record));
            resolved.group.extend(members.iter().map(|record| (*record, members[0])));
        }
        for (_, [a, b]) in self.said(all, Verdict::Apart) {
            let (a, b) = (groups.get(&joined.find(a)), groups.get(&joined.find(b)));
            let (Some(a), Some(b)) = (a, b) else { continue };
            let (a, b) = (a[0], b[0]);
            if resolved.parted.insert((a.min(b), a.max(b))) {
                let (first, second) =
                    if resolved.rank(a) < resolved.rank(b) { (a, b) } else { (b, a) };
                resolved.apart.push((first, second));
            }
        }
        resolved.together = groups.into_values().filter(|members| members.len() > 1).collect();
        sort(resolved)
    }

    fn notes(&self, all: &[Decision]) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut before: FxHashMap<(Verdict, u32, u32), u64> = FxHashMap::default();
        for (decision, [a, b]) in all.iter().zip(&self.ends) {
            let line = decision.line;
            let names = [(a, &decision.a), (b, &decision.b)].into_iter().zip(NAMED_IN);
            let unknown = names.filter(|((number, _), _)| self.record[at(**number)].is_none());
            notes.extend(unknown.map(|((_, named), column)| Note::Unknown {
                line,
                column,
                record: named.clone(),
            }));
            let first = *before.entry((decision.verdict, *a.min(b), *a.max(b))).or_insert(line);
            notes.extend((first != line).then_some(Note::Again { line, first }));
        }
        notes
    }
}

fn sort(mut resolved: Resolved) -> Resolved {
    let rank = |record: &u32| resolved.rank.get(at(*record)).copied().unwrap_or(*record);
    resolved.together.sort_unstable_by_key(|members| members.first().map(rank));
    resolved.apart.sort_unstable_by_key(|(a, b)| (rank(a), rank(b)));
    resolved
}

fn only_source<'a>(records: &[Record<'a>]) -> Option<&'a str> {
    let first = records.first()?.source;
    records.iter().all(|record| record.source == first).then_some(first)
}

fn told(
    decision: &Decision,
    column: &'static str,
    record: super::Named,
    why: Unclear,
) -> Contradiction {
    Contradiction::Unclear { line: decision.line, column, record, why }
}

fn shortened(mut all: Vec<Contradiction>) -> Vec<Contradiction> {
    let more = more(all.len());
    all.truncate(MOST_TOLD);
    all.extend(more);
    all
}

fn more(count: usize) -> Option<Contradiction> {
    count.checked_sub(MOST_TOLD).filter(|more| *more > 0).map(Contradiction::More)
}
