use words::{Say, Text};

use crate::{DbError, Failure};

/// What is wrong, field by field.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(&'static str, Say)>);

impl Problems {
    /// Nothing wrong yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// One problem.
    pub fn one(field: &'static str, what: Say) -> Self {
        Self(vec![(field, what)])
    }

    /// Notes a problem and goes on, so that people hear of all at once.
    pub fn take<T>(&mut self, field: &'static str, parsed: Result<T, Say>) -> Option<T> {
        parsed.map_err(|what| self.0.push((field, what))).ok()
    }

    /// True when nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problem with `field`.
    pub fn of(&self, field: &str) -> Option<Text> {
        self.0.iter().find(|(it, _)| *it == field).map(|(_, what)| what.clone().into())
    }

    /// All of them, in the order of the form.
    pub fn all(&self) -> &[(&'static str, Say)] {
        &self.0
    }
}

/// Why a form was not done.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refused {
    /// Something in it is wrong.
    Problems(Problems),
    /// Somebody saved another wording meanwhile: this is theirs.
    Stale(String),
    /// The request as a whole cannot be done.
    Failure(Failure),
}

impl From<Problems> for Refused {
    fn from(it: Problems) -> Self {
        Self::Problems(it)
    }
}

impl From<Failure> for Refused {
    fn from(it: Failure) -> Self {
        Self::Failure(it)
    }
}

impl From<DbError> for Refused {
    fn from(it: DbError) -> Self {
        Self::Failure(it.into())
    }
}
