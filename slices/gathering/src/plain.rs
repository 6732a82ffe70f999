//! What is open to everybody: what this is, how it can be used, what happens to what is written.

use askama::Template;
use platform::{Ask, Failure, Seen, View};
use words::Text;

use crate::{policy::ReadPlain, said};

macro_rules! plain {
    ($($(#[doc = $doc:literal])+ $page:ident, $name:ident, $path:literal, $title:path;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, Template, serde::Serialize, utoipa::ToSchema)]
        #[template(path = $path)]
        pub(crate) struct $page {}

        impl View for $page {
            fn title(&self) -> Text {
                $title().into()
            }
        }

        pub(crate) async fn $name(ask: Ask<ReadPlain>) -> Result<Seen<$page>, Failure> {
            ask.look().await?.show($page {}).await
        }
    )+};
}

plain! {
    /// What this is, and what it refuses to be.
    AboutPage, about, "about.html", said::about_title;
    /// How it can be used, and what to do where it cannot.
    AccessibilityPage, accessibility, "accessibility.html", said::accessibility_title;
    /// What happens to what is written.
    PrivacyPage, privacy, "privacy.html", said::privacy_title;
}
