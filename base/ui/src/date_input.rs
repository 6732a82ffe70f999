use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{
    ErrorMessage, Fieldset, Hint, Label, Legend, Part,
    field::{Group, about_builders},
    part, said,
};

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

/// A date that people know by heart, typed in three parts.
#[derive(Clone, Debug, Template)]
#[template(path = "date_input.html")]
pub struct DateInput {
    group: Group,
    prefix: bool,
    parts: Vec<Typed>,
    wrong: Vec<DatePart>,
    birthday: bool,
}

#[derive(Clone, Debug)]
struct Typed {
    part: DatePart,
    value: String,
    label: Text,
}

#[derive(Clone, Debug, Template)]
#[template(path = "date_input_inside.html")]
struct Inside {
    of: DateInput,
    hint: Option<Hint>,
    problem: Option<ErrorMessage>,
}

impl HtmlSafe for DateInput {}
impl HtmlSafe for Inside {}

impl DatePart {
    const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    const fn letters(self) -> u8 {
        if matches!(self, Self::Year) { 4 } else { 2 }
    }

    const fn birthday(self) -> &'static str {
        match self {
            Self::Day => "bday-day",
            Self::Month => "bday-month",
            Self::Year => "bday-year",
        }
    }
}

impl DateInput {
    /// A date whose three fields are called `name-day`, `name-month` and `name-year` in the form.
    pub fn new(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        let typed = |part, label| Typed { part, value: String::new(), label: part::text(label) };
        let parts = vec![
            typed(DatePart::Day, said::day()),
            typed(DatePart::Month, said::month()),
            typed(DatePart::Year, said::year()),
        ];
        let group = Group::new(name, legend);
        Self { group, prefix: true, parts, wrong: Vec::new(), birthday: false }
    }

    about_builders!(group);

    /// Calls the fields `day`, `month` and `year`, on a page that asks one date.
    #[must_use]
    pub const fn short_names(mut self) -> Self {
        self.prefix = false;
        self
    }

    /// What they typed before.
    #[must_use]
    pub fn value(mut self, part: DatePart, value: impl Into<String>) -> Self {
        let value = value.into();
        self.parts
            .iter_mut()
            .filter(|it| it.part == part)
            .for_each(|it| it.value.clone_from(&value));
        self
    }

    /// Another name for a part.
    #[must_use]
    pub fn label(mut self, part: DatePart, label: impl Into<Text>) -> Self {
        let label = label.into();
        self.parts.iter_mut().filter(|it| it.part == part).for_each(|it| it.label = label.clone());
        self
    }

    /// Does not ask this part.
    #[must_use]
    pub fn without(mut self, part: DatePart) -> Self {
        self.parts.retain(|it| it.part != part);
        self
    }

    /// The part the problem is with. A problem with no part named is with all of them.
    #[must_use]
    pub fn wrong(mut self, part: DatePart) -> Self {
        self.wrong.push(part);
        self
    }

    /// The reader's own birthday, which a browser may fill in.
    #[must_use]
    pub const fn birthday(mut self) -> Self {
        self.birthday = true;
        self
    }

    fn fieldset(&self) -> Fieldset {
        let (about, id) = (&self.group.about, self.group.id());
        let inside = Inside { of: self.clone(), hint: about.hint(id), problem: about.problem(id) };
        Fieldset::new(self.group.legend.clone())
            .group()
            .described_by(about.described_by(id))
            .fields(Part::of(inside))
    }

    fn part_id(&self, typed: &Typed) -> String {
        format!("{}-{}", self.group.id(), typed.part.name())
    }

    fn part_name(&self, typed: &Typed) -> String {
        let part = typed.part.name();
        if self.prefix { format!("{}-{part}", self.group.name) } else { part.to_owned() }
    }

    fn label_of(&self, typed: &Typed) -> Label {
        Label::new(typed.label.clone()).class(" govuk-date-input__label").of(self.part_id(typed))
    }

    fn is_wrong(&self, typed: &Typed) -> bool {
        let whole = self.wrong.is_empty() && self.group.about.problem.is_some();
        whole || self.wrong.contains(&typed.part)
    }
}
