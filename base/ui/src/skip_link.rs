use askama::{Template, filters::HtmlSafe};
use words::Text;

/// The first thing that the tab key reaches: the way past the header.
#[derive(Clone, Debug, Template)]
#[template(path = "skip_link.html")]
pub struct SkipLink {
    text: Text,
    href: String,
}

impl HtmlSafe for SkipLink {}

impl SkipLink {
    /// A link to `href` on this page, saying `text`.
    pub fn new(text: impl Into<Text>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into() }
    }
}
