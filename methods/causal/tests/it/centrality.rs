//! What lies between, what is near, what leads where.

use causal::{
    Centrality, Degrees, Graph, Map, Role, Selection, Shortest, Way, centrality::Sweep, components,
    selection::reach,
};
use proptest::prelude::*;

use crate::drawn::{any_map, map, map_and_shuffled};

fn named<T: Copy>(map: &Map, graph: &Graph, values: &[T], label: &str) -> T {
    let place = map.factors.iter().position(|factor| factor.label == label).unwrap();
    values[graph.node(place).unwrap() as usize]
}

#[test]
fn ways_are_shared_among_those_that_are_as_short() {
    let map = map(&["a + b", "a + c", "b + d", "c + d"]);
    let graph = Graph::of(&map).unwrap();
    let found = Centrality::of(&graph);
    assert_eq!(found.betweenness, [0.0, 0.5, 0.5, 0.0]);
    assert_eq!(found.upstream, [0, 1, 1, 3]);
    assert_eq!(found.downstream, [3, 1, 1, 0]);
    // Into d: three at distances 1, 1 and 2 of three others.
    assert_eq!(found.closeness, [0.0, 1.0 / 3.0, 1.0 / 3.0, 0.75]);
}

#[test]
fn parallel_links_count_once_and_a_link_to_itself_not_at_all() {
    let once = Centrality::of(&Graph::of(&map(&["a + b", "b + c"])).unwrap());
    let twice =
        Centrality::of(&Graph::of(&map(&["a + b", "a + b", "a - b", "b + b", "b + c"])).unwrap());
    assert_eq!(once, twice);
}

#[test]
fn a_thousand_and_more_diamonds_overflow_nothing() {
    let mut links = Vec::new();
    for number in 0..1_500 {
        let (here, next) = (number, number + 1);
        links.push(format!("{here} + l{here}"));
        links.push(format!("{here} + r{here}"));
        links.push(format!("l{here} + {next}"));
        links.push(format!("r{here} + {next}"));
    }
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let map = map(&links);
    let graph = Graph::of(&map).unwrap();
    let found = Centrality::of(&graph);
    assert!(found.betweenness.iter().all(|value| value.is_finite()));
    // All that comes before a joint leads through it to all that comes after, and half of it through each side.
    let middle = named(&map, &graph, &found.betweenness, "750");
    assert!((middle - 2250.0 * 2250.0).abs() < 1e-3, "{middle}");
    let side = named(&map, &graph, &found.betweenness, "l750");
    assert!((side - 2251.0 * 2248.0 / 2.0).abs() < 1e-3, "{side}");
}

#[test]
fn two_threads_find_what_one_finds_to_the_last_bit() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let graph = Graph::of(&crate::maps::read(&data.join("random-1000-4000.json"))).unwrap();
    let mut alone = Sweep::over(&graph);
    graph.nodes().for_each(|node| alone.from(node));
    assert_eq!(alone.end(), Centrality::of(&graph));
}

#[test]
fn a_long_chain_harms_nobody() {
    let links: Vec<String> = (0..3_000).map(|at| format!("{at} + {}", at + 1)).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let mut chain = map(&links);
    let graph = Graph::of(&chain).unwrap();
    assert_eq!(components::strongly_connected(&graph).count(), 3_001);
    assert_eq!(components::connected(&graph).count(), 1);
    let back = causal::Link { from: 3_000, to: 0, ..chain.links[0].clone() };
    chain.links.push(back);
    let graph = Graph::of(&chain).unwrap();
    assert_eq!(components::strongly_connected(&graph).largest(), 3_001);
}

#[test]
fn roles_and_leverage() {
    let map = map(&["a + b", "b + c", "d -- a", "b + d2", "d2 + c"]);
    let graph = Graph::of(&map).unwrap();
    let all: Vec<Degrees> = graph.nodes().map(|node| Degrees::of(&graph, node)).collect();
    assert_eq!(named(&map, &graph, &all, "a").role(), Role::Driver);
    assert_eq!(named(&map, &graph, &all, "b").role(), Role::Ordinary);
    assert_eq!(named(&map, &graph, &all, "c").role(), Role::Receiver);
    assert_eq!(named(&map, &graph, &all, "d").role(), Role::Isolated);
    let (a, b) = (named(&map, &graph, &all, "a"), named(&map, &graph, &all, "b"));
    assert_eq!((a.leverage(), b.leverage()), (2.0, 1.5));
    assert_eq!((a.leverage_as_prsm(), b.leverage_as_prsm()), (0.0, 2.0));
    // Undirected links join, but lead nowhere.
    assert_eq!(components::connected(&graph).count(), 1);
}

#[test]
fn around_a_factor_step_by_step() {
    let map = map(&["a + b", "b + c", "c + d", "e + c", "c -- f"]);
    let graph = Graph::of(&map).unwrap();
    let node = |label: &str| {
        graph.node(map.factors.iter().position(|factor| factor.label == label).unwrap()).unwrap()
    };
    let labels = |selection: &Selection| -> String {
        selection.nodes().iter().map(|&node| graph.label(&map, node)).collect()
    };
    let c = Selection::of([node("c")]);
    assert_eq!(labels(&c.grown(&graph, Way::Upstream, 1)), "bce");
    assert_eq!(labels(&c.grown(&graph, Way::Upstream, usize::MAX)), "abce");
    assert_eq!(labels(&c.grown(&graph, Way::Downstream, 3)), "cd");
    assert_eq!(labels(&c.grown(&graph, Way::Around, 1)), "bcdef");
    let from_a = Selection::of([node("a")]).grown(&graph, Way::Downstream, usize::MAX);
    let to_d = Selection::of([node("d")]).grown(&graph, Way::Upstream, usize::MAX);
    assert_eq!(labels(&from_a.and(&to_d)), "abcd");
    assert_eq!(labels(&from_a.or(&to_d)), "abcde");
    assert_eq!(labels(&to_d.without(&from_a)), "e");
}

#[test]
fn a_part_of_a_map_is_a_map() {
    let map = map(&["a + b", "b + c", "c + d", "e + c", "c -- f"]);
    let graph = Graph::of(&map).unwrap();
    assert_eq!(reach(&graph, 0, 2), 2);
    let part = Selection::of([0, 1, 2, 3]).map(&map, &graph);
    assert_eq!((part.factors.len(), part.links.len()), (4, 3));
    assert_eq!(part.factors[part.links[2].to].label, "d");
}

#[test]
fn all_shortest_ways_and_none_that_is_longer() {
    let map = map(&["a + b", "a + c", "b + d", "c + d", "a + e", "e + f", "f + d", "g + a"]);
    let graph = Graph::of(&map).unwrap();
    let found = Shortest::between(&graph, 0, 3, 10);
    assert_eq!((found.length, found.total), (Some(2), 2));
    assert_eq!(found.paths, [[0, 1, 3], [0, 2, 3]]);
    assert_eq!(Shortest::between(&graph, 0, 3, 1).paths.len(), 1);
    assert_eq!(Shortest::between(&graph, 3, 0, 10), Shortest::default());
    let still = Shortest::between(&graph, 2, 2, 10);
    assert_eq!((still.length, still.total, still.paths), (Some(0), 1, vec![vec![2]]));
}

proptest! {
    #[test]
    fn the_order_of_the_rows_changes_no_bit((one, other) in map_and_shuffled()) {
        let central = |map: &Map| Centrality::of(&Graph::of(map).unwrap());
        prop_assert_eq!(central(&one), central(&other));
    }

    #[test]
    fn betweenness_counts_the_steps_between_all_pairs(map in any_map()) {
        // Each pair at distance d has d - 1 factors between its ends, however its ways are shared.
        let graph = Graph::of(&map).unwrap();
        let total: f64 = Centrality::of(&graph).betweenness.iter().sum();
        let pairs = graph.nodes().flat_map(|from| graph.nodes().map(move |to| (from, to)));
        let between = |(from, to)| Shortest::between(&graph, from, to, 0).length.map_or(0, |steps| steps.saturating_sub(1));
        let steps: usize = pairs.map(between).sum();
        prop_assert!((total - f64::from(u32::try_from(steps).unwrap())).abs() < 1e-9);
    }

    #[test]
    fn the_shortest_ways_are_ways_and_as_many_as_are_counted(map in any_map()) {
        let graph = Graph::of(&map).unwrap();
        for to in graph.nodes() {
            let found = Shortest::between(&graph, 0, to, 1000);
            prop_assert_eq!(found.total, found.paths.len() as u128);
            for path in &found.paths {
                prop_assert!(path.windows(2).all(|step| graph.bond(step[0], step[1]).is_some()));
            }
        }
    }

    #[test]
    fn what_is_upstream_of_one_has_it_downstream(map in any_map()) {
        let graph = Graph::of(&map).unwrap();
        let found = Centrality::of(&graph);
        for node in graph.nodes() {
            let all = |way| Selection::of([node]).grown(&graph, way, usize::MAX).len() - 1;
            prop_assert_eq!(found.upstream[node as usize] as usize, all(Way::Upstream));
            prop_assert_eq!(found.downstream[node as usize] as usize, all(Way::Downstream));
        }
    }
}
