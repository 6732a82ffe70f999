use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{part, said};

/// The way back to the page before.
#[derive(Clone, Debug, Template)]
#[template(path = "back_link.html")]
pub struct BackLink {
    text: Text,
    href: String,
}

impl HtmlSafe for BackLink {}

impl BackLink {
    /// A link back to `href`.
    pub fn new(href: impl Into<String>) -> Self {
        Self { text: part::text(said::back()), href: href.into() }
    }

    /// Says where back is.
    #[must_use]
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.text = text.into();
        self
    }
}
