use utoipa::openapi::{RefOr, Schema};
use words::Say;

/// What an action is called, as people read it in the journal.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    pub(crate) action: &'static str,
    pub(crate) told: fn() -> Say,
    pub(crate) changes: bool,
}

impl Said {
    /// How it is told.
    pub fn told(&self) -> Say {
        (self.told)()
    }
}

/// What kind of route it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteKind {
    /// Shows something, to people and programs.
    Show,
    /// Shows a form, to people.
    Form,
    /// Changes something, for people and programs.
    Change,
    /// Keeps what is typed into a form.
    Draft,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Route {
    /// The slice.
    pub slice: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path, with `{name}` for its parts.
    pub path: String,
    /// The permission it asks for.
    pub action: &'static str,
    /// What kind of route it is.
    pub kind: RouteKind,
    /// One valid request body, as a form, where the route takes one.
    pub sample: Option<String>,
    /// True when it lists, and takes `after`.
    pub lists: bool,
    /// The name in the query that says which part is shown.
    pub narrowed_by: Option<&'static str>,
    pub(crate) request: Option<Named>,
    pub(crate) answer: Option<Named>,
}

/// A schema and its name.
pub(crate) type Named = (String, RefOr<Schema>);
