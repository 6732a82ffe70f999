//! Which records speak for one person: every pair that a blocking rule makes is compared once, on all cores.

mod apart;
mod task;
mod vouched;

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use rayon::prelude::*;

use self::task::{Found, Task};
use crate::{Edge, Fit, Model, Records, Settings, blocks::Blocks};

/// Called now and then with how many pairs were compared, and of how many.
pub type Watch<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Predicted {
    /// Pairs that reach the threshold for attention; and pairs that cannot be one person though others would join them, whatever
    /// they weigh. In the order of their records.
    pub edges: Vec<Edge>,
    /// Pairs that look like twins, in the order of their records.
    pub twins: Vec<(u32, u32)>,
    /// How many pairs were compared.
    pub compared: u64,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// More pairs reach the threshold for attention than [`Settings::edges_at_most`] allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyEdges(pub usize);

impl std::fmt::Display for TooManyEdges {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "more than {} pairs of records look alike. Raise the threshold for attention.",
            self.0
        )
    }
}

impl std::error::Error for TooManyEdges {}

/// Compares the pairs that the model's blocking rules make. The answer is the same for any number of threads and any order of
/// records (but that pairs follow the order of records).
///
/// # Errors
/// More pairs look alike than the settings allow to be kept.
pub fn predict(
    model: &Model,
    records: &Records,
    fit: &Fit,
    settings: &Settings,
    watch: Watch<'_>,
) -> Result<Predicted, TooManyEdges> {
    let blocks = Blocks::of(records, &model.blocking, settings);
    let tasks = task::tasks(&blocks);
    let found = work(records, fit, &blocks, &tasks, (settings, watch))?;
    let mut predicted = Predicted { notes: notes(model, &blocks), ..Predicted::default() };
    for part in found {
        predicted.edges.extend(part.edges);
        predicted.twins.extend(part.twins);
        predicted.compared += part.compared;
    }
    drop(blocks);
    apart::add(records, fit, &mut predicted.edges);
    vouched::take_out(records, fit, &mut predicted.edges, &mut predicted.twins);
    predicted.twins.par_sort_unstable();
    Ok(predicted)
}

/// Each thread takes the next task until none is left.
fn work(
    records: &Records,
    fit: &Fit,
    blocks: &Blocks,
    tasks: &[Task],
    (settings, watch): (&Settings, Watch<'_>),
) -> Result<Vec<Found>, TooManyEdges> {
    let all: u64 = tasks.iter().map(|task| task.pairs).sum();
    let (next, done, kept) = (AtomicUsize::new(0), AtomicU64::new(0), AtomicUsize::new(0));
    let worker = |_thread| {
        let mut found = Found::new(fit);
        while let Some(task) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let before = found.edges.len();
            found.work(records, fit, blocks, task);
            let new = found.edges.len() - before;
            if kept.fetch_add(new, Ordering::Relaxed) + new > settings.edges_at_most {
                return Err(TooManyEdges(settings.edges_at_most));
            }
            watch(done.fetch_add(task.pairs, Ordering::Relaxed) + task.pairs, all);
        }
        Ok(found)
    };
    (0..rayon::current_num_threads()).into_par_iter().with_max_len(1).map(worker).collect()
}

fn notes(model: &Model, blocks: &Blocks) -> Vec<String> {
    let left = blocks.rules.iter().filter(|ruled| ruled.left.blocks > 0);
    let note = |ruled: &crate::blocks::Ruled| {
        let rule = model.blocking.get(ruled.rule)?;
        let left = ruled.left;
        (!rule.0.is_empty()).then(|| {
            format!(
                "Of the rule {rule}, {} blocks of more than {} records were left out, {} pairs in all.",
                left.blocks, left.largest, left.pairs
            )
        })
    };
    left.filter_map(note).collect()
}
