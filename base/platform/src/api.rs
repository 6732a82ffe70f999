//! The JSON side of every route: the same handlers, the same permits, other clothes.

mod document;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Done, Failure, Problems, State, page::Asked};

pub(crate) use document::document;

/// Where the API begins.
pub(crate) const ROOT: &str = "/api/v1";

/// A problem, as RFC 9457 defines it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// What kind of problem it is.
    #[serde(rename = "type")]
    kind: String,
    /// What happened.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What to do next.
    detail: String,
    /// What to quote when asking for help.
    instance: String,
    /// Field by field, where a form was wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Wrong {
    /// The field.
    field: String,
    /// What is wrong with it.
    detail: String,
    /// A word for machines.
    code: String,
}

/// What came of a change.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Changed {
    /// The id of what came into being.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Where it can be read, as a path of the pages; the API has the same path under `/api/v1`.
    at: String,
}

pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    typed(status, value, "application/json")
}

fn typed(status: StatusCode, value: &impl Serialize, kind: &'static str) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => (status, [(header::CONTENT_TYPE, kind)], body).into_response(),
        Err(why) => {
            tracing::error!(%why, "an answer could not be written as JSON");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

pub(crate) fn done(done: &Done) -> Response {
    changed(&done.to, done.made.as_deref())
}

/// The same answer, the first time and again.
pub(crate) fn changed(to: &str, made: Option<&str>) -> Response {
    let status = if made.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    let mut response = json(status, &Changed { id: made.map(str::to_owned), at: to.to_owned() });
    located(&mut response, to);
    response
}

fn located(response: &mut Response, to: &str) {
    if let Ok(value) = format!("{ROOT}{to}").parse() {
        response.headers_mut().insert(header::LOCATION, value);
    }
}

pub(crate) fn problem(asked: &Asked, state: &State, failure: &Failure) -> Response {
    let voice = state.voice(asked.language);
    let (title, next) = failure.words(&asked.reference);
    let detail = match failure {
        // What the parser says may repeat what was sent: it goes back to its sender, and nowhere else.
        Failure::Unreadable(why) => format!("{} ({why})", voice.say(&next)),
        Failure::SignIn
        | Failure::NotAllowed
        | Failure::NotFound
        | Failure::Conflict(_)
        | Failure::Answered { .. }
        | Failure::OtherBody
        | Failure::TooLarge(_)
        | Failure::Unsupported
        | Failure::TooSlow
        | Failure::TooMany(_)
        | Failure::Forged
        | Failure::Unavailable(_)
        | Failure::Broken(_) => voice.say(&next),
    };
    let mut response = answer(asked, failure.status(), failure.code(), voice.say(&title), detail);
    if let Failure::TooMany(wait) = failure {
        response.headers_mut().insert(header::RETRY_AFTER, (*wait).into());
    }
    if matches!(failure, Failure::SignIn) {
        let challenge = header::HeaderValue::from_static("Bearer");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    }
    response
}

fn answer(
    asked: &Asked,
    status: StatusCode,
    code: &str,
    title: String,
    detail: String,
) -> Response {
    let problem = Problem {
        kind: format!("urn:tributary:problem:{code}"),
        title,
        status: status.as_u16(),
        detail,
        instance: format!("urn:tributary:request:{}", asked.reference),
        errors: Vec::new(),
    };
    typed(status, &problem, "application/problem+json")
}

pub(crate) fn problems(asked: &Asked, state: &State, problems: &Problems) -> Response {
    let voice = state.voice(asked.language);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let errors = problems.all().iter().map(|(field, what)| Wrong {
        field: (*field).to_owned(),
        detail: voice.say(what),
        code: what.key().to_owned(),
    });
    let problem = Problem {
        kind: "urn:tributary:problem:form".to_owned(),
        title: voice.say(&crate::said::form_problem()),
        status: status.as_u16(),
        detail: voice.say(&crate::said::form_problem_next()),
        instance: format!("urn:tributary:request:{}", asked.reference),
        errors: errors.collect(),
    };
    typed(status, &problem, "application/problem+json")
}
