//! Records from CSV.

mod chunk;
mod header;
mod unreadable;

use csv::{ByteRecord, Reader, ReaderBuilder};
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher as _;

pub use self::unreadable::Unreadable;
use self::{chunk::Chunk, header::Header};
use super::{MOST_RECORDS, Records, Source};
use crate::dictionary::Texts;

/// The most bytes that the texts of one column may take together.
const MOST_TEXT: usize = 2 << 30;

/// The ids of one source, to find one that stands there twice.
struct Seen<'a> {
    places: HashTable<u32>,
    /// The place of the source's first record.
    first: usize,
    bytes: &'a [u8],
    column: &'a str,
}

impl Seen<'_> {
    fn take(&mut self, ids: &mut Texts, chunk: &Chunk) -> Result<(), Unreadable> {
        for id in (0..chunk.rows()).map(|row| chunk.id(row).trim()) {
            let row = ids.len() - self.first;
            if id.is_empty() {
                let (line, column) = (line(self.bytes, row), self.column.to_owned());
                return Err(Unreadable::NoId { line, column });
            }
            let place = u32::try_from(ids.len()).map_err(|_| Unreadable::TooMany)?;
            let hash = FxBuildHasher.hash_one(id);
            if let Some(before) = self.places.find(hash, |place| ids.get(*place as usize) == id) {
                let first = line(self.bytes, *before as usize - self.first);
                return Err(Unreadable::IdTwice {
                    id: id.to_owned(),
                    first,
                    again: line(self.bytes, row),
                });
            }
            ids.push(id);
            let hash_of = |place: &u32| FxBuildHasher.hash_one(ids.get(*place as usize));
            self.places.insert_unique(hash, place, hash_of);
        }
        Ok(())
    }
}

impl Records {
    /// Reads one source from CSV with a line of headers. `id` names the column of the records' ids; without it, it is the
    /// first of `record_id`, `rec_id`, `unique_id` and `id`. Columns are recognised by their headers; what is not recognised,
    /// and the ids themselves, are never compared.
    ///
    /// Headers and values may carry blanks. The text is UTF-8, with or without a mark at its start.
    ///
    /// # Errors
    /// What is wrong with it, with its line. Nothing of the source is kept then.
    pub fn read(&mut self, source: &str, bytes: &[u8], id: Option<&str>) -> Result<(), Unreadable> {
        let (records, cells) = (self.len(), self.cells.len());
        let read = self.read_source(source, bytes, id);
        if read.is_err() {
            self.ids.truncate(records);
            self.cells.truncate(cells);
        }
        read
    }

    fn read_source(
        &mut self,
        name: &str,
        bytes: &[u8],
        id: Option<&str>,
    ) -> Result<(), Unreadable> {
        if self.sources.iter().any(|source| source.name == name) {
            return Err(Unreadable::SourceTwice(name.to_owned()));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        std::str::from_utf8(bytes).map_err(|why| Unreadable::not_text(bytes, why.valid_up_to()))?;
        let mut reader = reader(bytes);
        let header =
            Header::read(reader.byte_headers().map_err(Unreadable::from)?, &self.columns, id)?;
        let first = self.len();
        let mut seen = Seen { places: HashTable::new(), first, bytes, column: &header.id };
        let mut next = Chunk::read(&mut reader, &header)?;
        while next.rows() > 0 {
            let now = next;
            let ((seen, read), cells) = rayon::join(
                || (seen.take(&mut self.ids, &now), Chunk::read(&mut reader, &header)),
                || now.number(&header, &self.columns, &mut self.pools),
            );
            seen?;
            next = read?;
            self.take(&cells, &header, now.rows());
            self.check_room()?;
        }
        let first = u32::try_from(first).map_err(|_| Unreadable::TooMany)?;
        let Header { id, taken, left, .. } = header;
        self.sources.push(Source { name: name.to_owned(), first, id, taken, left });
        Ok(())
    }

    /// Puts the numbers of a chunk, column after column, into rows.
    fn take(&mut self, cells: &[(usize, Vec<u32>)], header: &Header, rows: usize) {
        let width = self.columns.len();
        let start = self.cells.len();
        self.cells.resize(start + rows * width, crate::dictionary::NOTHING);
        debug_assert_eq!(cells.len(), header.places.len(), "each taken column was numbered");
        for (column, numbers) in cells {
            let into = self.cells.iter_mut().skip(start + column).step_by(width);
            into.zip(numbers).for_each(|(cell, number)| *cell = *number);
        }
    }

    fn check_room(&self) -> Result<(), Unreadable> {
        let full =
            self.pools.iter().any(|pool| pool.size() > MOST_TEXT) || self.ids.size() > MOST_TEXT;
        if full || self.len() > MOST_RECORDS { Err(Unreadable::TooMany) } else { Ok(()) }
    }
}

fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    ReaderBuilder::new().buffer_capacity(1 << 16).from_reader(bytes)
}

/// The line on which a row begins. It is only looked for when something is wrong there.
fn line(bytes: &[u8], row: usize) -> u64 {
    let mut reader = reader(bytes);
    let mut record = ByteRecord::new();
    for _ in 0..row {
        if reader.read_byte_record(&mut record).is_err() {
            break;
        }
    }
    let _read = reader.read_byte_record(&mut record);
    record.position().map_or(0, csv::Position::line)
}
