//! Loops that somebody named by hand: do they come back to where they began, and what do they do?

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    loops::LoopKind,
    model::{Link, LinkKind, Loop, Map, Sign},
};

/// What became of a declared loop when it was followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Whether its links, in whatever order they were named, make one way that comes back to where it began and meets
    /// no factor twice.
    pub closed: bool,
    /// What it does with a change. Unknown where it is not closed, or a link on it has no sign.
    pub kind: LoopKind,
    /// Whether a link on it is delayed.
    pub delayed: bool,
}

impl Declared {
    /// Follows a declared loop along its links. A mutual link is followed in the direction that closes the loop, and
    /// alone it is a loop of two factors. An undirected link leads nowhere. Links that are parallel count as one, with
    /// an unknown sign where theirs differ.
    pub fn of(map: &Map, declared: &Loop) -> Self {
        let named: BTreeSet<usize> = declared.links.iter().copied().collect();
        let links: Option<Vec<&Link>> = named.iter().map(|&link| map.links.get(link)).collect();
        let open = Self { closed: false, kind: LoopKind::Unknown, delayed: false };
        let Some(links) = links else { return open };
        let delayed = links.iter().any(|link| link.delayed);
        match followed(&collapsed(&links)) {
            Some(kind) => Self { closed: true, kind, delayed },
            None => Self { delayed, ..open },
        }
    }
}

/// Two factors and the links between them: whether one leads there, one back, and their sign.
#[derive(Clone, Copy)]
struct Step {
    ends: (usize, usize),
    there: bool,
    back: bool,
    sign: Sign,
}

/// Parallel links together. Links there and back are two steps, unless they are one mutual link.
fn collapsed(links: &[&Link]) -> Vec<Step> {
    let mut steps: BTreeMap<(usize, usize, bool), Step> = BTreeMap::new();
    for link in links {
        let mutual = link.direction == LinkKind::Mutual;
        let (from, to) = (link.from, link.to);
        let ends = if mutual { (from.min(to), from.max(to)) } else { (from, to) };
        let there = link.direction != LinkKind::Undirected;
        let step = steps.entry((ends.0, ends.1, mutual)).or_insert(Step {
            ends,
            there,
            back: mutual,
            sign: link.sign,
        });
        step.there &= there;
        if step.sign != link.sign {
            step.sign = Sign::Unknown;
        }
    }
    steps.into_values().collect()
}

/// What the loop does, if the steps make one.
fn followed(steps: &[Step]) -> Option<LoopKind> {
    let (first, others) = steps.split_first()?;
    if others.is_empty() {
        let alone = first.ends.0 == first.ends.1 || first.back;
        return (alone && first.there).then(|| if first.back { twice(first) } else { kind(steps) });
    }
    let touching = touching(steps)?;
    let there = first.there && walk(steps, &touching, first.ends);
    let back = first.back && walk(steps, &touching, (first.ends.1, first.ends.0));
    (there || back).then(|| kind(steps))
}

/// The two steps that touch each factor; none where a factor is touched by more or fewer, as on no loop.
fn touching(steps: &[Step]) -> Option<BTreeMap<usize, [usize; 2]>> {
    let mut touching: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, step) in steps.iter().enumerate() {
        touching.entry(step.ends.0).or_default().push(number);
        touching.entry(step.ends.1).or_default().push(number);
    }
    let two = |(factor, steps): (usize, Vec<usize>)| Some((factor, steps.try_into().ok()?));
    touching.into_iter().map(two).collect()
}

/// Whether the first step, gone from `start` on, is followed by all others until it comes back.
fn walk(
    steps: &[Step],
    touching: &BTreeMap<usize, [usize; 2]>,
    (start, mut at): (usize, usize),
) -> bool {
    let (mut last, mut gone) = (0, 1);
    while at != start {
        let Some(&[one, other]) = touching.get(&at) else { return false };
        last = if one == last { other } else { one };
        gone += 1;
        at = match steps.get(last) {
            Some(step) if step.there && step.ends.0 == at => step.ends.1,
            Some(step) if step.back && step.ends.1 == at => step.ends.0,
            Some(_) | None => return false,
        };
    }
    gone == steps.len()
}

fn kind(steps: &[Step]) -> LoopKind {
    if steps.iter().any(|step| step.sign == Sign::Unknown) {
        return LoopKind::Unknown;
    }
    let negative = steps.iter().filter(|step| step.sign == Sign::Negative).count();
    if negative % 2 == 0 { LoopKind::Reinforcing } else { LoopKind::Balancing }
}

/// A mutual link alone is gone along twice, and a sign times itself is positive.
fn twice(step: &Step) -> LoopKind {
    match step.sign {
        Sign::Positive | Sign::Negative => LoopKind::Reinforcing,
        Sign::Unknown => LoopKind::Unknown,
    }
}
