use askama::{Template, filters::HtmlSafe};
use words::Text;

/// Something to do. A page has one that is neither [secondary](Self::secondary) nor a
/// [warning](Self::warning).
#[derive(Clone, Debug, Template)]
#[template(path = "button.html")]
pub struct Button {
    text: Text,
    href: Option<String>,
    sends: bool,
    kind: &'static str,
    name: Option<String>,
    value: Option<String>,
    id: Option<String>,
    disabled: bool,
    once: Option<bool>,
}

impl HtmlSafe for Button {}

impl Button {
    /// A button that sends its form.
    pub fn new(text: impl Into<Text>) -> Self {
        Self {
            text: text.into(),
            href: None,
            sends: true,
            kind: "",
            name: None,
            value: None,
            id: None,
            disabled: false,
            once: None,
        }
    }

    /// A link that looks like a button, for the start of something.
    pub fn link(text: impl Into<Text>, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..Self::new(text) }
    }

    /// Not the main thing to do here.
    #[must_use]
    pub const fn secondary(mut self) -> Self {
        self.kind = " govuk-button--secondary";
        self
    }

    /// Something that cannot be undone, or must not be done by mistake.
    #[must_use]
    pub const fn warning(mut self) -> Self {
        self.kind = " govuk-button--warning";
        self
    }

    /// What the form says when this button sent it.
    #[must_use]
    pub fn named(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name(name).value(value)
    }

    /// The name alone.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The value alone.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Gives it an id.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Does not send the form: something on the page listens to it.
    #[must_use]
    pub const fn plain(mut self) -> Self {
        self.sends = false;
        self
    }

    /// Cannot be pressed. Prefer to say why it cannot be done yet.
    #[must_use]
    pub const fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// Whether a second press at once is taken for a slip of the finger. Forms already take it so.
    #[must_use]
    pub const fn once(mut self, once: bool) -> Self {
        self.once = Some(once);
        self
    }

    const fn type_name(&self) -> &'static str {
        if self.sends { "submit" } else { "button" }
    }
}
