//! Where each id stands among all.

use std::collections::BTreeMap;

use crate::id::Id;

/// A number for each id, in the order in which they come. Small numbers, as most ids are, have a table; the rest a tree.
struct Met<'a> {
    table: Vec<Option<usize>>,
    tree: BTreeMap<&'a Id, usize>,
    ids: Vec<&'a Id>,
}

impl<'a> Met<'a> {
    fn place(&mut self, id: &'a Id) -> usize {
        let next = self.ids.len();
        let slot = match id {
            Id::Number(number) => {
                usize::try_from(*number).ok().and_then(|number| self.table.get_mut(number))
            }
            Id::Text(_) => None,
        };
        let place = match slot {
            Some(slot) => *slot.get_or_insert(next),
            None => *self.tree.entry(id).or_insert(next),
        };
        if place == next {
            self.ids.push(id);
        }
        place
    }
}

/// Ids in their order, each once, and the place of each that was given.
pub(super) fn ordered<'a>(ids: impl ExactSizeIterator<Item = &'a Id>) -> (Vec<Id>, Vec<usize>) {
    let mut met = Met { table: vec![None; ids.len()], tree: BTreeMap::new(), ids: Vec::new() };
    let mut places: Vec<usize> = ids.map(|id| met.place(id)).collect();
    let mut order: Vec<(&Id, usize)> = met.ids.into_iter().zip(0..).collect();
    order.sort_unstable();
    let mut now = vec![0; order.len()];
    for (place, (_, first)) in order.iter().enumerate() {
        if let Some(now) = now.get_mut(*first) {
            *now = place;
        }
    }
    for place in &mut places {
        *place = now.get(*place).copied().unwrap_or_default();
    }
    (order.into_iter().map(|(id, _)| id.clone()).collect(), places)
}

#[cfg(test)]
mod tests {
    use super::ordered;
    use crate::id::Id;

    #[test]
    fn each_finds_its_place_whatever_its_name() {
        let ids: Vec<Id> = ["9", "anna", "-1", "2", "9", "900000", "2"].map(Id::of).into();
        let (order, places) = ordered(ids.iter());
        assert_eq!(order, ["-1", "2", "9", "900000", "anna"].map(Id::of));
        assert_eq!(places, [2, 4, 0, 1, 2, 3, 1]);
    }
}
