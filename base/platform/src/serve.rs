//! Around every request: who sent it, whether a browser was tricked into it, how it is answered
//! and counted; and the listening itself.

mod doors;
mod guard;
mod listen;
mod watch;

use axum::{
    Router,
    extract::State as Given,
    http::{StatusCode, header},
    middleware,
    response::{IntoResponse as _, Response},
    routing,
};
use utoipa::openapi::OpenApi;

use crate::{
    State,
    routes::{Request, nothing_here},
};

pub use doors::Doors;
pub use listen::{Listening, listen};
pub use watch::{Metrics, metrics_router};

/// The address at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub std::net::IpAddr);

/// What people quote when they ask for help.
#[derive(Clone, Debug)]
pub(crate) struct Reference(pub(crate) String);

/// Puts the pages behind the guard, beside what belongs to no slice.
#[expect(clippy::disallowed_methods, reason = "what belongs to no slice has no permission")]
pub(crate) fn around(pages: Router<State>, state: State, document: &OpenApi) -> Router {
    let document = serde_json::to_string(document).unwrap_or_default();
    pages
        .route("/assets/{*path}", routing::get(asset))
        .route("/health/live", routing::get(|| async { StatusCode::NO_CONTENT }))
        .route("/health/ready", routing::get(ready))
        .route(
            "/api/openapi.json",
            routing::get(move || std::future::ready(json(document.clone()))),
        )
        .fallback(nothing_here)
        .method_not_allowed_fallback(nothing_here)
        .layer(middleware::from_fn_with_state(state.clone(), guard::guard))
        .layer(middleware::from_fn(watch::watch))
        .with_state(state)
}

fn json(document: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], document).into_response()
}

async fn ready(Given(state): Given<State>) -> StatusCode {
    if state.is_ready().await { StatusCode::NO_CONTENT } else { StatusCode::SERVICE_UNAVAILABLE }
}

/// Files named by their content: they may be kept for ever.
async fn asset(request: Request) -> Response {
    let Some(name) = request.asked.path.strip_prefix("/assets/") else {
        return nothing_here(request).await;
    };
    let accepts = request.headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok());
    let Some(file) = ui::assets::find(name, accepts.unwrap_or_default()) else {
        return nothing_here(request).await;
    };
    let known = request.headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let mut response = if known == Some(file.etag.as_str()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        file.bytes.into_owned().into_response()
    };
    let headers = response.headers_mut();
    let plain = [
        (header::CONTENT_TYPE, file.mime),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
        (header::ETAG, file.etag.as_str()),
        (header::CONTENT_ENCODING, file.encoding.unwrap_or_default()),
    ];
    for (name, value) in plain.into_iter().filter(|(_, value)| !value.is_empty()) {
        if let Ok(value) = value.parse() {
            headers.insert(name, value);
        }
    }
    response
}
