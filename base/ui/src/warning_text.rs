use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{Part, part, said};

/// Something that may harm if it is missed.
#[derive(Clone, Debug, Template)]
#[template(path = "warning_text.html")]
pub struct WarningText {
    body: Part,
    before: Text,
}

impl HtmlSafe for WarningText {}

impl WarningText {
    /// A warning that says `body`.
    pub fn new(body: impl Into<Part>) -> Self {
        Self { body: body.into(), before: part::text(said::warning()) }
    }

    /// Says another word than "Warning" to those who listen.
    #[must_use]
    pub fn before(mut self, word: impl Into<Text>) -> Self {
        self.before = word.into();
        self
    }
}
