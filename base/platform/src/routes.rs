//! The table of routes: the only way to add a page, and a list that tests can walk. Every handler's
//! first argument is an [`Ask`], and that names the permission. What shows and what changes is served
//! twice, to people and to programs, by the same handler.

mod again;
mod change;
mod given;
mod request;
mod show;
mod table;

use axum::{Router, routing};
use words::Sentences;

use crate::{
    Action, Changes, Done, Failure, Filled, Form, Page, Refused, Seen, State, View, door::Ask,
};

use request::Limit;
pub(crate) use request::{Request, asked, nothing_here};
pub(crate) use table::Named;
pub use table::{Route, RouteKind, Said};

/// The pages of a slice.
#[derive(Debug)]
pub struct Routes {
    slice: &'static str,
    table: Vec<Route>,
    router: Router<State>,
    words: Vec<Sentences>,
    told: Vec<Said>,
    schemas: Vec<Named>,
}

impl Routes {
    /// The table of a slice that speaks these sentences.
    pub fn of(words: Sentences) -> Self {
        Self {
            slice: words.of,
            table: Vec::new(),
            router: Router::new(),
            words: vec![words],
            told: Vec::new(),
            schemas: Vec::new(),
        }
    }

    /// Adds something to look at: a page, and the same as JSON.
    #[must_use]
    pub fn show<A, V, F, R>(self, path: &str, handler: F) -> Self
    where
        A: Action,
        V: View,
        F: Fn(Ask<A>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Seen<V>, Failure>> + Send + 'static,
    {
        self.look_at::<A, V, F, R>(path, handler, false)
    }

    /// Adds a list to look at, page by page with `?after=`.
    #[must_use]
    pub fn list<A, V, F, R>(self, path: &str, handler: F) -> Self
    where
        A: Action,
        V: View,
        F: Fn(Ask<A>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Seen<V>, Failure>> + Send + 'static,
    {
        self.look_at::<A, V, F, R>(path, handler, true)
    }

    /// What was added last shows a part of itself, by this name in the query.
    #[must_use]
    pub fn narrowed_by(mut self, name: &'static str) -> Self {
        if let Some(last) = self.table.last_mut() {
            last.narrowed_by = Some(name);
        }
        self
    }

    fn look_at<A, V, F, R>(mut self, path: &str, handler: F, lists: bool) -> Self
    where
        A: Action,
        V: View,
        F: Fn(Ask<A>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Seen<V>, Failure>> + Send + 'static,
    {
        V::schemas(&mut self.schemas);
        let route = Route {
            lists,
            answer: Some((V::name().into_owned(), V::schema())),
            ..self.route::<A>("GET", path, RouteKind::Show)
        };
        let both = [path.to_owned(), format!("{}{path}", crate::api::ROOT)];
        for path in both {
            let handler = handler.clone();
            let serve = move |request: Request| show::view(request, handler.clone());
            self = self.serve(&path, routing::get(serve));
        }
        self.told::<A>(false).add(route)
    }

    /// Adds a page that only people read.
    #[must_use]
    pub fn page<A, P, F, R>(self, path: &str, handler: F) -> Self
    where
        A: Action,
        P: Page,
        F: Fn(Ask<A>) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Seen<P>, Failure>> + Send + 'static,
    {
        let route = self.route::<A>("GET", path, RouteKind::Form);
        let serve = move |request: Request| show::page(request, handler.clone());
        self.serve(path, routing::get(serve)).told::<A>(false).add(route)
    }

    /// Adds a verb: the form at `path` + `ask_at`, its submission at `path`, and the keeping of
    /// what is typed at `path/draft`. A form with problems is the form's own page again.
    #[must_use]
    pub fn verb<A, F, P, G, H, R, S>(
        mut self,
        path: &str,
        ask_at: &'static str,
        form: G,
        submit: H,
    ) -> Self
    where
        A: Changes,
        F: Form,
        P: Page,
        G: Fn(Ask<A>, Filled<F>) -> R + Clone + Send + Sync + 'static,
        H: Fn(Ask<A>, F) -> S + Clone + Send + Sync + 'static,
        R: Future<Output = Result<Seen<P>, Failure>> + Send + 'static,
        S: Future<Output = Result<Done, Refused>> + Send + 'static,
    {
        F::schemas(&mut self.schemas);
        let sample = serde_html_form::to_string(F::sample()).unwrap_or_default();
        let change = Route {
            sample: Some(sample.clone()),
            request: Some((F::name().into_owned(), F::schema())),
            ..self.route::<A>("POST", path, RouteKind::Change)
        };
        let asks = self.route::<A>("GET", &format!("{path}{ask_at}"), RouteKind::Form);
        let shown = form.clone();
        let ask = move |request| change::form(request, ask_at.len(), shown.clone());
        let (again, sent) = (form.clone(), submit.clone());
        let post = move |request| change::submit(request, ask_at, (again.clone(), sent.clone()));
        let api = move |request| change::submit(request, ask_at, (form.clone(), submit.clone()));
        self = self
            .serve(&asks.path, routing::get(ask))
            .serve(path, routing::post(post).layer(axum::Extension(Limit(F::LIMIT))))
            .serve(&format!("{}{path}", crate::api::ROOT), routing::post(api))
            .told::<A>(true)
            .add(change)
            .add(asks);
        if F::KEEPS { self.draft::<A, F>(path, sample) } else { self }
    }

    fn draft<A: Changes, F: Form>(self, path: &str, sample: String) -> Self {
        let path = format!("{path}/draft");
        let route =
            Route { sample: Some(sample), ..self.route::<A>("POST", &path, RouteKind::Draft) };
        self.serve(&path, routing::post(change::draft::<A, F>)).add(route)
    }

    fn route<A: Action>(&self, method: &'static str, path: &str, kind: RouteKind) -> Route {
        Route {
            slice: self.slice,
            method,
            path: path.to_owned(),
            action: A::NAME,
            kind,
            sample: None,
            lists: false,
            narrowed_by: None,
            request: None,
            answer: None,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is the table of routes")]
    fn serve(mut self, path: &str, to: routing::MethodRouter<State>) -> Self {
        self.router = self.router.route(path, to);
        self
    }

    /// Adds what an action is called that no path leads to, so that the journal can say it.
    #[must_use]
    pub fn told_of<A: Changes>(self) -> Self {
        self.told::<A>(true)
    }

    fn told<A: Action>(mut self, changes: bool) -> Self {
        self.told.push(Said { action: A::NAME, told: A::told, changes });
        self
    }

    fn add(mut self, route: Route) -> Self {
        self.table.push(route);
        self
    }

    /// Joins another slice's pages to these.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.table.extend(other.table);
        self.words.extend(other.words);
        self.told.extend(other.told);
        self.schemas.extend(other.schemas);
        self.router = self.router.merge(other.router);
        self
    }

    /// The table, for tests and for the published access list.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// Names that mean two different things in the API's document: a mistake of ours.
    pub fn doubled_schemas(&self) -> Vec<String> {
        let mut known = std::collections::BTreeMap::new();
        let routes = self.table.iter().flat_map(|it| it.request.iter().chain(&it.answer));
        let all = self.schemas.iter().chain(routes).map(|(name, schema)| {
            (name.clone(), serde_json::to_string(schema).unwrap_or_default())
        });
        let doubled = all.filter_map(|(name, schema)| {
            let first = known.entry(name.clone()).or_insert_with(|| schema.clone());
            (*first != schema).then_some(name)
        });
        doubled.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }

    /// Every sentence of these slices, and the platform's own.
    pub fn words(&self) -> Vec<Sentences> {
        let mut words = self.words.clone();
        words.extend([crate::said::WORDS, ui::WORDS]);
        words
    }

    /// What each action is called.
    pub fn sayings(&self) -> Vec<Said> {
        self.told.clone()
    }

    /// The whole program, as a service.
    pub fn serve_with(self, state: State) -> Router {
        let document = crate::api::document(&self.table, self.schemas, state.public_url());
        crate::serve::around(self.router, state, &document)
    }
}
