//! The tables of elements and connections, being written.

use std::collections::BTreeSet;

use causal::{Factor, Link, Map};

use crate::{
    LeftOut,
    kumu::{self, OF_CONNECTION, OF_ELEMENT},
    table::Table,
};

/// By what name connections call each factor, and whether that is an ID with a column of its own.
pub(crate) struct Names {
    of: Vec<String>,
    ids: bool,
}

/// Labels, where each names one factor and can stand in a cell among others; ids otherwise; numbers if those cannot, either.
pub(crate) fn names(map: &Map) -> (Names, Vec<LeftOut>) {
    let labels: Vec<String> = map.factors.iter().map(|factor| factor.label.clone()).collect();
    if fit(&labels) && map.factors.iter().all(|factor| factor.id == factor.label) {
        return (Names { of: labels, ids: false }, Vec::new());
    }
    let ids: Vec<String> = map.factors.iter().map(|factor| factor.id.clone()).collect();
    if fit(&ids) {
        return (Names { of: ids, ids: true }, Vec::new());
    }
    let what = "ids of which one is empty, begins or ends with a blank, or has | in it cannot stand in a table, so they become numbers";
    let numbers = (1..=map.factors.len()).map(|number| number.to_string()).collect();
    (Names { of: numbers, ids: true }, vec![LeftOut::new("the factors", what)])
}

fn fit(names: &[String]) -> bool {
    let all: BTreeSet<&String> = names.iter().collect();
    let fits = |name: &String| !name.is_empty() && name.trim() == name && !name.contains('|');
    all.len() == names.len() && names.iter().all(fits)
}

pub(crate) fn elements(map: &Map, names: &Names) -> Table {
    let columns: &[&str] = if names.ids { &["ID", "Label", "Type"] } else { &["Label", "Type"] };
    let mut table = Table::new("Elements", columns, OF_ELEMENT);
    for (factor, name) in map.factors.iter().zip(&names.of) {
        table.row();
        if names.ids {
            table.put("ID", name);
        }
        element(&mut table, factor);
    }
    table
}

fn element(table: &mut Table, factor: &Factor) {
    table.put("Label", &factor.label);
    table.put("Type", &factor.kind);
    table.put("Description", &factor.note);
    tags(table, &factor.label, &factor.tags);
    if let Some((x, y)) = factor.position {
        table.put("x", x.to_string());
        table.put("y", y.to_string());
    }
    for (key, value) in &factor.attributes {
        table.attribute(&factor.label, key, value);
    }
}

fn tags(table: &mut Table, owner: &str, tags: &[String]) {
    if tags.iter().any(|tag| tag.contains('|')) {
        let what =
            "a tag with | in it becomes several: Kumu takes that for what stands between tags";
        table.left_out.push(LeftOut::new(format_args!("\"{owner}\""), what));
    }
    table.put("Tags", tags.join("|"));
}

pub(crate) fn connections(map: &Map, names: &Names) -> Table {
    let mut table = Table::new("Connections", &["From", "To", "Type", "Direction"], OF_CONNECTION);
    let numbered = map.links.iter().enumerate().all(|(at, link)| link.id == (at + 1).to_string());
    for link in &map.links {
        table.row();
        if !numbered {
            table.put("ID", &link.id);
        }
        let reversed = kumu::is_reversed(link);
        let (from, to) = if reversed { (link.to, link.from) } else { (link.from, link.to) };
        table.put("From", names.of.get(from).cloned().unwrap_or_default());
        table.put("To", names.of.get(to).cloned().unwrap_or_default());
        connection(&mut table, link);
    }
    table
}

fn connection(table: &mut Table, link: &Link) {
    let (mark, kind) = kumu::kind(link);
    table.put("Type", mark);
    table.put("Kind", kind.unwrap_or_default());
    table.put("Direction", kumu::direction(link));
    table.put("Label", &link.label);
    table.put("Description", &link.note);
    table.put("Strength", link.weight.map(|weight| weight.to_string()).unwrap_or_default());
    table.put("Delayed", if link.delayed { "true" } else { "" });
    table.put("Reversed", if kumu::is_reversed(link) { "true" } else { "" });
    tags(table, &link.id, &link.tags);
    for (key, value) in link.attributes.iter().filter(|(key, _)| *key != "reversed") {
        table.attribute(&link.id, key, value);
    }
}
