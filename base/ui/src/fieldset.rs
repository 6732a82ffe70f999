use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{Part, Size};

/// What a group of fields asks.
#[derive(Clone, Debug)]
pub struct Legend {
    pub(crate) text: Text,
    pub(crate) size: Option<Size>,
    pub(crate) heading: bool,
}

impl Legend {
    /// A legend that says `text`.
    pub fn new(text: impl Into<Text>) -> Self {
        Self { text: text.into(), size: None, heading: false }
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
}

impl<T: Into<Text>> From<T> for Legend {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// Fields that belong to one question.
#[derive(Clone, Debug, Template)]
#[template(path = "fieldset.html")]
pub struct Fieldset {
    legend: Option<Legend>,
    fields: Option<Part>,
    role: Option<&'static str>,
    described_by: Option<String>,
}

impl HtmlSafe for Fieldset {}

impl Fieldset {
    /// A group that asks `legend`.
    pub fn new(legend: impl Into<Legend>) -> Self {
        Self { legend: Some(legend.into()), fields: None, role: None, described_by: None }
    }

    /// The fields.
    #[must_use]
    pub fn fields(mut self, fields: impl Into<Part>) -> Self {
        self.fields = Some(fields.into());
        self
    }

    /// Makes it a group of text fields, which some screen readers would not announce otherwise.
    #[must_use]
    pub const fn group(mut self) -> Self {
        self.role = Some("group");
        self
    }

    /// The ids of what describes it.
    #[must_use]
    pub fn described_by(mut self, ids: impl Into<Option<String>>) -> Self {
        self.described_by = ids.into();
        self
    }
}
