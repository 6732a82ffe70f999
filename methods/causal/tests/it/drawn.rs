//! Small maps drawn in a line, and others drawn by chance.

use causal::{Factor, Link, LinkKind, Map, Sign};
use proptest::prelude::*;

/// A map from links such as `a + b`, `b - c`, `c ? a`, `a -- b` (undirected), `a <+> b` (mutual); `+d` is delayed.
pub(crate) fn map(links: &[&str]) -> Map {
    let mut map = Map::default();
    for link in links {
        let words: Vec<&str> = link.split(' ').collect();
        let [from, how, to] = words.try_into().expect("a link is three words");
        let [from, to] = [from, to].map(|label| place(&mut map, label));
        let direction = match how {
            "--" => LinkKind::Undirected,
            how if how.starts_with('<') => LinkKind::Mutual,
            _ => LinkKind::Directed,
        };
        let sign = match how.trim_start_matches('<').chars().next() {
            Some('+') => Sign::Positive,
            Some('-') if how != "--" => Sign::Negative,
            _ => Sign::Unknown,
        };
        let id = format!("link {}", map.links.len());
        let delayed = how.ends_with('d');
        map.links.push(Link { id, from, to, direction, sign, delayed, ..Link::default() });
    }
    map
}

/// Where a factor stands; it is added if it is not there.
pub(crate) fn place(map: &mut Map, label: &str) -> usize {
    map.factors.iter().position(|factor| factor.label == label).unwrap_or_else(|| {
        map.factors.push(Factor { id: label.into(), label: label.into(), ..Factor::default() });
        map.factors.len() - 1
    })
}

/// Maps of up to seven factors with links of every kind.
pub(crate) fn any_map() -> impl Strategy<Value = Map> {
    let sign = prop_oneof![Just(Sign::Positive), Just(Sign::Negative), Just(Sign::Unknown)];
    let kind = prop_oneof![
        8 => Just(LinkKind::Directed),
        1 => Just(LinkKind::Mutual),
        1 => Just(LinkKind::Undirected)
    ];
    let link = move |count| (0..count, 0..count, sign.clone(), kind.clone(), any::<bool>());
    (1..8_usize).prop_flat_map(move |count| {
        proptest::collection::vec(link(count), 0..24).prop_map(move |links| {
            let mut map = Map::default();
            for number in 0..count {
                place(&mut map, &format!("factor {number}"));
            }
            for (from, to, sign, direction, delayed) in links {
                let id = map.links.len().to_string();
                map.links.push(Link { id, from, to, direction, sign, delayed, ..Link::default() });
            }
            map
        })
    })
}

/// The same map with its rows in another order.
pub(crate) fn shuffled(map: &Map, order: &[usize], links: &[usize]) -> Map {
    let mut new = vec![0; order.len()];
    for (to, &from) in order.iter().enumerate() {
        new[from] = to;
    }
    let link = |&at: &usize| {
        let link = map.links[at].clone();
        Link { from: new[link.from], to: new[link.to], ..link }
    };
    Map {
        factors: order.iter().map(|&at| map.factors[at].clone()).collect(),
        links: links.iter().map(link).collect(),
        ..map.clone()
    }
}

/// A map, and the same with its rows in another order.
pub(crate) fn map_and_shuffled() -> impl Strategy<Value = (Map, Map)> {
    any_map().prop_flat_map(|map| {
        let factors: Vec<usize> = (0..map.factors.len()).collect();
        let links: Vec<usize> = (0..map.links.len()).collect();
        (Just(map), Just(factors).prop_shuffle(), Just(links).prop_shuffle())
            .prop_map(|(map, factors, links)| (map.clone(), shuffled(&map, &factors, &links)))
    })
}
