use askama::{DynTemplate, Template as _};
use kernel::Id;
use words::Voice;

use super::{FailurePage, Frame, Given, Head, Page, View, Whole};
use crate::{Actor, Failure, Kind, Via, said};

/// A page in a state that people meet, for the tests that render, check and look at every page.
pub struct Sample {
    /// Which page, in which state: `lives/add-note/empty`.
    pub name: &'static str,
    head: Head,
    main: Box<dyn DynTemplate + Send>,
    readers: Vec<Kind>,
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl Sample {
    /// A sample of a view.
    pub fn view(name: &'static str, view: impl View) -> Self {
        let head = Head { title: view.title(), problem: view.has_problems() };
        Self::of(name, head, view)
    }

    /// A sample of a page that only people read.
    pub fn page(name: &'static str, page: impl Page) -> Self {
        let head = Head { title: page.title(), problem: page.has_problems() };
        Self::of(name, head, page)
    }

    fn of(name: &'static str, head: Head, main: impl DynTemplate + Send + 'static) -> Self {
        Self { name, head, main: Box::new(main), readers: vec![Kind::Worker] }
    }

    /// Who reads it in this state, where that is not a worker: what stands around it is theirs.
    #[must_use]
    pub fn read_by(self, readers: &[Kind]) -> Self {
        Self { readers: readers.to_vec(), ..self }
    }

    /// Who reads it in this state.
    pub fn readers(&self) -> &[Kind] {
        &self.readers
    }

    /// The whole page, in this voice, as it stands before one of its readers.
    pub fn render(&self, voice: &Voice, reader: Kind, frame: Frame) -> askama::Result<String> {
        let main = self.main.dyn_render_with_values(voice)?;
        let actor = somebody(reader);
        let page = Whole { head: &self.head, path: "/sample", actor: &actor };
        page.layout(&main, frame(&actor), voice.language()).render_with_values(voice)
    }
}

/// Somebody of this kind, in a browser.
fn somebody(kind: Kind) -> Actor {
    let account = Id::from_bytes([1; 16]);
    match kind {
        Kind::Visitor | Kind::Program => Actor::visitor(),
        Kind::Beside => Actor::signed_in(account, kind, Via::Beside(Id::from_bytes([2; 16]))),
        Kind::Person | Kind::Supporter | Kind::Worker | Kind::Administrator => {
            Actor::signed_in(account, kind, Via::Session)
        }
    }
}

/// The pages of the platform itself.
pub fn samples() -> Vec<Sample> {
    let failure = |name, failure: Failure, given: Given| {
        let (title, next) = given.words(&failure, "1a2b3c4d5e6f");
        let visitor = matches!(failure, Failure::SignIn);
        let (button, back) = (Given::button(&failure), "/".to_owned());
        let page = FailurePage { title: title.clone(), next, button, visitor, back, given };
        let readers: &[Kind] =
            if visitor { &[Kind::Visitor] } else { &[Kind::Worker, Kind::Person] };
        let head = Head { title: title.into(), problem: false };
        Sample::of(name, head, page).read_by(readers)
    };
    let text = "Went twice. Second time stayed an hour because Abdul was there.";
    let typed = Given {
        action: "/".to_owned(),
        fields: vec![("text".to_owned(), text.to_owned(), Some(said::your_words()))],
        ..Given::default()
    };
    let kept = Given { kept: true, ..Given::default() };
    let cause = || Box::new(std::io::Error::other("sample"));
    vec![
        failure("platform/sign-in-needed", Failure::SignIn, Given::default()),
        failure("platform/sign-in-needed-kept", Failure::SignIn, kept),
        failure("platform/signed-out", Failure::SignIn, typed.clone()),
        failure("platform/not-allowed", Failure::NotAllowed, Given::default()),
        failure("platform/not-found", Failure::NotFound, Given::default()),
        failure("platform/too-large", Failure::TooLarge(65536), Given::default()),
        failure("platform/too-many", Failure::TooMany(61), Given::default()),
        failure("platform/forged", Failure::Forged, Given::default()),
        failure("platform/other-words", Failure::OtherBody, typed.clone()),
        failure("platform/not-saved", Failure::Unavailable(cause()), typed),
        failure("platform/broken", Failure::Broken(cause()), Given::default()),
    ]
}
