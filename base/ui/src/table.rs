use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{Part, Size};

/// Things that are compared by row and by column.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "table.html")]
pub struct Table {
    caption: Option<Text>,
    size: Option<Size>,
    head: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    named_rows: bool,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    body: Part,
    numeric: bool,
}

impl HtmlSafe for Table {}

impl Cell {
    /// A cell with `body` in it.
    pub fn new(body: impl Into<Part>) -> Self {
        Self { body: body.into(), numeric: false }
    }

    /// A cell with a number in it, so that digits stand below one another.
    pub fn number(body: impl Into<Part>) -> Self {
        Self { body: body.into(), numeric: true }
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

impl Table {
    /// A table without a cell.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the table is about.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<Text>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// How large the caption stands.
    #[must_use]
    pub const fn size(mut self, size: Size) -> Self {
        self.size = Some(size);
        self
    }

    /// What the columns are.
    #[must_use]
    pub fn head<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.head = cells.into_iter().map(Into::into).collect();
        self
    }

    /// One more row.
    #[must_use]
    pub fn row<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// The first cell of a row names it.
    #[must_use]
    pub const fn named_rows(mut self) -> Self {
        self.named_rows = true;
        self
    }
}
