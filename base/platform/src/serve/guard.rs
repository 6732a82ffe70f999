//! Before any handler: a change must come from our own page or from a program with a token. After
//! it: what a browser may do with the answer.

use axum::{
    extract::{Request, State as Given},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header, request},
    middleware::Next,
    response::Response,
};

use super::Reference;
use crate::{Failure, State, routes, secret, session};

/// The one place elsewhere that a form may lead to is where "Exit this page" leads.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
                      img-src 'self'; connect-src 'self'; form-action 'self' https://www.bbc.co.uk; base-uri 'none'; \
                      frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

pub(super) async fn guard(
    Given(state): Given<State>,
    mut request: Request,
    next: Next,
) -> Response {
    let reference = data_encoding::HEXLOWER.encode(&secret::random::<6>());
    request.extensions_mut().insert(Reference(reference));
    let (head, body) = request.into_parts();
    let mut response = if is_forged(&head, state.public_url()) {
        let asked = routes::asked(&head);
        asked.failure(&state, &Failure::Forged)
    } else {
        next.run(Request::from_parts(head, body)).await
    };
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // Personal pages leave nothing behind in a browser.
    let no_store = HeaderValue::from_static("no-store");
    headers.entry(header::CACHE_CONTROL).or_insert(no_store);
    if state.is_secure() {
        // What else lives under this name is not ours to bind.
        let year = HeaderValue::from_static("max-age=31536000");
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(year);
    }
    response
}

/// True when a browser sends a change that our own page did not start (Fetch Metadata, and the
/// `Origin` where a browser does not know it). A request with a token carries no cookie's power.
fn is_forged(head: &request::Parts, public_url: &str) -> bool {
    if matches!(head.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    if session::bearer(&head.headers).is_some() {
        return false;
    }
    let text = |name: &str| head.headers.get(name).and_then(|it| it.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site != "same-origin";
    }
    match text("origin") {
        Some(origin) => !is_ours(origin, &head.headers, public_url),
        // Neither header: not a browser of this age. Without a cookie there is nothing to misuse.
        None => head.headers.contains_key(header::COOKIE),
    }
}

fn is_ours(origin: &str, headers: &HeaderMap, public_url: &str) -> bool {
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok());
    let named = origin.split_once("://").map(|(_, host)| host);
    origin == public_url || (named.is_some() && named == host)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn forged(method: &str, headers: &[(&str, &str)]) -> bool {
        let mut request = Request::builder().method(method).uri("/notes");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        is_forged(&request.body(()).unwrap().into_parts().0, "https://learn.example")
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        let cookie = ("cookie", "tributary=x");
        assert!(!forged("GET", &[cookie, ("sec-fetch-site", "cross-site")]));
        assert!(!forged("POST", &[cookie, ("sec-fetch-site", "same-origin")]));
        assert!(forged("POST", &[cookie, ("sec-fetch-site", "cross-site")]));
        assert!(forged("POST", &[cookie, ("sec-fetch-site", "same-site")]));
        assert!(forged("POST", &[cookie, ("origin", "https://evil.example")]));
        assert!(!forged("POST", &[cookie, ("origin", "https://learn.example")]));
        assert!(forged("POST", &[cookie, ("origin", "null")]));
        assert!(forged("POST", &[cookie]));
        assert!(!forged("POST", &[("authorization", "Bearer abc")]));
    }
}
