//! Answers that are known: the obesity map, a random map, and what networkx says of both.

use std::{fs, path::PathBuf};

use causal::{Centrality, Graph, Limits, Loops, Map, Sign, components};

use crate::maps;

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

fn obesity() -> Map {
    maps::read(&data("foresight-obesity-connections.csv"))
}

fn random() -> Map {
    maps::read(&data("random-1000-4000.json"))
}

fn up_to(map: &Map, max_length: usize) -> Loops {
    Loops::list(&Graph::of(map).unwrap(), Limits { max_length, ..Limits::default() })
}

#[test]
fn the_obesity_map_is_as_foresight_drew_it() {
    let map = obesity();
    let signed = |sign| map.links.iter().filter(|link| link.sign == sign).count();
    assert_eq!((map.factors.len(), map.links.len()), (108, 296));
    assert_eq!((signed(Sign::Positive), signed(Sign::Negative)), (198, 98));
    let graph = Graph::of(&map).unwrap();
    assert_eq!(components::connected(&graph).count(), 1);
    assert_eq!(components::strongly_connected(&graph).largest(), 86);
}

#[test]
fn the_obesity_map_has_193_loops_of_up_to_6_links() {
    let loops = up_to(&obesity(), 6);
    assert!(loops.complete);
    assert_eq!((loops.reinforcing, loops.balancing, loops.unknown), (115, 78, 0));
    assert_eq!((loops.total(), loops.items.len()), (193, 193));
}

#[test]
fn the_obesity_map_has_17_492_loops_of_up_to_12_links() {
    let graph = Graph::of(&obesity()).unwrap();
    let loops = Loops::count(&graph, Limits { max_length: 12, ..Limits::default() });
    assert_eq!((loops.total(), loops.items.len()), (17_492, 0));
}

#[test]
fn the_random_map_has_as_many_loops_as_its_peers_find() {
    let loops = up_to(&random(), 8);
    let so_far = loops.by_length.iter().scan(0, |sum, count| {
        *sum += count;
        Some(*sum)
    });
    let so_far: Vec<u64> = so_far.collect();
    assert_eq!(so_far[3..], [30, 88, 296, 994, 3_472, 12_149]);
    // None can be told, since nobody gave a sign.
    assert_eq!(loops.unknown, 12_149);
}

#[test]
fn centrality_is_what_networkx_says() {
    for (map, known) in
        [(obesity(), "obesity-centrality.json"), (random(), "random-centrality.json")]
    {
        let graph = Graph::of(&map).unwrap();
        let found = Centrality::of(&graph);
        let known = fs::read_to_string(data(known)).unwrap();
        let known: serde_json::Value = serde_json::from_str(&known).unwrap();
        let factors = known["factors"].as_array().unwrap();
        assert!(factors.len() >= 12);
        for factor in factors {
            let label = factor["label"].as_str().unwrap();
            let place = map.factors.iter().position(|factor| factor.label == label).unwrap();
            let node = graph.node(place).unwrap() as usize;
            let close = |ours: f64, field: &str| {
                let theirs = factor[field].as_f64().unwrap();
                assert!((ours - theirs).abs() <= 1e-9 * theirs.max(1.0), "{label} {field}: {ours}");
            };
            close(found.betweenness[node], "betweenness");
            close(found.closeness[node], "closeness");
            assert_eq!(u64::from(found.upstream[node]), factor["upstream"], "{label}");
            assert_eq!(u64::from(found.downstream[node]), factor["downstream"], "{label}");
        }
    }
}
