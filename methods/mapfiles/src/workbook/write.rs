//! Workbooks, being written.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Worksheet, XlsxError};

use crate::{Unwritable, fields::finite, table::Table};

/// The columns in which numbers are numbers and not text.
const NUMBERS: [&str; 7] = ["x", "y", "Style", "Strength", "Weight", "strength", "posneg"];

/// Writes a workbook of tables: every cell is text, or a number where numbers belong, and none is a formula.
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
            let (to_row, to_column) =
                at.ok_or_else(|| too_large(place(), &"there are more than a sheet can have"))?;
            let name = table.columns.get(column);
            let number =
                name.filter(|name| NUMBERS.contains(&name.as_str())).and_then(|_| number(cell));
            let written = match number {
                Some(number) => sheet.write_number(to_row, to_column, number),
                None => sheet.write_string(to_row, to_column, cell),
            };
            written.map_err(|why: XlsxError| too_large(place(), &why))?;
        }
    }
    Ok(())
}

/// The number that a cell is written as, if that reads as the same text again.
fn number(cell: &str) -> Option<f64> {
    finite(cell).filter(|number| number.to_string() == cell)
}

fn too_large(place: impl Into<String>, why: &dyn std::fmt::Display) -> Unwritable {
    Unwritable::TooLarge { place: place.into(), why: why.to_string() }
}
