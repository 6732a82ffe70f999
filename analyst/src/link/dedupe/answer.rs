//! What `dedupe` answers.

use std::collections::BTreeMap;

use linkage::{
    Linked, Model, Records,
    clusters::{Attention, Clustered, Status},
};
use serde::Serialize;

/// The most pairs that are told one by one: the strongest.
const MOST: usize = 1_000;

#[derive(Serialize)]
pub(super) struct Answer {
    pub(super) records: usize,
    pub(super) sources: Vec<Source>,
    pub(super) model: Used,
    pub(super) thresholds: Thresholds,
    pub(super) pairs: Pairs,
    /// All clusters, also of one record.
    pub(super) clusters: usize,
    /// Clusters of several records.
    pub(super) joined: usize,
    pub(super) largest: usize,
    /// How many records have each status.
    pub(super) statuses: BTreeMap<&'static str, usize>,
    pub(super) needs_attention: Look,
    pub(super) notes: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) records: usize,
    pub(super) id: String,
    /// The model's columns, and the headers they were taken from.
    pub(super) columns: BTreeMap<String, String>,
    /// Headers that were not compared.
    pub(super) left: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Used {
    pub(super) name: String,
    pub(super) version: String,
}

#[derive(Serialize)]
pub(super) struct Thresholds {
    pub(super) together: f64,
    pub(super) attention: f64,
}

#[derive(Serialize)]
pub(super) struct Pairs {
    pub(super) compared: u64,
    pub(super) alike: usize,
    pub(super) together: usize,
}

#[derive(Serialize)]
pub(super) struct Look {
    pub(super) clusters: usize,
    pub(super) pairs: usize,
    pub(super) items: Vec<Item>,
}

#[derive(Serialize)]
pub(super) struct Item {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) why: &'static str,
    pub(super) weight: f64,
}

impl Answer {
    pub(super) fn of(
        model: &Model,
        records: &Records,
        linked: &Linked,
        notes: Vec<String>,
    ) -> Self {
        let of = &linked.clustering.of;
        let mut sizes = vec![0_usize; of.len()];
        let mut statuses: BTreeMap<&'static str, usize> = BTreeMap::new();
        for Clustered { cluster, status } in of {
            if let Some(size) = sizes.get_mut(*cluster as usize) {
                *size += 1;
            }
            *statuses.entry(status.word()).or_default() += 1;
        }
        Self {
            records: records.len(),
            sources: sources(records),
            model: Used { name: model.name.clone(), version: model.version.clone() },
            thresholds: Thresholds { together: model.together, attention: model.attention },
            pairs: Pairs {
                compared: linked.compared,
                alike: linked.alike,
                together: linked.together,
            },
            clusters: sizes.iter().filter(|size| **size > 0).count(),
            joined: sizes.iter().filter(|size| **size > 1).count(),
            largest: sizes.iter().max().copied().unwrap_or(0),
            statuses,
            needs_attention: look(records, of, &linked.clustering.attention),
            notes,
        }
    }
}

fn sources(records: &Records) -> Vec<Source> {
    let ends =
        records.sources().iter().skip(1).map(|source| source.first as usize).chain([records.len()]);
    let with_ends = records.sources().iter().zip(ends);
    let source = |(source, end): (&linkage::Source, usize)| Source {
        name: source.name.clone(),
        records: end - source.first as usize,
        id: source.id.clone(),
        columns: source
            .taken
            .iter()
            .map(|taken| (taken.column.clone(), taken.header.clone()))
            .collect(),
        left: source.left.clone(),
    };
    with_ends.map(source).collect()
}

fn look(records: &Records, of: &[Clustered], attention: &[Attention]) -> Look {
    let needing = of.iter().filter(|one| one.status == Status::NeedsAttention);
    let mut clusters: Vec<u32> = needing.map(|one| one.cluster).collect();
    clusters.sort_unstable();
    clusters.dedup();
    let mut strongest: Vec<&Attention> = attention.iter().collect();
    strongest.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    let named = |place: u32| {
        let record = records.record(place);
        format!("{}:{}", record.source, record.id)
    };
    let item = |it: &&Attention| Item {
        a: named(it.a),
        b: named(it.b),
        why: it.why.word(),
        weight: it.weight,
    };
    let items = strongest.iter().take(MOST).map(item).collect();
    Look { clusters: clusters.len(), pairs: attention.len(), items }
}
