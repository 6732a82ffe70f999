//! What somebody typed, given back with a failure.

use axum::response::Response;

use super::Request;
use crate::{Failure, Form, body::Raw, page::Given, said, secret};

/// Everything that was typed comes back with the failure, in its fields, to be sent again.
pub(super) fn give_back<F: Form>(request: &Request, failure: &Failure, raw: &Raw) -> Response {
    let lost = matches!(
        failure,
        Failure::Unavailable(_)
            | Failure::Broken(_)
            | Failure::TooMany(_)
            | Failure::SignIn
            | Failure::OtherBody
    );
    if !lost || request.asked.api {
        return request.fail(failure);
    }
    let known = F::fields();
    let action = request.asked.path.clone();
    let mut given = Given { action, ..Given::default() };
    for (name, mut value) in raw.pairs() {
        if name == "_once" && matches!(failure, Failure::OtherBody) {
            // The key is used up: with it these words would be refused for ever.
            value = secret::token();
        }
        let known = known.iter().find(|(it, _)| *it == name);
        let label = known.filter(|_| !value.is_empty()).map(|(_, label)| label.clone());
        if label.is_some() || F::KEEPS {
            given.fields.push((name, value, label));
        }
    }
    request.asked.failure_with(&request.state, failure, given)
}

/// The same where nothing is known of the form but what was sent. Nothing that could be a password
/// is shown.
pub(super) fn echo(raw: &Raw, action: &str) -> Given {
    let mut given = Given { action: action.to_owned(), ..Given::default() };
    if raw.pairs().iter().any(|(name, _)| name.contains("password") || name.contains("code")) {
        return given;
    }
    for (name, value) in raw.pairs() {
        if name.starts_with('_') {
            given.fields.push((name, value, None));
        } else {
            let label = (!value.is_empty()).then(said::your_words);
            given.fields.push((name, value, label));
        }
    }
    given
}
