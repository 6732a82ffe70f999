//! Two versions of one thing made into one, field by field.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, What};
use crate::{
    fields,
    model::{Factor, Link},
};

/// What the ancestor (if there is one), the first and the second map say.
pub(super) struct Said<'a, T: ?Sized> {
    pub(super) base: Option<&'a T>,
    pub(super) first: &'a T,
    pub(super) second: &'a T,
}

/// What the three say in one field.
macro_rules! of {
    ($said:ident, $field:ident) => {
        &Said {
            base: $said.base.map(|base| &base.$field),
            first: &$said.first.$field,
            second: &$said.second.$field,
        }
    };
}

/// The making of one thing.
pub(super) struct Blend<'c> {
    pub(super) label: &'c str,
    pub(super) changes: &'c mut Vec<Change>,
    /// What the second map says where the first contradicts it.
    pub(super) beside: BTreeMap<String, String>,
}

impl<'c> Blend<'c> {
    pub(super) fn new(label: &'c str, changes: &'c mut Vec<Change>) -> Self {
        Self { label, changes, beside: BTreeMap::new() }
    }

    fn say(&mut self, what: What) {
        self.changes.push(Change { label: self.label.to_owned(), what });
    }

    /// The value of a field. A value that is `empty` gives way, where there is no ancestor to say that somebody emptied it.
    pub(super) fn value<T: Clone + PartialEq>(
        &mut self,
        field: &str,
        said: &Said<'_, T>,
        empty: impl Fn(&T) -> bool,
        text: impl Fn(&T) -> String,
    ) -> T {
        let Said { base, first, second } = *said;
        let first_wins = match base {
            Some(base) => second == base,
            None => empty(second),
        };
        let second_wins = match base {
            Some(base) => first == base,
            None => empty(first),
        };
        if first == second || first_wins {
            return first.clone();
        }
        if second_wins {
            self.say(What::Taken { field: field.to_owned(), now: text(second) });
            return second.clone();
        }
        self.beside.insert(format!("{field} on the other map"), text(second));
        self.say(What::Conflict {
            field: field.to_owned(),
            first: text(first),
            second: text(second),
        });
        first.clone()
    }

    pub(super) fn words(&mut self, field: &str, said: &Said<'_, String>) -> String {
        self.value(field, said, String::is_empty, String::clone)
    }

    /// What somebody wrote at length: where both wrote, both stand.
    pub(super) fn note(&mut self, field: &str, said: &Said<'_, String>) -> String {
        let Said { base, first, second } = *said;
        let contradict = !base.is_some_and(|base| base == first || base == second);
        if !contradict || first.is_empty() || second.is_empty() || first == second {
            return self.words(field, said);
        }
        self.say(What::BothKept { field: field.to_owned() });
        match (first.contains(second.as_str()), second.contains(first.as_str())) {
            (true, _) => first.clone(),
            (false, true) => second.clone(),
            (false, false) => format!("{first}\n\n{second}"),
        }
    }

    /// Tags of both, without those that one of them took away.
    fn tags(said: &Said<'_, Vec<String>>) -> Vec<String> {
        let old: BTreeSet<&String> = said.base.into_iter().flatten().collect();
        let one: BTreeSet<&String> = said.first.iter().collect();
        let two: BTreeSet<&String> = said.second.iter().collect();
        let kept = said.first.iter().filter(|tag| two.contains(tag) || !old.contains(tag));
        let new = said.second.iter().filter(|tag| !one.contains(tag) && !old.contains(tag));
        kept.chain(new).cloned().collect()
    }

    pub(super) fn attributes(
        &mut self,
        said: &Said<'_, BTreeMap<String, String>>,
    ) -> BTreeMap<String, String> {
        let names: BTreeSet<&String> = said.first.keys().chain(said.second.keys()).collect();
        let mut blended = BTreeMap::new();
        for name in names {
            let of = |attributes: &BTreeMap<String, String>| attributes.get(name).cloned();
            let base = said.base.map(of);
            let said =
                Said { base: base.as_ref(), first: &of(said.first), second: &of(said.second) };
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            if let Some(value) = self.value(name, &said, Option::is_none, text) {
                blended.insert(name.clone(), value);
            }
        }
        blended.append(&mut self.beside);
        blended
    }

    pub(super) fn factor(&mut self, said: &Said<'_, Factor>) -> Factor {
        let first = said.first;
        Factor {
            id: first.id.clone(),
            label: self.words("label", of!(said, label)),
            kind: self.words("kind", of!(said, kind)),
            note: self.note("note", of!(said, note)),
            tags: Self::tags(of!(said, tags)),
            position: moved(of!(said, position)),
            attributes: self.attributes(of!(said, attributes)),
        }
    }

    /// The link; its ends are still those on the first map.
    pub(super) fn link(&mut self, said: &Said<'_, Link>) -> Link {
        let first = said.first;
        let named = |sign: &crate::Sign| sign.name().to_owned();
        Link {
            id: first.id.clone(),
            from: first.from,
            to: first.to,
            direction: self.value(
                "direction",
                of!(said, direction),
                |_| false,
                |way| way.name().to_owned(),
            ),
            sign: self.value("sign", of!(said, sign), |sign| *sign == crate::Sign::Unknown, named),
            delayed: self.value(
                "delayed",
                of!(said, delayed),
                |slow| !slow,
                |slow| fields::yes_or_no(*slow),
            ),
            weight: self.value("weight", of!(said, weight), Option::is_none, |weight| {
                fields::weight(*weight)
            }),
            label: self.words("label", of!(said, label)),
            kind: self.words("kind", of!(said, kind)),
            note: self.note("note", of!(said, note)),
            tags: Self::tags(of!(said, tags)),
            attributes: self.attributes(of!(said, attributes)),
        }
    }
}

/// Where it stands is nobody's statement: the first map's place, unless only the second moved it.
fn moved(said: &Said<'_, Option<(f64, f64)>>) -> Option<(f64, f64)> {
    let still = said.base.is_some_and(|base| base == said.first);
    if still { *said.second } else { said.first.or(*said.second) }
}
