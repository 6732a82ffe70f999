//! How far each factor is from a start and back.

#![expect(clippy::indexing_slicing, reason = "nodes are below the length of every list here")]

use super::{SHUT, Search};
use crate::graph::Node;

impl Search {
    /// Distances back to the start, for all factors that may be on a loop through it that is short enough.
    ///
    /// Such a factor is near the start in one direction at least. So the search ahead goes half of the way, and the
    /// search back beyond its half only where the search ahead has been.
    pub(super) fn measure(&mut self, start: Node) {
        let half = self.longest / 2;
        self.measure_ahead(start, self.longest - half - 1);
        let mut at = self.met.len();
        self.back[start as usize] = 0;
        self.met.push(start);
        while let Some(&node) = self.met.get(at) {
            at += 1;
            let steps = self.back[node as usize] + 1;
            if steps >= self.longest {
                break;
            }
            for &before in self.into.of_node(node) {
                let near = steps <= half
                    || steps <= self.longest.saturating_sub(self.ahead[before as usize]);
                if before > start && near && self.back[before as usize] == SHUT {
                    self.back[before as usize] = steps;
                    self.met.push(before);
                }
            }
        }
    }

    fn measure_ahead(&mut self, start: Node, most: u32) {
        self.ahead[start as usize] = 0;
        self.met.push(start);
        let mut at = 0;
        while let Some(&node) = self.met.get(at) {
            at += 1;
            let steps = self.ahead[node as usize] + 1;
            if steps > most {
                break;
            }
            let links = self.open[node as usize] as usize..self.out.start(node + 1);
            for &next in &self.out.ends()[links] {
                if self.ahead[next as usize] == SHUT {
                    self.ahead[next as usize] = steps;
                    self.met.push(next);
                }
            }
        }
    }
}
