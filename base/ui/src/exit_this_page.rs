use askama::{Template, filters::HtmlSafe};
use words::{Say, Text};

use crate::said;

/// Where leaving in a hurry leads: somewhere that anybody might be looking at.
pub const EXIT_TO: &str = "https://www.bbc.co.uk/weather";

/// The way out for somebody who must not be seen reading this. It is a form, so that it signs out
/// without scripts too; with them the page is gone before the answer comes, and pressing Shift
/// three times does the same.
#[derive(Clone, Debug, Template)]
#[template(path = "exit_this_page.html")]
pub struct ExitThisPage {
    emergency: Say,
    text: Text,
    to: String,
}

impl HtmlSafe for ExitThisPage {}

impl Default for ExitThisPage {
    fn default() -> Self {
        Self::new()
    }
}

impl ExitThisPage {
    /// Leads to [`EXIT_TO`].
    pub fn new() -> Self {
        Self {
            emergency: said::emergency(),
            text: said::exit_this_page().into(),
            to: EXIT_TO.to_owned(),
        }
    }

    /// Leads elsewhere.
    #[must_use]
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = to.into();
        self
    }
}
