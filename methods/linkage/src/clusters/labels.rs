//! From sets of records to what is said of each record.

#![expect(
    clippy::indexing_slicing,
    reason = "a root is a record, and every list here has one place for each record"
)]

use super::{Attention, Clustered, Status, Task};

impl Task<'_> {
    /// What to say of each record, by the root of its set.
    pub(super) fn labels(&self, root: &[u32], attention: &[Attention]) -> Vec<Clustered> {
        let mut of: Vec<Clustered> =
            root.iter().map(|root| Clustered { cluster: *root, status: Status::Alone }).collect();
        for (record, root) in (0..).zip(root) {
            self.take_in(&mut of, record, *root);
        }
        for record in self.decided() {
            raise(&mut of[root[record as usize] as usize], Status::Decided);
        }
        for pair in attention {
            for record in [pair.a, pair.b] {
                raise(&mut of[root[record as usize] as usize], Status::NeedsAttention);
            }
        }
        for (record, root) in root.iter().enumerate() {
            of[record] = of[*root as usize];
        }
        of
    }

    /// The place of a root is where its cluster is put together.
    fn take_in(&self, of: &mut [Clustered], record: u32, root: u32) {
        let whole = &mut of[root as usize];
        if record != root {
            raise(whole, Status::Together);
        }
        if self.resolved.rank(record) < self.resolved.rank(whole.cluster) {
            whole.cluster = record;
        }
    }

    /// Records that somebody decided about.
    fn decided(&self) -> impl Iterator<Item = u32> {
        let together = self.resolved.together().iter().flatten().copied();
        let apart = self.resolved.apart().iter().flat_map(|(a, b)| [*a, *b]);
        together.chain(apart).filter(|record| *record < self.records)
    }
}

fn raise(one: &mut Clustered, status: Status) {
    one.status = one.status.max(status);
}
