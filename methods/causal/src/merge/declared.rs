//! The declared loops of two maps together.

use std::collections::{BTreeMap, BTreeSet};

use super::{What, ids::Ids, work::Work};
use crate::{
    model::{Loop, Map},
    pairing::plain,
    selection::moved,
};

impl Work<'_> {
    /// Puts the declared loops on the new map: those of the first, then those of the second that say something else.
    pub(super) fn add_loops(&mut self, [first, second]: &[BTreeMap<usize, usize>; 2]) {
        let mut ids = Ids::of(self.first.loops.iter().map(|declared| declared.id.as_str()));
        for declared in &self.first.loops {
            if self.took_away(declared, self.second) {
                self.say(&declared.label, What::TakenAway);
                continue;
            }
            match moved(declared, first) {
                Some(declared) => self.merge.map.loops.push(declared),
                None => self.say(&declared.label, What::TakenAway),
            }
        }
        for declared in &self.second.loops {
            let new = moved(declared, second);
            let known = |old: &Loop| {
                plain(&old.label) == plain(&declared.label)
                    && new.as_ref().is_some_and(|new| same_links(new, old))
            };
            if self.merge.map.loops.iter().any(known) {
                continue;
            }
            match new.filter(|_| !self.took_away(declared, self.first)) {
                Some(mut new) => {
                    new.id = ids.free(&new.id);
                    self.say(&declared.label, What::Added);
                    self.merge.map.loops.push(new);
                }
                None => self.say(&declared.label, What::TakenAway),
            }
        }
    }

    /// Whether a loop stood on the ancestor and no longer stands on the other map.
    fn took_away(&self, declared: &Loop, other: &Map) -> bool {
        let on = |map: &Map| map.loops.iter().any(|old| named_alike(old, declared));
        self.base.is_some_and(on) && !on(other)
    }
}

fn same_links(one: &Loop, other: &Loop) -> bool {
    let links = |declared: &Loop| declared.links.iter().copied().collect::<BTreeSet<usize>>();
    links(one) == links(other)
}

fn named_alike(one: &Loop, other: &Loop) -> bool {
    plain(&one.label) == plain(&other.label)
}
