use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::Part;

/// Questions and their answers, each with what can be done about it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "summary_list.html")]
pub struct SummaryList {
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    key: Part,
    value: Part,
    actions: Vec<RowAction>,
}

/// What can be done about an answer.
#[derive(Clone, Debug, Template)]
#[template(path = "row_action.html")]
pub struct RowAction {
    text: Text,
    href: String,
    about: Option<Text>,
}

impl HtmlSafe for SummaryList {}
impl HtmlSafe for RowAction {}

impl RowAction {
    /// A link to `href` that says `text`.
    pub fn new(text: impl Into<Text>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), about: None }
    }

    /// What it is about, for those who hear the link without the row.
    #[must_use]
    pub fn about(mut self, about: impl Into<Text>) -> Self {
        self.about = Some(about.into());
        self
    }
}

impl SummaryList {
    /// A list without rows.
    pub fn new() -> Self {
        Self::default()
    }

    /// A question and its answer.
    #[must_use]
    pub fn row(mut self, key: impl Into<Part>, value: impl Into<Part>) -> Self {
        self.rows.push(Row { key: key.into(), value: value.into(), actions: Vec::new() });
        self
    }

    /// Something to do about the last row.
    #[must_use]
    pub fn action(mut self, action: RowAction) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.actions.push(action);
        }
        self
    }

    fn lacks_actions(&self, row: &Row) -> bool {
        row.actions.is_empty() && self.rows.iter().any(|it| !it.actions.is_empty())
    }
}
