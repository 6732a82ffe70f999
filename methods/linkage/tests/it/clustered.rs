//! Records become clusters, and somebody hears where to look.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod properties;
mod seen;
mod world;

use linkage::{
    clusters::{Clustered, Clustering, Status, Thresholds, Why, cluster},
    decisions::{Decisions, Record, Resolved},
    edge::Edge,
};

pub(crate) const THRESHOLDS: Thresholds = Thresholds { together: 10.0, attention: 5.0 };

pub(crate) fn edge(a: u32, b: u32, weight: f64) -> Edge {
    Edge { a, b, weight, mismatch: false }
}

pub(crate) fn mismatch(a: u32, b: u32, weight: f64) -> Edge {
    Edge { a, b, weight, mismatch: true }
}

/// What was decided of records that are called r0, r1 and so on.
pub(crate) fn decided(records: u32, said: &[(u32, u32, &str)]) -> Resolved {
    let names: Vec<String> = (0..records).map(|record| format!("r{record:03}")).collect();
    let records: Vec<Record<'_>> = names.iter().map(|id| Record { source: "crm", id }).collect();
    let rows = said.iter().map(|(a, b, verdict)| format!("r{a:03},r{b:03},{verdict}\n"));
    let file = format!("record_a,record_b,decision\n{}", rows.collect::<String>());
    Decisions::read(file.as_bytes()).unwrap().resolve(&records).unwrap()
}

pub(crate) fn names(clustering: &Clustering) -> Vec<u32> {
    clustering.of.iter().map(|record| record.cluster).collect()
}

fn statuses(clustering: &Clustering) -> Vec<Status> {
    clustering.of.iter().map(|record| record.status).collect()
}

fn told(clustering: &Clustering) -> Vec<(u32, u32, Why, f64)> {
    clustering.attention.iter().map(|it| (it.a, it.b, it.why, it.weight)).collect()
}

fn plain(records: u32, edges: &[Edge]) -> Clustering {
    cluster(records, edges, THRESHOLDS, &Resolved::default(), &[])
}

use Status::{Alone, Decided, NeedsAttention, Together};

#[test]
fn what_is_alike_is_joined_through_others_and_the_rest_stays_alone() {
    let found = plain(5, &[edge(3, 4, 10.0), edge(1, 3, 22.0), edge(0, 2, 4.9)]);
    assert_eq!(names(&found), [0, 1, 2, 1, 1]);
    assert_eq!(statuses(&found), [Alone, Together, Alone, Together, Together]);
    assert!(found.attention.is_empty());
    assert_eq!(plain(0, &[]), Clustering::default());
}

#[test]
fn between_the_thresholds_nothing_is_joined_and_both_sides_are_told() {
    let found = plain(4, &[edge(0, 1, 12.0), edge(1, 2, 7.5)]);
    assert_eq!(names(&found), [0, 0, 2, 3]);
    assert_eq!(statuses(&found), [NeedsAttention, NeedsAttention, NeedsAttention, Alone]);
    assert_eq!(told(&found), [(1, 2, Why::Between, 7.5)]);
    let joined_otherwise = plain(3, &[edge(0, 1, 12.0), edge(1, 2, 12.0), edge(0, 2, 7.0)]);
    assert_eq!(statuses(&joined_otherwise), [Together; 3]);
}

/// A and C have different NHS numbers; B, without one, is like both. B goes where it is more like.
#[test]
fn a_mismatch_keeps_a_chain_from_closing() {
    let found = plain(3, &[edge(0, 1, 18.0), edge(1, 2, 14.0), mismatch(0, 2, 3.0)]);
    assert_eq!(names(&found), [0, 0, 2]);
    assert_eq!(statuses(&found), [NeedsAttention; 3]);
    assert_eq!(told(&found), [(1, 2, Why::Mismatch { a: 0, b: 2 }, 14.0)]);
    let other_way_round = plain(3, &[edge(0, 1, 14.0), edge(1, 2, 18.0), mismatch(0, 2, 3.0)]);
    assert_eq!(names(&other_way_round), [0, 1, 1]);
}

#[test]
fn a_mismatch_itself_never_joins_and_is_told_where_all_else_is_alike() {
    let found = plain(2, &[mismatch(0, 1, 25.0)]);
    assert_eq!(names(&found), [0, 1]);
    assert_eq!(told(&found), [(0, 1, Why::Mismatch { a: 0, b: 1 }, 25.0)]);
    let also_without = plain(2, &[edge(0, 1, 25.0), mismatch(0, 1, 25.0)]);
    assert_eq!(also_without, found);
    assert!(plain(2, &[mismatch(0, 1, 2.0)]).attention.is_empty());
}

#[test]
fn twins_are_told_and_not_joined() {
    let edges = [edge(0, 1, 20.0), edge(2, 3, 20.0), edge(1, 2, 13.0)];
    let found = cluster(4, &edges, THRESHOLDS, &Resolved::default(), &[(2, 1)]);
    assert_eq!(names(&found), [0, 0, 2, 2]);
    assert_eq!(statuses(&found), [NeedsAttention; 4]);
    assert_eq!(told(&found), [(1, 2, Why::Twins { a: 1, b: 2 }, 13.0)]);
    let twice = [edge(0, 1, 3.0), edge(0, 1, 8.0), edge(1, 0, 4.0)];
    let found = cluster(2, &twice, THRESHOLDS, &Resolved::default(), &[(0, 1)]);
    assert_eq!(told(&found), [(0, 1, Why::Twins { a: 0, b: 1 }, 8.0)]);
    let never_compared = cluster(2, &[], THRESHOLDS, &Resolved::default(), &[(0, 1)]);
    assert_eq!(told(&never_compared), [(0, 1, Why::Twins { a: 0, b: 1 }, 0.0)]);
    let little_alike = cluster(2, &[edge(0, 1, -2.0)], THRESHOLDS, &Resolved::default(), &[(0, 1)]);
    assert_eq!(told(&little_alike), [(0, 1, Why::Twins { a: 0, b: 1 }, -2.0)]);
}

#[test]
fn of_several_reasons_the_most_certain_is_told() {
    let edges = [
        edge(0, 1, 30.0),
        edge(2, 3, 30.0),
        edge(1, 2, 11.0),
        mismatch(1, 3, 0.0),
        mismatch(0, 3, 0.0),
    ];
    let reason = |resolved: &Resolved, edges: &[Edge]| {
        let found = cluster(4, edges, THRESHOLDS, resolved, &[(0, 2)]);
        found.attention.iter().find(|it| (it.a, it.b) == (1, 2)).map(|it| it.why)
    };
    let none = Resolved::default();
    assert_eq!(reason(&none, &edges), Some(Why::Mismatch { a: 0, b: 3 }));
    assert_eq!(reason(&none, &edges[..3]), Some(Why::Twins { a: 0, b: 2 }));
    assert_eq!(reason(&decided(4, &[(1, 3, "apart")]), &edges), Some(Why::Apart { a: 1, b: 3 }));
}

#[test]
fn who_decided_together_is_followed_over_a_mismatch_and_without_any_edge() {
    let resolved = decided(4, &[(0, 2, "together"), (2, 3, "together")]);
    let found =
        cluster(4, &[mismatch(0, 2, 15.0), edge(1, 3, 11.0)], THRESHOLDS, &resolved, &[(0, 2)]);
    assert_eq!(names(&found), [0; 4]);
    assert_eq!(statuses(&found), [Decided; 4]);
    assert!(found.attention.is_empty(), "{:?}", found.attention);
}

/// The number of record 2 was mistyped. Who says so does not tear record 3 from the others, which has the right number.
#[test]
fn a_decision_over_a_mismatch_tears_nothing_apart() {
    let mut edges =
        vec![edge(0, 1, 30.0), edge(0, 3, 12.0), mismatch(0, 2, 9.0), mismatch(3, 2, 14.0)];
    let before = cluster(4, &edges, THRESHOLDS, &Resolved::default(), &[]);
    assert_eq!(names(&before), [0, 0, 2, 0]);
    let resolved = decided(4, &[(0, 2, "together")]);
    let after = cluster(4, &edges, THRESHOLDS, &resolved, &[]);
    assert_eq!(names(&after), [0; 4]);
    assert_eq!(statuses(&after), [Decided; 4]);
    let as_twins = cluster(4, &edges[..2], THRESHOLDS, &resolved, &[(0, 2), (2, 3)]);
    assert_eq!(names(&as_twins), [0; 4]);
    // Record 3 has another number than both.
    edges.push(mismatch(0, 3, 12.0));
    let another = cluster(4, &edges, THRESHOLDS, &resolved, &[]);
    assert_eq!(names(&another), [0, 0, 0, 3]);
    assert_eq!(statuses(&another), [NeedsAttention; 4]);
}

#[test]
fn who_decided_apart_is_followed_and_not_asked_again() {
    let resolved = decided(2, &[(0, 1, "apart")]);
    for between in [edge(0, 1, 40.0), edge(0, 1, 7.0), mismatch(0, 1, 40.0)] {
        let found = cluster(2, &[between], THRESHOLDS, &resolved, &[(0, 1)]);
        assert_eq!(names(&found), [0, 1]);
        assert_eq!(statuses(&found), [Decided; 2]);
        assert!(found.attention.is_empty(), "{:?}", found.attention);
    }
}

/// Which of the two it belongs to is still a question.
#[test]
fn a_record_that_is_like_two_who_are_kept_apart_needs_attention() {
    let resolved = decided(3, &[(0, 2, "apart")]);
    let found = cluster(3, &[edge(0, 1, 20.0), edge(1, 2, 19.0)], THRESHOLDS, &resolved, &[]);
    assert_eq!(names(&found), [0, 0, 2]);
    assert_eq!(told(&found), [(1, 2, Why::Apart { a: 0, b: 2 }, 19.0)]);
    let little = cluster(3, &[edge(0, 1, 20.0), edge(1, 2, 7.0)], THRESHOLDS, &resolved, &[(1, 2)]);
    assert!(
        little.attention.is_empty(),
        "the two clusters were decided about: {:?}",
        little.attention
    );
    assert_eq!(statuses(&little), [Decided; 3]);
}

#[test]
fn a_decision_reaches_through_a_third_record_into_clusters() {
    let resolved = decided(4, &[(0, 1, "together"), (1, 2, "apart")]);
    let found = cluster(4, &[edge(0, 3, 30.0), edge(2, 3, 29.0)], THRESHOLDS, &resolved, &[]);
    assert_eq!(names(&found), [0, 0, 2, 0]);
}

#[test]
fn equal_weights_are_tried_by_source_and_name_whatever_the_list() {
    let tied = |names: [&str; 3]| {
        let records = names.map(|id| Record { source: "crm", id });
        let resolved = Decisions::default().resolve(&records).unwrap();
        let at =
            |name: &str| u32::try_from(names.iter().position(|id| *id == name).unwrap()).unwrap();
        let edges = [
            edge(at("a"), at("b"), 12.0),
            edge(at("b"), at("c"), 12.0),
            mismatch(at("a"), at("c"), 0.0),
        ];
        let found = cluster(3, &edges, THRESHOLDS, &resolved, &[]);
        let same = |one: &str, other: &str| {
            found.of[at(one) as usize].cluster == found.of[at(other) as usize].cluster
        };
        assert!(same("a", "b") && !same("b", "c"), "{names:?}");
        let first = Clustered { cluster: at("a"), status: NeedsAttention };
        assert_eq!(found.of[at("b") as usize], first, "{names:?}");
    };
    tied(["a", "b", "c"]);
    tied(["c", "b", "a"]);
    tied(["b", "c", "a"]);
}

#[test]
fn what_says_nothing_is_passed_over() {
    let edges = [edge(0, 0, 50.0), edge(0, 9, 50.0), edge(0, 1, f64::NAN), mismatch(7, 9, 50.0)];
    let resolved = decided(9, &[(0, 7, "together"), (1, 8, "apart")]);
    let found = cluster(2, &edges, THRESHOLDS, &resolved, &[(0, 0), (1, 5)]);
    assert_eq!(names(&found), [0, 1]);
    assert!(found.attention.is_empty());
    let upside_down = Thresholds { together: 5.0, attention: 10.0 };
    let found =
        cluster(3, &[edge(0, 1, 6.0), edge(1, 2, 4.0)], upside_down, &Resolved::default(), &[]);
    assert_eq!(statuses(&found), [Together, Together, Alone]);
    let refused = [edge(0, 1, 7.0), edge(1, 2, 6.0), mismatch(0, 2, 0.0)];
    let found = cluster(3, &refused, upside_down, &Resolved::default(), &[]);
    assert_eq!(statuses(&found), [NeedsAttention; 3]);
}

#[test]
fn words_in_files_stay_what_they_are() {
    let words = [Alone, Together, Decided, NeedsAttention].map(|status| status.to_string());
    assert_eq!(words, ["alone", "together", "decided", "needs attention"]);
    let pair = |why: Why| (why.word(), why.pair());
    assert_eq!(pair(Why::Between), ("between the thresholds", None));
    assert_eq!(pair(Why::WeakLink), ("weak link", None));
    assert_eq!(pair(Why::Apart { a: 1, b: 2 }), ("kept apart", Some((1, 2))));
    assert_eq!(pair(Why::Mismatch { a: 1, b: 2 }), ("mismatch", Some((1, 2))));
    assert_eq!(pair(Why::Once { a: 1, b: 2 }), ("one source", Some((1, 2))));
    assert_eq!(pair(Why::Twins { a: 1, b: 2 }), ("twins", Some((1, 2))));
}
