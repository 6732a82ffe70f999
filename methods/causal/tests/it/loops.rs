//! Feedback loops.

use std::collections::BTreeSet;

use causal::{Graph, Limits, LoopKind, Loops, Map, loops::Found};
use proptest::prelude::*;

use crate::drawn::{any_map, map, map_and_shuffled};

const NO_LIMIT: Limits = Limits { max_length: usize::MAX, most_loops: u64::MAX };

fn said(map: &Map, loops: &Loops) -> Vec<String> {
    let graph = Graph::of(map).unwrap();
    let say = |found: Found<'_>| {
        let labels: Vec<&str> = found.factors.iter().map(|&node| graph.label(map, node)).collect();
        let delayed = if found.delayed { " delayed" } else { "" };
        format!("{} {}{delayed}", labels.join(">"), found.kind.name())
    };
    loops.items.iter().map(say).collect()
}

fn loops_of(links: &[&str]) -> Vec<String> {
    let map = map(links);
    said(&map, &Loops::list(&Graph::of(&map).unwrap(), NO_LIMIT))
}

#[test]
fn two_negative_links_reinforce_and_one_balances() {
    assert_eq!(loops_of(&["a - b", "b - a"]), ["a>b reinforcing"]);
    assert_eq!(loops_of(&["a + b", "b - a"]), ["a>b balancing"]);
}

#[test]
fn a_link_without_a_sign_makes_its_loops_unknown() {
    assert_eq!(loops_of(&["a ? b", "b - a"]), ["a>b unknown"]);
}

#[test]
fn parallel_links_are_one_and_opposite_ones_leave_it_open() {
    assert_eq!(loops_of(&["a + b", "a + b", "b + a"]), ["a>b reinforcing"]);
    assert_eq!(loops_of(&["a + b", "a - b", "b + a"]), ["a>b unknown"]);
    // Whatever the order in which they were drawn.
    let ambiguous = |links: &[&str]| {
        let graph = Graph::of(&map(links)).unwrap();
        graph.bond(0, 1).unwrap().ambiguous
    };
    assert!(ambiguous(&["a ? b", "a + b", "a - b"]) && ambiguous(&["a + b", "a - b", "a ? b"]));
    assert!(!ambiguous(&["a ? b", "a + b"]));
}

#[test]
fn one_delayed_link_delays_the_loop() {
    assert_eq!(loops_of(&["a +d b", "b + a"]), ["a>b reinforcing delayed"]);
}

#[test]
fn a_factor_that_leads_to_itself_is_a_loop_of_one() {
    assert_eq!(loops_of(&["a - a", "a + b"]), ["a balancing"]);
}

#[test]
fn undirected_links_are_on_no_loop_and_mutual_ones_are_one() {
    assert_eq!(loops_of(&["a -- b", "b + a"]), [""; 0]);
    assert_eq!(loops_of(&["a <-> b"]), ["a>b reinforcing"]);
}

#[test]
fn a_loop_begins_at_its_smallest_factor_and_numbers_are_told_by_their_value() {
    assert_eq!(loops_of(&["10 + 9", "9 + b", "b + 10"]), ["9>b>10 reinforcing"]);
}

#[test]
fn shorter_loops_come_first() {
    let all = loops_of(&["a + b", "b + c", "c + a", "c + d", "d + c", "b + a"]);
    assert_eq!(all, ["a>b reinforcing", "c>d reinforcing", "a>b>c reinforcing"]);
}

/// Every factor leads to every other.
fn dense(count: usize) -> Graph {
    let names: Vec<String> = (0..count).map(|number| number.to_string()).collect();
    let pairs = names.iter().flat_map(|from| names.iter().map(move |to| (from, to)));
    let links: Vec<String> =
        pairs.filter(|(from, to)| from != to).map(|(from, to)| format!("{from} + {to}")).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    Graph::of(&map(&links)).unwrap()
}

#[test]
fn a_search_that_is_cut_off_says_so() {
    let graph = dense(12);
    let limits = Limits { max_length: 12, most_loops: 1000 };
    let loops = Loops::list(&graph, limits);
    assert!(!loops.complete);
    assert_eq!((loops.total(), loops.items.len()), (1000, 1000));
    assert!(!Loops::count(&graph, limits).complete);
}

#[test]
fn a_limit_that_is_just_reached_cuts_nothing_off() {
    let loops = Loops::list(&dense(4), Limits { max_length: 4, most_loops: 20 });
    // Of 2, 3 and 4 factors: 6, 8 and 6.
    assert!(loops.complete);
    assert_eq!(loops.by_length, [0, 0, 6, 8, 6]);
}

#[test]
fn dead_ends_do_not_hold_the_search_up() {
    // From 2 a ladder of 60 rungs leads on in 2^60 ways and back to 2, but a loop through 1 has met 2 already.
    let mut links = ["1 + 2", "2 + 1", "2 + 100", "160 + 2"].map(str::to_owned).to_vec();
    for rung in 100..160 {
        links.push(format!("{rung} + {}", rung + 1));
        links.push(format!("{rung} + x{rung}"));
        links.push(format!("x{rung} + {}", rung + 1));
    }
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let graph = Graph::of(&map(&links)).unwrap();
    let limits = Limits { max_length: usize::MAX, most_loops: 100 };
    let loops = Loops::list(&graph, limits);
    assert_eq!((loops.total(), loops.complete), (100, false));
    let first = loops.items.iter().next().unwrap();
    assert_eq!(first.factors, [0, 1]);
    assert_eq!(loops.items.iter().filter(|found| found.factors[0] == 0).count(), 1);
}

/// All loops, the slow way: every simple way from a factor to larger ones and back.
fn brute(graph: &Graph, max_length: usize) -> BTreeSet<Vec<u32>> {
    fn go(graph: &Graph, path: &mut Vec<u32>, most: usize, found: &mut BTreeSet<Vec<u32>>) {
        for &next in graph.out().of_node(*path.last().unwrap()) {
            if next == path[0] {
                found.insert(path.clone());
            } else if next > path[0] && path.len() < most && !path.contains(&next) {
                path.push(next);
                go(graph, path, most, found);
                path.pop();
            }
        }
    }
    let mut found = BTreeSet::new();
    if max_length > 0 {
        graph.nodes().for_each(|node| go(graph, &mut vec![node], max_length, &mut found));
    }
    found
}

proptest! {
    #[test]
    fn every_loop_is_found_once(map in any_map(), max_length in 0..9_usize) {
        let graph = Graph::of(&map).unwrap();
        let loops = Loops::list(&graph, Limits { max_length, ..Limits::default() });
        let listed: Vec<Vec<u32>> = loops.items.iter().map(|found| found.factors.to_vec()).collect();
        let set: BTreeSet<Vec<u32>> = listed.iter().cloned().collect();
        prop_assert_eq!(set.len(), listed.len());
        prop_assert_eq!(set, brute(&graph, max_length));
        let mut sorted = listed.clone();
        sorted.sort_by_key(|factors| (factors.len(), factors.clone()));
        prop_assert_eq!(listed, sorted);
    }

    #[test]
    fn its_kind_is_the_product_of_its_signs(map in any_map()) {
        let graph = Graph::of(&map).unwrap();
        for found in Loops::list(&graph, NO_LIMIT).items.iter() {
            let ends = found.factors.iter().zip(found.factors.iter().cycle().skip(1));
            let bonds: Vec<_> = ends.map(|(&from, &to)| graph.bond(from, to).unwrap()).collect();
            let product = bonds.iter().fold(1, |product, bond| product * match bond.sign {
                causal::Sign::Positive => 1,
                causal::Sign::Negative => -1,
                causal::Sign::Unknown => 0,
            });
            let kind = [LoopKind::Balancing, LoopKind::Unknown, LoopKind::Reinforcing];
            prop_assert_eq!(found.kind, kind[usize::try_from(product + 1).unwrap()]);
            prop_assert_eq!(found.delayed, bonds.iter().any(|bond| bond.delayed));
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter((one, other) in map_and_shuffled(), max_length in 0..9_usize) {
        let list = |map: &Map| {
            let graph = Graph::of(map).unwrap();
            Loops::list(&graph, Limits { max_length, most_loops: 30 })
        };
        prop_assert_eq!(said(&one, &list(&one)), said(&other, &list(&other)));
    }

    #[test]
    fn turning_every_sign_round_turns_the_loops_of_odd_length(map in any_map()) {
        let mut turned = map.clone();
        for link in &mut turned.links {
            link.sign = match link.sign {
                causal::Sign::Positive => causal::Sign::Negative,
                causal::Sign::Negative => causal::Sign::Positive,
                causal::Sign::Unknown => causal::Sign::Unknown,
            };
        }
        let list = |map: &Map| Loops::list(&Graph::of(map).unwrap(), NO_LIMIT);
        let (before, after) = (list(&map), list(&turned));
        for (one, other) in before.items.iter().zip(after.items.iter()) {
            let same = one.factors.len() % 2 == 0 || one.kind == LoopKind::Unknown;
            prop_assert_eq!(one.kind == other.kind, same);
        }
    }
}
