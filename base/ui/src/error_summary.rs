use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{part, said};

/// What is wrong on this page, first on it, each problem a link to its field.
#[derive(Clone, Debug, Template)]
#[template(path = "error_summary.html")]
pub struct ErrorSummary {
    title: Text,
    about: Option<Text>,
    problems: Vec<Problem>,
    still: Option<bool>,
}

#[derive(Clone, Debug)]
struct Problem {
    text: Text,
    href: Option<String>,
}

impl HtmlSafe for ErrorSummary {}

impl Default for ErrorSummary {
    fn default() -> Self {
        Self::new()
    }
}

impl ErrorSummary {
    /// A summary of problems, as yet without one.
    pub fn new() -> Self {
        let title = part::text(said::there_is_a_problem());
        Self { title, about: None, problems: Vec::new(), still: None }
    }

    /// Another title.
    #[must_use]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.title = title.into();
        self
    }

    /// What is true of all of them.
    #[must_use]
    pub fn about(mut self, about: impl Into<Text>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// A problem with the field that has this id.
    #[must_use]
    pub fn field(self, id: &str, problem: impl Into<Text>) -> Self {
        self.link(format!("#{id}"), problem)
    }

    /// A problem that can be put right elsewhere.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>, problem: impl Into<Text>) -> Self {
        self.problems.push(Problem { text: problem.into(), href: Some(href.into()) });
        self
    }

    /// A problem that belongs to no field.
    #[must_use]
    pub fn problem(mut self, problem: impl Into<Text>) -> Self {
        self.problems.push(Problem { text: problem.into(), href: None });
        self
    }

    /// Whether the page leaves the focus where it is when it opens.
    #[must_use]
    pub const fn still(mut self, still: bool) -> Self {
        self.still = Some(still);
        self
    }
}
