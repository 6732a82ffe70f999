use askama::Template;
use words::{Say, Text};

use crate::{ExitThisPage, NotificationBanner, SkipLink, assets, said};

/// A page: what stands around the main part of it.
#[derive(Debug, Template)]
#[template(path = "layout.html")]
pub struct Layout<'a> {
    /// What this page is, for the tab of a browser. Names nobody: others see tabs, too.
    pub title: Text,
    /// There is a problem with what was sent: the title begins with "Error: ".
    pub problem: bool,
    /// The language of the page.
    pub lang: &'a str,
    /// The direction of its script: `ltr` or `rtl`.
    pub dir: &'a str,
    /// The ways to the other parts.
    pub nav: Vec<NavLink>,
    /// Who is signed in, with the way to sign out.
    pub signed_in: Option<SignedIn>,
    /// Shows the way out for somebody who must not be seen reading this.
    pub exit: bool,
    /// What the reader should know first.
    pub notices: Vec<NotificationBanner>,
    /// The main part, rendered: safe HTML.
    pub main: &'a str,
}

/// A way to another part.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// What it is called.
    pub text: Text,
    /// Where it leads.
    pub href: String,
    /// The reader is there.
    pub current: bool,
}

/// Somebody is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What the button to sign out says.
    pub text: Text,
    /// Where its form is sent.
    pub action: String,
}

impl<'a> Layout<'a> {
    /// A page in English with nothing but its main part.
    pub fn new(title: impl Into<Text>, main: &'a str) -> Self {
        Self {
            title: title.into(),
            problem: false,
            lang: "en",
            dir: "ltr",
            nav: Vec::new(),
            signed_in: None,
            exit: false,
            notices: Vec::new(),
            main,
        }
    }

    fn whole_title(&self) -> Say {
        let title = match &self.title {
            Text::Say(say) => words::Arg::from(say.clone()),
            Text::Own(own) => words::Arg::from(own),
            _ => words::Arg::from(self.title.to_string()),
        };
        let title = if self.problem { said::error_title(title).into() } else { title };
        said::page_title(title)
    }
}
