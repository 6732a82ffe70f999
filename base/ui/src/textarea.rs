use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::field::{Field, about_builders, label_builders};

/// An answer of several lines.
#[derive(Clone, Debug, Template)]
#[template(path = "textarea.html")]
pub struct Textarea {
    field: Field,
    value: String,
    rows: u8,
    autocomplete: Option<&'static str>,
    spelling: Option<bool>,
}

impl HtmlSafe for Textarea {}

impl Textarea {
    /// A field called `name` in the form, which asks `label`.
    pub fn new(name: impl Into<String>, label: impl Into<Text>) -> Self {
        let field = Field::new(name, label);
        Self { field, value: String::new(), rows: 5, autocomplete: None, spelling: None }
    }

    about_builders!(field);
    label_builders!();

    /// What they typed before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// How many lines are in sight.
    #[must_use]
    pub const fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// What a browser may fill in, as HTML names it.
    #[must_use]
    pub const fn autocomplete(mut self, name: &'static str) -> Self {
        self.autocomplete = Some(name);
        self
    }

    /// Whether the browser looks at the spelling.
    #[must_use]
    pub const fn spelling(mut self, looks: bool) -> Self {
        self.spelling = Some(looks);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_empty_line_survives() {
        // A browser drops one line break after the opening tag.
        let html = Textarea::new("a", "A").value("\nb").to_string();
        assert!(html.contains(">\n\nb</textarea>"), "{html}");
    }
}
