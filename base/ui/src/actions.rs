use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{Button, KeepTyping};

/// What can be done here: one main thing, and what stands beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "actions.html")]
pub struct Actions {
    main: Button,
    others: Vec<Button>,
    links: Vec<Link>,
    keeping: Option<KeepTyping>,
}

#[derive(Clone, Debug)]
struct Link {
    text: Text,
    href: String,
}

impl HtmlSafe for Actions {}

impl Actions {
    /// The main thing to do.
    pub const fn new(main: Button) -> Self {
        Self { main, others: Vec::new(), links: Vec::new(), keeping: None }
    }

    /// Another thing to do, quieter.
    #[must_use]
    pub fn or(mut self, other: Button) -> Self {
        self.others.push(other.secondary());
        self
    }

    /// A link beside them, such as the way back.
    #[must_use]
    pub fn link(mut self, text: impl Into<Text>, href: impl Into<String>) -> Self {
        self.links.push(Link { text: text.into(), href: href.into() });
        self
    }

    /// Keeps what is typed in the form these stand in.
    #[must_use]
    pub fn keeping(mut self, keeping: KeepTyping) -> Self {
        self.keeping = Some(keeping);
        self
    }
}
