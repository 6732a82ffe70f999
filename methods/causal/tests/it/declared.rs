//! Loops that somebody drew by hand.

use causal::{Declared, Loop, LoopKind, Map};

use crate::drawn::map;

fn follow(links: &[&str], named: &[usize]) -> Declared {
    let declared = Loop { links: named.to_vec(), ..Loop::default() };
    Declared::of(&map(links), &declared)
}

fn closed(links: &[&str], named: &[usize]) -> Option<LoopKind> {
    let found = follow(links, named);
    found.closed.then_some(found.kind)
}

#[test]
fn a_loop_closes_in_whatever_order_its_links_were_named() {
    use LoopKind::{Balancing, Reinforcing, Unknown};
    let links = ["a + b", "b - c", "c + a", "c - d", "d ? a", "a + a"];
    assert_eq!(closed(&links, &[0, 1, 2]), Some(Balancing));
    assert_eq!(closed(&links, &[2, 0, 1]), Some(Balancing));
    assert_eq!(closed(&links, &[0, 1, 3, 4]), Some(Unknown));
    assert_eq!(closed(&links, &[5]), Some(Reinforcing));
}

#[test]
fn what_does_not_come_back_is_not_closed() {
    let links = ["a + b", "b - c", "c + a", "c - d", "a + c", "d + e", "e + d", "c -- a"];
    for named in
        [&[0, 1][..], &[], &[0], &[0, 1, 2, 3], &[0, 1, 2, 5, 6], &[0, 1, 7], &[9], &[0, 1, 4]]
    {
        let found = follow(&links, named);
        assert_eq!((found.closed, found.kind), (false, LoopKind::Unknown), "{named:?}");
    }
}

#[test]
fn a_mutual_link_goes_the_way_that_closes_the_loop() {
    let links = ["a + b", "c <-> b", "c + a", "a <-> d"];
    assert_eq!(closed(&links, &[0, 1, 2]), Some(LoopKind::Balancing));
    assert_eq!(closed(&links, &[1, 2, 0]), Some(LoopKind::Balancing));
    assert_eq!(closed(&links, &[3]), Some(LoopKind::Reinforcing));
}

#[test]
fn parallel_links_are_one_step_and_a_delay_is_seen() {
    let links = ["a + b", "a - b", "b +d a", "a + b"];
    assert_eq!(closed(&links, &[0, 3, 2]), Some(LoopKind::Reinforcing));
    assert_eq!(closed(&links, &[0, 1, 2]), Some(LoopKind::Unknown));
    assert!(follow(&links, &[0, 2]).delayed);
    assert!(!follow(&links, &[0]).delayed);
}

#[test]
fn a_very_long_loop_is_followed_to_its_end() {
    let count = 2_000;
    let links: Vec<String> = (0..count).map(|at| format!("{at} - {}", (at + 1) % count)).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let all: Vec<usize> = (0..count).rev().collect();
    assert_eq!(closed(&links, &all), Some(LoopKind::Reinforcing));
    let map: Map = map(&links);
    let open = Loop { links: all[1..].to_vec(), ..Loop::default() };
    assert!(!Declared::of(&map, &open).closed);
}
