//! Workbooks (XLSX): what their sheets hold as text, and sheets of nothing but text.
//!
//! A workbook is a ZIP, and a ZIP can say that it is small and be huge. So every entry is unpacked once, counted and thrown
//! away, before anything reads it.

use std::io::{self, Cursor, Read as _};

use calamine::{Cell, CellErrorType, DataRef, Reader as _, Xlsx};
use csv::StringRecord;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Worksheet, XlsxError};

use crate::{
    Format, LeftOut, Unreadable, Unwritable,
    read::{MOST_UNPACKED, unpacked_limit},
    sheet::{Row, Sheet},
    table::Table,
};

/// The most cells of a workbook that are read, the empty ones before a full one included.
const MOST_CELLS: usize = 16_000_000;

/// What is read from a workbook, before anybody knows whose it is.
#[derive(Debug, Default)]
pub(crate) struct Workbook {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) left_out: Vec<LeftOut>,
    cells: usize,
    text: usize,
}

/// Reads every sheet. `format` is what errors call the file by.
pub(crate) fn read(bytes: &[u8], format: Format) -> Result<Workbook, Unreadable> {
    let broken = |why: &dyn std::fmt::Display| {
        Unreadable::broken(
            format,
            "the workbook",
            format_args!("{why}. Save it again as .xlsx and give that."),
        )
    };
    if unpacked(bytes).map_err(|why| broken(&why))? {
        let limit = format!("{} bytes when unpacked", unpacked_limit(bytes.len()));
        return Err(Unreadable::TooLarge { format, limit });
    }
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
    let mut workbook = Workbook::default();
    for name in file.sheet_names() {
        let mut cells = match file.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(why) => {
                workbook.left_out.push(LeftOut::new(
                    format_args!("sheet \"{name}\""),
                    format_args!("not read: {why}"),
                ));
                continue;
            }
        };
        let mut rows = Rows::default();
        while let Some(cell) = cells.next_cell().map_err(|why| broken(&why))? {
            workbook.count(&rows, &cell, format)?;
            let text = text(&name, &cell, &mut workbook.left_out);
            workbook.text += text.len();
            rows.put(cell.get_position(), &text);
        }
        workbook.sheets.push(Sheet { name, rows: rows.done() });
    }
    Ok(workbook)
}

/// Whether the whole of a ZIP is larger than its limit when unpacked.
fn unpacked(bytes: &[u8]) -> Result<bool, zip::result::ZipError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut left = u64::try_from(unpacked_limit(bytes.len())).unwrap_or(u64::MAX);
    for at in 0..archive.len() {
        let entry = archive.by_index(at)?;
        let read = io::copy(&mut entry.take(left + 1), &mut io::sink())?;
        if read > left {
            return Ok(true);
        }
        left -= read;
    }
    Ok(false)
}

impl Workbook {
    /// Counts a cell with the empty ones before it, and the text that stands in cells so far.
    fn count(
        &mut self,
        rows: &Rows,
        cell: &Cell<DataRef<'_>>,
        format: Format,
    ) -> Result<(), Unreadable> {
        let (row, column) = cell.get_position();
        let wide = if rows.at == Some(row) { rows.cells.len() } else { 0 };
        self.cells +=
            usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(wide).saturating_add(1);
        if self.cells > MOST_CELLS || self.text > MOST_UNPACKED {
            let limit = format!("{MOST_CELLS} cells and {MOST_UNPACKED} bytes of text");
            return Err(Unreadable::TooLarge { format, limit });
        }
        Ok(())
    }
}

/// The rows of a sheet, while its cells come one by one.
#[derive(Default)]
struct Rows {
    done: Vec<Row>,
    at: Option<u32>,
    cells: StringRecord,
}

impl Rows {
    fn put(&mut self, (row, column): (u32, u32), text: &str) {
        if self.at != Some(row) {
            self.end();
            self.at = Some(row);
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        while self.cells.len() < column {
            self.cells.push_field("");
        }
        self.cells.push_field(text);
    }

    fn end(&mut self) {
        let Some(row) = self.at.take() else { return };
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let number = u64::from(row) + 1;
        let last = self.done.last().map_or(0, |row| row.number);
        self.done.push(Row { number, blank: number.saturating_sub(last + 1), cells });
    }

    fn done(mut self) -> Vec<Row> {
        self.end();
        self.done
    }
}

/// What a cell says. An error that a formula ended in is said and not taken for a word.
fn text(sheet: &str, cell: &Cell<DataRef<'_>>, left_out: &mut Vec<LeftOut>) -> String {
    match cell.get_value() {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::Error(error) => {
            left_out.push(wrong(sheet, cell.get_position(), error));
            String::new()
        }
        DataRef::Empty => String::new(),
    }
}

fn date(moment: &calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        return date;
    }
    format!("{date}T{hour:02}:{minute:02}:{second:02}")
}

fn wrong(sheet: &str, (row, column): (u32, u32), error: &CellErrorType) -> LeftOut {
    let place =
        format!("sheet \"{sheet}\", row {}, column {}", u64::from(row) + 1, u64::from(column) + 1);
    LeftOut::new(
        place,
        format_args!("the formula there ends in {error}, so the cell is read as empty"),
    )
}

/// Writes a workbook of tables, every cell as text: nothing in it is a formula.
pub(crate) fn write(tables: &[&Table]) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    if let Ok(made) = ExcelDateTime::from_ymd(2000, 1, 1) {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    }
    for table in tables {
        let sheet = workbook.add_worksheet();
        fill(sheet, table)?;
    }
    workbook.save_to_buffer().map_err(|why| too_large("the workbook", &why))
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), Unwritable> {
    sheet.set_name(table.name).map_err(|why| too_large(table.name, &why))?;
    for (row, cells) in std::iter::once(&table.columns).chain(&table.rows).enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let place =
                || format!("sheet \"{}\", row {}, column {}", table.name, row + 1, column + 1);
            let at = u32::try_from(row).ok().zip(u16::try_from(column).ok());
            let (row, column) =
                at.ok_or_else(|| too_large(place(), &"there are more than a sheet can have"))?;
            sheet
                .write_string(row, column, cell)
                .map_err(|why: XlsxError| too_large(place(), &why))?;
        }
    }
    Ok(())
}

fn too_large(place: impl Into<String>, why: &dyn std::fmt::Display) -> Unwritable {
    Unwritable::TooLarge { place: place.into(), why: why.to_string() }
}
