//! Pages: a view is a template for people and a value for programs, made once by the slice.

mod sample;

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use serde::Serialize;
use ui::{Layout, NavLink, SignedIn};
use utoipa::ToSchema;
use words::{Language, Say, Text};

use crate::{Actor, Failure, Seen, State, said};

pub use sample::{Sample, samples};

/// What a page shows. As a template it is the main part of the page; as a value it is the answer
/// of the API.
pub trait View: Template + Serialize + ToSchema + Send + Sync + 'static {
    /// What the page is, for the tab of a browser. Names nobody.
    fn title(&self) -> Text;

    /// True when the title begins with "Error:".
    fn has_problems(&self) -> bool {
        false
    }
}

/// A page that only people read, such as a form.
pub trait Page: Template + Send + Sync + 'static {
    /// What the page is, for the tab of a browser. Names nobody.
    fn title(&self) -> Text;

    /// True when the title begins with "Error:".
    fn has_problems(&self) -> bool {
        false
    }
}

/// What stands around every page of an actor: the ways to other parts, and whether the way out
/// for somebody who must not be seen reading is shown.
pub type Frame = fn(&Actor) -> Around;

/// What stands around a page.
#[derive(Debug, Default)]
pub struct Around {
    /// The ways to other parts: what they are called, where they lead.
    pub ways: Vec<(Say, String)>,
    /// Shows the way out in a hurry.
    pub exit: bool,
}

/// How one request is answered: for whom, in which language, as a page or as JSON.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) api: bool,
    pub(crate) language: Language,
    pub(crate) actor: Actor,
    pub(crate) reference: String,
}

impl Asked {
    pub(crate) fn page<P: Page>(
        &self,
        state: &State,
        status: StatusCode,
        seen: &Seen<P>,
    ) -> Response {
        let head = Head { title: seen.view.title(), problem: seen.view.has_problems() };
        self.html(state, status, &head, &seen.view)
    }

    pub(crate) fn view<V: View>(&self, state: &State, seen: &Seen<V>) -> Response {
        if self.api {
            return crate::api::json(StatusCode::OK, &seen.view);
        }
        let head = Head { title: seen.view.title(), problem: seen.view.has_problems() };
        self.html(state, StatusCode::OK, &head, &seen.view)
    }

    /// The answer to a request that was not done.
    pub(crate) fn failure(&self, state: &State, failure: &Failure) -> Response {
        self.failure_with(state, failure, Given::default())
    }

    /// The same, with what was typed given back.
    pub(crate) fn failure_with(&self, state: &State, failure: &Failure, given: Given) -> Response {
        // Whoever has not signed in learns nothing of what is there, whoever says that it is not.
        let absent = self.actor.is_visitor() && matches!(failure, Failure::NotFound);
        let failure = if absent { &Failure::SignIn } else { failure };
        failure.log(&self.reference);
        if let Failure::Answered { to, made } = failure {
            let made = made.as_deref();
            return if self.api { crate::api::changed(to, made) } else { see_other(to) };
        }
        if self.api {
            return crate::api::problem(self, state, failure);
        }
        let (title, next) = given.words(failure, &self.reference);
        let back = if given.asks_at.is_empty() { self.path.clone() } else { given.asks_at.clone() };
        let visitor = self.actor.is_visitor();
        let button = Given::button(failure);
        let page = FailurePage { title: title.clone(), next, button, visitor, back, given };
        let head = Head { title: title.into(), problem: false };
        let mut response = self.html(state, failure.status(), &head, &page);
        if let Failure::TooMany(wait) = failure {
            response.headers_mut().insert(header::RETRY_AFTER, (*wait).into());
        }
        response
    }

    fn html(
        &self,
        state: &State,
        status: StatusCode,
        head: &Head,
        main: &impl Template,
    ) -> Response {
        match self.render(state, head, main) {
            Ok(html) => (status, Html(html)).into_response(),
            Err(why) => {
                tracing::error!(%why, reference = self.reference, "page could not be rendered");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    fn render(&self, state: &State, head: &Head, main: &impl Template) -> askama::Result<String> {
        let voice = state.voice(self.language);
        let main = main.render_with_values(&voice)?;
        let around = state.frame()(&self.actor);
        let page = Whole { head, path: &self.path, actor: &self.actor };
        page.layout(&main, around, self.language).render_with_values(&voice)
    }
}

#[derive(Clone, Debug)]
struct Head {
    title: Text,
    problem: bool,
}

/// A page with all that stands around it, for whoever reads it.
struct Whole<'a> {
    head: &'a Head,
    path: &'a str,
    actor: &'a Actor,
}

impl Whole<'_> {
    fn layout<'m>(&self, main: &'m str, around: Around, language: Language) -> Layout<'m> {
        let nav = around.ways.into_iter().map(|(text, href)| {
            let current = self.path == href;
            NavLink { text: text.into(), href, current }
        });
        let mut layout = Layout::new(self.head.title.clone(), main);
        layout.problem = self.head.problem;
        layout.lang = language.code();
        layout.nav = nav.collect();
        layout.exit = around.exit;
        layout.signed_in = (!self.actor.is_visitor())
            .then(|| SignedIn { text: said::sign_out().into(), action: "/sign-out".to_owned() });
        layout
    }
}

/// What somebody typed, to be given back with a failure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// Where the form was sent.
    pub(crate) action: String,
    /// Where the form is asked for, told to whoever is known: to a visitor every path answers the
    /// same.
    pub(crate) asks_at: String,
    /// What was sent, in its order: sent again it is the same request. Name, text, and what people
    /// know the field by, where they see it.
    pub(crate) fields: Vec<(String, String, Option<Say>)>,
    /// It is kept as a draft.
    pub(crate) kept: bool,
}

impl Given {
    /// Something in it was typed.
    pub(crate) fn is_form(&self) -> bool {
        self.fields.iter().any(|(_, _, label)| label.is_some())
    }

    /// What sends it again.
    pub(crate) fn button(failure: &Failure) -> Say {
        if matches!(failure, Failure::SignIn) {
            said::save_again()
        } else if matches!(failure, Failure::OtherBody) {
            said::save_these_too()
        } else {
            said::try_again()
        }
    }

    /// What happened to it, and what to do next.
    pub(crate) fn words(&self, failure: &Failure, reference: &str) -> (Say, Say) {
        let (title, next) = failure.words(reference);
        let signs_in = matches!(failure, Failure::SignIn);
        if signs_in && self.kept {
            (title, said::sign_in_kept())
        } else if !self.is_form() {
            (title, next)
        } else if signs_in {
            (said::signed_out_title(), said::signed_out_next())
        } else if matches!(failure, Failure::OtherBody) {
            (title, said::other_body_look())
        } else if matches!(failure, Failure::Unavailable(_)) {
            (said::not_saved_title(), said::not_saved_next())
        } else {
            (said::not_saved_title(), next)
        }
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    title: Say,
    next: Say,
    /// What sends the words that were given back.
    button: Say,
    visitor: bool,
    back: String,
    given: Given,
}

/// Sends the browser elsewhere after a change.
pub(crate) fn see_other(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}
