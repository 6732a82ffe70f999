//! The workbook of causal coding: `factors`, `links`, `statements`, `sources`, `questions`, `settings`.
//!
//! One row of `links` is what one person said, in their words, so it is kept as a link of its own; who said it and in answer to
//! what is looked up in the statements and stands beside the quote.

use std::collections::{BTreeMap, HashMap};

use causal::{Factor, Link, Map, Sign};
use serde_json::{Value, json};

use crate::{
    Format, LeftOut, Unreadable, Unwritable, Written,
    draft::Draft,
    fields::{Fields, unshown},
    mental_modeler,
    read::Read,
    sheet::{LONGEST_NAME, Row, Section, Sheet},
    table::{Table, names},
    tributary::{direction_name, direction_of},
    workbook,
};

/// The columns of factors that are no attributes.
const OF_FACTOR: &[&str] = &["label", "factor_memo", "kind", "tags", "x", "y"];
/// The columns of links that are no attributes.
const OF_LINK: &[&str] = &[
    "from",
    "to",
    "posneg",
    "strength",
    "hashtags",
    "link_label",
    "link_memo",
    "link_id",
    "delayed",
    "direction",
    "kind",
];
/// The sheets that are kept as they are, in the attributes of the map.
const KEPT: [&str; 4] = ["statements", "sources", "questions", "settings"];
/// What a statement says of each link that quotes it.
const OF_STATEMENT: [&str; 2] = ["source_id", "question_id"];

fn known(name: &str) -> bool {
    OF_FACTOR.contains(&name)
        || OF_LINK.contains(&name)
        || name.ends_with("_id")
        || ["quote", "certainty"].contains(&name)
}

/// Whether a sheet holds coded links, by its columns.
pub(crate) fn is_links(sheet: &Sheet) -> bool {
    let has = |name: &str| {
        sheet
            .rows
            .first()
            .is_some_and(|row| row.cells.iter().any(|cell| cell.trim().to_lowercase() == name))
    };
    has("from") && has("to") && ["quote", "statement_id", "posneg"].into_iter().any(has)
}

pub(crate) fn read(sheets: &[Sheet], left_out: Vec<LeftOut>) -> Result<Read, Unreadable> {
    let mut draft = Draft::after(left_out);
    let mut statements = HashMap::new();
    for sheet in sheets {
        let name = sheet.name.trim().to_lowercase();
        if let Some(kept) = KEPT.iter().find(|kept| **kept == name) {
            keep(&mut draft, sheet, kept, &mut statements);
        } else if !["factors", "links"].contains(&name.as_str()) {
            draft.left(
                format_args!("sheet \"{}\"", sheet.name),
                "it is no sheet of causal coding, so it was not read",
            );
        }
    }
    let find = |name: &str| sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == name);
    if let Some(section) = find("factors").and_then(|sheet| sheet.whole(known, &mut draft.left_out))
    {
        section.rows.iter().for_each(|row| factor(&mut draft, &section, row));
    }
    let links = find("links").and_then(|sheet| sheet.whole(known, &mut draft.left_out));
    let links =
        links.filter(|section| section.has("from") && section.has("to")).ok_or_else(|| {
            Unreadable::broken(Format::CausalCoding, "sheet links", "it has no columns from and to")
        })?;
    links.rows.iter().for_each(|row| link(&mut draft, &links, row, &statements));
    Ok(Read { map: draft.map, format: Format::CausalCoding, left_out: draft.left_out })
}

/// Keeps a sheet as a list of objects, and notes of each statement who made it.
fn keep(draft: &mut Draft, sheet: &Sheet, name: &str, statements: &mut HashMap<String, Fields>) {
    let Some(section) = sheet.whole(known, &mut draft.left_out) else { return };
    let mut rows = Vec::new();
    for row in section.rows {
        let fields = section.fields(row, &mut draft.left_out);
        if let Some(id) =
            fields.0.get("statement_id").and_then(Value::as_str).filter(|_| name == "statements")
        {
            let of = OF_STATEMENT
                .into_iter()
                .filter_map(|key| Some((key.to_owned(), fields.0.get(key)?.clone())));
            statements.insert(id.to_owned(), Fields(of.collect()));
        }
        rows.push(Value::Object(fields.0));
    }
    draft.map.attributes.insert(name.to_owned(), Value::Array(rows).to_string());
}

fn factor(draft: &mut Draft, section: &Section<'_>, row: &Row) {
    let mut file = section.fields(row, &mut draft.left_out);
    let (label, id) = (file.text("label"), file.text("factor_id"));
    let factor = Factor {
        id: if id.is_empty() { label.clone() } else { id },
        label,
        kind: file.text("kind"),
        note: file.text("factor_memo"),
        tags: file.words("tags"),
        position: file.position("x", "y"),
        attributes: file.rest(),
    };
    draft.factor(section.place(row), factor);
}

fn sign(file: &mut Fields) -> Sign {
    let sign = match file.0.get("posneg").and_then(Value::as_str) {
        Some("+" | "positive" | "pos") => Sign::Positive,
        Some("-" | "negative" | "neg") => Sign::Negative,
        Some(_) => file.number("posneg").map(mental_modeler::sign).unwrap_or_default(),
        None => return Sign::Unknown,
    };
    if sign != Sign::Unknown {
        file.0.remove("posneg");
    }
    sign
}

fn link(draft: &mut Draft, section: &Section<'_>, row: &Row, statements: &HashMap<String, Fields>) {
    let place = section.place(row);
    let mut file = section.fields(row, &mut draft.left_out);
    let (from, to) = (file.text("from"), file.text("to"));
    if from.is_empty() || to.is_empty() {
        return draft.left(place, "it has no from or no to, so it is left out");
    }
    for name in [&from, &to] {
        if draft.find(name).is_none() {
            draft.left(
                &place,
                format_args!("\"{name}\" is not in the sheet of factors, so it is added"),
            );
            draft.factor(
                &place,
                Factor { id: name.clone(), label: name.clone(), ..Factor::default() },
            );
        }
    }
    said(draft, &place, &mut file, statements);
    let direction = file.text("direction");
    let hashtags = file.text("hashtags");
    let link = Link {
        id: file.text("link_id"),
        direction: direction_of(&direction).unwrap_or_default(),
        sign: sign(&mut file),
        delayed: file.flag("delayed"),
        weight: file.number("strength"),
        label: file.text("link_label"),
        kind: file.text("kind"),
        note: file.text("link_memo"),
        tags: hashtags
            .split(['|', ','])
            .map(|tag| tag.trim().to_owned())
            .filter(|tag| !tag.is_empty())
            .collect(),
        attributes: file.rest(),
        ..Link::default()
    };
    draft.link(place, (&from, &to), link);
}

/// Adds who said it, and in answer to what.
fn said(draft: &mut Draft, place: &str, file: &mut Fields, statements: &HashMap<String, Fields>) {
    let Some(id) = file.0.get("statement_id").and_then(Value::as_str) else { return };
    let Some(statement) = statements.get(id) else {
        return draft.left(
            place,
            format_args!("there is no statement \"{id}\" in the sheet of statements"),
        );
    };
    for (key, value) in &statement.0 {
        if value.as_str().is_some_and(|value| value.len() <= LONGEST_NAME) {
            file.0.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
}

pub(crate) fn write(map: &Map) -> Result<Written, Unwritable> {
    let names = names(map);
    let mut factors = Table::new("factors", &["label", "factor_memo"], OF_FACTOR);
    for (factor, name) in map.factors.iter().zip(&names) {
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
    let (mut kept, mut left_out) = kept(map);
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
        row(&mut links, &names, link);
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
    let mut all = vec![&factors, &links];
    all.extend(kept.iter());
    let bytes = workbook::write(&all)?;
    for table in [factors, links].into_iter().chain(kept.drain(..)) {
        left_out.extend(table.left_out);
    }
    Ok(Written::one(Format::CausalCoding, bytes, left_out))
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
    let directed = link.direction == causal::LinkKind::Directed;
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
