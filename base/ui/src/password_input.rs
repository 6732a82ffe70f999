use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::{
    Width,
    field::{Field, about_builders, label_builders},
    said,
};

/// A password, which can be shown where scripts run. What was typed is never sent back to the page.
#[derive(Clone, Debug, Template)]
#[template(path = "password_input.html")]
pub struct PasswordInput {
    field: Field,
    width: Option<Width>,
    autocomplete: &'static str,
    show: Say,
    show_label: Say,
    hide: Say,
    hide_label: Say,
}

impl HtmlSafe for PasswordInput {}

impl PasswordInput {
    /// A field called `name` in the form, which asks `label`.
    pub fn new(name: impl Into<String>, label: impl Into<Text>) -> Self {
        Self {
            field: Field::new(name, label),
            width: None,
            autocomplete: "current-password",
            show: said::show_password(),
            show_label: said::show_password_label(),
            hide: said::hide_password(),
            hide_label: said::hide_password_label(),
        }
    }

    about_builders!(field);
    label_builders!();

    /// A password that is being made up, so that a password manager offers one.
    #[must_use]
    pub const fn fresh(mut self) -> Self {
        self.autocomplete = "new-password";
        self
    }

    /// Room for this many letters.
    #[must_use]
    pub const fn width(mut self, width: Width) -> Self {
        self.width = Some(width);
        self
    }
}
