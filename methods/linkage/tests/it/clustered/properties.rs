//! What holds whatever the records are.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};

use linkage::{
    clusters::{Clustering, Status, Task, Thresholds, Why, cluster, uncompared},
    decisions::{Decisions, Record, Resolved, Verdict},
    edge::Edge,
};
use proptest::prelude::*;

use super::{THRESHOLDS, decided, names};

const RECORDS: u32 = 12;

/// Records that were compared, decided about, and taken for twins.
#[derive(Clone, Debug)]
struct World {
    edges: Vec<Edge>,
    said: Vec<(u32, u32, &'static str)>,
    twins: Vec<(u32, u32)>,
    once: Vec<Option<u32>>,
}

impl World {
    fn with(&self, edges: &[Edge], resolved: &Resolved) -> Clustering {
        self.task(edges, resolved).cluster()
    }

    fn task<'a>(&'a self, edges: &'a [Edge], resolved: &'a Resolved) -> Task<'a> {
        Task { once: &self.once, ..Task::new(RECORDS, edges, THRESHOLDS, resolved, &self.twins) }
    }

    fn resolved(&self) -> Resolved {
        decided(RECORDS, &self.said)
    }

    fn cluster(&self) -> Clustering {
        self.with(&self.edges, &self.resolved())
    }
}

impl World {
    /// Whether somebody put one of the two together with a third record despite a contradiction, and the other one is like that.
    fn answered(&self, a: u32, b: u32) -> bool {
        let same =
            |(x, y): (u32, u32), (a, b): (u32, u32)| (x.min(y), x.max(y)) == (a.min(b), a.max(b));
        let resolved = self.resolved();
        let despite = |pair| {
            let mismatch =
                self.edges.iter().any(|edge| edge.mismatch && same((edge.a, edge.b), pair));
            let twins = self.twins.iter().any(|twins| same(*twins, pair));
            (mismatch || twins) && resolved.verdict(pair.0, pair.1) == Some(Verdict::Together)
        };
        let joins = |pair| {
            let mut alike = self
                .edges
                .iter()
                .filter(|edge| !edge.mismatch && edge.weight >= THRESHOLDS.together);
            alike.any(|edge| same((edge.a, edge.b), pair))
        };
        let through = |third: u32| {
            (despite((a, third)) && joins((third, b))) || (despite((b, third)) && joins((third, a)))
        };
        (0..RECORDS).any(through)
    }

    /// Pairs of one source that holds each person once.
    fn same_source(&self) -> Vec<(u32, u32)> {
        let held: Vec<(u32, u32)> = (0..)
            .zip(&self.once)
            .filter_map(|(record, source)| Some((record, (*source)?)))
            .collect();
        let pairs = held.iter().flat_map(|one| held.iter().map(move |other| (one, other)));
        pairs
            .filter(|(one, other)| one.0 < other.0 && one.1 == other.1)
            .map(|(one, other)| (one.0, other.0))
            .collect()
    }
}

fn pair() -> impl Strategy<Value = (u32, u32)> {
    (0..RECORDS, 1..RECORDS)
        .prop_map(|(a, by)| (a.min((a + by) % RECORDS), a.max((a + by) % RECORDS)))
}

fn edges() -> impl Strategy<Value = Vec<Edge>> {
    // Few weights, so that there are ties.
    let weight = (0..20_u8).prop_map(f64::from);
    let edge = (pair(), weight, prop::bool::weighted(0.15));
    let edge = edge.prop_map(|((a, b), weight, mismatch)| Edge { a, b, weight, mismatch });
    prop::collection::vec(edge, 0..40)
}

fn worlds() -> impl Strategy<Value = World> {
    let said = (pair(), prop::sample::select(vec!["together", "apart"]));
    let said = prop::collection::vec(said.prop_map(|((a, b), word)| (a, b, word)), 0..5);
    let once = prop::collection::vec(prop::option::weighted(0.3, 0..2_u32), RECORDS as usize);
    let once = prop_oneof![1 => Just(Vec::new()), 1 => once];
    (edges(), said, prop::collection::vec(pair(), 0..3), once).prop_map(
        |(edges, mut said, twins, once)| {
            // What contradicts what was said before it is left out.
            let mut kept: Vec<(u32, u32, &str)> = Vec::new();
            for one in said.drain(..) {
                let verdict = decided(RECORDS, &kept).verdict(one.0, one.1).map(Verdict::word);
                if verdict.is_none_or(|word| word == one.2) {
                    kept.push(one);
                }
            }
            World { edges, said: kept, twins, once }
        },
    )
}

/// The same, as it is written in the books: every edge in order, and every pair looked at every time.
fn by_the_book(world: &World) -> Vec<u32> {
    let resolved = world.resolved();
    let together = |a, b| a == b || resolved.verdict(a, b) == Some(Verdict::Together);
    let mut of: Vec<u32> =
        (0..RECORDS).map(|b| (0..=b).find(|a| together(*a, b)).unwrap()).collect();
    let mismatches = world.edges.iter().filter(|edge| edge.mismatch).map(|edge| (edge.a, edge.b));
    let mut barred: Vec<(u32, u32)> = mismatches.chain(world.twins.iter().copied()).collect();
    barred.retain(|(a, b)| !world.answered(*a, *b));
    barred.extend(world.same_source());
    barred.retain(|(a, b)| !together(*a, *b));
    barred.extend(resolved.apart());
    let mut edges: Vec<&Edge> = world
        .edges
        .iter()
        .filter(|edge| edge.weight >= THRESHOLDS.together && !edge.mismatch)
        .collect();
    edges.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.a, x.b).cmp(&(y.a, y.b))));
    for edge in edges {
        let ends = [of[edge.a as usize], of[edge.b as usize]];
        let spans = |(a, b): &(u32, u32)| {
            let barred = [of[*a as usize], of[*b as usize]];
            barred == ends || [barred[1], barred[0]] == ends
        };
        if ends[0] != ends[1] && !barred.iter().any(spans) {
            let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            of.iter_mut().filter(|of| **of == high).for_each(|of| *of = low);
        }
    }
    of
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn it_is_what_the_book_says(world in worlds()) {
        prop_assert_eq!(names(&world.cluster()), by_the_book(&world));
    }

    #[test]
    fn the_order_of_edges_plays_no_part(world in worlds(), seed in any::<u64>()) {
        let mut other = world.clone();
        shuffle(&mut other.edges, seed);
        shuffle(&mut other.twins, seed);
        shuffle(&mut other.said, seed);
        for edge in &mut other.edges {
            (edge.a, edge.b) = (edge.b, edge.a);
        }
        prop_assert_eq!(world.cluster(), other.cluster());
    }

    #[test]
    fn the_order_of_records_plays_no_part(world in worlds(), seed in any::<u64>()) {
        let mut place: Vec<u32> = (0..RECORDS).collect();
        shuffle(&mut place, seed);
        let to = |record: u32| place[record as usize];
        let mut listed = vec![String::new(); RECORDS as usize];
        for record in 0..RECORDS {
            listed[to(record) as usize] = format!("r{record:03}");
        }
        let records: Vec<Record<'_>> = listed.iter().map(|id| Record { source: "crm", id }).collect();
        let rows = world.said.iter().map(|(a, b, word)| format!("r{a:03},r{b:03},{word}"));
        let rows: Vec<String> = rows.collect();
        let file = format!("record_a,record_b,decision\n{}", rows.join("\n"));
        let resolved = Decisions::read(file.as_bytes()).unwrap().resolve(&records).unwrap();
        let edges: Vec<Edge> =
            world.edges.iter().map(|edge| Edge { a: to(edge.a), b: to(edge.b), ..*edge }).collect();
        let twins: Vec<(u32, u32)> = world.twins.iter().map(|(a, b)| (to(*a), to(*b))).collect();
        let mut once = vec![None; RECORDS as usize];
        for (record, source) in (0..).zip(&world.once) {
            once[to(record) as usize] = *source;
        }
        let moved = World { twins, once, ..world.clone() }.with(&edges, &resolved);
        let here = world.cluster();
        for record in 0..RECORDS {
            let (one, other) = (here.of[record as usize], moved.of[to(record) as usize]);
            prop_assert_eq!((to(one.cluster), one.status), (other.cluster, other.status));
        }
        let seen: Vec<_> = here.attention.iter().map(|it| (to(it.a), to(it.b), it.why.word(), it.why.pair().map(|(a, b)| (to(a), to(b))), it.weight)).collect();
        let other: Vec<_> = moved.attention.iter().map(|it| (it.a, it.b, it.why.word(), it.why.pair(), it.weight)).collect();
        prop_assert_eq!(seen, other);
    }

    #[test]
    fn decisions_are_always_followed_and_no_cluster_holds_who_must_not_be_together(world in worlds()) {
        let (resolved, of) = (world.resolved(), names(&world.cluster()));
        let same = |a: u32, b: u32| of[a as usize] == of[b as usize];
        for a in 0..RECORDS {
            for b in 0..RECORDS {
                match resolved.verdict(a, b) {
                    Some(Verdict::Together) => prop_assert!(same(a, b)),
                    Some(Verdict::Apart) => prop_assert!(!same(a, b)),
                    None => {}
                }
            }
        }
        let together = |a, b| resolved.verdict(a, b) == Some(Verdict::Together);
        let mismatches = world.edges.iter().filter(|edge| edge.mismatch).map(|edge| (edge.a, edge.b));
        for (a, b) in mismatches.chain(world.twins.iter().copied()) {
            prop_assert!(!same(a, b) || together(a, b) || world.answered(a, b));
        }
        for (a, b) in world.same_source() {
            prop_assert!(!same(a, b) || together(a, b));
        }
    }

    #[test]
    fn a_cluster_is_named_by_its_first_record_and_has_one_status(world in worlds()) {
        let found = world.cluster();
        for (record, one) in (0..).zip(&found.of) {
            prop_assert!(one.cluster <= record);
            prop_assert_eq!(found.of[one.cluster as usize], *one);
        }
        let mut sizes: BTreeMap<u32, u32> = BTreeMap::new();
        for name in names(&found) {
            *sizes.entry(name).or_default() += 1;
        }
        for one in &found.of {
            prop_assert!(one.status != Status::Alone || sizes[&one.cluster] == 1);
            prop_assert!(one.status != Status::Together || sizes[&one.cluster] > 1);
        }
    }

    /// Whoever is told to look finds a reason, and every reason reaches the records that it speaks of.
    #[test]
    fn attention_and_its_reasons_go_together(world in worlds()) {
        let found = world.cluster();
        let reasons: BTreeSet<u32> =
            found.attention.iter().flat_map(|it| [it.a, it.b]).map(|record| found.of[record as usize].cluster).collect();
        for one in &found.of {
            prop_assert_eq!(one.status == Status::NeedsAttention, reasons.contains(&one.cluster));
        }
        for it in &found.attention {
            let same = found.of[it.a as usize].cluster == found.of[it.b as usize].cluster;
            prop_assert_eq!(same, it.why == Why::WeakLink);
        }
    }

    #[test]
    fn a_lower_threshold_only_joins_more_where_nothing_is_refused(edges in edges(), lower in 0..10_u8) {
        let edges: Vec<Edge> = edges.into_iter().filter(|edge| !edge.mismatch).collect();
        let none = Resolved::default();
        let low = Thresholds { together: f64::from(lower), attention: 0.0 };
        let high = names(&cluster(RECORDS, &edges, THRESHOLDS, &none, &[]));
        let low = names(&cluster(RECORDS, &edges, low, &none, &[]));
        for (record, name) in high.iter().enumerate() {
            prop_assert_eq!(low[record], low[*name as usize]);
        }
    }

    /// What stays inside clusters makes the same clusters; and so do decisions that say what was found.
    #[test]
    fn clustering_again_changes_nothing(world in worlds()) {
        let of = names(&world.cluster());
        let resolved = world.resolved();
        let inside: Vec<Edge> =
            world.edges.iter().filter(|edge| of[edge.a as usize] == of[edge.b as usize]).copied().collect();
        prop_assert_eq!(&names(&world.with(&inside, &resolved)), &of);
        let mut said = world.said.clone();
        said.extend((0..).zip(&of).filter(|(record, name)| record != *name).map(|(record, name)| (*name, record, "together")));
        let confirmed = World { said, ..world };
        prop_assert_eq!(names(&confirmed.cluster()), of);
    }

    /// Whoever compares what nobody compared, and clusters again, comes to clusters in which every pair was compared.
    #[test]
    fn comparing_what_nobody_compared_comes_to_an_end(world in worlds()) {
        let resolved = world.resolved();
        let mut edges = world.edges.clone();
        for round in 0.. {
            prop_assert!(round < 66, "there are no more pairs than that");
            let task = world.task(&edges, &resolved);
            let found = uncompared(&task, &task.cluster(), RECORDS);
            prop_assert!(found.too_large.is_empty());
            if found.pairs.is_empty() {
                break;
            }
            let new = |(a, b): &(u32, u32)| Edge { a: *a, b: *b, weight: 0.0, mismatch: (a + b) % 3 == 0 };
            edges.extend(found.pairs.iter().map(new));
        }
        let of = names(&world.with(&edges, &resolved));
        for a in 0..RECORDS {
            for b in (a + 1..RECORDS).filter(|b| of[a as usize] == of[*b as usize]) {
                let compared = edges.iter().any(|edge| (edge.a, edge.b) == (a, b));
                prop_assert!(compared || resolved.verdict(a, b) == Some(Verdict::Together));
            }
        }
    }

    /// Telling of weak links joins and parts nothing.
    #[test]
    fn weak_links_change_no_cluster(world in worlds()) {
        let resolved = world.resolved();
        let asked = Task { weak_links: None, ..world.task(&world.edges, &resolved) };
        let without = asked.cluster();
        prop_assert_eq!(names(&without), names(&world.cluster()));
        let links: Vec<_> = world.cluster().attention.into_iter().filter(|it| it.why != Why::WeakLink).collect();
        prop_assert_eq!(without.attention, links);
    }
}

/// The same order for the same seed.
fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for last in (1..list.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = (seed >> 33) % (last as u64 + 1);
        list.swap(last, usize::try_from(place).unwrap());
    }
}
