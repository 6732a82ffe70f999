//! The matrix: names in the first row and column, in each cell how much the factor of the row moves that of the column.

use std::collections::BTreeSet;

use causal::{Factor, Link, Map};

use super::{sign, weight};
use crate::{
    Format, LeftOut, Unreadable, Unwritable, Written,
    draft::Draft,
    fields::finite,
    left_out::many,
    read::Read,
    sheet::{Row, Sheet},
    table::names,
};

/// The most factors of a matrix that is written.
const MOST: usize = 4_000;

/// Whether a table is a matrix: the same names in its first row and its first column.
pub(crate) fn is_matrix(sheet: &Sheet) -> bool {
    let Some((names, rows)) = sheet.rows.split_first() else { return false };
    if rows.len() > names.cells.len() {
        return false;
    }
    let columns: BTreeSet<&str> =
        (1..names.cells.len()).map(|at| names.cell(at)).filter(|name| !name.is_empty()).collect();
    let rows: BTreeSet<&str> = rows.iter().map(|row| row.cell(0)).collect();
    !rows.is_empty() && (rows == columns || rows.len() > 1 && rows.is_subset(&columns))
}

pub(crate) fn read(sheet: &Sheet) -> Result<Read, Unreadable> {
    let (header, rows) = sheet.rows.split_first().ok_or(Unreadable::Empty)?;
    let mut draft = Draft::default();
    for at in 1..header.cells.len() {
        let label = header.cell(at).to_owned();
        draft.factor(
            format_args!("column {}", at + 1),
            Factor { id: label.clone(), label, ..Factor::default() },
        );
    }
    let mut next = 0;
    for row in rows {
        let name = row.cell(0);
        let in_order = draft.map.factors.get(next).is_some_and(|factor| factor.label == name);
        let from = if in_order { Some(next) } else { draft.by_id(name) };
        next += 1;
        match from {
            Some(from) => weights(&mut draft, row, from),
            None => draft.left(
                format_args!("row {}", row.number),
                format_args!("no column is called \"{name}\", so it is left out"),
            ),
        }
    }
    for factor in draft.map.factors.iter().skip(next) {
        let what = format_args!("\"{}\" has no row of its own", factor.label);
        draft.left_out.push(LeftOut::new("the matrix", what));
    }
    Ok(Read { map: draft.map, format: Format::MentalModelerCsv, left_out: draft.left_out })
}

fn weights(draft: &mut Draft, row: &Row, from: usize) {
    for at in 1..row.cells.len() {
        let cell = row.cell(at);
        if cell.is_empty() {
            continue;
        }
        let place = || format!("row {}, column {}", row.number, at + 1);
        match finite(cell) {
            Some(0.0) => {}
            Some(_) if at > draft.map.factors.len() => {
                draft.left(place(), "there is no name above this, so it is left out");
            }
            Some(weight) => {
                let link = Link {
                    from,
                    to: at - 1,
                    weight: Some(weight),
                    sign: sign(weight),
                    ..Link::default()
                };
                draft.join("", link);
            }
            None => draft.left(place(), format_args!("\"{cell}\" is no number, so it is left out")),
        }
    }
}

pub(crate) fn write(map: &Map) -> Result<Written, Unwritable> {
    let names = names(map);
    let count = names.len();
    if count > MOST {
        let why = format!(
            "a matrix of {count} factors has {count} times {count} cells; at most {MOST} factors are written"
        );
        return Err(Unwritable::TooLarge { place: "the matrix".into(), why });
    }
    let mut rows: Vec<Vec<String>> = vec![vec![String::from("0"); count]; count];
    let mut left_out = Vec::new();
    let mut guessed = 0;
    let mut filled = BTreeSet::new();
    for link in &map.links {
        let (weight, guess) = weight(link);
        guessed += usize::from(guess);
        if !filled.insert((link.from, link.to)) || weight == 0.0 {
            let what = "the matrix has one number for two factors, and 0 is no link, so this one is left out";
            left_out.push(LeftOut::new(format_args!("link \"{}\"", link.id), what));
        } else if let Some(cell) = rows.get_mut(link.from).and_then(|row| row.get_mut(link.to)) {
            *cell = weight.to_string();
        }
    }
    if guessed > 0 {
        let what = "nobody said a sign or weight, and a matrix needs a number, so 1 is written";
        left_out.push(LeftOut::new(many(guessed, "link"), what));
    }
    Ok(Written::one(Format::MentalModelerCsv, csv(names, &rows), left_out))
}

fn csv(names: Vec<String>, rows: &[Vec<String>]) -> Vec<u8> {
    let names: Vec<String> = names.into_iter().map(crate::sheet::guarded).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let first = std::iter::once("").chain(names.iter().map(String::as_str));
    let mut written = writer.write_record(first);
    for (name, row) in names.iter().zip(rows) {
        written = written.and_then(|()| writer.write_record(std::iter::once(name).chain(row)));
    }
    debug_assert!(written.is_ok(), "writing to memory does not fail");
    writer.into_inner().unwrap_or_default()
}
