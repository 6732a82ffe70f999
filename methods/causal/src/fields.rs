//! What is said of a factor or a link, field by field, as text.

use std::collections::BTreeMap;

use crate::model::{Factor, Link, LinkKind, Map, Sign};

/// What a field holds on one map and on the other. A field that is empty or not there is empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which field: `label`, `sign`, or the name of an attribute.
    pub name: String,
    /// What it holds here.
    pub here: String,
    /// What it holds there.
    pub there: String,
}

impl Sign {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
            Self::Unknown => "unknown",
        }
    }
}

impl LinkKind {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Directed => "directed",
            Self::Undirected => "undirected",
            Self::Mutual => "mutual",
        }
    }
}

pub(crate) fn yes_or_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

pub(crate) fn weight(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(crate) fn position(value: Option<(f64, f64)>) -> String {
    value.map(|(x, y)| format!("{x}, {y}")).unwrap_or_default()
}

pub(crate) fn of_map(map: &Map) -> BTreeMap<String, String> {
    let mut fields = map.attributes.clone();
    let own = [("title", map.title.clone()), ("description", map.description.clone())];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields
}

pub(crate) fn of_factor(factor: &Factor) -> BTreeMap<String, String> {
    let mut fields = factor.attributes.clone();
    let own = [
        ("label", factor.label.clone()),
        ("kind", factor.kind.clone()),
        ("note", factor.note.clone()),
        ("tags", factor.tags.join(", ")),
        ("position", position(factor.position)),
    ];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields
}

pub(crate) fn of_link(link: &Link) -> BTreeMap<String, String> {
    let mut fields = link.attributes.clone();
    let own = [
        ("direction", link.direction.name().to_owned()),
        ("sign", link.sign.name().to_owned()),
        ("delayed", yes_or_no(link.delayed)),
        ("weight", weight(link.weight)),
        ("label", link.label.clone()),
        ("kind", link.kind.clone()),
        ("note", link.note.clone()),
        ("tags", link.tags.join(", ")),
    ];
    fields.extend(own.map(|(name, value)| (name.to_owned(), value)));
    fields
}

/// The fields in which two differ, in the order of their names.
pub(crate) fn differing(
    here: &BTreeMap<String, String>,
    there: &BTreeMap<String, String>,
) -> Vec<Field> {
    let names: std::collections::BTreeSet<&String> = here.keys().chain(there.keys()).collect();
    let field = |name: &String| {
        let value =
            |fields: &BTreeMap<String, String>| fields.get(name).cloned().unwrap_or_default();
        Field { name: name.clone(), here: value(here), there: value(there) }
    };
    names.into_iter().map(field).filter(|field| field.here != field.there).collect()
}
