use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::Part;

/// A panel: things that belong together, on a sheet of their own. In a template, `trib-sheet` on
/// any element does the same.
#[derive(Clone, Debug, Template)]
#[template(path = "sheet.html")]
pub struct Sheet {
    title: Option<Text>,
    body: Part,
}

impl HtmlSafe for Sheet {}

impl Sheet {
    /// A sheet with `body` on it.
    pub fn new(body: impl Into<Part>) -> Self {
        Self { title: None, body: body.into() }
    }

    /// A heading above the sheet, one below the page's.
    #[must_use]
    pub fn titled(mut self, title: impl Into<Text>) -> Self {
        self.title = Some(title.into());
        self
    }
}
