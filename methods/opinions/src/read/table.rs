//! A CSV file with a heading.

use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};

use super::Unreadable;

/// A file whose first line names its columns.
pub(super) struct Table<'a> {
    pub(super) file: &'static str,
    reader: Reader<&'a [u8]>,
    /// The names as they stand in the file, without blanks around them.
    pub(super) columns: Vec<String>,
    row: ByteRecord,
}

/// One row of it.
pub(super) struct Row<'a> {
    file: &'static str,
    columns: &'a [String],
    cells: &'a ByteRecord,
}

impl<'a> Table<'a> {
    pub(super) fn new(file: &'static str, bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader = ReaderBuilder::new().from_reader(bytes);
        let heading = reader.byte_headers().map_err(|why| broken(file, &why))?;
        let columns: Vec<String> =
            heading.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        if columns.iter().all(String::is_empty) {
            return Err(Unreadable::Empty { file });
        }
        Ok(Self { file, reader, columns, row: ByteRecord::new() })
    }

    /// Where a column stands; `comment_id` and `Comment-ID` are `comment-id`.
    pub(super) fn find(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| plain(name) == column)
    }

    pub(super) fn must(&self, column: &'static str) -> Result<usize, Unreadable> {
        self.find(column).ok_or(Unreadable::NoColumn { file: self.file, column })
    }

    /// The next row, until there is none.
    pub(super) fn next(&mut self) -> Result<Option<Row<'_>>, Unreadable> {
        match self.reader.read_byte_record(&mut self.row) {
            Ok(true) => Ok(Some(Row { file: self.file, columns: &self.columns, cells: &self.row })),
            Ok(false) => Ok(None),
            Err(why) => Err(broken(self.file, &why)),
        }
    }
}

/// The name of a column as we compare it.
pub(super) fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace(['_', ' '], "-")
}

impl Row<'_> {
    /// A cell; empty where there is none.
    pub(super) fn bytes(&self, column: usize) -> &[u8] {
        self.cells.get(column).unwrap_or_default()
    }

    pub(super) fn text(&self, column: usize) -> Result<&str, Unreadable> {
        let text = std::str::from_utf8(self.bytes(column));
        text.map_err(|_| self.wrong(column, "not UTF-8 text; save the file as UTF-8"))
    }

    /// What is wrong with a cell.
    pub(super) fn wrong(&self, column: usize, not: &'static str) -> Unreadable {
        Unreadable::Cell {
            file: self.file,
            line: self.cells.position().map_or(0, csv::Position::line),
            column: self.columns.get(column).cloned().unwrap_or_default(),
            value: String::from_utf8_lossy(self.bytes(column)).chars().take(40).collect(),
            not,
        }
    }
}

fn broken(file: &'static str, why: &csv::Error) -> Unreadable {
    let line = why.position().map_or(0, csv::Position::line);
    let why = if let ErrorKind::UnequalLengths { expected_len, len, .. } = why.kind() {
        format!("there are {len} cells where the heading has {expected_len}")
    } else {
        why.to_string()
    };
    Unreadable::Line { file, line, why }
}
