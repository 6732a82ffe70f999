//! Base clusters: people so near one another that they count as one.

use super::kmeans::{self, Cloud, Search};
use crate::{number::real, sparse::Pair};

/// Starts of the search: one that is refined is as good as several that are not, and base clusters need to be fine and not the best.
const STARTS: usize = 1;
/// With more people than this, it is not refined, which would take long.
const REFINED: usize = 20_000;

/// A few people who stand so near one another that they are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseCluster {
    /// The mean of where its members stand.
    pub center: [f64; 2],
    /// Its members, as places in the list of participants.
    pub members: Vec<usize>,
}

/// People who stand near one another, from left to right; everybody alone, where there are no more than `most`.
pub(super) fn base(stand: &[Pair], inside: &[usize], most: usize, seed: u64) -> Vec<BaseCluster> {
    let at = |person: usize| stand.get(person).copied().unwrap_or_default();
    // By where they stand and not by their names, so that other names do not lead to other groups.
    let mut people = inside.to_vec();
    people.sort_by(|a, b| across(at(*a), at(*b)).then(a.cmp(b)));
    let points: Vec<Pair> = people.iter().map(|person| at(*person)).collect();
    let of = if people.len() <= most {
        (0..people.len()).collect()
    } else {
        let weights = vec![1.0; points.len()];
        let mut places = points.clone();
        places.dedup();
        let search = Search {
            k: most.min(places.len()),
            seed,
            starts: STARTS,
            refine: people.len() <= REFINED,
        };
        kmeans::search(Cloud { points: &points, weights: &weights }, search, None).of
    };
    let mut clusters =
        vec![BaseCluster { center: [0.0; 2], members: Vec::new() }; most.min(people.len())];
    for (person, of) in people.iter().zip(of) {
        if let Some(cluster) = clusters.get_mut(of) {
            let [x, y] = at(*person);
            cluster.center = [cluster.center[0] + x, cluster.center[1] + y];
            cluster.members.push(*person);
        }
    }
    clusters.retain(|cluster| !cluster.members.is_empty());
    for cluster in &mut clusters {
        cluster.members.sort_unstable();
        let size = real(cluster.members.len());
        cluster.center = cluster.center.map(|sum| sum / size);
    }
    clusters.sort_by(|a, b| across(a.center, b.center).then_with(|| a.members.cmp(&b.members)));
    clusters
}

pub(super) fn across([ax, ay]: Pair, [bx, by]: Pair) -> std::cmp::Ordering {
    ax.total_cmp(&bx).then(ay.total_cmp(&by))
}
