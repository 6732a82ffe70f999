use words::Text;

use crate::{Hint, Label, Part};

/// Something that can be chosen in [`crate::Radios`] or [`crate::Checkboxes`].
#[derive(Clone, Debug)]
pub struct Choice {
    pub(crate) value: String,
    pub(crate) text: Text,
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) hint: Option<Text>,
    pub(crate) chosen: Option<bool>,
    pub(crate) disabled: bool,
    pub(crate) alone: bool,
    pub(crate) reveals: Option<Part>,
}

impl Choice {
    /// A choice that sends `value` and says `text`.
    pub fn new(value: impl Into<String>, text: impl Into<Text>) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
            id: None,
            name: None,
            hint: None,
            chosen: None,
            disabled: false,
            alone: false,
            reveals: None,
        }
    }

    /// Its id, where it does not follow from the group's.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Its name in the form, where a checkbox has one of its own.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Help with this choice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether it is chosen, whatever the group says.
    #[must_use]
    pub const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Cannot be chosen now.
    #[must_use]
    pub const fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// None of the others: choosing this checkbox clears them where scripts run.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// What else is asked when this is chosen. It stays in sight where a browser cannot hide it.
    #[must_use]
    pub fn reveals(mut self, fields: impl Into<Part>) -> Self {
        self.reveals = Some(fields.into());
        self
    }
}

/// A choice or a word between choices, in order.
#[derive(Clone, Debug)]
pub(crate) enum Item {
    Choice(Box<Choice>),
    Divider(Text),
}

/// A choice with all that follows from its place in the group.
#[derive(Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) choice: &'a Choice,
    pub(crate) id: String,
    pub(crate) chosen: bool,
}

impl Placed<'_> {
    pub(crate) fn conditional(&self) -> String {
        format!("conditional-{}", self.id)
    }

    pub(crate) fn hint_id(&self) -> Option<String> {
        self.choice.hint.as_ref().map(|_| format!("{}-item-hint", self.id))
    }

    pub(crate) fn label(&self, class: &'static str) -> Label {
        Label::new(self.choice.text.clone()).class(class).of(&*self.id)
    }

    pub(crate) fn hint(&self, class: &'static str) -> Option<Hint> {
        let hint = Hint::new(self.choice.hint.clone()?).class(class);
        Some(hint.id(self.hint_id()?))
    }
}

/// The id of the choice at `place`, counted from one. The first has the group's own, so that a
/// problem can link to it.
pub(crate) fn id(group: &str, place: usize, own: Option<&str>) -> String {
    match (own, place) {
        (Some(own), _) => own.to_owned(),
        (None, 0 | 1) => group.to_owned(),
        (None, place) => format!("{group}-{place}"),
    }
}
