//! The rows of sheets, cell by cell.

use csv::StringRecord;

use super::cells::{self, Styles};
use crate::{
    Format, LeftOut, Unreadable, fields::finite, read::MOST_UNPACKED, sheet::Row, xml::Element,
};

/// The most cells of a workbook that are read, the empty ones before a full one included.
const MOST_CELLS: usize = 16_000_000;
/// How wide a sheet can be.
const WIDEST: usize = 16_384;

/// What is needed to read rows, and those of one sheet that were.
pub(super) struct Rows<'a> {
    strings: &'a [String],
    styles: &'a Styles,
    format: Format,
    sheet: String,
    done: Vec<Row>,
    last: u64,
    cells: usize,
    text: usize,
    pub(super) left_out: Vec<LeftOut>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(strings: &'a [String], styles: &'a Styles, format: Format) -> Self {
        let (sheet, done, left_out) = (String::new(), Vec::new(), Vec::new());
        Self { strings, styles, format, sheet, done, last: 0, cells: 0, text: 0, left_out }
    }

    pub(super) fn begin(&mut self, sheet: &str) {
        sheet.clone_into(&mut self.sheet);
        self.last = 0;
    }

    pub(super) fn end(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.done)
    }

    /// Takes in one row.
    pub(super) fn row(&mut self, row: &Element) -> Result<(), Unreadable> {
        let number = row.get("r").parse().unwrap_or(self.last + 1);
        let mut cells = StringRecord::new();
        for cell in row.all("c") {
            let at = column(cell.get("r")).unwrap_or(cells.len());
            if at >= WIDEST || at < cells.len() {
                let what = format_args!(
                    "cell {} stands twice or where no cell can, so it is left out",
                    cell.get("r")
                );
                self.left_out.push(LeftOut::new(
                    format_args!("sheet \"{}\", row {number}", self.sheet),
                    what,
                ));
                continue;
            }
            let text = self.said(cell, number);
            self.count(at + 1 - cells.len(), text.len())?;
            (cells.len()..at).for_each(|_| cells.push_field(""));
            cells.push_field(&text);
        }
        let blank = number.saturating_sub(self.done.last().map_or(0, |row| row.number) + 1);
        self.last = number;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.done.push(Row { number, blank, cells });
        }
        Ok(())
    }

    fn count(&mut self, cells: usize, text: usize) -> Result<(), Unreadable> {
        self.cells += cells;
        self.text += text;
        if self.cells > MOST_CELLS || self.text > MOST_UNPACKED {
            let limit = format!("{MOST_CELLS} cells and {MOST_UNPACKED} bytes of text");
            return Err(Unreadable::TooLarge { format: self.format, limit });
        }
        Ok(())
    }

    /// What a cell says. The error that a formula ended in is said, and is no word.
    fn said(&mut self, cell: &Element, row: u64) -> String {
        let value = cell.text_of("v");
        match cell.get("t") {
            "s" => self.shared(value, cell.get("r")),
            "inlineStr" => cell.child("is").map(cells::plain).unwrap_or_default(),
            "str" => cells::unescaped(value),
            "b" => if value == "1" { "true" } else { "false" }.to_owned(),
            "e" => {
                let what = format_args!(
                    "the formula in cell {} ends in {value}, so it is read as empty",
                    cell.get("r")
                );
                self.left_out
                    .push(LeftOut::new(format_args!("sheet \"{}\", row {row}", self.sheet), what));
                String::new()
            }
            _ => match finite(value) {
                Some(number) => self.styles.shown(number, cell.get("s")),
                None => value.to_owned(),
            },
        }
    }

    fn shared(&mut self, value: &str, cell: &str) -> String {
        let at: Option<usize> = value.trim().parse().ok();
        let found = at.and_then(|at| self.strings.get(at));
        if found.is_none() {
            let what =
                format_args!("there is no text number {value}, so the cell is read as empty");
            self.left_out
                .push(LeftOut::new(format_args!("sheet \"{}\", cell {cell}", self.sheet), what));
        }
        found.cloned().unwrap_or_default()
    }
}

/// The column of a cell by its name: A1 is in the first, which is 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters
        .take(4)
        .fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    column.checked_sub(1)
}
