use askama::{DynTemplate, Template as _};
use ui::{Layout, NavLink};
use words::{Say, Text, Voice};

use super::{Around, FailurePage, Given, Page, View};
use crate::{Failure, said};

/// A page in a state that people meet, for the tests that render, check and look at every page.
pub struct Sample {
    /// Which page, in which state: `lives/add-note/empty`.
    pub name: &'static str,
    title: Text,
    problem: bool,
    main: Box<dyn DynTemplate + Send>,
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Sample {
    /// A sample of a view.
    pub fn view(name: &'static str, view: impl View) -> Self {
        let (title, problem) = (view.title(), view.has_problems());
        Self { name, title, problem, main: Box::new(view) }
    }

    /// A sample of a page that only people read.
    pub fn page(name: &'static str, page: impl Page) -> Self {
        let (title, problem) = (page.title(), page.has_problems());
        Self { name, title, problem, main: Box::new(page) }
    }

    /// The whole page, in this voice, with these ways around it.
    pub fn render(&self, voice: &Voice, around: Around) -> askama::Result<String> {
        let main = self.main.dyn_render_with_values(voice)?;
        let mut layout = Layout::new(self.title.clone(), &main);
        layout.problem = self.problem;
        layout.lang = voice.language().code();
        layout.exit = around.exit;
        let link =
            |(text, href): (Say, String)| NavLink { text: text.into(), href, current: false };
        layout.nav = around.ways.into_iter().map(link).collect();
        layout.render_with_values(voice)
    }
}

/// The pages of the platform itself.
pub fn samples() -> Vec<Sample> {
    let failure = |name, failure: Failure, given: Given| {
        let (title, next) = failure.words("1a2b3c4d5e6f");
        let visitor = matches!(failure, Failure::SignIn);
        let page = FailurePage { title: title.clone(), next, visitor, back: "/".to_owned(), given };
        Sample { name, title: title.into(), problem: false, main: Box::new(page) }
    };
    let text = "Went twice. Second time stayed an hour because Abdul was there.";
    let typed = Given {
        action: "/".to_owned(),
        fields: vec![("text".to_owned(), said::your_words(), text.to_owned())],
        ..Given::default()
    };
    let kept = Given { kept: true, ..Given::default() };
    let cause = || Box::new(std::io::Error::other("sample"));
    vec![
        failure("platform/sign-in-needed", Failure::SignIn, Given::default()),
        failure("platform/sign-in-needed-kept", Failure::SignIn, kept),
        failure("platform/not-allowed", Failure::NotAllowed, Given::default()),
        failure("platform/not-found", Failure::NotFound, Given::default()),
        failure("platform/too-large", Failure::TooLarge(65536), Given::default()),
        failure("platform/too-many", Failure::TooMany(61), Given::default()),
        failure("platform/forged", Failure::Forged, Given::default()),
        failure("platform/not-saved", Failure::Unavailable(cause()), typed),
        failure("platform/broken", Failure::Broken(cause()), Given::default()),
    ]
}
