//! What holds whatever the records are.

use std::collections::{BTreeMap, BTreeSet};

use linkage::{
    clusters::{Status, Task, Thresholds, Why, cluster, uncompared},
    decisions::{Decisions, Record, Resolved, Verdict},
    edge::Edge,
};
use proptest::prelude::*;

use super::{
    THRESHOLDS, names,
    world::{RECORDS, World, by_the_book, edges, shuffle, worlds},
};

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
