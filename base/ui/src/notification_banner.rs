use askama::{Template, filters::HtmlSafe};
use words::Text;

use crate::{Part, part, said};

/// Something to know that is not about this page's content, such as that the last thing was done.
#[derive(Clone, Debug, Template)]
#[template(path = "notification_banner.html")]
pub struct NotificationBanner {
    title: Text,
    body: Part,
    id: String,
    done: bool,
    still: Option<bool>,
}

impl HtmlSafe for NotificationBanner {}

impl NotificationBanner {
    /// A banner that says `body` under the word "Important".
    pub fn new(body: impl Into<Part>) -> Self {
        Self {
            title: part::text(said::important()),
            body: body.into(),
            id: "govuk-notification-banner-title".to_owned(),
            done: false,
            still: None,
        }
    }

    /// A banner that says something was done. It is read out at once.
    pub fn done(body: impl Into<Part>) -> Self {
        Self { title: part::text(said::success()), done: true, ..Self::new(body) }
    }

    /// Another title.
    #[must_use]
    pub fn title(mut self, title: impl Into<Text>) -> Self {
        self.title = title.into();
        self
    }

    /// The id of the title, where a page has several banners.
    #[must_use]
    pub fn title_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Whether the page leaves the focus where it is when it opens.
    #[must_use]
    pub const fn still(mut self, still: bool) -> Self {
        self.still = Some(still);
        self
    }

    const fn role(&self) -> &'static str {
        if self.done { "alert" } else { "region" }
    }
}
