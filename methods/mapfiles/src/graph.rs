//! What `GraphML` and GEXF have in common: factors and links whose fields are named values.

use std::collections::BTreeMap;

use causal::{Factor, Link, LinkKind, Map, Sign};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Unreadable,
    fields::{finite, shown},
    read::MOST_UNPACKED,
    tributary::{direction_of, sign_name, sign_of},
};

/// The names of values that mean a field of a factor.
const OF_FACTOR: &[&str] =
    &["label", "name", "kind", "style", "type", "note", "description", "tags", "x", "y"];
/// The names of values that mean a field of a link.
const OF_LINK: &[&str] = &[
    "label",
    "kind",
    "style",
    "type",
    "note",
    "description",
    "tags",
    "sign",
    "delayed",
    "direction",
    "weight",
];

/// Named values of a factor or link, each taken once.
#[derive(Debug, Default)]
pub(crate) struct Values(pub(crate) BTreeMap<String, String>);

impl Values {
    /// The first of these that is there.
    pub(crate) fn take(&mut self, names: &[&str]) -> String {
        let found = names.iter().find(|name| self.0.contains_key(**name));
        found.and_then(|name| self.0.remove(*name)).unwrap_or_default()
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let found = self.0.get(name).and_then(|text| finite(text))?;
        self.0.remove(name);
        Some(found)
    }

    fn tags(&mut self) -> Vec<String> {
        let text = self.take(&["tags"]);
        match serde_json::from_str(&text) {
            Ok(Value::Array(list)) => list.into_iter().map(shown).collect(),
            Ok(_) | Err(_) => text
                .split('|')
                .map(str::trim)
                .filter(|tag| !tag.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    fn position(&mut self) -> Option<(f64, f64)> {
        let found =
            self.0.get("x").and_then(|x| finite(x)).zip(self.0.get("y").and_then(|y| finite(y)))?;
        self.0.remove("x");
        self.0.remove("y");
        Some(found)
    }
}

/// What holds of every node or edge that does not say otherwise. It is copied to each, so how much is counted.
#[derive(Debug, Default)]
pub(crate) struct Defaults {
    pub(crate) of: Vec<(String, String)>,
    copied: usize,
}

impl Defaults {
    /// The defaults for one more; none when too much was copied already.
    pub(crate) fn copy(&mut self) -> BTreeMap<String, String> {
        if self.too_large() {
            return BTreeMap::new();
        }
        self.copied +=
            self.of.iter().map(|(name, value)| name.len() + value.len() + 64).sum::<usize>();
        self.of.iter().cloned().collect()
    }

    /// Whether more was copied than is taken.
    pub(crate) fn too_large(&self) -> bool {
        self.copied > MOST_UNPACKED
    }

    /// Says so, if more was copied than is taken.
    pub(crate) fn check(&self, format: Format) -> Result<(), Unreadable> {
        if self.too_large() {
            let limit =
                format!("{MOST_UNPACKED} bytes of defaults, copied to all that they hold for");
            return Err(Unreadable::TooLarge { format, limit });
        }
        Ok(())
    }
}

/// A factor of this id and these values.
pub(crate) fn factor(id: &str, mut values: Values) -> Factor {
    Factor {
        id: id.to_owned(),
        label: values.take(&["label", "name"]),
        kind: values.take(&["kind", "style", "type"]),
        note: values.take(&["note", "description"]),
        tags: values.tags(),
        position: values.position(),
        attributes: values.0,
    }
}

/// A link of these values, and whether its sign had to be read from its label.
pub(crate) fn link(id: &str, mut values: Values) -> (Link, bool) {
    let said = values.take(&["sign"]);
    let label = values.take(&["label"]);
    let guessed = if said.is_empty() { mark(&label) } else { None };
    let known = mark(&said).or_else(|| sign_of(&said.to_lowercase()));
    if known.is_none() && !said.is_empty() {
        values.0.insert("sign".into(), said);
    }
    let delayed = values.take(&["delayed"]);
    let direction = values.take(&["direction"]);
    let link = Link {
        id: id.to_owned(),
        direction: direction_of(&direction).unwrap_or_default(),
        sign: known.or(guessed).unwrap_or_default(),
        delayed: ["true", "1", "yes"].contains(&delayed.to_lowercase().as_str()),
        weight: values.number("weight"),
        label: if guessed.is_some() { String::new() } else { label },
        kind: values.take(&["kind", "style", "type"]),
        note: values.take(&["note", "description"]),
        tags: values.tags(),
        attributes: values.0,
        ..Link::default()
    };
    (link, guessed.is_some())
}

fn mark(text: &str) -> Option<Sign> {
    match text.trim() {
        "+" | "1" => Some(Sign::Positive),
        "-" | "-1" | "\u{2212}" | "\u{2013}" => Some(Sign::Negative),
        _ => None,
    }
}

/// The values of a factor, without label and position; `kind` is what its kind is called.
pub(crate) fn of_factor<'a>(
    factor: &'a Factor,
    kind: &'a str,
    left_out: &mut Vec<LeftOut>,
) -> Vec<(&'a str, String)> {
    let mut values = vec![
        (kind, factor.kind.clone()),
        ("note", factor.note.clone()),
        ("tags", tags(&factor.tags)),
    ];
    let owner = format!("factor \"{}\"", factor.label);
    values.extend(attributes(&factor.attributes, OF_FACTOR, &owner, left_out));
    values.retain(|(_, value)| !value.is_empty());
    values
}

/// The values of a link, without label, weight and direction; `kind` is what its kind is called.
pub(crate) fn of_link<'a>(
    link: &'a Link,
    kind: &'a str,
    left_out: &mut Vec<LeftOut>,
) -> Vec<(&'a str, String)> {
    let delayed = if link.delayed { "true" } else { "" };
    let mut values = vec![
        (kind, link.kind.clone()),
        ("sign", sign_name(link.sign).to_owned()),
        ("delayed", delayed.to_owned()),
        ("note", link.note.clone()),
        ("tags", tags(&link.tags)),
    ];
    let owner = format!("link \"{}\"", link.id);
    values.extend(attributes(&link.attributes, OF_LINK, &owner, left_out));
    values.retain(|(_, value)| !value.is_empty());
    values
}

fn tags(tags: &[String]) -> String {
    if tags.is_empty() { String::new() } else { json!(tags).to_string() }
}

fn attributes<'a>(
    attributes: &'a BTreeMap<String, String>,
    taken: &[&str],
    owner: &str,
    left_out: &mut Vec<LeftOut>,
) -> Vec<(&'a str, String)> {
    let (lost, kept): (Vec<_>, Vec<_>) =
        attributes.iter().partition(|(key, _)| taken.contains(&key.as_str()));
    for (key, value) in lost {
        let what =
            format_args!("the attribute \"{key}\" ({value}) has no place here: that name is taken");
        left_out.push(LeftOut::new(owner, what));
    }
    kept.into_iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
}

/// Whether no link has a direction. Where only some have none, each says so as a value: networkx refuses a file whose edges are
/// of both kinds in the way that these formats have for it.
pub(crate) fn all_undirected(map: &Map) -> bool {
    !map.links.is_empty() && map.links.iter().all(|link| link.direction == LinkKind::Undirected)
}

/// Whether a link without a direction of its own is directed, by what its file says of all.
pub(crate) fn undirected(directed: bool) -> LinkKind {
    if directed { LinkKind::Directed } else { LinkKind::Undirected }
}
