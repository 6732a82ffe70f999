use askama::{Template, filters::HtmlSafe};
use words::Text;

/// What somebody said, in their own words: the largest thing on the page after its title.
#[derive(Clone, Debug, Template)]
#[template(path = "own_words.html")]
pub struct OwnWords {
    words: String,
    by: Text,
    language: Option<String>,
    earlier: Option<Link>,
    basis: Option<Text>,
}

#[derive(Clone, Debug)]
struct Link {
    text: Text,
    href: String,
}

impl HtmlSafe for OwnWords {}

impl OwnWords {
    /// The words as they were said, and whose they are and since when.
    pub fn new(words: impl Into<String>, by: impl Into<Text>) -> Self {
        Self { words: words.into(), by: by.into(), language: None, earlier: None, basis: None }
    }

    /// The language they were said in, where it is not the page's.
    #[must_use]
    pub fn language(mut self, code: impl Into<String>) -> Self {
        self.language = Some(code.into());
        self
    }

    /// Where earlier wordings can be read.
    #[must_use]
    pub fn earlier(mut self, text: impl Into<Text>, href: impl Into<String>) -> Self {
        self.earlier = Some(Link { text: text.into(), href: href.into() });
        self
    }

    /// Says that another person wrote these words down or decided them, on what basis, and when
    /// that is looked at again.
    #[must_use]
    pub fn basis(mut self, basis: impl Into<Text>) -> Self {
        self.basis = Some(basis.into());
        self
    }
}
