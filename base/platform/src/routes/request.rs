use std::{
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use axum::{
    body::Body,
    extract::{FromRequest, RawPathParams},
    http::{HeaderMap, Method, header, request},
    response::{IntoResponse as _, Response},
};
use words::Language;

use crate::{
    Action, Failure, State,
    api::ROOT,
    door::{Ask, Key as _, Parts},
    form::SHORT,
    page::{Asked, What},
    serve::{Peer, Reference},
    session::{Arrival, Cookie, arrive},
};

/// The most bytes of the form that a path takes: for whoever reads it before its handler can.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit(pub(super) usize);

/// A request on its way to a handler: who asks is known, the body is not read.
pub(crate) struct Request {
    pub(crate) state: State,
    pub(crate) asked: Asked,
    pub(crate) arrival: Arrival,
    pub(crate) parts: Parts,
    pub(crate) headers: HeaderMap,
    body: Mutex<Body>,
    query: String,
    address: String,
}

impl FromRequest<State> for Request {
    type Rejection = Response;

    async fn from_request(
        request: axum::extract::Request,
        state: &State,
    ) -> Result<Self, Self::Rejection> {
        let (mut head, body) = request.into_parts();
        let mut asked = asked(&head);
        let arrival = match arrive(state, &head.headers).await {
            Ok(arrival) => arrival,
            Err(cause) => return Err(lost(state, &asked, cause.into(), &head, body).await),
        };
        asked.actor = arrival.actor.clone();
        asked.done = Cookie::done(&head.headers, state.is_secure()).and_then(|it| What::named(&it));
        let parts = parts(&mut head, state).await;
        let query = head.uri.query().unwrap_or_default().to_owned();
        let address = address(&head, state);
        let (state, headers) = (state.clone(), head.headers);
        let body = Mutex::new(body);
        Ok(Self { state, asked, arrival, parts, headers, body, query, address })
    }
}

impl Request {
    /// The ask, for the form at `path`. `None` when the path names nothing that could be there.
    pub(crate) fn ask<A: Action>(&self, path: &str) -> Result<Ask<A>, Failure> {
        let actor = self.arrival.actor.clone();
        let key = A::Key::read(&self.parts).ok_or_else(|| Failure::hidden(&actor))?;
        let mut ask = Ask::new(self.state.clone(), actor, key, path.to_owned());
        ask.query.clone_from(&self.query);
        ask.address.clone_from(&self.address);
        ask.halfway.clone_from(&self.arrival.halfway);
        Ok(ask)
    }

    /// The body, once: what reads it reads all of it.
    pub(crate) fn body(&self) -> Body {
        let mut body = self.body.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *body, Body::empty())
    }

    /// The answer to a failure without a form.
    pub(crate) fn fail(&self, failure: &Failure) -> Response {
        self.asked.failure(&self.state, failure)
    }
}

/// How the request wants to be answered; nobody has been recognised yet.
pub(crate) fn asked(head: &request::Parts) -> Asked {
    let whole = head.uri.path();
    let path = whole.strip_prefix(ROOT).filter(|rest| rest.starts_with('/'));
    let wanted = head.headers.get(header::ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok());
    Asked {
        api: path.is_some(),
        path: path.unwrap_or(whole).to_owned(),
        language: wanted.and_then(Language::known).unwrap_or_default(),
        actor: crate::Actor::visitor(),
        reference: head.extensions.get::<Reference>().map(|it| it.0.clone()).unwrap_or_default(),
        done: None,
    }
}

/// Nobody can be recognised because the database is gone. What was typed is given back.
async fn lost(
    state: &State,
    asked: &Asked,
    failure: Failure,
    head: &request::Parts,
    body: Body,
) -> Response {
    if head.method != Method::POST || asked.api {
        return asked.failure(state, &failure);
    }
    let limit = head.extensions.get::<Limit>().map_or(SHORT, |it| it.0);
    let raw = crate::body::read(&head.headers, body, limit).await;
    let given = raw.map(|raw| super::given::echo(&raw, &asked.path)).unwrap_or_default();
    asked.failure_with(state, &failure, given)
}

async fn parts(head: &mut request::Parts, state: &State) -> Parts {
    use axum::extract::FromRequestParts as _;
    let found = RawPathParams::from_request_parts(head, state).await;
    let pairs = found.into_iter().flat_map(|params| {
        params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
    });
    Parts::new(pairs)
}

/// The nearest address that no trusted proxy speaks for.
fn address(head: &request::Parts, state: &State) -> String {
    let Some(Peer(peer)) = head.extensions.get::<Peer>() else { return String::new() };
    let trusted = &state.installation().trusted_proxies;
    let named = head.headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok());
    let named = named.flat_map(|line| line.split(',')).filter_map(|it| it.trim().parse().ok());
    let mut chain: Vec<IpAddr> = named.collect();
    chain.push(*peer);
    let outer = chain.iter().rev().find(|it| !trusted.contains(it)).or(chain.first());
    outer.map(ToString::to_string).unwrap_or_default()
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Request").field("path", &self.asked.path).finish_non_exhaustive()
    }
}

/// The one answer to whatever is not there, or not there for them.
pub(crate) async fn nothing_here(request: Request) -> Response {
    request.fail(&Failure::hidden(&request.arrival.actor)).into_response()
}
