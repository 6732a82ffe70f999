use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{
    ErrorMessage, Hint, Legend, choice,
    field::{Group, about_builders},
};

/// A few short choices side by side, each as large as a thumb.
#[derive(Clone, Debug, Template)]
#[template(path = "chips.html")]
pub struct Chips {
    group: Group,
    kind: &'static str,
    choices: Vec<Chip>,
}

#[derive(Clone, Debug)]
struct Chip {
    value: String,
    text: Text,
    name: Option<String>,
    chosen: bool,
}

impl HtmlSafe for Chips {}

impl Chips {
    /// One of these.
    pub fn one(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        Self { group: Group::new(name, legend), kind: "radio", choices: Vec::new() }
    }

    /// Any of these.
    pub fn many(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        Self { group: Group::new(name, legend), kind: "checkbox", choices: Vec::new() }
    }

    about_builders!(group);

    /// Something that can be chosen, and whether it is.
    #[must_use]
    pub fn chip(mut self, value: impl Into<String>, text: impl Into<Text>, chosen: bool) -> Self {
        self.choices.push(Chip { value: value.into(), text: text.into(), name: None, chosen });
        self
    }

    /// A checkbox with a name of its own in the form, which sends `yes`.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>, text: impl Into<Text>, chosen: bool) -> Self {
        let name = Some(name.into());
        self.choices.push(Chip { value: "yes".to_owned(), text: text.into(), name, chosen });
        self
    }

    fn ids(&self) -> Option<String> {
        self.group.about.described_by(self.group.id())
    }

    fn hint_part(&self) -> Option<Hint> {
        self.group.about.hint(self.group.id())
    }

    fn problem_part(&self) -> Option<ErrorMessage> {
        self.group.about.problem(self.group.id())
    }

    fn chip_id(&self, place: usize) -> String {
        choice::id(self.group.id(), place, None)
    }

    fn name<'a>(&'a self, chip: &'a Chip) -> &'a str {
        chip.name.as_deref().unwrap_or(&self.group.name)
    }
}
