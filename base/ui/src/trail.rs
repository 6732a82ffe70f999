use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::{Part, Scale};

/// Where learning went, step by step, in the order it happened.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "trail.html")]
pub struct Trail {
    steps: Vec<Step>,
}

/// A step of a [`Trail`].
#[derive(Clone, Debug)]
pub struct Step {
    scale: Scale,
    word: Say,
    who: Text,
    what: Part,
    when: Option<Text>,
    now: bool,
}

impl HtmlSafe for Trail {}

impl Step {
    /// Who it was, at which scale, and what they did with it.
    pub fn new(scale: Scale, who: impl Into<Text>, what: impl Into<Part>) -> Self {
        let word = scale.word();
        Self { scale, word, who: who.into(), what: what.into(), when: None, now: false }
    }

    /// When, as people say it.
    #[must_use]
    pub fn when(mut self, when: impl Into<Text>) -> Self {
        self.when = Some(when.into());
        self
    }

    /// It is still going on.
    #[must_use]
    pub const fn now(mut self) -> Self {
        self.now = true;
        self
    }
}

impl Trail {
    /// A trail with no step yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One step further.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}
