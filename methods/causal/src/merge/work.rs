//! The steps of a merge: what stays, then the factors, the links and the loops.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Change, Merge, What,
    blend::{Blend, Said},
    ids::Ids,
    trio::{Fate, Pairs, Trio, trios},
};
use crate::{
    fields,
    model::{Factor, Link, LinkKind, Map},
    pairing::{Pairing, turned},
};

pub(super) struct Work<'m> {
    pub(super) base: Option<&'m Map>,
    pub(super) first: &'m Map,
    pub(super) second: &'m Map,
    factors: Vec<Trio<'m, Factor>>,
    links: Vec<Trio<'m, Link>>,
    /// For each factor of the second map its place among `factors`. Those of the first stand at the same place.
    second_rows: Vec<usize>,
    pub(super) merge: Merge,
}

impl<'m> Work<'m> {
    pub(super) fn on(base: Option<&'m Map>, first: &'m Map, second: &'m Map) -> Self {
        let none = Pairing::default();
        let (one, two) = match base {
            Some(base) => (Pairing::of(base, first), Pairing::of(base, second)),
            None => (none.clone(), none),
        };
        let across = Pairing::through((&one, &two), first, second);
        let pairs = |of: fn(&Pairing) -> &[Option<usize>]| {
            (of(&one).to_vec(), of(&two).to_vec(), of(&across).to_vec())
        };
        let (factors, links) = (pairs(|pairing| &pairing.factors), pairs(|pairing| &pairing.links));
        let old_factors = base.map_or(&[][..], |base| &base.factors);
        let old_links = base.map_or(&[][..], |base| &base.links);
        let mut next = first.factors.len();
        let row = |paired: Option<usize>| {
            paired.unwrap_or_else(|| {
                next += 1;
                next - 1
            })
        };
        let second_rows = turned(&factors.2, second.factors.len()).into_iter().map(row).collect();
        Self {
            base,
            first,
            second,
            factors: trios(old_factors, &first.factors, &second.factors, as_pairs(&factors)),
            links: trios(old_links, &first.links, &second.links, as_pairs(&links)),
            second_rows,
            merge: Merge::default(),
        }
    }

    pub(super) fn done(mut self) -> Merge {
        let staying = self.staying();
        let places = self.add_factors(&staying.factors);
        let links = self.add_links(&staying.links, &places);
        self.add_loops(&links);
        self.say_the_map();
        self.merge
    }

    pub(super) fn say(&mut self, label: &str, what: What) {
        self.merge.changes.push(Change { label: label.to_owned(), what });
    }

    /// The factors at both ends of a link, as places among `factors`.
    fn ends(&self, link: &Trio<'_, Link>) -> Option<(usize, usize)> {
        match (link.first, link.second) {
            (Some((_, link)), _) => Some((link.from, link.to)),
            (None, Some((_, link))) => {
                Some((*self.second_rows.get(link.from)?, *self.second_rows.get(link.to)?))
            }
            (None, None) => None,
        }
    }

    /// The same, on the map that says that the link works in this direction: a mutual link may be written from either end.
    fn ends_as(&self, link: &Trio<'_, Link>, direction: LinkKind) -> Option<(usize, usize)> {
        let says = |at: &(usize, &Link)| at.1.direction == direction;
        let (first, second) = (link.first.filter(says), link.second.filter(says));
        self.ends(&Trio { first, second, ..*link })
    }

    fn label(&self, row: usize) -> &'m str {
        self.factors.get(row).and_then(Trio::any).map_or("", |factor| factor.label.as_str())
    }

    fn staying(&mut self) -> Staying {
        let fates: Vec<Fate> =
            self.factors.iter().map(|factor| factor.fate(alike_factors)).collect();
        let link_fates: Vec<Fate> = self.links.iter().map(|link| link.fate(alike_links)).collect();
        let ends: Vec<_> = self.links.iter().map(|link| self.ends(link)).collect();
        let mut kept: BTreeSet<usize> = (0..fates.len()).collect();
        kept.retain(|&row| fates.get(row) != Some(&Fate::Gone));
        for (fate, ends) in link_fates.iter().zip(&ends) {
            if let (Fate::Stays | Fate::Disputed, Some((from, to))) = (fate, ends) {
                kept.extend([*from, *to]);
            }
        }
        let rescued = |row: usize| kept.contains(&row) && fates.get(row) != Some(&Fate::Stays);
        let mut links = BTreeMap::new();
        for (number, (fate, ends)) in link_fates.into_iter().zip(ends).enumerate() {
            let Some((from, to)) = ends else { continue };
            let back = kept.contains(&from) && kept.contains(&to) && (rescued(from) || rescued(to));
            if fate != Fate::Gone || back {
                links.insert(number, ((from, to), fate));
            }
        }
        let rescued = (0..fates.len()).filter(|&row| rescued(row)).collect();
        Staying { factors: Rows { kept, rescued }, links }
    }

    /// Puts the factors on the new map; where each of them stands now.
    fn add_factors(&mut self, rows: &Rows) -> BTreeMap<usize, usize> {
        let mut places = BTreeMap::new();
        let mut ids = Ids::of(self.first.factors.iter().map(|factor| factor.id.as_str()));
        for (row, trio) in self.factors.clone().into_iter().enumerate() {
            let label = self.label(row);
            if !rows.kept.contains(&row) {
                self.say(label, What::TakenAway);
                continue;
            }
            if rows.rescued.contains(&row) {
                self.say(label, What::KeptThoughTakenAway);
            } else if trio.first.is_none() {
                self.say(label, What::Added);
            }
            let mut factor = match (trio.first, trio.second) {
                (Some((_, first)), Some((_, second))) => Blend::new(label, &mut self.merge.changes)
                    .factor(&Said { base: trio.base, first, second }),
                (Some((_, alone)), None) | (None, Some((_, alone))) => alone.clone(),
                (None, None) => continue,
            };
            if trio.first.is_none() {
                factor.id = ids.free(&factor.id);
            }
            places.insert(row, self.merge.map.factors.len());
            self.merge.map.factors.push(factor);
        }
        places
    }

    /// Puts the links on the new map; where each of them stands now, by its place on the first map and on the second.
    fn add_links(
        &mut self,
        staying: &BTreeMap<usize, ((usize, usize), Fate)>,
        places: &BTreeMap<usize, usize>,
    ) -> [BTreeMap<usize, usize>; 2] {
        let mut moved = [BTreeMap::new(), BTreeMap::new()];
        let mut ids = Ids::of(self.first.links.iter().map(|link| link.id.as_str()));
        for (number, trio) in self.links.clone().into_iter().enumerate() {
            let ends = self.ends(&trio).unwrap_or_default();
            let label = format!("{} -> {}", self.label(ends.0), self.label(ends.1));
            let Some((_, fate)) = staying.get(&number) else {
                self.say(&label, What::TakenAway);
                continue;
            };
            if *fate != Fate::Stays {
                self.say(&label, What::KeptThoughTakenAway);
            } else if trio.first.is_none() {
                self.say(&label, What::Added);
            }
            let mut link = match (trio.first, trio.second) {
                (Some((_, first)), Some((_, second))) => {
                    Blend::new(&label, &mut self.merge.changes).link(&Said {
                        base: trio.base,
                        first,
                        second,
                    })
                }
                (Some((_, alone)), None) | (None, Some((_, alone))) => alone.clone(),
                (None, None) => continue,
            };
            let at = |row: usize| places.get(&row).copied();
            let ends = self.ends_as(&trio, link.direction).unwrap_or(ends);
            let (Some(from), Some(to)) = (at(ends.0), at(ends.1)) else { continue };
            (link.from, link.to) = (from, to);
            if trio.first.is_none() {
                link.id = ids.free(&link.id);
            }
            let [first, second] = &mut moved;
            first.extend(trio.first.map(|(place, _)| (place, self.merge.map.links.len())));
            second.extend(trio.second.map(|(place, _)| (place, self.merge.map.links.len())));
            self.merge.map.links.push(link);
        }
        moved
    }

    fn say_the_map(&mut self) {
        let (base, first, second) = (self.base, self.first, self.second);
        let mut blend = Blend::new(&first.title, &mut self.merge.changes);
        let title =
            Said { base: base.map(|base| &base.title), first: &first.title, second: &second.title };
        let title = blend.words("title", &title);
        let description = blend.note(
            "description",
            &Said {
                base: base.map(|base| &base.description),
                first: &first.description,
                second: &second.description,
            },
        );
        let attributes = blend.attributes(&Said {
            base: base.map(|base| &base.attributes),
            first: &first.attributes,
            second: &second.attributes,
        });
        (self.merge.map.title, self.merge.map.description) = (title, description);
        self.merge.map.attributes = attributes;
    }
}

/// What stays on the map.
struct Staying {
    factors: Rows,
    /// Links with the rows of their ends.
    links: BTreeMap<usize, ((usize, usize), Fate)>,
}

/// Rows of factors that stay, and those of them that somebody took away.
struct Rows {
    kept: BTreeSet<usize>,
    rescued: BTreeSet<usize>,
}

type Lists = (Vec<Option<usize>>, Vec<Option<usize>>, Vec<Option<usize>>);

fn as_pairs((one, two, across): &Lists) -> Pairs<'_> {
    Pairs { base_to_first: one, base_to_second: two, first_to_second: across }
}

/// Whether nobody changed a word; where it stands does not matter.
fn alike_factors(one: &Factor, other: &Factor) -> bool {
    let said = |factor: &Factor| fields::of_factor(&Factor { position: None, ..factor.clone() });
    said(one) == said(other)
}

fn alike_links(one: &Link, other: &Link) -> bool {
    fields::of_link(one) == fields::of_link(other)
}
