//! Kumu's tables: elements and connections, as two CSV files or as sheets of a workbook.
//!
//! A sheet whose name has `(ignore)` in it is skipped, two blank rows begin a new section with names of columns of its own,
//! `|` stands between several values and several ends in `To`. A row with an ID, or a label (and type), that was there before adds to
//! that element.

use std::collections::HashMap;

use causal::{Factor, Link, Map};
use serde_json::Value;

use crate::{
    Format, Unreadable, Unwritable, Written,
    draft::Draft,
    fields::Fields,
    kumu::{self, OF_CONNECTION, OF_ELEMENT},
    read::{MOST_UNPACKED, Read},
    sheet::{Place, Row, Section, Sheet},
    workbook,
};

/// Whether a table is one of Kumu's, by the names of its columns.
pub(crate) fn is_kumu(row: &Row) -> bool {
    let names: Vec<String> = row.cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|column| column == name);
    has("from") && has("to") || has("label") || names.first().is_some_and(|first| first == "id")
}

pub(crate) fn read(sheets: &[Sheet], format: Format) -> Result<Read, Unreadable> {
    let mut draft = Draft::default();
    let mut sections = Vec::new();
    for sheet in sheets {
        if sheet.name.to_lowercase().contains("(ignore)") {
            draft.left(
                format_args!("sheet \"{}\"", sheet.name),
                "it is named to be ignored, so it is",
            );
        } else {
            sections.extend(sheet.sections(known, &mut draft.left_out));
        }
    }
    let (connections, elements): (Vec<_>, Vec<_>) =
        sections.iter().partition(|section| is_connections(section));
    let mut found = Elements::default();
    for section in elements {
        if section.has("label") || section.has("id") {
            section.rows.iter().for_each(|row| found.row(&mut draft, section, row));
        } else {
            let what = "it has neither From and To, nor Label or ID, so nothing in it was read";
            draft.left(section.sheet, what);
        }
    }
    for section in &connections {
        section.rows.iter().for_each(|row| connect(&mut draft, section, row));
    }
    if draft.map.factors.is_empty() && connections.is_empty() {
        let why = "there is neither a table of elements (Label) nor one of connections (From, To)";
        return Err(Unreadable::broken(format, "the table", why));
    }
    Ok(Read { map: draft.map, format, left_out: draft.left_out })
}

fn known(name: &str) -> bool {
    OF_ELEMENT.contains(&name) || OF_CONNECTION.contains(&name)
}

fn is_connections(section: &Section<'_>) -> bool {
    section.has("from") && section.has("to")
}

#[derive(Default)]
struct Elements {
    by_label: HashMap<(String, Option<String>), usize>,
}

impl Elements {
    fn row(&mut self, draft: &mut Draft, section: &Section<'_>, row: &Row) {
        let place = section.place(row);
        let factor = kumu::element(section.fields(row, &mut draft.left_out));
        if factor.id.is_empty() && factor.label.is_empty() {
            return draft.left(place, "it has neither a label nor an ID, so it is left out");
        }
        let key = (factor.label.clone(), section.has("type").then(|| factor.kind.clone()));
        let known = draft.by_id(&factor.id);
        let known =
            known.or_else(|| self.by_label.get(&key).copied().filter(|_| factor.id.is_empty()));
        if let Some(known) = known.and_then(|at| draft.map.factors.get_mut(at)) {
            update(known, factor);
            return;
        }
        if factor.id.is_empty() && draft.by_id(&factor.label).is_some() {
            let label = &factor.label;
            let what = format_args!(
                "an element above is called \"{label}\" too; connections that name it mean that one. Give each an ID"
            );
            draft.left(place, what);
        }
        let at = create(draft, place, factor);
        self.by_label.insert(key, at);
    }
}

fn create(draft: &mut Draft, place: Place<'_>, mut factor: Factor) -> usize {
    if factor.label.is_empty() {
        factor.label.clone_from(&factor.id);
    }
    if factor.id.is_empty() && draft.by_id(&factor.label).is_none() {
        factor.id.clone_from(&factor.label);
    }
    draft.factor(place, factor)
}

/// Adds to an element what a later row says of it; what the row does not say stays.
fn update(known: &mut Factor, said: Factor) {
    for (old, new) in
        [(&mut known.label, said.label), (&mut known.kind, said.kind), (&mut known.note, said.note)]
    {
        if !new.is_empty() {
            *old = new;
        }
    }
    if !said.tags.is_empty() {
        known.tags = said.tags;
    }
    known.position = said.position.or(known.position);
    known.attributes.extend(said.attributes);
}

fn connect(draft: &mut Draft, section: &Section<'_>, row: &Row) {
    let place = section.place(row);
    let mut said = section.fields(row, &mut draft.left_out);
    let (from, targets) = (said.text("from"), said.text("to"));
    let targets: Vec<&str> =
        targets.split('|').map(str::trim).filter(|target| !target.is_empty()).collect();
    let Some(last) = targets.len().checked_sub(1).filter(|_| !from.is_empty()) else {
        return draft.left(place, "it has no From or no To, so it is left out");
    };
    let again = said.0.values().filter_map(Value::as_str).map(str::len).sum::<usize>() * last;
    draft.copied = draft.copied.saturating_add(again);
    if again > 0 && draft.copied > MOST_UNPACKED {
        return draft.left(place, "so many ends in To, each with all that the row says, are more than is read here, so it is left out");
    }
    let from = end(draft, place, &from);
    for (at, target) in targets.iter().enumerate() {
        let mut one = if at == last { std::mem::take(&mut said.0) } else { said.0.clone() };
        if at > 0 {
            one.remove("id");
        }
        let to = end(draft, place, target);
        let link = kumu::connection(draft, &place, Fields(one));
        let (from, to) = if kumu::is_reversed(&link) { (to, from) } else { (from, to) };
        draft.join(place, Link { from, to, ..link });
    }
}

/// The factor that a connection names, made if nobody named it before.
fn end(draft: &mut Draft, place: Place<'_>, name: &str) -> usize {
    draft.called(&place, name).unwrap_or_else(|| {
        create(draft, place, Factor { label: name.to_owned(), ..Factor::default() })
    })
}

/// Two tables: elements and connections.
pub(crate) fn write(map: &Map, format: Format) -> Result<Written, Unwritable> {
    let (names, mut left_out) = write::names(map);
    let mut elements = write::elements(map, &names);
    let mut connections = write::connections(map, &names);
    left_out.append(&mut elements.left_out);
    left_out.append(&mut connections.left_out);
    if format == Format::KumuXlsx {
        let bytes = workbook::write(&[&elements, &connections])?;
        return Ok(Written::one(format, bytes, left_out));
    }
    let files = vec![
        ("-elements.csv".to_owned(), elements.csv()),
        ("-connections.csv".to_owned(), connections.csv()),
    ];
    Ok(Written { files, left_out })
}

mod write;
