//! Records from several sources, by columns, each different value kept once.

mod read;

use std::fmt;

pub use self::read::Unreadable;
use crate::{
    Form, Model, Record,
    dictionary::{Dictionary, Texts},
};

/// The most records that can be linked in one go.
pub const MOST_RECORDS: usize = 100_000_000;

/// Which header a source's values of a column were taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The column of the model.
    pub column: String,
    /// The header in the file, as it stands there.
    pub header: String,
}

/// A file whose records were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called: the stem of the file.
    pub name: String,
    /// The place of its first record.
    pub first: u32,
    /// The header of its ids.
    pub id: String,
    /// The columns that were taken.
    pub taken: Vec<Taken>,
    /// Headers that were not taken.
    pub left: Vec<String>,
}

/// What is known of one column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) form: Form,
    pub(crate) headers: Vec<String>,
    /// Which dictionary its values are in.
    pub(crate) pool: usize,
}

/// Records of all sources. A record is known by its place, in the order in which records were read.
#[derive(Clone, Debug)]
pub struct Records {
    pub(crate) columns: Vec<Column>,
    pub(crate) pools: Vec<Dictionary>,
    /// For each record the numbers of its values, column after column.
    pub(crate) cells: Vec<u32>,
    ids: Texts,
    sources: Vec<Source>,
}

impl Records {
    /// No records yet, with the columns that this model knows.
    pub fn new(model: &Model) -> Self {
        let mut pools = Vec::new();
        let mut names = None;
        let columns = model.columns.iter().map(|column| {
            let pool = match names {
                Some(shared) if column.form == Form::Name => shared,
                _new => {
                    pools.push(Dictionary::default());
                    pools.len() - 1
                }
            };
            if column.form == Form::Name {
                names = Some(pool);
            }
            let (name, form, headers) = (column.name.clone(), column.form, column.headers.clone());
            Column { name, form, headers, pool }
        });
        let columns = columns.collect();
        Self { columns, pools, cells: Vec::new(), ids: Texts::default(), sources: Vec::new() }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The sources, in the order in which they were read.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Where the record in this place comes from. Empty texts beyond the last one.
    pub fn record(&self, place: u32) -> Record<'_> {
        let after = self.sources.partition_point(|source| source.first <= place);
        let source = after.checked_sub(1).and_then(|before| self.sources.get(before));
        Record {
            source: source.map_or("", |source| &source.name),
            id: self.ids.get(place as usize),
        }
    }

    /// Every record, in order.
    pub fn handles(&self) -> Vec<Record<'_>> {
        (0..self.len())
            .filter_map(|place| u32::try_from(place).ok())
            .map(|place| self.record(place))
            .collect()
    }

    /// The place of the record that `name` means: an id, or `source:id`.
    ///
    /// # Errors
    /// There is none, or several sources have one.
    pub fn find(&self, name: &str) -> Result<u32, NotFound> {
        let means = |record: &Record<'_>| {
            let whole = name.strip_prefix(record.source).and_then(|rest| rest.strip_prefix(':'));
            record.id == name || whole == Some(record.id)
        };
        let mut found = self
            .handles()
            .into_iter()
            .enumerate()
            .filter(|(_, record)| means(record))
            .map(|(place, _)| place);
        let first = found.next().ok_or_else(|| NotFound::Nowhere(name.to_owned()))?;
        match found.next() {
            None => u32::try_from(first).map_err(|_| NotFound::Nowhere(name.to_owned())),
            Some(_) => Err(NotFound::Several(name.to_owned())),
        }
    }

    /// The values of a record: for each column the number of its value.
    pub(crate) fn row(&self, place: u32) -> &[u32] {
        let start = place as usize * self.columns.len();
        self.cells.get(start..start + self.columns.len()).unwrap_or_default()
    }

    /// The value of a record in a column, as it is compared. Empty where nothing is known.
    pub fn value(&self, place: u32, column: &str) -> &str {
        let Some(at) = self.columns.iter().position(|known| known.name == column) else {
            return "";
        };
        self.text(at, self.row(place).get(at).copied().unwrap_or_default())
    }

    pub(crate) fn text(&self, column: usize, number: u32) -> &str {
        let pool = self.columns.get(column).and_then(|column| self.pools.get(column.pool));
        pool.map_or("", |pool| pool.text(number))
    }

    /// How many different values the dictionary of a column has, the empty one among them.
    pub(crate) fn different(&self, column: usize) -> usize {
        let pool = self.columns.get(column).and_then(|column| self.pools.get(column.pool));
        pool.map_or(0, Dictionary::len)
    }

    /// Some source has this column.
    pub(crate) fn has(&self, column: usize) -> bool {
        let name = self.columns.get(column).map(|column| &column.name);
        self.sources
            .iter()
            .flat_map(|source| &source.taken)
            .any(|taken| Some(&taken.column) == name)
    }

    /// Other records, none yet, that share the values known here, so that they can be [scored](crate::Index::score) against
    /// these. [`Records::close`] first, or every known value is copied.
    #[must_use]
    pub fn beside(&self) -> Self {
        let (columns, pools) = (self.columns.clone(), self.pools.clone());
        Self { columns, pools, cells: Vec::new(), ids: Texts::default(), sources: Vec::new() }
    }

    /// Says that no more sources will be read here, or few, so that those [beside](Self::beside) share what is known.
    pub fn close(&mut self) {
        self.pools.iter_mut().for_each(Dictionary::close);
    }
}

/// A record that cannot be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// There is no such record.
    Nowhere(String),
    /// Several sources have a record of this id.
    Several(String),
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nowhere(name) => {
                write!(f, "there is no record `{name}`. Give its id, or `source:id`.")
            }
            Self::Several(name) => {
                write!(f, "several sources have a record `{name}`. Say which: `source:{name}`.")
            }
        }
    }
}

impl std::error::Error for NotFound {}
