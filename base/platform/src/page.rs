//! Pages: a view is a template for people and a value for programs, made once by the slice.

mod done;
mod failed;
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

use crate::{Actor, Failure, Seen, State, said, session::Cookie};

pub(crate) use done::What;
use failed::FailurePage;
pub(crate) use failed::Given;
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
    /// What the request before this one did.
    pub(crate) done: Option<What>,
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
        let back = if given.asks_at.is_empty() { self.path.clone() } else { given.asks_at.clone() };
        let from = (self.actor.is_visitor(), back);
        let page = FailurePage::of(failure, &self.reference, from, given);
        let head = page.head();
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
        // Only a page that came out well says what was done before it.
        let done = self.done.filter(|_| status == StatusCode::OK);
        match self.render(state, head, done, main) {
            Ok(html) if done.is_some() => {
                (status, [Cookie::told(state.is_secure())], Html(html)).into_response()
            }
            Ok(html) => (status, Html(html)).into_response(),
            Err(why) => {
                tracing::error!(%why, reference = self.reference, "page could not be rendered");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    fn render(
        &self,
        state: &State,
        head: &Head,
        done: Option<What>,
        main: &impl Template,
    ) -> askama::Result<String> {
        let voice = state.voice(self.language);
        let main = main.render_with_values(&voice)?;
        let around = state.frame()(&self.actor);
        let page = Whole { head, path: &self.path, actor: &self.actor, done };
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
    done: Option<What>,
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
        layout.notices = self.done.map(What::banner).into_iter().collect();
        layout.signed_in = (!self.actor.is_visitor())
            .then(|| SignedIn { text: said::sign_out().into(), action: "/sign-out".to_owned() });
        layout
    }
}

/// Sends the browser elsewhere after a change.
pub(crate) fn see_other(to: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, to.to_owned())]).into_response()
}
