use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{
    Width,
    field::{Field, about_builders, label_builders},
};

/// What an answer is, so that a phone shows the right keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A telephone number.
    Telephone,
    /// A web address.
    Address,
    /// Something to look for.
    Search,
    /// Whole numbers, codes and the like: text with a keyboard of digits.
    Digits,
    /// Money: text with a keyboard of digits and a point.
    Decimal,
}

impl InputKind {
    const fn type_name(self) -> &'static str {
        match self {
            Self::Text | Self::Digits | Self::Decimal => "text",
            Self::Email => "email",
            Self::Telephone => "tel",
            Self::Address => "url",
            Self::Search => "search",
        }
    }

    const fn keys(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Decimal => Some("decimal"),
            Self::Text | Self::Email | Self::Telephone | Self::Address | Self::Search => None,
        }
    }
}

/// An answer of one line.
#[derive(Clone, Debug, Template)]
#[template(path = "input.html")]
pub struct Input {
    field: Field,
    kind: InputKind,
    value: String,
    width: Option<Width>,
    code: bool,
    autocomplete: Option<&'static str>,
    capitals: Option<&'static str>,
    spelling: Option<bool>,
    before: Option<Text>,
    after: Option<Text>,
    disabled: bool,
}

impl HtmlSafe for Input {}

impl Input {
    /// A field called `name` in the form, which asks `label`.
    pub fn new(name: impl Into<String>, label: impl Into<Text>) -> Self {
        Self {
            field: Field::new(name, label),
            kind: InputKind::Text,
            value: String::new(),
            width: None,
            code: false,
            autocomplete: None,
            capitals: None,
            spelling: None,
            before: None,
            after: None,
            disabled: false,
        }
    }

    about_builders!(field);
    label_builders!();

    /// What the answer is.
    #[must_use]
    pub const fn kind(mut self, kind: InputKind) -> Self {
        self.kind = kind;
        self
    }

    /// What they typed before.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Room for this many letters.
    #[must_use]
    pub const fn width(mut self, width: Width) -> Self {
        self.width = Some(width);
        self
    }

    /// A code, read letter by letter: more room between the letters.
    #[must_use]
    pub const fn code(mut self) -> Self {
        self.code = true;
        self
    }

    /// What a browser may fill in, as HTML names it.
    #[must_use]
    pub const fn autocomplete(mut self, name: &'static str) -> Self {
        self.autocomplete = Some(name);
        self
    }

    /// Which letters a phone makes capitals, as HTML names it.
    #[must_use]
    pub const fn capitals(mut self, name: &'static str) -> Self {
        self.capitals = Some(name);
        self
    }

    /// Whether the browser looks at the spelling.
    #[must_use]
    pub const fn spelling(mut self, looks: bool) -> Self {
        self.spelling = Some(looks);
        self
    }

    /// What stands before the answer, such as a pound sign. Say it in the label too.
    #[must_use]
    pub fn before(mut self, text: impl Into<Text>) -> Self {
        self.before = Some(text.into());
        self
    }

    /// What stands after the answer. Say it in the label too.
    #[must_use]
    pub fn after(mut self, text: impl Into<Text>) -> Self {
        self.after = Some(text.into());
        self
    }

    /// Cannot be answered now.
    #[must_use]
    pub const fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    const fn wrapped(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }
}
