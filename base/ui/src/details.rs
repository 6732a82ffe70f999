use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::Part;

/// Something more for those who want it, folded away.
#[derive(Clone, Debug, Template)]
#[template(path = "details.html")]
pub struct Details {
    summary: Text,
    body: Part,
    id: Option<String>,
    open: bool,
}

impl HtmlSafe for Details {}

impl Details {
    /// Folds `body` away under `summary`.
    pub fn new(summary: impl Into<Text>, body: impl Into<Part>) -> Self {
        Self { summary: summary.into(), body: body.into(), id: None, open: false }
    }

    /// Gives it an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Shows the body from the beginning.
    #[must_use]
    pub const fn open(mut self, open: bool) -> Self {
        self.open = open;
        self
    }
}
