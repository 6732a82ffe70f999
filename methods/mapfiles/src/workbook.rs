//! Workbooks (XLSX): what their sheets hold as text, and sheets of text and numbers.

mod cells;
mod parts;
mod rows;
mod write;

use crate::{Format, LeftOut, Unreadable, sheet::Sheet, xml};

pub(crate) use self::write::write;
use self::{cells::Styles, parts::Parts, rows::Rows};

/// What is read from a workbook, before anybody knows whose it is.
#[derive(Debug, Default)]
pub(crate) struct Workbook {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) left_out: Vec<LeftOut>,
}

/// Reads every sheet. `format` is what errors call the file by.
pub(crate) fn read(bytes: &[u8], format: Format) -> Result<Workbook, Unreadable> {
    let mut parts = Parts::open(bytes, format)?;
    let named = parts.sheets()?;
    let strings = match parts.text("xl/sharedStrings.xml")? {
        Some(text) => strings(&text, format)?,
        None => Vec::new(),
    };
    let styles = match parts.text("xl/styles.xml")? {
        Some(text) => Styles::of(&xml::parse(&text, format)?, named.since_1904),
        None => Styles::default(),
    };
    let mut workbook = Workbook::default();
    let mut rows = Rows::new(&strings, &styles, format);
    for (name, path) in named.sheets {
        let Some(text) = parts.text(&path)? else {
            workbook.left_out.push(LeftOut::new(
                format_args!("sheet \"{name}\""),
                format_args!("there is no {path} in the file"),
            ));
            continue;
        };
        rows.begin(&name);
        xml::each(&text, format, "row", &mut |row| rows.row(&row))?;
        workbook.sheets.push(Sheet { rows: rows.end(), name });
    }
    workbook.left_out.append(&mut rows.left_out);
    Ok(workbook)
}

/// The texts that cells share.
fn strings(text: &str, format: Format) -> Result<Vec<String>, Unreadable> {
    let mut strings = Vec::new();
    xml::each(text, format, "si", &mut |shared| {
        strings.push(cells::plain(&shared));
        Ok(())
    })?;
    Ok(strings)
}
