use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{
    Choice, ErrorMessage, Fieldset, Hint, Legend, Part,
    choice::{self, Item, Placed},
    field::{Group, about_builders},
};

/// Any of a few, or one thing to agree to.
#[derive(Clone, Debug, Template)]
#[template(path = "checkboxes.html")]
pub struct Checkboxes {
    group: Group,
    bare: bool,
    items: Vec<Item>,
    chosen: Vec<String>,
}

#[derive(Clone, Debug, Template)]
#[template(path = "checkboxes_inside.html")]
struct Inside {
    of: Checkboxes,
    hint: Option<Hint>,
    problem: Option<ErrorMessage>,
}

impl HtmlSafe for Checkboxes {}
impl HtmlSafe for Inside {}

impl Checkboxes {
    /// A group called `name` in the form, which asks `legend`.
    pub fn new(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        Self { group: Group::new(name, legend), bare: false, items: Vec::new(), chosen: Vec::new() }
    }

    /// Without a legend, for one choice that says everything itself.
    pub fn bare(name: impl Into<String>) -> Self {
        Self { bare: true, ..Self::new(name, "") }
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

    /// The values they chose before.
    #[must_use]
    pub fn values<V: Into<String>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.chosen = values.into_iter().map(Into::into).collect();
        self
    }

    fn inside(&self) -> Part {
        let (about, id) = (&self.group.about, self.group.id());
        Part::of(Inside { of: self.clone(), hint: about.hint(id), problem: about.problem(id) })
    }

    fn fieldset(&self) -> Fieldset {
        let described_by = self.group.about.described_by(self.group.id());
        Fieldset::new(self.group.legend.clone()).described_by(described_by).fields(self.inside())
    }

    fn place<'a>(&self, choice: &'a Choice, place: usize) -> Placed<'a> {
        let id = choice::id(self.group.id(), place, choice.id.as_deref());
        let among = self.chosen.contains(&choice.value);
        Placed { choice, id, chosen: choice.chosen.unwrap_or(among) }
    }

    fn name<'a>(&'a self, choice: &'a Choice) -> &'a str {
        choice.name.as_deref().unwrap_or(&self.group.name)
    }

    /// Without a fieldset, the checkbox itself carries what describes the group.
    fn ids_of(&self, placed: &Placed<'_>) -> Option<String> {
        let about = &self.group.about;
        let group = self.bare.then(|| about.described_by(self.group.id())).flatten();
        let ids: Vec<String> = group.into_iter().chain(placed.hint_id()).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
