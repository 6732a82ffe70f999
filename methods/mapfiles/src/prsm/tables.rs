//! PRSM's workbook (sheets `Factors` and `Links`) and its table of five columns.

use causal::{Factor, Link};

use super::sign_of_label;
use crate::{
    Format, LeftOut, Unreadable,
    draft::Draft,
    fields::{Fields, finite},
    left_out::many,
    read::Read,
    sheet::{Row, Section, Sheet},
    tributary::direction_of,
};

mod write;

pub(crate) use write::{write_csv, write_workbook};

/// The columns of factors that are no attributes, in lower case.
const OF_FACTOR: &[&str] =
    &["label", "note", "description", "style", "grouplabel", "x", "y", "tags"];
/// The columns of links that are no attributes, in lower case.
const OF_LINK: &[&str] = &[
    "from",
    "to",
    "label",
    "note",
    "description",
    "style",
    "kind",
    "direction",
    "delayed",
    "weight",
    "tags",
    "id",
];
fn known(name: &str) -> bool {
    OF_FACTOR.contains(&name) || OF_LINK.contains(&name)
}

pub(crate) fn read_workbook(sheets: &[Sheet], left_out: Vec<LeftOut>) -> Result<Read, Unreadable> {
    let mut draft = Draft::after(left_out);
    let find = |name: &str| sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == name);
    for sheet in sheets
        .iter()
        .filter(|sheet| !["factors", "links"].contains(&sheet.name.trim().to_lowercase().as_str()))
    {
        draft.left(
            format_args!("sheet \"{}\"", sheet.name),
            "it is neither Factors nor Links, so it was not read",
        );
    }
    let factors = find("factors").and_then(|sheet| sheet.whole(known, &mut draft.left_out));
    let factors = factors.filter(|section| section.has("label")).ok_or_else(|| {
        Unreadable::broken(
            Format::PrsmXlsx,
            "sheet Factors",
            "it has no column Label. Name the column with the factors so.",
        )
    })?;
    for row in factors.rows {
        factor(&mut draft, &factors, row);
    }
    if let Some(links) = find("links").and_then(|sheet| sheet.whole(known, &mut draft.left_out)) {
        let mut signs = 0;
        for row in links.rows {
            signs += usize::from(link(&mut draft, &links, row));
        }
        if signs > 0 {
            draft.left(
                many(signs, "link"),
                "PRSM has no signs, so it was read from the + or - of the label",
            );
        }
    }
    Ok(Read { map: draft.map, format: Format::PrsmXlsx, left_out: draft.left_out })
}

fn factor(draft: &mut Draft, section: &Section<'_>, row: &Row) {
    let mut file = section.fields(row, &mut draft.left_out);
    let (label, group) = (file.text("label"), file.text("grouplabel"));
    let style = style(&mut file, "group");
    let factor = Factor {
        id: label.clone(),
        label,
        kind: if group.is_empty() { style } else { group },
        note: note(&mut file),
        tags: file.words("tags"),
        position: file.position("x", "y"),
        attributes: file.rest(),
    };
    draft.factor(section.place(row), factor);
}

fn note(file: &mut Fields) -> String {
    let key = if file.0.contains_key("note") { "note" } else { "description" };
    file.text(key)
}

/// The style of a number from one, by its name. Anything else stays.
fn style(file: &mut Fields, stem: &str) -> String {
    let number = file.0.get("style").and_then(|style| finite(style.as_str()?));
    let Some(number) = number.filter(|number| (1.0..100.0).contains(number)) else {
        return file.text("style");
    };
    file.0.remove("style");
    format!("{stem}{}", number.trunc() - 1.0)
}

fn link(draft: &mut Draft, section: &Section<'_>, row: &Row) -> bool {
    let mut file = section.fields(row, &mut draft.left_out);
    let (from, to, label) = (file.text("from"), file.text("to"), file.text("label"));
    let direction = file.text("direction");
    let (sign, label) = sign_of_label(&label);
    let style = style(&mut file, "edge");
    let kind = file.text("kind");
    let link = Link {
        id: file.text("id"),
        direction: direction_of(&direction).unwrap_or_default(),
        sign,
        delayed: file.flag("delayed"),
        weight: file.number("weight"),
        label: label.to_owned(),
        kind: if kind.is_empty() { style } else { kind },
        note: note(&mut file),
        tags: file.words("tags"),
        attributes: file.rest(),
        ..Link::default()
    };
    draft.link(section.place(row), (&from, &to), link).is_some() && sign != causal::Sign::Unknown
}

pub(crate) fn read_csv(sheet: &Sheet) -> Result<Read, Unreadable> {
    let mut draft = Draft::default();
    let rows = sheet.rows.get(1..).unwrap_or_default();
    if sheet.rows.first().is_none_or(|first| first.cells.len() < 2) {
        let why =
            "it has no two columns. A table of links begins with the labels of the two factors.";
        return Err(Unreadable::broken(Format::PrsmCsv, "the first row", why));
    }
    for row in rows {
        let place = format!("row {}", row.number);
        for column in 5..row.cells.len() {
            let more = row.cell(column);
            if !more.is_empty() {
                draft.left(
                    &place,
                    format_args!("column {} is not known here: \"{more}\"", column + 1),
                );
            }
        }
        if row.cell(0).is_empty() || row.cell(1).is_empty() {
            draft.left(place, "it does not name two factors, so it is left out");
            continue;
        }
        let (from, to) = (end(&mut draft, row, 0), end(&mut draft, row, 1));
        let kind = styled(&mut draft, row, 4, "edge");
        draft.join(&place, Link { from, to, kind, ..Link::default() });
    }
    Ok(Read { map: draft.map, format: Format::PrsmCsv, left_out: draft.left_out })
}

/// The factor in this column, which is made where it is first met.
fn end(draft: &mut Draft, row: &Row, column: usize) -> usize {
    let label = row.cell(column);
    if let Some(at) = draft.find(label) {
        return at;
    }
    let kind = styled(draft, row, column + 2, "group");
    draft.factor(
        "",
        Factor { id: label.to_owned(), label: label.to_owned(), kind, ..Factor::default() },
    )
}

fn styled(draft: &mut Draft, row: &Row, column: usize, stem: &str) -> String {
    let said = row.cell(column);
    if let Ok(number @ 1..=15) = said.parse::<u32>() {
        return format!("{stem}{}", number - 1);
    }
    if !said.is_empty() {
        draft.left(
            format_args!("row {}", row.number),
            format_args!("\"{said}\" is no style from 1 to 9"),
        );
    }
    String::new()
}

/// Whether a table is PRSM's: five columns of which the last are styles.
pub(crate) fn is_prsm(sheet: &Sheet) -> bool {
    let named = |row: &Row| row.cells.len() >= 5 && row.cell(2).to_lowercase().contains("style");
    let number =
        |row: &Row| (2..5).all(|at| row.cell(at).is_empty() || row.cell(at).parse::<u8>().is_ok());
    let wide = sheet.rows.first().is_some_and(|row| row.cells.len() == 5);
    sheet.rows.first().is_some_and(named) || wide && sheet.rows.get(1).is_some_and(number)
}
