use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::{part, said};

/// The way to the pages before and after this one.
#[derive(Clone, Debug, Template)]
#[template(path = "pagination.html")]
pub struct Pagination {
    landmark: Text,
    previous: Option<Way>,
    next: Option<Way>,
    words: Words,
}

#[derive(Clone, Debug)]
struct Way {
    href: String,
    text: Option<Text>,
    label: Option<Text>,
}

#[derive(Clone, Debug)]
struct Words {
    previous: Say,
    previous_hidden: Say,
    next: Say,
    next_hidden: Say,
}

impl HtmlSafe for Pagination {}

impl Default for Pagination {
    fn default() -> Self {
        Self::new()
    }
}

impl Pagination {
    /// No way yet.
    pub fn new() -> Self {
        let words = Words {
            previous: said::previous(),
            previous_hidden: said::previous_hidden(),
            next: said::next(),
            next_hidden: said::next_hidden(),
        };
        Self { landmark: part::text(said::pages()), previous: None, next: None, words }
    }

    /// There is a page before.
    #[must_use]
    pub fn previous(mut self, href: impl Into<String>) -> Self {
        self.previous = Some(Way { href: href.into(), text: None, label: None });
        self
    }

    /// There is a page after.
    #[must_use]
    pub fn next(mut self, href: impl Into<String>) -> Self {
        self.next = Some(Way { href: href.into(), text: None, label: None });
        self
    }

    /// There is a page before: says so in other words, and what is on it.
    #[must_use]
    pub fn previous_as(
        mut self,
        href: impl Into<String>,
        text: impl Into<Text>,
        label: impl Into<Text>,
    ) -> Self {
        let (text, label) = (Some(text.into()), Some(label.into()));
        self.previous = Some(Way { href: href.into(), text, label });
        self
    }

    /// There is a page after: says so in other words, and what is on it.
    #[must_use]
    pub fn next_as(
        mut self,
        href: impl Into<String>,
        text: impl Into<Text>,
        label: impl Into<Text>,
    ) -> Self {
        let (text, label) = (Some(text.into()), Some(label.into()));
        self.next = Some(Way { href: href.into(), text, label });
        self
    }

    /// What these pages are of, where a page has several lists.
    #[must_use]
    pub fn landmark(mut self, text: impl Into<Text>) -> Self {
        self.landmark = text.into();
        self
    }
}
