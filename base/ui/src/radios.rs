use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{
    Choice, ErrorMessage, Fieldset, Hint, Legend, Part,
    choice::{self, Item, Placed},
    field::{Group, about_builders},
};

/// One of a few.
#[derive(Clone, Debug, Template)]
#[template(path = "radios.html")]
pub struct Radios {
    group: Group,
    items: Vec<Item>,
    chosen: Option<String>,
    shape: &'static str,
}

#[derive(Clone, Debug, Template)]
#[template(path = "radios_inside.html")]
struct Inside {
    of: Radios,
    hint: Option<Hint>,
    problem: Option<ErrorMessage>,
}

impl HtmlSafe for Radios {}
impl HtmlSafe for Inside {}

impl Radios {
    /// A group called `name` in the form, which asks `legend`.
    pub fn new(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        Self { group: Group::new(name, legend), items: Vec::new(), chosen: None, shape: "" }
    }

    about_builders!(group);

    /// Something that can be chosen.
    #[must_use]
    pub fn choice(mut self, choice: Choice) -> Self {
        self.items.push(Item::Choice(Box::new(choice)));
        self
    }

    /// A word between the choices, such as "or".
    #[must_use]
    pub fn divider(mut self, text: impl Into<Text>) -> Self {
        self.items.push(Item::Divider(text.into()));
        self
    }

    /// The value they chose before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.chosen = Some(value.into());
        self
    }

    /// Side by side, where there are two short ones.
    #[must_use]
    pub const fn inline(mut self) -> Self {
        self.shape = " govuk-radios--inline";
        self
    }

    fn fieldset(&self) -> Fieldset {
        let (about, id) = (&self.group.about, self.group.id());
        let inside = Inside { of: self.clone(), hint: about.hint(id), problem: about.problem(id) };
        Fieldset::new(self.group.legend.clone())
            .described_by(about.described_by(id))
            .fields(Part::of(inside))
    }

    fn place<'a>(&self, choice: &'a Choice, place: usize) -> Placed<'a> {
        let id = choice::id(self.group.id(), place, choice.id.as_deref());
        let same = self.chosen.as_ref() == Some(&choice.value);
        Placed { choice, id, chosen: choice.chosen.unwrap_or(same) }
    }
}
