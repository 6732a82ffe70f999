//! People who think alike: base clusters, groups, and how many groups there are.

mod base;
mod exchange;
mod kmeans;
mod names;
mod nearest;
mod silhouette;

pub use base::BaseCluster;
pub(crate) use names::names;

use crate::{number::real, sparse::Pair};
use kmeans::{Cloud, Partition, Search};
use silhouette::Distances;

/// How many base clusters there are at most; with fewer people everybody is one.
const BASE: usize = 100;
/// Starts of the search for groups of one number.
const STARTS: usize = 24;
/// How many groups there are at most where nobody says a number.
const MOST: usize = 5;
/// So many base clusters allow one group more.
const PER_GROUP: usize = 12;
/// A number of groups has to be better by this to be taken before a smaller one.
const BETTER: f64 = 1e-9;

/// The groups of one conversation, before they have names.
pub(crate) struct Grouping {
    pub(crate) base: Vec<BaseCluster>,
    pub(crate) partition: Partition,
    pub(crate) silhouette: Option<f64>,
    pub(crate) silhouettes: Vec<(usize, f64)>,
}

/// What a search for groups is asked.
pub(crate) struct Asked<'a> {
    pub(crate) k: Option<usize>,
    pub(crate) seed: u64,
    /// The centres of the groups in an earlier state.
    pub(crate) before: &'a [Pair],
}

/// More groups were asked for than can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotGroup {
    /// The number of groups is 0.
    #[error("0 groups cannot be made. Ask for 1 or more.")]
    None,
    /// There are not so many places where people stand.
    #[error(
        "{asked} groups cannot be made: there have to be as many different places at which people stand (places: {places}). Ask for fewer groups."
    )]
    TooMany {
        /// How many were asked for.
        asked: usize,
        /// At how many places people stand.
        places: usize,
    },
}

/// Finds base clusters and groups of the people `inside` the conversation.
pub(crate) fn grouped(
    stand: &[Pair],
    inside: &[usize],
    asked: &Asked<'_>,
) -> Result<Grouping, CannotGroup> {
    let base = base::base(stand, inside, BASE, asked.seed);
    let (points, weights) = weighed(&base);
    let cloud = Cloud { points: &points, weights: &weights };
    let mut places = points.clone();
    places.dedup();
    let numbers = numbers(asked.k, base.len(), places.len())?;
    let choice = chosen(cloud, &numbers, asked);
    Ok(Grouping {
        base,
        partition: choice.partition,
        silhouette: choice.silhouette,
        silhouettes: choice.silhouettes,
    })
}

/// The numbers of groups to try.
fn numbers(asked: Option<usize>, base: usize, places: usize) -> Result<Vec<usize>, CannotGroup> {
    match asked {
        Some(0) => Err(CannotGroup::None),
        Some(asked) if asked > places => Err(CannotGroup::TooMany { asked, places }),
        Some(asked) => Ok(vec![asked]),
        None if places < 2 => Ok(vec![places]),
        None => Ok((2..=MOST.min(2 + base / PER_GROUP).min(places)).collect()),
    }
}

struct Choice {
    partition: Partition,
    silhouette: Option<f64>,
    silhouettes: Vec<(usize, f64)>,
}

/// The number of groups with the largest mean silhouette; of equal ones the smallest.
fn chosen(cloud: Cloud<'_>, numbers: &[usize], asked: &Asked<'_>) -> Choice {
    let distances = Distances::new(cloud.points);
    let empty = Partition { of: Vec::new(), centers: Vec::new(), inertia: 0.0 };
    let mut best = Choice { partition: empty, silhouette: None, silhouettes: Vec::new() };
    for &k in numbers.iter().filter(|k| **k > 0) {
        let search = Search { k, seed: asked.seed, starts: STARTS, refine: true };
        let partition = kmeans::search(cloud, search, Some(asked.before));
        let silhouette = distances.silhouette(&partition.of, cloud.weights, k);
        best.silhouettes.extend(silhouette.map(|silhouette| (k, silhouette)));
        let better = match (silhouette, best.silhouette) {
            (Some(new), Some(old)) => new > old + BETTER,
            (Some(_), None) => true,
            (None, _) => best.partition.of.is_empty(),
        };
        if better {
            (best.partition, best.silhouette) = (partition, silhouette);
        }
    }
    best
}

/// Describes groups that somebody else has made.
pub(crate) fn given(stand: &[Pair], groups: &[Vec<usize>], seed: u64) -> Grouping {
    let people: usize = groups.iter().map(Vec::len).sum();
    let mut base = Vec::new();
    let mut of = Vec::new();
    for (place, members) in groups.iter().enumerate() {
        let share = if people <= BASE { BASE } else { (BASE * members.len() / people).max(1) };
        let clusters = base::base(stand, members, share, seed);
        of.extend(clusters.iter().map(|_| place));
        base.extend(clusters);
    }
    let (points, weights) = weighed(&base);
    let cloud = Cloud { points: &points, weights: &weights };
    let k = groups.len();
    let partition = kmeans::described(cloud, of, k);
    let silhouette = Distances::new(&points).silhouette(&partition.of, &weights, k);
    let silhouettes = silhouette.map(|silhouette| (k, silhouette)).into_iter().collect();
    Grouping { base, partition, silhouette, silhouettes }
}

fn weighed(base: &[BaseCluster]) -> (Vec<Pair>, Vec<f64>) {
    base.iter().map(|cluster| (cluster.center, real(cluster.members.len()))).unzip()
}
