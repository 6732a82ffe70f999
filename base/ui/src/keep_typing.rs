use askama::{Template, filters::HtmlSafe};
use words::Say;

use crate::said;

/// Keeps what is typed in the form around it, and says so. It sends the fields to the server and
/// leaves nothing on the device.
#[derive(Clone, Debug, Template)]
#[template(path = "keep_typing.html")]
pub struct KeepTyping {
    path: String,
    kept: Say,
    not_kept: Say,
}

impl HtmlSafe for KeepTyping {}

impl KeepTyping {
    /// Sends the fields of the form it stands in to `path`.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), kept: said::kept_as_you_type(), not_kept: said::could_not_keep() }
    }
}
