use askama::{Template, filters::HtmlSafe};
use words::Text;

/// The heading of a page, and what kind of page it is.
#[derive(Clone, Debug, Template)]
#[template(path = "title.html")]
pub struct Title {
    text: Text,
    caption: Option<Text>,
}

impl HtmlSafe for Title {}

impl Title {
    /// A heading that says `text`.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), caption: None }
    }

    /// What stands above it, smaller and quieter.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<Text>) -> Self {
        self.caption = Some(caption.into());
        self
    }
}
