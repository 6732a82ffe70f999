//! What a cluster looks like as a graph.

use linkage::{
    clusters::{
        Status, Task, Uncompared, Why, cluster,
        metrics::{Metrics, Shape, metrics},
        uncompared,
    },
    decisions::Resolved,
    edge::Edge,
};

use super::{THRESHOLDS, decided, edge, mismatch, names};

fn task<'a>(records: u32, edges: &'a [Edge], resolved: &'a Resolved) -> Task<'a> {
    Task::new(records, edges, THRESHOLDS, resolved, &[])
}

/// Two pairs that a single link holds together.
const WAIST: [(u32, u32, f64); 3] = [(0, 1, 30.0), (2, 3, 30.0), (1, 2, 11.0)];

fn waist() -> Vec<Edge> {
    WAIST.map(|(a, b, weight)| edge(a, b, weight)).to_vec()
}

#[test]
fn two_halves_on_one_weak_link_stay_together_and_are_told() {
    let found = cluster(4, &waist(), THRESHOLDS, &Resolved::default(), &[]);
    assert_eq!(names(&found), [0; 4]);
    assert!(found.of.iter().all(|record| record.status == Status::NeedsAttention));
    let told: Vec<_> = found.attention.iter().map(|it| (it.a, it.b, it.why, it.weight)).collect();
    assert_eq!(told, [(1, 2, Why::WeakLink, 11.0)]);
}

#[test]
fn a_second_link_a_strong_one_or_a_decision_holds_well() {
    let none = Resolved::default();
    let with = |more: Edge| {
        let mut edges = waist();
        edges.push(more);
        cluster(4, &edges, THRESHOLDS, &none, &[]).attention.len()
    };
    assert_eq!(with(edge(0, 3, 10.0)), 0);
    assert_eq!(with(edge(1, 2, 13.0)), 0, "the higher weight of a pair counts");
    assert_eq!(with(edge(1, 2, 12.9)), 1, "a pair that stands twice is one link");
    let edges = waist();
    let asked = Task { weak_links: None, ..task(4, &edges, &none) };
    assert!(asked.cluster().attention.is_empty());
    let said = decided(4, &[(1, 2, "together")]);
    assert!(cluster(4, &waist(), THRESHOLDS, &said, &[]).attention.is_empty());
}

#[test]
fn one_record_on_a_weak_link_is_no_half() {
    let chain = [edge(0, 1, 11.0), edge(1, 2, 11.0)];
    assert!(cluster(3, &chain, THRESHOLDS, &Resolved::default(), &[]).attention.is_empty());
    let star = [edge(0, 1, 11.0), edge(0, 2, 11.0), edge(0, 3, 11.0), edge(0, 4, 11.0)];
    assert!(cluster(5, &star, THRESHOLDS, &Resolved::default(), &[]).attention.is_empty());
}

#[test]
fn density_bridges_and_degree_of_each_cluster() {
    let none = Resolved::default();
    let mut edges = waist();
    edges.extend([edge(2, 4, 12.0), edge(3, 4, 12.0), edge(4, 5, 6.0), mismatch(0, 6, 30.0)]);
    let task = task(7, &edges, &none);
    let seen = metrics(&task, &task.cluster());
    let shape = Shape { records: 5, links: 5, bridges: 2, highest_degree: 3 };
    assert_eq!(seen.clusters.into_iter().collect::<Vec<_>>(), [(0, shape)]);
    assert_eq!(seen.degree, [1, 2, 3, 2, 2, 0, 0]);
    assert_eq!(seen.bridges, [(0, 1), (1, 2)]);
    assert!((shape.density() - 0.5).abs() < 1e-12);
}

#[test]
fn an_answer_to_another_task_has_no_shape() {
    let none = Resolved::default();
    let other = task(3, &[], &none).cluster();
    assert_eq!(metrics(&task(4, &waist(), &none), &other), Metrics::default());
}

/// A chain as long as this would overflow the stack of whoever walked it by recursion.
#[test]
fn a_chain_of_a_hundred_thousand_is_walked() {
    let edges: Vec<Edge> = (0..99_999).map(|a| edge(a, a + 1, 11.0)).collect();
    let none = Resolved::default();
    let task = task(100_000, &edges, &none);
    let found = task.cluster();
    assert_eq!(found.attention.len(), 99_997);
    let seen = metrics(&task, &found);
    assert_eq!(seen.clusters.len(), 1);
    assert_eq!(seen.bridges.len(), 99_999);
}

/// Two registers of births hold each child once; two records of a hospital are like both children of the first.
#[test]
fn a_source_that_holds_each_person_once_gives_one_record_to_a_cluster() {
    let none = Resolved::default();
    let once = [Some(1), Some(1), Some(2), None, None];
    let edges =
        [edge(0, 3, 20.0), edge(1, 3, 19.0), edge(3, 4, 18.0), edge(2, 4, 17.0), edge(0, 1, 11.0)];
    let found = Task { once: &once, ..task(5, &edges, &none) }.cluster();
    assert_eq!(names(&found), [0, 1, 0, 0, 0]);
    let told: Vec<_> = found.attention.iter().map(|it| (it.a, it.b, it.why, it.weight)).collect();
    let why = Why::Once { a: 0, b: 1 };
    assert_eq!(told, [(0, 1, why, 11.0), (1, 3, why, 19.0)]);
    let apart = Task { once: &once[..1], ..task(5, &edges, &none) }.cluster();
    assert_eq!(names(&apart), [0; 5], "of the others nobody said so");
}

#[test]
fn pairs_inside_a_cluster_that_nobody_compared_are_found() {
    let said = decided(5, &[(3, 4, "together")]);
    let edges = [edge(0, 1, 30.0), edge(2, 1, 30.0), edge(2, 3, 30.0), edge(4, 0, 1.0)];
    let task = task(6, &edges, &said);
    let found = uncompared(&task, &task.cluster(), 5);
    assert_eq!(found.pairs, [(0, 2), (0, 3), (1, 3), (1, 4), (2, 4)]);
    let too_large = uncompared(&task, &task.cluster(), 4);
    assert_eq!(too_large, Uncompared { pairs: Vec::new(), too_large: vec![0] });
}

#[test]
fn why_somebody_should_look_is_told_in_a_sentence() {
    let sentence = |edges: &[Edge], twins: &[(u32, u32)], said: &[(u32, u32, &str)]| {
        let found = cluster(4, edges, THRESHOLDS, &decided(4, said), twins);
        found
            .attention
            .iter()
            .map(|it| it.told(|record| format!("r{record}")))
            .collect::<Vec<_>>()
            .join("; ")
    };
    assert_eq!(
        sentence(&[edge(0, 1, 7.25)], &[], &[]),
        "r0 and r1 are alike (7.2), but not enough to join them"
    );
    let chain = [edge(0, 1, 18.0), edge(1, 2, 14.0)];
    assert_eq!(
        sentence(&[chain[0], chain[1], mismatch(0, 2, 0.0)], &[], &[]),
        "r1 and r2 are alike (14.0), but r0 and r2 disagree as one person's records cannot"
    );
    assert_eq!(
        sentence(&[mismatch(0, 2, 14.0)], &[], &[]),
        "r0 and r2 are alike (14.0), but they disagree as one person's records cannot"
    );
    assert_eq!(
        sentence(&[edge(0, 1, 9.0)], &[(0, 1)], &[]),
        "r0 and r1 are alike (9.0), but they look like twins"
    );
    assert_eq!(
        sentence(&chain, &[], &[(0, 2, "apart")]),
        "r1 and r2 are alike (14.0), but somebody decided that r0 and r2 are two people"
    );
    assert_eq!(
        sentence(&waist(), &[], &[]),
        "r1 and r2 are alike (11.0), and nothing else holds the two halves of their cluster together"
    );
}
