use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::Size;

/// The name of a field.
#[derive(Clone, Debug, Template)]
#[template(path = "label.html")]
pub struct Label {
    text: Text,
    of: Option<String>,
    class: &'static str,
    size: Option<Size>,
    heading: bool,
}

impl HtmlSafe for Label {}

impl Label {
    /// A label that says `text`.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), of: None, class: "", size: None, heading: false }
    }

    /// Names the field by its id.
    #[must_use]
    pub fn of(mut self, id: impl Into<String>) -> Self {
        self.of = Some(id.into());
        self
    }

    /// How large it stands.
    #[must_use]
    pub const fn size(mut self, size: Size) -> Self {
        self.size = Some(size);
        self
    }

    /// Makes it the heading of the page as well, where the page asks one thing.
    #[must_use]
    pub const fn heading(mut self) -> Self {
        self.heading = true;
        self
    }

    /// The class of the component that this label belongs to.
    #[must_use]
    pub(crate) const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }
}
