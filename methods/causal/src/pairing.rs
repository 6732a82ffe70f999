//! Which factor and which link of one map is which of another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::model::{Factor, Link, LinkKind, Map, Sign};

/// For each factor and link of one map its place on the other, if it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// In the order of [`Map::factors`].
    pub factors: Vec<Option<usize>>,
    /// In the order of [`Map::links`].
    pub links: Vec<Option<usize>>,
}

impl Pairing {
    /// Pairs two maps.
    ///
    /// Factors are the same if they have the same id, else if they have the same label, whatever its white space and
    /// case. An id is not believed where the two labels differ and one of them stands on the other map under another
    /// id: then ids are no more than numbers of rows. Of several factors with one label the first by id goes with the
    /// first by id.
    ///
    /// Links are the same if they join the same factors and agree in id, else in sign, delay and label, else in sign,
    /// else in their direction alone, else if one of them is mutual or undirected.
    pub fn of(here: &Map, there: &Map) -> Self {
        let factors = factors(here, there);
        let links = links(here, there, &factors);
        Self { factors, links }
    }

    /// Pairs two maps by what they both have from a third; what neither has from there is paired as ever.
    pub(crate) fn through(from_base: (&Self, &Self), here: &Map, there: &Map) -> Self {
        let (one, two) = from_base;
        let direct = factors(here, there);
        let factors = joined((&one.factors, &two.factors), &direct);
        let direct = links(here, there, &factors);
        let links = joined((&one.links, &two.links), &direct);
        Self { factors, links }
    }
}

/// The pairs through a third list, and then those direct ones that take nobody's place.
fn joined(
    (one, two): (&[Option<usize>], &[Option<usize>]),
    direct: &[Option<usize>],
) -> Vec<Option<usize>> {
    let mut pairs = vec![None; direct.len()];
    let mut taken = BTreeSet::new();
    for (here, there) in one.iter().zip(two) {
        if let (Some(here), Some(there)) = (*here, *there)
            && let Some(slot) = pairs.get_mut(here)
        {
            *slot = Some(there);
            taken.insert(there);
        }
    }
    for (slot, direct) in pairs.iter_mut().zip(direct) {
        *slot = slot.or(direct.filter(|there| taken.insert(*there)));
    }
    pairs
}

/// The turned-round pairing: for each on the other map its place here.
pub(crate) fn turned(pairs: &[Option<usize>], count: usize) -> Vec<Option<usize>> {
    let mut turned = vec![None; count];
    for (here, there) in pairs.iter().enumerate() {
        if let Some(slot) = there.and_then(|there| turned.get_mut(there)) {
            *slot = Some(here);
        }
    }
    turned
}

/// A label without white space and case.
pub(crate) fn plain(label: &str) -> String {
    label.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Things of two maps that are still without a partner.
struct Open {
    here: Vec<usize>,
    there: Vec<usize>,
    pairs: Vec<Option<usize>>,
}

impl Open {
    fn new(here: Vec<usize>, there: Vec<usize>) -> Self {
        Self { pairs: vec![None; here.len()], here, there }
    }

    /// Pairs those with the same key, in their order. What has no key stays as it is.
    fn pair<K: Ord>(
        &mut self,
        here: impl Fn(usize) -> Option<K>,
        there: impl Fn(usize) -> Option<K>,
    ) {
        let mut waiting: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for &place in &self.there {
            if let Some(key) = there(place) {
                waiting.entry(key).or_default().push_back(place);
            }
        }
        for &place in &self.here {
            let found = here(place).and_then(|key| waiting.get_mut(&key)?.pop_front());
            if let Some(slot) = self.pairs.get_mut(place) {
                *slot = found;
            }
        }
        self.here.retain(|&place| self.pairs.get(place).is_some_and(Option::is_none));
        let taken: BTreeSet<usize> = self.pairs.iter().copied().flatten().collect();
        self.there.retain(|place| !taken.contains(place));
    }
}

fn by_id<'a, T>(things: &'a [T], id: impl Fn(&'a T) -> &'a str) -> Vec<usize> {
    let mut places: Vec<usize> = (0..things.len()).collect();
    places.sort_by_key(|&place| (things.get(place).map(&id), place));
    places
}

fn factors(here: &Map, there: &Map) -> Vec<Option<usize>> {
    let ids = |map: &Map| by_id(&map.factors, |factor| &factor.id);
    let mut open = Open::new(ids(here), ids(there));
    let (ours, theirs) = (labels(here), labels(there));
    let known = |factor: &Factor, other: &Factor| {
        let (one, two) = (plain(&factor.label), plain(&other.label));
        one == two || !theirs.contains(&one) && !ours.contains(&two)
    };
    let others: BTreeMap<&str, &Factor> =
        there.factors.iter().map(|factor| (factor.id.as_str(), factor)).collect();
    let id = |factor: &Factor| (!factor.id.is_empty()).then(|| factor.id.clone());
    open.pair(
        |place| {
            let factor = here.factors.get(place)?;
            let other = others.get(factor.id.as_str())?;
            id(factor).filter(|_| known(factor, other))
        },
        |place| there.factors.get(place).and_then(id),
    );
    let label = |map: &Map, place: usize| {
        map.factors.get(place).map(|factor| plain(&factor.label)).filter(|label| !label.is_empty())
    };
    open.pair(|place| label(here, place), |place| label(there, place));
    open.pairs
}

fn labels(map: &Map) -> BTreeSet<String> {
    map.factors.iter().map(|factor| plain(&factor.label)).collect()
}

/// A link of one map, in terms of the other map's factors.
type Ends = (usize, usize);

fn links(here: &Map, there: &Map, factors: &[Option<usize>]) -> Vec<Option<usize>> {
    let ids = |map: &Map| by_id(&map.links, |link| &link.id);
    let mut open = Open::new(ids(here), ids(there));
    let ends = |link: &Link| {
        let place = |factor: usize| factors.get(factor).copied().flatten();
        Some((place(link.from)?, place(link.to)?))
    };
    let one = |place: usize| here.links.get(place).and_then(|link| Some((link, ends(link)?)));
    let two = |place: usize| there.links.get(place).map(|link| (link, (link.from, link.to)));
    open.pair(|place| one(place).and_then(identity), |place| two(place).and_then(identity));
    open.pair(|place| one(place).map(likeness), |place| two(place).map(likeness));
    open.pair(|place| one(place).map(signed), |place| two(place).map(signed));
    open.pair(|place| one(place).map(directed), |place| two(place).map(directed));
    let loose = |(link, ends): (&Link, Ends)| {
        (link.direction != LinkKind::Directed).then(|| either_way(ends))
    };
    let any = |(_, ends): (&Link, Ends)| either_way(ends);
    open.pair(|place| one(place).and_then(loose), |place| two(place).map(any));
    open.pair(|place| one(place).map(any), |place| two(place).and_then(loose));
    open.pairs
}

fn either_way((from, to): Ends) -> Ends {
    (from.min(to), from.max(to))
}

fn identity((link, ends): (&Link, Ends)) -> Option<((Ends, LinkKind), String)> {
    (!link.id.is_empty()).then(|| (directed((link, ends)), link.id.clone()))
}

fn directed((link, ends): (&Link, Ends)) -> (Ends, LinkKind) {
    let directed = link.direction == LinkKind::Directed;
    (if directed { ends } else { either_way(ends) }, link.direction)
}

fn signed((link, ends): (&Link, Ends)) -> ((Ends, LinkKind), Sign) {
    (directed((link, ends)), link.sign)
}

fn likeness((link, ends): (&Link, Ends)) -> (((Ends, LinkKind), Sign), bool, String) {
    (signed((link, ends)), link.delayed, plain(&link.label))
}
