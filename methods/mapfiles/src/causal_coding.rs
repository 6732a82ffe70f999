//! The workbook of causal coding: `factors`, `links`, `statements`, `sources`, `questions`, `settings`.
//!
//! One row of `links` is what one person said, in their words, so it is kept as a link of its own; who said it and in answer to
//! what is looked up in the statements and stands beside the quote.

use std::collections::HashMap;

use causal::{Factor, Link, Sign};
use serde_json::Value;

use crate::{
    Format, LeftOut, Unreadable,
    draft::Draft,
    fields::Fields,
    mental_modeler,
    read::Read,
    sheet::{LONGEST_NAME, Place, Row, Section, Sheet},
    tributary::direction_of,
};

mod write;

pub(crate) use write::write;

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
    has("from") && has("to") && ["statement_id", "posneg"].into_iter().any(has)
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
                place,
                format_args!("\"{name}\" is not in the sheet of factors, so it is added"),
            );
            draft.factor(
                place,
                Factor { id: name.clone(), label: name.clone(), ..Factor::default() },
            );
        }
    }
    said(draft, place, &mut file, statements);
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
fn said(
    draft: &mut Draft,
    place: Place<'_>,
    file: &mut Fields,
    statements: &HashMap<String, Fields>,
) {
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
