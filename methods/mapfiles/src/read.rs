//! Reading: which format it is, and then that format.

use causal::Map;

use crate::{Format, LeftOut, detect, kumu, sheet::Sheet};

/// The most bytes to which a compressed file (a workbook, a compressed `.prsm`) is unpacked: 128 MiB, and a small file to no
/// more than 200 times its size and one MiB.
pub const MOST_UNPACKED: usize = 128 << 20;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The map.
    pub map: Map,
    /// The format that it was in.
    pub format: Format,
    /// What could not be read, with its place, and what was taken for what where the file does not say.
    pub left_out: Vec<LeftOut>,
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file is empty. Give one with a map in it.")]
    Empty,
    /// It is neither text nor a workbook.
    #[error(
        "byte {0} is not UTF-8 text, and the file is no workbook either. Save it as UTF-8, or give the .xlsx itself."
    )]
    NotText(usize),
    /// It is none of the formats.
    #[error("this is no kind of map that is known here: {0}")]
    Unknown(String),
    /// It is a format that is only written.
    #[error("{0} is only written, not read. Give the file that it was made from.")]
    OnlyWritten(Format),
    /// It is in this format, but broken.
    #[error("{format}, {place}: {why}")]
    Broken {
        /// The format that it seems to be.
        format: Format,
        /// Where it is broken.
        place: String,
        /// What is wrong there, and what to do.
        why: String,
    },
    /// It holds more than is taken.
    #[error("{format}: the file holds more than is read here: at most {limit}. Give a part of it.")]
    TooLarge {
        /// The format that it is.
        format: Format,
        /// The limit that it goes beyond.
        limit: String,
    },
}

impl Unreadable {
    pub(crate) fn broken(
        format: Format,
        place: impl std::fmt::Display,
        why: impl std::fmt::Display,
    ) -> Self {
        Self::Broken { format, place: place.to_string(), why: why.to_string() }
    }
}

/// Reads a map in whatever format it is. The content says which; `name`, the name of the file, only decides where the content
/// leaves it open (and may be empty).
///
/// # Errors
/// Where nothing of it is a map. A part that cannot be read does not stop the rest: it stands in [`Read::left_out`].
///
/// # Examples
/// ```
/// let read = mapfiles::read("links.csv", b"From,To,Type\nrain,river,+\nriver,drought,-\n")?;
/// assert_eq!(read.format, mapfiles::Format::KumuCsv);
/// assert_eq!(read.map.factors.len(), 3);
/// # Ok::<(), mapfiles::Unreadable>(())
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, Unreadable> {
    let found = detect::content(name, bytes)?;
    detect::read(found)
}

/// Reads Kumu's pair of tables: elements (CSV or a workbook), and connections. Without elements, the factors are those that
/// the connections name.
///
/// # Errors
/// Where one of the two is no table.
pub fn read_pair(elements: Option<&[u8]>, connections: &[u8]) -> Result<Read, Unreadable> {
    let mut sheets: Vec<Sheet> = Vec::new();
    if let Some(elements) = elements {
        sheets.extend(detect::sheets(elements, "elements")?);
    }
    sheets.extend(detect::sheets(connections, "connections")?);
    kumu::tables::read(&sheets, Format::KumuCsv)
}

/// The most bytes to which a compressed file of this size is unpacked.
pub(crate) fn unpacked_limit(packed: usize) -> usize {
    packed.saturating_mul(200).saturating_add(1 << 20).min(MOST_UNPACKED)
}
