use askama::{Template, filters::HtmlSafe};

use crate::Part;

/// Help with an answer, beside the label.
#[derive(Clone, Debug, Template)]
#[template(path = "hint.html")]
pub struct Hint {
    body: Part,
    id: Option<String>,
    class: &'static str,
}

impl HtmlSafe for Hint {}

impl Hint {
    /// A hint that says `body`.
    pub fn new(body: impl Into<Part>) -> Self {
        Self { body: body.into(), id: None, class: "" }
    }

    /// Gives it an id, for `aria-describedby`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The class of the component that this hint belongs to.
    #[must_use]
    pub(crate) const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }
}
