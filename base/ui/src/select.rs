use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::field::{Field, about_builders, label_builders};

/// One of a list too long for radios. Use [`crate::Radios`] when there are ten or fewer.
#[derive(Clone, Debug, Template)]
#[template(path = "select.html")]
pub struct Select {
    field: Field,
    options: Vec<SelectOption>,
    chosen: Option<String>,
}

#[derive(Clone, Debug)]
struct SelectOption {
    value: String,
    text: Text,
    disabled: bool,
}

impl HtmlSafe for Select {}

impl Select {
    /// A field called `name` in the form, which asks `label`.
    pub fn new(name: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { field: Field::new(name, label), options: Vec::new(), chosen: None }
    }

    about_builders!(field);
    label_builders!();

    /// Something that can be chosen.
    #[must_use]
    pub fn option(mut self, value: impl Into<String>, text: impl Into<Text>) -> Self {
        let option = SelectOption { value: value.into(), text: text.into(), disabled: false };
        self.options.push(option);
        self
    }

    /// Something that cannot be chosen now.
    #[must_use]
    pub fn closed(mut self, value: impl Into<String>, text: impl Into<Text>) -> Self {
        let option = SelectOption { value: value.into(), text: text.into(), disabled: true };
        self.options.push(option);
        self
    }

    /// The value they chose before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.chosen = Some(value.into());
        self
    }

    fn is_chosen(&self, option: &SelectOption) -> bool {
        self.chosen.as_ref() == Some(&option.value)
    }
}
