use askama::{Template, filters::HtmlSafe};

use crate::Part;

/// A passage set apart from the text around it.
#[derive(Clone, Debug, Template)]
#[template(path = "inset_text.html")]
pub struct InsetText {
    body: Part,
    id: Option<String>,
}

impl HtmlSafe for InsetText {}

impl InsetText {
    /// A passage with `body` in it.
    pub fn new(body: impl Into<Part>) -> Self {
        Self { body: body.into(), id: None }
    }

    /// Gives it an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}
