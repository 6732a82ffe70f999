//! Pieces of work of about one size.

use crate::{
    Edge, Fit, Records,
    blocks::{Blocks, pairs},
    compare::{Comparer, Memory},
};

/// About how many pairs a task has, unless one block has more.
const PAIRS: u64 = 100_000;

/// Blocks of one rule.
pub(super) struct Task {
    rule: usize,
    blocks: std::ops::Range<usize>,
    /// How many pairs they have; some of them may belong to rules before.
    pub(super) pairs: u64,
}

/// All the blocks, the largest tasks not last.
pub(super) fn tasks(blocks: &Blocks) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (rule, ruled) in blocks.rules.iter().enumerate() {
        let mut task = Task { rule, blocks: 0..0, pairs: 0 };
        for (at, block) in ruled.blocks().enumerate() {
            task.pairs += pairs(block.len());
            task.blocks.end = at + 1;
            if task.pairs >= PAIRS {
                let next = Task { rule, blocks: at + 1..at + 1, pairs: 0 };
                tasks.push(std::mem::replace(&mut task, next));
            }
        }
        if task.pairs > 0 {
            tasks.push(task);
        }
    }
    tasks
}

/// What one thread found.
pub(super) struct Found {
    pub(super) edges: Vec<Edge>,
    pub(super) twins: Vec<(u32, u32)>,
    pub(super) compared: u64,
    memory: Memory,
    /// What each comparison of the pair at hand weighs; kept for its room.
    each: Vec<Option<f64>>,
}

impl Found {
    pub(super) fn new(fit: &Fit) -> Self {
        Self {
            edges: Vec::new(),
            twins: Vec::new(),
            compared: 0,
            memory: Memory::new(&fit.plan),
            each: Vec::new(),
        }
    }

    pub(super) fn work(&mut self, records: &Records, fit: &Fit, blocks: &Blocks, task: &Task) {
        let Some(ruled) = blocks.rules.get(task.rule) else { return };
        for block in task.blocks.clone() {
            let members = ruled.block(block);
            for (at, a) in members.iter().enumerate() {
                let of_a = records.row(*a);
                for b in members.get(at + 1..).unwrap_or_default() {
                    if !blocks.met_before(task.rule, *a, *b) {
                        self.weigh(records, fit, (*a, of_a), *b);
                    }
                }
            }
        }
    }

    #[inline]
    fn weigh(&mut self, records: &Records, fit: &Fit, (a, of_a): (u32, &[u32]), b: u32) {
        let of_b = records.row(b);
        self.compared += 1;
        let Some(weight) =
            fit.weigh_if_it_reaches(records, (of_a, of_b), &mut self.memory, &mut self.each)
        else {
            return;
        };
        let comparer = Comparer { records, plan: &fit.plan };
        let mismatch = comparer.mismatch(of_a, of_b, &mut self.memory);
        let twins = comparer.are_twins(of_a, of_b, &mut self.memory);
        let (a, b) = (a.min(b), a.max(b));
        self.edges.push(Edge { a, b, weight, mismatch });
        if twins {
            self.twins.push((a, b));
        }
    }
}
