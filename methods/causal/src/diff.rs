//! What differs between two maps.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    fields::{self, Field},
    graph::{Broken, check},
    model::{Loop, Map},
    pairing::{Pairing, plain, turned},
};

/// What differs between a map here and another there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// What is said of the whole map: its title, its description, its attributes.
    pub map: Vec<Field>,
    /// Factors, by their places.
    pub factors: Changes,
    /// Links, by their places.
    pub links: Changes,
    /// Declared loops, by their places: the same if they have the same label, whatever its white space and case, and lead
    /// along the same links.
    pub loops: Changes,
}

/// What is on one map only, and what is on both but not alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Places of what is only here.
    pub only_here: Vec<usize>,
    /// Places of what is only there.
    pub only_there: Vec<usize>,
    /// What is on both and differs.
    pub changed: Vec<Changed>,
    /// How many are on both and alike in everything.
    pub alike: usize,
}

/// Something that is on both maps and differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its place here.
    pub here: usize,
    /// Its place there.
    pub there: usize,
    /// The fields that differ, by name.
    pub fields: Vec<Field>,
}

impl Diff {
    /// Compares two maps. [`Pairing::of`] says when two factors or links are the same.
    ///
    /// # Errors
    /// Where a link on either names a factor that is not there.
    pub fn between(here: &Map, there: &Map) -> Result<Self, Broken> {
        check(here)?;
        check(there)?;
        let pairing = Pairing::of(here, there);
        let factors = changes(&pairing.factors, there.factors.len(), |one, other| {
            let fields = |map: &Map, place| {
                map.factors.get(place).map(fields::of_factor).unwrap_or_default()
            };
            fields::differing(&fields(here, one), &fields(there, other))
        });
        let links = changes(&pairing.links, there.links.len(), |one, other| {
            let fields =
                |map: &Map, place| map.links.get(place).map(fields::of_link).unwrap_or_default();
            fields::differing(&fields(here, one), &fields(there, other))
        });
        let loops = changes(&loops(here, there, &pairing), there.loops.len(), |_, _| Vec::new());
        let map = fields::differing(&fields::of_map(here), &fields::of_map(there));
        Ok(Self { map, factors, links, loops })
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let alike = [&self.factors, &self.links, &self.loops].into_iter().all(Changes::is_empty);
        alike && self.map.is_empty()
    }
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.only_here.is_empty() && self.only_there.is_empty() && self.changed.is_empty()
    }
}

/// For each declared loop here its place there. Of several that are the same the first goes with the first.
fn loops(here: &Map, there: &Map, pairing: &Pairing) -> Vec<Option<usize>> {
    let known = |declared: &Loop, links: BTreeSet<Option<usize>>| (plain(&declared.label), links);
    let mut waiting: BTreeMap<_, VecDeque<usize>> = BTreeMap::new();
    for (place, declared) in there.loops.iter().enumerate() {
        let links = declared.links.iter().copied().map(Some).collect();
        waiting.entry(known(declared, links)).or_default().push_back(place);
    }
    let found = here.loops.iter().map(|declared| {
        let link = |link: &usize| pairing.links.get(*link).copied().flatten();
        waiting.get_mut(&known(declared, declared.links.iter().map(link).collect()))?.pop_front()
    });
    found.collect()
}

fn changes(
    pairs: &[Option<usize>],
    count: usize,
    differing: impl Fn(usize, usize) -> Vec<Field>,
) -> Changes {
    let mut changes = Changes::default();
    for (here, there) in pairs.iter().enumerate() {
        let Some(there) = *there else {
            changes.only_here.push(here);
            continue;
        };
        let fields = differing(here, there);
        if fields.is_empty() {
            changes.alike += 1;
        } else {
            changes.changed.push(Changed { here, there, fields });
        }
    }
    let missing = turned(pairs, count).into_iter().enumerate();
    changes.only_there =
        missing.filter(|(_, here)| here.is_none()).map(|(there, _)| there).collect();
    changes
}
