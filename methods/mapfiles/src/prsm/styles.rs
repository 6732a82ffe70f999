//! Kinds are styles in PRSM: fifteen of factors, fifteen of links, each with a label that people may change.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map as Object, Value, json};

use crate::sheet::LONGEST_NAME;

/// How many styles there are.
pub(super) const MANY: usize = 15;
/// What PRSM calls a style to which nobody gave a name.
const UNNAMED: &str = "Sample";

/// The styles of factors ("group") or of links ("edge").
pub(super) struct Styles {
    stem: &'static str,
    of: BTreeMap<String, Value>,
}

fn generated(label: &str) -> Value {
    json!({ "groupLabel": label })
}

impl Styles {
    /// The styles that stand under a key of `styles` (or `samples`) of a file.
    pub(super) fn of_file(stem: &'static str, styles: Option<&Value>) -> Self {
        let object = styles.and_then(Value::as_object).cloned().unwrap_or_default();
        Self { stem, of: object.into_iter().collect() }
    }

    fn label(&self, group: &str) -> Option<&str> {
        let label = self.of.get(group)?.get("groupLabel")?.as_str()?;
        let useful = !label.trim().is_empty()
            && label.len() <= LONGEST_NAME
            && label != UNNAMED
            && !self.is_group(label);
        useful.then_some(label)
    }

    /// Whether this is the name of a style and not a label.
    fn is_group(&self, name: &str) -> bool {
        let number = name.strip_prefix(self.stem).and_then(|number| number.parse::<usize>().ok());
        number.is_some_and(|number| self.slot(number) == name)
            || name == "base"
            || name == "cluster"
    }

    fn slot(&self, number: usize) -> String {
        format!("{}{number}", self.stem)
    }

    fn owners(&self, label: &str) -> usize {
        self.of.keys().filter(|group| self.label(group) == Some(label)).count()
    }

    /// For each style, the kind that it stands for: its label, where it has one that no other has; none for the first style
    /// of a file that says nothing of it.
    pub(super) fn kinds(&self) -> BTreeMap<String, String> {
        let named = self.of.keys().filter_map(|group| Some((group, self.label(group)?)));
        let named = named.filter(|(_, label)| self.owners(label) == 1);
        let first =
            Some(self.slot(0)).filter(|first| self.of.get(first) == Some(&generated(UNNAMED)));
        let kinds = named.map(|(group, label)| (group.clone(), label.to_owned()));
        kinds.chain(first.map(|first| (first, String::new()))).collect()
    }

    /// What a file says of the styles beyond what is made anew for each file.
    pub(super) fn beyond_generated(&self) -> Object<String, Value> {
        let own = self.of.iter().filter(|(group, style)| {
            let label = style.get("groupLabel").and_then(Value::as_str).unwrap_or_default();
            **style != generated(label) || !self.is_group(group)
        });
        own.map(|(group, style)| (group.clone(), style.clone())).collect()
    }

    /// Gives each of these kinds a style, a new one where it has none. Kinds for which no style is free are not in the answer.
    pub(super) fn give(&mut self, kinds: &BTreeSet<&str>) -> BTreeMap<String, String> {
        let first = self.slot(0);
        let mut given: BTreeMap<String, String> =
            self.kinds().into_iter().map(|(group, kind)| (kind, group)).collect();
        given.retain(|kind, _| kinds.contains(kind.as_str()));
        let own = kinds.iter().filter(|kind| self.is_group(kind));
        given.extend(own.map(|kind| ((*kind).to_owned(), (*kind).to_owned())).collect::<Vec<_>>());
        let taken: BTreeSet<String> =
            given.values().cloned().chain(kinds.contains("").then(|| first.clone())).collect();
        let free = (0..MANY)
            .map(|number| self.slot(number))
            .filter(|slot| !taken.contains(slot) && self.is_free(slot));
        let new: Vec<&str> = kinds
            .iter()
            .copied()
            .filter(|kind| !kind.is_empty() && !given.contains_key(*kind))
            .collect();
        let pairs: Vec<(&str, String)> = new.into_iter().zip(free).collect();
        for (kind, slot) in pairs {
            self.of.insert(slot.clone(), generated(kind));
            given.insert(kind.to_owned(), slot);
        }
        given.insert(String::new(), first);
        given
    }

    fn is_free(&self, slot: &str) -> bool {
        let label = self.of.get(slot).and_then(|style| style.get("groupLabel")?.as_str());
        label.is_none_or(|label| label == UNNAMED || label.trim().is_empty())
    }

    /// All styles as a file has them, those of which nothing is known included.
    pub(super) fn into_file(mut self) -> Value {
        for number in 0..MANY {
            let slot = self.slot(number);
            self.of.entry(slot).or_insert_with(|| generated(UNNAMED));
        }
        json!(self.of)
    }
}
