//! Causal coding, being written.

use std::collections::{BTreeMap, HashMap};

use causal::{Link, LinkKind, Map, Sign};
use serde_json::{Value, json};

use super::{KEPT, OF_FACTOR, OF_LINK, OF_STATEMENT};
use crate::{
    Format, LeftOut, Unwritable, Written,
    fields::{Fields, unshown},
    table::{Table, names},
    tributary::direction_name,
    workbook,
};

pub(crate) fn write(map: &Map) -> Result<Written, Unwritable> {
    let names = names(map);
    let factors = factors(map, &names);
    let links = links(map, &names);
    let (mut kept, mut left_out) = kept(map);
    let mut all = vec![&factors, &links];
    all.extend(kept.iter());
    let bytes = workbook::write(&all)?;
    for table in [factors, links].into_iter().chain(kept.drain(..)) {
        left_out.extend(table.left_out);
    }
    Ok(Written::one(Format::CausalCoding, bytes, left_out))
}

fn factors(map: &Map, names: &[String]) -> Table {
    let mut factors = Table::new("factors", &["label", "factor_memo"], OF_FACTOR);
    for (factor, name) in map.factors.iter().zip(names) {
        factors.row();
        factors.put("label", name);
        factors.put("factor_memo", &factor.note);
        factors.put("kind", &factor.kind);
        factors.put("tags", factor.tags.join("|"));
        if let Some((x, y)) = factor.position {
            factors.put("x", x.to_string());
            factors.put("y", y.to_string());
        }
        factor.attributes.iter().for_each(|(key, value)| factors.attribute(name, key, value));
    }
    factors
}

fn links(map: &Map, names: &[String]) -> Table {
    let columns = [
        "from",
        "to",
        "quote",
        "statement_id",
        "posneg",
        "strength",
        "certainty",
        "hashtags",
        "link_label",
        "link_memo",
    ];
    let mut links = Table::new("links", &columns, OF_LINK);
    let statements = statements(map);
    for link in &map.links {
        links.row();
        row(&mut links, names, link);
        let statement = link.attributes.get("statement_id").and_then(|id| statements.get(id));
        let same = |key: &str, value: &str| {
            statement.is_some_and(|said| said.get(key).is_some_and(|of| of == value))
        };
        let own = link
            .attributes
            .iter()
            .filter(|(key, value)| !(OF_STATEMENT.contains(&key.as_str()) && same(key, value)));
        own.for_each(|(key, value)| links.attribute(&link.id, key, value));
    }
    links
}

fn row(links: &mut Table, names: &[String], link: &Link) {
    for (column, end) in [("from", link.from), ("to", link.to)] {
        links.put(column, names.get(end).cloned().unwrap_or_default());
    }
    let posneg = match link.sign {
        Sign::Positive => "1",
        Sign::Negative => "-1",
        Sign::Unknown => "",
    };
    links.put("posneg", posneg);
    links.put("strength", link.weight.map(|weight| weight.to_string()).unwrap_or_default());
    links.put("hashtags", link.tags.join("|"));
    links.put("link_label", &link.label);
    links.put("link_memo", &link.note);
    links.put("kind", &link.kind);
    links.put("delayed", if link.delayed { "true" } else { "" });
    let directed = link.direction == LinkKind::Directed;
    links.put("direction", if directed { "" } else { direction_name(link.direction) });
}

/// The statements of a map by their ids.
fn statements(map: &Map) -> HashMap<String, BTreeMap<String, String>> {
    let list = map.attributes.get("statements").map(|text| unshown(text));
    let rows = list.and_then(|list| list.as_array().cloned()).unwrap_or_default();
    let fields = rows.into_iter().filter_map(Fields::of).map(Fields::rest);
    fields.filter_map(|row| Some((row.get("statement_id")?.clone(), row))).collect()
}

/// The sheets that were kept, as tables again.
fn kept(map: &Map) -> (Vec<Table>, Vec<LeftOut>) {
    let mut tables = Vec::new();
    let mut left_out = Vec::new();
    for (key, value) in &map.attributes {
        let name = KEPT.into_iter().find(|kept| kept == key);
        let rows = unshown(value);
        match name.zip(rows.as_array()) {
            Some((name, rows)) => tables.push(table(name, rows)),
            None => left_out.push(LeftOut::new(
                "the map",
                format_args!("the attribute \"{key}\" has no place here"),
            )),
        }
    }
    (tables, left_out)
}

fn table(name: &'static str, rows: &[Value]) -> Table {
    let first: &[&str] = match name {
        "statements" => &["statement_id", "text", "source_id", "question_id"],
        "sources" => &["source_id"],
        "questions" => &["question_id", "question_text"],
        _ => &[],
    };
    let mut table = Table::new(name, first, &[]);
    for row in rows {
        table.row();
        for (key, value) in Fields::of(json!(row)).unwrap_or_default().rest() {
            table.attribute("", &key, &value);
        }
    }
    table
}
