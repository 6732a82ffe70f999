//! What a map has that a format has no place for.

use std::collections::BTreeSet;

use causal::{LinkKind, Map, Sign};

use crate::LeftOut;

mod holds_not;

/// A part of a map that a format may have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// [`Map::title`].
    Title,
    /// [`Map::description`].
    Description,
    /// [`Map::attributes`].
    MapAttributes,
    /// [`Map::loops`].
    Loops,
    /// The ids of factors: they come back as their labels or numbers.
    FactorIds,
    /// The labels of factors: they come back as their ids or numbers.
    Labels,
    /// Labels that several factors share: each but the first gets a number behind it.
    SharedLabels,
    /// Factors without a link.
    LoneFactors,
    /// [`causal::Factor::kind`].
    FactorKinds,
    /// [`causal::Factor::note`].
    FactorNotes,
    /// [`causal::Factor::tags`].
    FactorTags,
    /// [`causal::Factor::position`].
    Positions,
    /// [`causal::Factor::attributes`].
    FactorAttributes,
    /// The ids of links: they come back as their numbers.
    LinkIds,
    /// [`causal::Link::direction`]: every link comes back as directed.
    Directions,
    /// [`causal::Link::sign`]: every link comes back as unknown.
    Signs,
    /// [`causal::Link::delayed`].
    Delays,
    /// [`causal::Link::weight`].
    Weights,
    /// [`causal::Link::label`].
    LinkLabels,
    /// [`causal::Link::kind`].
    LinkKinds,
    /// [`causal::Link::note`].
    LinkNotes,
    /// [`causal::Link::tags`].
    LinkTags,
    /// [`causal::Link::attributes`].
    LinkAttributes,
}

/// One entry for each of these parts that the map has. That ids become others is not said: they mean nothing to people.
pub(crate) fn unheld(map: &Map, parts: &[Part]) -> Vec<LeftOut> {
    parts.iter().filter_map(|part| missing(map, *part)).collect()
}

fn missing(map: &Map, part: Part) -> Option<LeftOut> {
    let owners: Vec<&str> = of_map(map, part)
        .into_iter()
        .chain(
            map.factors
                .iter()
                .filter(|factor| of_factor(factor, part))
                .map(|factor| factor.label.as_str()),
        )
        .chain(map.links.iter().filter(|link| of_link(link, part)).map(|link| link.id.as_str()))
        .chain(shared(map, part))
        .collect();
    let first = owners.first()?;
    let (what, owner) = words(part);
    let place = match (owner, owners.len()) {
        ("map", _) => String::from("the map"),
        (_, 1) => format!("{owner} \"{first}\""),
        (_, many) => format!("{many} {owner}s, the first is \"{first}\""),
    };
    Some(LeftOut::new(place, format_args!("this format has no place for {what}")))
}

fn of_map(map: &Map, part: Part) -> Option<&str> {
    let has = [
        (Part::Title, !map.title.is_empty()),
        (Part::Description, !map.description.is_empty()),
        (Part::MapAttributes, !map.attributes.is_empty()),
        (Part::Loops, !map.loops.is_empty()),
    ];
    has.contains(&(part, true)).then_some("")
}

fn of_factor(factor: &causal::Factor, part: Part) -> bool {
    let has = [
        (Part::Labels, !factor.label.is_empty() && factor.label != factor.id),
        (Part::FactorKinds, !factor.kind.is_empty()),
        (Part::FactorNotes, !factor.note.is_empty()),
        (Part::FactorTags, !factor.tags.is_empty()),
        (Part::Positions, factor.position.is_some()),
        (Part::FactorAttributes, !factor.attributes.is_empty()),
    ];
    has.contains(&(part, true))
}

fn of_link(link: &causal::Link, part: Part) -> bool {
    let has = [
        (Part::Directions, link.direction != LinkKind::Directed),
        (Part::Signs, link.sign != Sign::Unknown),
        (Part::Delays, link.delayed),
        (Part::Weights, link.weight.is_some()),
        (Part::LinkLabels, !link.label.is_empty()),
        (Part::LinkKinds, !link.kind.is_empty()),
        (Part::LinkNotes, !link.note.is_empty()),
        (Part::LinkTags, !link.tags.is_empty()),
        (Part::LinkAttributes, !link.attributes.is_empty()),
    ];
    has.contains(&(part, true))
}

/// The labels of factors that only a look at all of them finds: those that share a label, those without a link.
fn shared(map: &Map, part: Part) -> Vec<&str> {
    let mut labels = map.factors.iter().map(|factor| factor.label.as_str());
    let mut seen = BTreeSet::new();
    if part == Part::SharedLabels {
        return labels.filter(|label| !seen.insert(*label)).collect();
    }
    if part == Part::LoneFactors {
        let linked: BTreeSet<usize> =
            map.links.iter().flat_map(|link| [link.from, link.to]).collect();
        return labels
            .by_ref()
            .enumerate()
            .filter(|(at, _)| !linked.contains(at))
            .map(|(_, label)| label)
            .collect();
    }
    Vec::new()
}

fn words(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Title => ("a title", "map"),
        Part::Description => ("a description", "map"),
        Part::MapAttributes => ("more that is said of the whole map", "map"),
        Part::Loops => ("loops named by hand", "map"),
        Part::FactorIds => ("ids of its own", "factor"),
        Part::Labels => ("labels", "factor"),
        Part::SharedLabels => ("two factors of one label, so a number stands behind it", "factor"),
        Part::LoneFactors => ("factors without a link", "factor"),
        Part::FactorKinds => ("the kind of a factor", "factor"),
        Part::FactorNotes => ("notes on a factor", "factor"),
        Part::FactorTags => ("the tags of a factor", "factor"),
        Part::Positions => ("where a factor stands", "factor"),
        Part::FactorAttributes => ("more that is said of a factor", "factor"),
        Part::LinkIds => ("ids of its own", "link"),
        Part::Directions => {
            ("links without direction or in both, so this is written as directed", "link")
        }
        Part::Signs => ("signs", "link"),
        Part::Delays => ("delays", "link"),
        Part::Weights => ("weights", "link"),
        Part::LinkLabels => ("the label of a link", "link"),
        Part::LinkKinds => ("the kind of a link", "link"),
        Part::LinkNotes => ("notes on a link", "link"),
        Part::LinkTags => ("the tags of a link", "link"),
        Part::LinkAttributes => ("more that is said of a link", "link"),
    }
}
