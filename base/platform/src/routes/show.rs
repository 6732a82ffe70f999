use axum::{http::StatusCode, response::Response};

use super::Request;
use crate::{Action, Failure, Page, Seen, View, door::Ask};

/// Serves a view, as a page or as JSON.
pub(super) async fn view<A, V, F, R>(request: Request, handler: F) -> Response
where
    A: Action,
    V: View,
    F: Fn(Ask<A>) -> R,
    R: Future<Output = Result<Seen<V>, Failure>>,
{
    let seen = match request.ask(&request.asked.path) {
        Ok(ask) => handler(ask).await,
        Err(failure) => Err(failure),
    };
    match seen {
        Ok(seen) => request.asked.view(&request.state, &seen),
        Err(failure) => request.fail(&failure),
    }
}

/// Serves a page that only people read.
pub(super) async fn page<A, P, F, R>(request: Request, handler: F) -> Response
where
    A: Action,
    P: Page,
    F: Fn(Ask<A>) -> R,
    R: Future<Output = Result<Seen<P>, Failure>>,
{
    let seen = match request.ask(&request.asked.path) {
        Ok(ask) => handler(ask).await,
        Err(failure) => Err(failure),
    };
    match seen {
        Ok(seen) => request.asked.page(&request.state, StatusCode::OK, &seen),
        Err(failure) => request.fail(&failure),
    }
}
