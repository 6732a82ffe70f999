use askama::{DynTemplate, Template as _};
use kernel::Id;
use words::{Say, Voice};

use super::{FailurePage, Frame, Given, Head, Page, View, What, Whole};
use crate::{Actor, Failure, Form, Kind, Via, said};

/// A page in a state that people meet, for the tests that render, check and look at every page.
pub struct Sample {
    /// Which page, in which state: `lives/add-note/empty`.
    pub name: &'static str,
    head: Head,
    main: Box<dyn DynTemplate + Send>,
    readers: Vec<Kind>,
    done: Option<What>,
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

    /// A sample of what a whole request is answered with when it is not done.
    pub fn refused(name: &'static str, failure: &Failure) -> Self {
        Self::failed(name, failure, Given::default())
    }

    /// A sample of what is given back of a form whose save failed.
    pub fn given_back<F: Form>(name: &'static str, text: &str) -> Self {
        Self::failed(name, &Failure::Unavailable("sample".into()), Given::of::<F>(text))
    }

    fn failed(name: &'static str, failure: &Failure, given: Given) -> Self {
        let visitor = matches!(failure, Failure::SignIn);
        let page = FailurePage::of(failure, "1a2b3c4d5e6f", (visitor, "/".to_owned()), given);
        let readers: &[Kind] =
            if visitor { &[Kind::Visitor] } else { &[Kind::Worker, Kind::Person] };
        Self::of(name, page.head(), page).read_by(readers)
    }

    fn of(name: &'static str, head: Head, main: impl DynTemplate + Send + 'static) -> Self {
        Self { name, head, main: Box::new(main), readers: vec![Kind::Worker], done: None }
    }

    /// Who reads it in this state, where that is not a worker: what stands around it is theirs.
    #[must_use]
    pub fn read_by(self, readers: &[Kind]) -> Self {
        Self { readers: readers.to_vec(), ..self }
    }

    /// As it is shown right after something typed was saved.
    #[must_use]
    pub fn after_saving(self) -> Self {
        Self { done: Some(What::Saved), ..self }
    }

    /// As it is shown right after something else was done.
    #[must_use]
    pub fn after_doing(self) -> Self {
        Self { done: Some(What::Done), ..self }
    }

    /// Who reads it in this state.
    pub fn readers(&self) -> &[Kind] {
        &self.readers
    }

    /// The whole page, in this voice, as it stands before one of its readers.
    pub fn render(&self, voice: &Voice, reader: Kind, frame: Frame) -> askama::Result<String> {
        let main = self.main.dyn_render_with_values(voice)?;
        let actor = somebody(reader);
        let page = Whole { head: &self.head, path: "/sample", actor: &actor, done: self.done };
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
    let kept = Given { kept: true, ..Given::default() };
    let cause = || Box::new(std::io::Error::other("sample"));
    let typed =
        || Given::of::<Words>("Went twice. Second time stayed an hour because Abdul was there.");
    let mut all = vec![
        Sample::failed("platform/sign-in-needed-kept", &Failure::SignIn, kept),
        Sample::failed("platform/signed-out", &Failure::SignIn, typed()),
        Sample::failed("platform/other-words", &Failure::OtherBody, typed()),
        Sample::failed("platform/not-saved", &Failure::Unavailable(cause()), typed()),
    ];
    all.extend([
        Sample::refused("platform/sign-in-needed", &Failure::SignIn),
        Sample::refused("platform/not-allowed", &Failure::NotAllowed),
        Sample::refused("platform/not-found", &Failure::NotFound),
        Sample::refused("platform/other-body", &Failure::OtherBody),
        Sample::refused("platform/too-large", &Failure::TooLarge(65536)),
        Sample::refused("platform/unreadable", &Failure::Unreadable(String::new())),
        Sample::refused("platform/unsupported", &Failure::Unsupported),
        Sample::refused("platform/too-slow", &Failure::TooSlow),
        Sample::refused("platform/too-many", &Failure::TooMany(61)),
        Sample::refused("platform/forged", &Failure::Forged),
        Sample::refused("platform/unavailable", &Failure::Unavailable(cause())),
        Sample::refused("platform/broken", &Failure::Broken(cause())),
    ]);
    all
}

/// A form of one text, as so many are.
#[derive(Clone, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
struct Words {}

impl Form for Words {
    fn fields() -> Vec<(&'static str, Say)> {
        vec![("text", said::your_words())]
    }

    fn sample() -> Self {
        Self {}
    }
}
