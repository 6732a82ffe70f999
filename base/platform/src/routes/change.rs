//! A form on its way: asked for, typed, sent, refused, given back, kept.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

use super::{Request, given::give_back};
use crate::{
    Action, Changes, Done, Failure, Filled, Form, Page, Refused, Seen, api,
    body::{self, Raw},
    door::Ask,
    draft,
    once::Once,
    page::{Given, see_other},
    said,
};

/// Serves the page that asks: what was kept of it is in its fields.
pub(super) async fn form<A, F, P, G, R>(request: Request, suffix: usize, form: G) -> Response
where
    A: Action,
    F: Form,
    P: Page,
    G: Fn(Ask<A>, Filled<F>) -> R,
    R: Future<Output = Result<Seen<P>, Failure>>,
{
    let whole = request.asked.path.clone();
    let path = whole.get(..whole.len().saturating_sub(suffix)).unwrap_or_default();
    match filled::<A, F>(&request, path).await {
        Ok((ask, filled)) => answer(&request, StatusCode::OK, form(ask, filled).await),
        Err(failure) => request.fail(&failure),
    }
}

async fn filled<A: Action, F: Form>(
    request: &Request,
    path: &str,
) -> Result<(Ask<A>, Filled<F>), Failure> {
    let ask = request.ask::<A>(path)?;
    let kept = if F::KEEPS { draft::find(&ask).await? } else { None };
    let kept = kept.and_then(|(body, at)| Some((serde_json::from_str::<F>(&body).ok()?, at)));
    let filled = match kept {
        Some((form, at)) => Filled::new(path, form).with_kept(at),
        None => Filled::new(path, F::default()),
    };
    Ok((ask, filled))
}

fn answer<P: Page>(
    request: &Request,
    status: StatusCode,
    seen: Result<Seen<P>, Failure>,
) -> Response {
    match seen {
        Ok(seen) => request.asked.page(&request.state, status, &seen),
        Err(failure) => request.fail(&failure),
    }
}

/// Serves a submission, of a form or of JSON.
pub(super) async fn submit<A, F, P, G, H, R, S>(
    request: Request,
    ask_at: &'static str,
    (form, submit): (G, H),
) -> Response
where
    A: Changes,
    F: Form,
    P: Page,
    G: Fn(Ask<A>, Filled<F>) -> R,
    H: Fn(Ask<A>, F) -> S,
    R: Future<Output = Result<Seen<P>, Failure>>,
    S: Future<Output = Result<Done, Refused>>,
{
    let (ask, typed, raw) = match read::<A, F>(&request).await {
        Ok(read) => read,
        Err(failure) => return refuse::<A>(&request, failure).await,
    };
    if let Some(response) = asleep(&request, &ask, &typed, ask_at).await {
        return response;
    }
    let refused = match submit(ask.clone(), typed.clone()).await {
        Ok(done) => return finished(&request, &done),
        Err(refused) => refused,
    };
    let shown = shown(&request, ask, (typed, refused), form).await;
    shown.unwrap_or_else(|instead| instead.answer::<F>(&request, &raw))
}

/// The form's own page again, unless something else answers.
async fn shown<A, F, P, G, R>(
    request: &Request,
    ask: Ask<A>,
    (typed, refused): (F, Refused),
    form: G,
) -> Result<Response, Instead>
where
    A: Changes,
    F: Form,
    P: Page,
    G: Fn(Ask<A>, Filled<F>) -> R,
    R: Future<Output = Result<Seen<P>, Failure>>,
{
    let (status, filled) = again(request, &ask, typed, refused).await?;
    let seen = form(ask, filled).await.map_err(Instead::Failure)?;
    Ok(answer(request, status, Ok(seen)))
}

/// What answers a submission that was refused, where its own form does not.
enum Instead {
    Failure(Failure),
    Response(Box<Response>),
}

impl Instead {
    fn answer<F: Form>(self, request: &Request, raw: &Raw) -> Response {
        match self {
            Self::Failure(failure) => give_back::<F>(request, &failure, raw),
            Self::Response(response) => *response,
        }
    }
}

/// The form again, with what is wrong or what somebody else saved meanwhile.
async fn again<A: Changes, F: Form>(
    request: &Request,
    ask: &Ask<A>,
    typed: F,
    refused: Refused,
) -> Result<(StatusCode, Filled<F>), Instead> {
    match refused {
        Refused::Failure(failure) => Err(Instead::Failure(failure)),
        Refused::Problems(problems) if request.asked.api => {
            ask.would_change().await.map_err(Instead::Failure)?;
            let response = api::problems(&request.asked, &request.state, &problems);
            Err(Instead::Response(Box::new(response)))
        }
        Refused::Problems(problems) => {
            let filled = Filled::new(&ask.path, typed).with_problems(problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, filled))
        }
        Refused::Stale(theirs) => match stale(request, ask, typed, theirs).await {
            Ok(filled) => Ok((StatusCode::CONFLICT, filled)),
            Err(response) => Err(Instead::Response(Box::new(response))),
        },
    }
}

/// The whole body is read and parsed before anything is opened.
async fn read<A: Changes, F: Form>(request: &Request) -> Result<(Ask<A>, F, Raw), Failure> {
    let raw = body::read(&request.headers, request.body(), F::LIMIT).await?;
    let typed = raw.parse::<F>()?;
    let mut ask = request.ask::<A>(&request.asked.path)?;
    let key = key(request, &raw)?;
    ask.once = key.map(|key| Once::new(&key, &ask.path, &raw.bytes));
    Ok((ask, typed, raw))
}

/// What tells that a request is sent again: from a program's header or a form's hidden field. One
/// that cannot be kept is refused, because its sender relies on it.
fn key(request: &Request, raw: &Raw) -> Result<Option<String>, Failure> {
    let key = match request.headers.get("idempotency-key") {
        Some(key) => key.to_str().unwrap_or_default().to_owned(),
        None => match raw.field("_once") {
            Some(key) => key,
            None => return Ok(None),
        },
    };
    match key.len() {
        1..=255 => Ok(Some(key)),
        _ => Err(Failure::Unreadable("the idempotency key needs 1 to 255 characters".into())),
    }
}

/// What is wrong with a body is told to whoever may send one.
async fn refuse<A: Changes>(request: &Request, failure: Failure) -> Response {
    let hidden = match request.ask::<A>(&request.asked.path) {
        Ok(ask) => ask.would_change().await.err(),
        Err(failure) => Some(failure),
    };
    request.fail(&hidden.unwrap_or(failure))
}

/// A sitting that ended by itself while somebody typed: what they typed is kept for them. What cannot
/// be kept is given back.
async fn asleep<A: Changes, F: Form>(
    request: &Request,
    ask: &Ask<A>,
    typed: &F,
    ask_at: &str,
) -> Option<Response> {
    let sleeper = request.arrival.asleep.clone()?;
    if !F::KEEPS {
        return None;
    }
    let body = serde_json::to_string(typed).ok()?;
    let ask = Ask { actor: sleeper, ..ask.clone() };
    draft::keep(ask, &body).await.ok()?;
    let given = Given {
        kept: true,
        asks_at: format!("{}{ask_at}", request.asked.path),
        ..Given::default()
    };
    Some(request.asked.failure_with(&request.state, &Failure::SignIn, given))
}

fn finished(request: &Request, done: &Done) -> Response {
    let mut response = if request.asked.api { api::done(done) } else { see_other(&done.to) };
    for (name, value) in &done.headers {
        response.headers_mut().append(name.clone(), value.clone());
    }
    response
}

/// The text is kept as a draft, and both wordings are shown.
async fn stale<A: Changes, F: Form>(
    request: &Request,
    ask: &Ask<A>,
    typed: F,
    theirs: String,
) -> Result<Filled<F>, Response> {
    if request.asked.api {
        let failure = Failure::Conflict(said::meanwhile_title());
        return Err(request.fail(&failure));
    }
    if let Ok(body) = serde_json::to_string(&typed) {
        draft::keep(ask.clone(), &body).await.map_err(|failure| request.fail(&failure))?;
    }
    Ok(Filled::new(&ask.path, typed).with_theirs(theirs))
}

/// Serves the keeping of what is typed.
pub(super) async fn draft<A: Changes, F: Form>(request: Request) -> Response {
    let (ask, typed, _) = match read::<A, F>(&request).await {
        Ok(read) => read,
        Err(failure) => return refuse::<A>(&request, failure).await,
    };
    let Ok(body) = serde_json::to_string(&typed) else {
        return request.fail(&Failure::Unreadable(String::new()));
    };
    let path = ask.path.strip_suffix("/draft").unwrap_or(&ask.path).to_owned();
    let actor = request.arrival.asleep.clone().unwrap_or_else(|| ask.actor.clone());
    match draft::keep(Ask { actor, path, ..ask }, &body).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(failure) => request.fail(&failure),
    }
}
