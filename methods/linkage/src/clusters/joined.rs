//! Which things were joined with which: disjoint sets (Galler and Fischer, "An improved equivalence algorithm", 1964), with the
//! paths halved while they are walked (Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", 1984).

#![expect(
    clippy::indexing_slicing,
    reason = "whoever asks stays below the number that it was made with"
)]

/// Disjoint sets of the numbers below a given one. Each set is named by its smallest member. Takes 4 bytes a number.
pub(crate) struct Joined(Vec<u32>);

impl Joined {
    /// Every number by itself.
    pub(crate) fn new(count: u32) -> Self {
        Self((0..count).collect())
    }

    /// The smallest number of the set that this one is in.
    pub(crate) fn find(&mut self, number: u32) -> u32 {
        let up = &mut self.0;
        let mut here = number;
        while up[here as usize] != here {
            let above = up[up[here as usize] as usize];
            up[here as usize] = above;
            here = above;
        }
        here
    }

    /// Joins two sets and answers with the smallest number of both.
    pub(crate) fn join(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b) as usize] = a.min(b);
        a.min(b)
    }

    /// Takes a number out of its set. Only once all numbers of a set are taken out may the set be asked about again.
    pub(crate) fn take_out(&mut self, number: u32) {
        self.0[number as usize] = number;
    }

    /// For each number, the smallest one of its set.
    pub(crate) fn into_smallest(mut self) -> Vec<u32> {
        // Each points at one that is smaller or at itself, so one pass from the smallest is enough.
        for number in 0..self.0.len() {
            self.0[number] = self.0[self.0[number] as usize];
        }
        self.0
    }
}
