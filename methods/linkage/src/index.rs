//! Is this one already here? One record against many.

use rayon::prelude::*;

use crate::{
    Fit, Model, Records, Rule,
    blocks::keys,
    compare::{Comparer, Memory},
};

/// The most records under one key that a new record is compared with: more say nothing about one of them.
const MOST_A_KEY: usize = 5_000;

/// Records, found by the keys of the blocking rules.
pub struct Index<'a> {
    fit: &'a Fit,
    records: &'a Records,
    rules: Vec<Keyed<'a>>,
}

struct Keyed<'a> {
    rule: &'a Rule,
    keys: Vec<u64>,
    places: Vec<u32>,
}

/// A record that a new one may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The place of the known record.
    pub place: u32,
    /// The match weight.
    pub weight: f64,
    /// The two say what cannot be true of one person.
    pub mismatch: bool,
    /// The two look like twins.
    pub twins: bool,
}

impl<'a> Index<'a> {
    /// Lays the records out by their keys: some 12 bytes for each record and rule.
    pub fn new(model: &'a Model, records: &'a Records, fit: &'a Fit) -> Self {
        let applying = model.blocking.par_iter().filter(|rule| keys::applies(records, rule));
        let rules = applying.map(|rule| {
            let mut keyed = keys::keys(records, rule);
            keyed.par_sort_unstable();
            let (keys, places) = keyed.into_iter().unzip();
            Keyed { rule, keys, places }
        });
        Self { fit, records, rules: rules.collect() }
    }

    /// The records that the record `place` of `new` may be, the likeliest first; equal weights in the order of places. `new` comes
    /// from [`Records::beside`]. Those below the model's threshold for attention are not told.
    pub fn score(&self, new: &Records, place: u32) -> Vec<Match> {
        let row = new.row(place);
        let mut near: Vec<u32> =
            self.rules.iter().flat_map(|keyed| keyed.near(new, row)).copied().collect();
        near.sort_unstable();
        near.dedup();
        let comparer = Comparer { records: new, plan: &self.fit.plan };
        let mut memory = Memory::small(&self.fit.plan);
        let mut matches = Vec::new();
        for place in near {
            let known = self.records.row(place);
            let weight = self.fit.weigh(new, row, known, &mut memory);
            if weight >= self.fit.attention {
                let mismatch = comparer.mismatch(row, known, &mut memory);
                let twins = comparer.are_twins(row, known, &mut memory);
                matches.push(Match { place, weight, mismatch, twins });
            }
        }
        matches.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        matches
    }
}

impl Keyed<'_> {
    fn near(&self, new: &Records, row: &[u32]) -> &[u32] {
        let Some(key) = keys::key(new, self.rule, row) else { return &[] };
        let start = self.keys.partition_point(|known| *known < key);
        let end = start
            + self.keys.get(start..).unwrap_or_default().partition_point(|known| *known == key);
        if end - start > MOST_A_KEY { &[] } else { self.places.get(start..end).unwrap_or_default() }
    }
}
