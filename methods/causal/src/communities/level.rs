//! One level of Louvain: things with weighted links, at first factors, then communities of the level below.

#![expect(
    clippy::indexing_slicing,
    reason = "nodes and communities are below the length of every list here"
)]
#![expect(
    clippy::cast_precision_loss,
    reason = "modularity is a share; its last bits do not matter"
)]

use std::collections::BTreeMap;

use crate::{chance::Chance, components::Parts, graph::Graph};

#[derive(Clone, Debug)]
pub(super) struct Level {
    /// For each thing, with which others it is joined, and how often.
    links: Vec<Vec<(u32, i64)>>,
    /// How often each thing is joined within, counted from both ends.
    within: Vec<i64>,
    /// How often each thing is joined at all.
    degrees: Vec<i64>,
    /// The sum of all degrees.
    total: i64,
}

impl Level {
    pub(super) fn of(graph: &Graph) -> Self {
        let once = |&other: &u32| (other, 1);
        let links =
            graph.nodes().map(|node| graph.beside().of_node(node).iter().map(once).collect());
        Self::from(links.collect(), vec![0; graph.len()])
    }

    fn from(links: Vec<Vec<(u32, i64)>>, within: Vec<i64>) -> Self {
        let joined = |links: &Vec<(u32, i64)>| links.iter().map(|&(_, times)| times).sum::<i64>();
        let degrees: Vec<i64> = links.iter().map(joined).zip(&within).map(|(a, b)| a + b).collect();
        let total = degrees.iter().sum();
        Self { links, within, degrees, total }
    }

    pub(super) fn len(&self) -> usize {
        self.links.len()
    }

    /// Moves one thing after the other to where it is worth most, until none moves. Of places that are worth the same
    /// it stays in its own, or goes to the one with the smallest number.
    pub(super) fn moved(&self, chance: &mut Chance) -> Vec<u32> {
        let mut called: Vec<u32> = (0..).take(self.len()).collect();
        let mut sizes = self.degrees.clone();
        let mut order = called.clone();
        chance.shuffle(&mut order);
        let mut near = vec![0_i64; self.len()];
        let mut any = true;
        while any {
            any = false;
            for &thing in &order {
                let old = called[thing as usize];
                let new = self.best(thing, &called, &mut sizes, &mut near);
                called[thing as usize] = new;
                any |= new != old;
            }
        }
        called
    }

    fn best(&self, thing: u32, called: &[u32], sizes: &mut [i64], near: &mut [i64]) -> u32 {
        let own = called[thing as usize];
        let degree = self.degrees[thing as usize];
        sizes[own as usize] -= degree;
        let links = &self.links[thing as usize];
        for &(other, times) in links {
            near[called[other as usize] as usize] += times;
        }
        let worth = |community: u32| {
            let at = community as usize;
            i128::from(near[at]) * i128::from(self.total)
                - i128::from(degree) * i128::from(sizes[at])
        };
        let mut best = (worth(own), own);
        for community in links.iter().map(|&(other, _)| called[other as usize]) {
            let value = worth(community);
            let first = value == best.0 && best.1 != own && community < best.1;
            if value > best.0 || first {
                best = (value, community);
            }
        }
        for &(other, _) in links {
            near[called[other as usize] as usize] = 0;
        }
        sizes[best.1 as usize] += degree;
        best.1
    }

    /// The level above: each community is one thing.
    pub(super) fn merged(&self, parts: &Parts) -> Self {
        let mut links: Vec<BTreeMap<u32, i64>> = vec![BTreeMap::new(); parts.count()];
        let mut within = vec![0; parts.count()];
        for (thing, &community) in parts.of.iter().enumerate() {
            within[community as usize] += self.within[thing];
            for &(other, times) in &self.links[thing] {
                let beyond = parts.of[other as usize];
                if beyond == community {
                    within[community as usize] += times;
                } else {
                    *links[community as usize].entry(beyond).or_default() += times;
                }
            }
        }
        Self::from(links.into_iter().map(|links| links.into_iter().collect()).collect(), within)
    }

    /// Modularity times the square of the sum of all degrees.
    pub(super) fn worth(&self, called: &[u32]) -> i128 {
        let mut sizes = vec![0_i128; self.len()];
        let mut inside: i128 = 0;
        for (thing, links) in self.links.iter().enumerate() {
            sizes[called[thing] as usize] += i128::from(self.degrees[thing]);
            let alike = links.iter().filter(|(other, _)| called[*other as usize] == called[thing]);
            inside += alike.map(|&(_, times)| i128::from(times)).sum::<i128>();
        }
        inside * i128::from(self.total) - sizes.iter().map(|size| size * size).sum::<i128>()
    }

    /// 0 where there is no link.
    pub(super) fn modularity(&self, worth: i128) -> f64 {
        let total = self.total as f64;
        if self.total == 0 { 0.0 } else { worth as f64 / total / total }
    }
}
