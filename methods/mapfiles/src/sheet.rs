//! Tables with rows, from CSV and from workbooks alike.

use std::{fmt, io::Read as _};

use csv::StringRecord;

use serde_json::{Map as Object, Value};

use crate::{Format, LeftOut, Unreadable, fields::Fields};

/// A sheet of a workbook, or a whole CSV file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// What it is called; a CSV file is called what its reader says.
    pub(crate) name: String,
    /// Its rows that are not blank.
    pub(crate) rows: Vec<Row>,
}

/// A row that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its number, counted from one: the row of the sheet, the line of the file.
    pub(crate) number: u64,
    /// How many blank rows stand before it.
    pub(crate) blank: u64,
    /// What stands in it. There may be fewer cells than in the row with the names.
    pub(crate) cells: StringRecord,
}

impl Row {
    /// The cell in a column, without blanks around it; empty where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }
}

impl Sheet {
    /// The whole of a CSV file. The first line says what stands between the cells: a comma, a semicolon or a tab.
    pub(crate) fn of_csv(text: &str, name: &str, format: Format) -> Result<Self, Unreadable> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes().chain(&b"\n"[..]));
        let mut rows = Vec::new();
        let (mut line, mut last) = (1, 0);
        let mut cells = StringRecord::new();
        while reader
            .read_record(&mut cells)
            .map_err(|why| Unreadable::broken(format, "the table", why))?
        {
            let next = reader.position().line();
            let number = next.saturating_sub(1 + breaks(&cells)).max(line);
            if cells.iter().any(|cell| cell.trim_start().starts_with('\'')) {
                cells = cells.iter().map(|cell| unguarded(cell.trim())).collect();
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push(Row {
                    number,
                    blank: number.saturating_sub(last + 1),
                    cells: cells.clone(),
                });
                last = next.saturating_sub(1);
            }
            line = next;
        }
        Ok(Self { name: name.to_owned(), rows })
    }
}

/// Rows below one row of names.
pub(crate) struct Section<'a> {
    /// What its sheet is called.
    pub(crate) sheet: &'a str,
    /// The names of its columns.
    pub(crate) columns: Vec<String>,
    /// Its rows, without that of the names.
    pub(crate) rows: &'a [Row],
}

/// How people find a row.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    sheet: &'a str,
    row: u64,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}, row {}", self.sheet, self.row)
    }
}

impl Section<'_> {
    /// Whether it has a column of this name.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    /// How people find a row of it.
    pub(crate) fn place(&self, row: &Row) -> Place<'_> {
        Place { sheet: self.sheet, row: row.number }
    }

    /// The cells of a row by their columns; a cell without a name of its own is said.
    pub(crate) fn fields(&self, row: &Row, left_out: &mut Vec<LeftOut>) -> Fields {
        let mut object = Object::new();
        for at in 0..row.cells.len() {
            let value = row.cell(at);
            let name = self.columns.get(at).map_or("", String::as_str);
            if value.is_empty() {
                continue;
            }
            if name.is_empty() || object.contains_key(name) {
                let what = format_args!(
                    "column {} has no name of its own, so \"{value}\" is left out",
                    at + 1
                );
                left_out.push(LeftOut::new(self.place(row), what));
            } else {
                object.insert(name.to_owned(), Value::from(value));
            }
        }
        Fields(object)
    }
}

impl Sheet {
    /// Cuts a sheet where two blank rows stand. The first row of each part names its columns; names that are `known` in lower
    /// case are made so.
    pub(crate) fn sections(
        &self,
        known: fn(&str) -> bool,
        left_out: &mut Vec<LeftOut>,
    ) -> Vec<Section<'_>> {
        let parts = self.rows.chunk_by(|_, next| next.blank < 2);
        parts.filter_map(|rows| self.section(rows, known, left_out)).collect()
    }

    /// The sheet as one section, blank rows or not.
    pub(crate) fn whole(
        &self,
        known: fn(&str) -> bool,
        left_out: &mut Vec<LeftOut>,
    ) -> Option<Section<'_>> {
        self.section(&self.rows, known, left_out)
    }

    fn section<'a>(
        &'a self,
        rows: &'a [Row],
        known: fn(&str) -> bool,
        left_out: &mut Vec<LeftOut>,
    ) -> Option<Section<'a>> {
        let (names, rows) = rows.split_first()?;
        let columns = (0..names.cells.len()).map(|at| {
            let name = names.cell(at);
            let plain = name.to_lowercase();
            if known(&plain) {
                return plain;
            }
            if name.len() > LONGEST_NAME {
                let what = format_args!("its name is longer than {LONGEST_NAME} bytes, and is cut");
                left_out.push(LeftOut::new(format_args!("{}, column {}", self.name, at + 1), what));
            }
            short(name).to_owned()
        });
        Some(Section { sheet: &self.name, columns: columns.collect(), rows })
    }
}

/// The longest name that is given to many, in bytes: a name costs memory once for each who bears it.
pub(crate) const LONGEST_NAME: usize = 200;

/// A name that is not longer than names may be.
pub(crate) fn short(name: &str) -> &str {
    name.get(..name.floor_char_boundary(LONGEST_NAME)).unwrap_or(name)
}

/// How many ends of line stand within the cells.
fn breaks(cells: &StringRecord) -> u64 {
    let ends = cells.as_slice().bytes().filter(|byte| *byte == b'\n').count();
    u64::try_from(ends).unwrap_or(u64::MAX)
}

/// Whichever of comma, semicolon and tab the first line has most of, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes() {
        quoted ^= byte == b'"';
        if byte == b'\n' && !quoted {
            break;
        }
        for (mark, count) in &mut counts {
            *count += usize::from(*mark == byte && !quoted);
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.iter().find(|(_, count)| Some(*count) == most).map_or(b',', |(mark, _)| *mark)
}

/// A cell that a spreadsheet would take for a formula: it begins with one of `= + - @`, a tab or a return, and is neither a
/// number nor signs alone.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
        && !cell.chars().all(|mark| mark == '+' || mark == '-')
        && !(cell.bytes().all(|byte| b"0123456789+-.eE".contains(&byte))
            && cell.parse::<f64>().is_ok())
}

/// A cell of a CSV file with an apostrophe before it, if a spreadsheet would take it for a formula.
pub(crate) fn guarded(cell: String) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell }
}

/// A cell without the apostrophe that kept it from being a formula.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}
