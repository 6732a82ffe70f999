//! Some thousand rows at a time: they are split into fields by one thread while another numbers those before.

use csv::{ByteRecord, Reader};
use rayon::prelude::*;

use super::{Header, Unreadable};
use crate::{
    dictionary::{Dictionary, NOTHING, Texts},
    records::Column,
};

const ROWS: usize = 1 << 15;

/// Rows, as the texts of each column that is taken; the ids stand apart.
#[derive(Default)]
pub(super) struct Chunk {
    ids: Texts,
    fields: Vec<Texts>,
}

impl Chunk {
    pub(super) fn read(reader: &mut Reader<&[u8]>, header: &Header) -> Result<Self, Unreadable> {
        let mut chunk =
            Self { ids: Texts::default(), fields: vec![Texts::default(); header.places.len()] };
        let mut record = ByteRecord::new();
        while chunk.rows() < ROWS && reader.read_byte_record(&mut record)? {
            chunk.ids.push(text(&record, header.id_at));
            for (texts, (at, _)) in chunk.fields.iter_mut().zip(&header.places) {
                texts.push(text(&record, *at));
            }
        }
        Ok(chunk)
    }

    pub(super) fn rows(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn id(&self, row: usize) -> &str {
        self.ids.get(row)
    }

    /// For each column that is taken the numbers of its values. Each dictionary is filled by one thread, in the order of rows.
    pub(super) fn number(
        &self,
        header: &Header,
        columns: &[Column],
        pools: &mut [Dictionary],
    ) -> Vec<(usize, Vec<u32>)> {
        let by_pool = pools.par_iter_mut().enumerate().with_max_len(1);
        let numbered = by_pool.flat_map_iter(|(pool, dictionary)| {
            let here =
                self.fields.iter().zip(&header.places).filter_map(move |(texts, (_, column))| {
                    columns
                        .get(*column)
                        .filter(|known| known.pool == pool)
                        .map(|known| (texts, *column, known))
                });
            here.map(|(texts, column, known)| (column, numbers(texts, known, dictionary)))
                .collect::<Vec<_>>()
        });
        numbered.collect()
    }
}

fn numbers(texts: &Texts, column: &Column, dictionary: &mut Dictionary) -> Vec<u32> {
    let mut written = String::new();
    let number = |row| {
        column.form.write(texts.get(row), &mut written);
        if written.is_empty() { NOTHING } else { dictionary.number(&written) }
    };
    (0..texts.len()).map(number).collect()
}

fn text(record: &ByteRecord, at: usize) -> &str {
    record.get(at).and_then(|field| std::str::from_utf8(field).ok()).unwrap_or_default()
}
