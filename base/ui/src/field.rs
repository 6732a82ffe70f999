use words::Text;

use crate::{ErrorMessage, Hint, Label, Legend};

/// What every field with a label has.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) label: Label,
    pub(crate) about: About,
}

impl Field {
    pub(crate) fn new(name: impl Into<String>, label: impl Into<Text>) -> Self {
        Self { name: name.into(), label: Label::new(label), about: About::default() }
    }

    pub(crate) fn id(&self) -> &str {
        self.about.id.as_deref().unwrap_or(&self.name)
    }

    pub(crate) fn label(&self) -> Label {
        self.label.clone().of(self.id())
    }

    pub(crate) fn hint(&self) -> Option<Hint> {
        self.about.hint(self.id())
    }

    pub(crate) fn problem(&self) -> Option<ErrorMessage> {
        self.about.problem(self.id())
    }

    pub(crate) fn described_by(&self) -> Option<String> {
        self.about.described_by(self.id())
    }

    pub(crate) fn group_class(&self) -> &'static str {
        self.about.group_class()
    }
}

/// What a group of fields has: a legend instead of a label.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) legend: Legend,
    pub(crate) about: About,
}

impl Group {
    pub(crate) fn new(name: impl Into<String>, legend: impl Into<Legend>) -> Self {
        Self { name: name.into(), legend: legend.into(), about: About::default() }
    }

    pub(crate) fn id(&self) -> &str {
        self.about.id.as_deref().unwrap_or(&self.name)
    }
}

/// What is said about a field, and how it is tied to it for those who listen.
#[derive(Clone, Debug, Default)]
pub(crate) struct About {
    pub(crate) id: Option<String>,
    pub(crate) hint: Option<Text>,
    pub(crate) problem: Option<Text>,
    pub(crate) described_by: Option<String>,
}

impl About {
    pub(crate) fn hint(&self, id: &str) -> Option<Hint> {
        self.hint.clone().map(|it| Hint::new(it).id(format!("{id}-hint")))
    }

    pub(crate) fn problem(&self, id: &str) -> Option<ErrorMessage> {
        self.problem.clone().map(|it| ErrorMessage::new(it).id(format!("{id}-error")))
    }

    pub(crate) fn described_by(&self, id: &str) -> Option<String> {
        let ids: Vec<String> = [
            self.described_by.clone(),
            self.hint.as_ref().map(|_| format!("{id}-hint")),
            self.problem.as_ref().map(|_| format!("{id}-error")),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(crate) const fn group_class(&self) -> &'static str {
        if self.problem.is_some() { " govuk-form-group--error" } else { "" }
    }
}

/// The builder methods about a field, for a struct whose `$on` is a [`Field`] or a [`Group`].
macro_rules! about_builders {
    ($on:ident) => {
        /// Its id, where it is not the name.
        #[must_use]
        pub fn id(mut self, id: impl Into<String>) -> Self {
            self.$on.about.id = Some(id.into());
            self
        }

        /// Help with the answer.
        #[must_use]
        pub fn hint(mut self, hint: impl Into<words::Text>) -> Self {
            self.$on.about.hint = Some(hint.into());
            self
        }

        /// What is wrong with the answer and what to do about it; nothing, when all is well.
        #[must_use]
        pub fn problem(mut self, problem: impl Into<Option<words::Text>>) -> Self {
            self.$on.about.problem = problem.into();
            self
        }

        /// The id of something else on the page that says more about it.
        #[must_use]
        pub fn described_by(mut self, id: impl Into<String>) -> Self {
            self.$on.about.described_by = Some(id.into());
            self
        }
    };
}

/// The builder methods about a label, for a struct whose `field` is a [`Field`].
macro_rules! label_builders {
    () => {
        /// How large the label stands.
        #[must_use]
        pub fn size(mut self, size: crate::Size) -> Self {
            self.field.label = self.field.label.size(size);
            self
        }

        /// Makes the label the heading of the page as well, where the page asks one thing.
        #[must_use]
        pub fn heading(mut self) -> Self {
            self.field.label = self.field.label.heading();
            self
        }
    };
}

pub(crate) use {about_builders, label_builders};
