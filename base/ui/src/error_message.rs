use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{part, said};

/// What is wrong with an answer and what to do about it, beside the field.
#[derive(Clone, Debug, Template)]
#[template(path = "error_message.html")]
pub struct ErrorMessage {
    text: Text,
    id: Option<String>,
    before: Text,
}

impl HtmlSafe for ErrorMessage {}

impl ErrorMessage {
    /// A message that says `text`.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), id: None, before: part::text(said::error()) }
    }

    /// Gives it an id, for `aria-describedby`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Says another word than "Error" to those who listen.
    #[must_use]
    pub fn before(mut self, word: impl Into<Text>) -> Self {
        self.before = word.into();
        self
    }
}
