//! Where requests go while the house is still being opened: its schema brought up to date, its keys wrapped anew.

use std::sync::{Arc, OnceLock};

use axum::{
    Router,
    http::{StatusCode, header},
    routing,
};

/// Where requests go: nowhere yet, or into the house.
#[derive(Clone, Debug, Default)]
pub struct Doors(Arc<OnceLock<Router>>);

impl Doors {
    /// They stand open from now on. Once open, they stay so.
    pub fn open(&self, router: Router) {
        self.0.set(router).unwrap_or_default();
    }

    /// They stand open from the beginning.
    pub fn opened(router: Router) -> Self {
        let doors = Self::default();
        doors.open(router);
        doors
    }

    pub(super) fn router(&self) -> Router {
        self.0.get().cloned().unwrap_or_else(waiting)
    }
}

/// The program lives, and is not ready: come again in a moment.
#[expect(clippy::disallowed_methods, reason = "it knows nothing yet, and so shows nothing")]
fn waiting() -> Router {
    let soon = || async { (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "2")]) };
    Router::new()
        .route("/health/live", routing::get(|| async { StatusCode::NO_CONTENT }))
        .fallback(soon)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use tower::ServiceExt as _;

    use super::*;

    async fn status(doors: &Doors, path: &str) -> u16 {
        let request = axum::http::Request::get(path).body(Body::empty()).unwrap();
        doors.router().oneshot(request).await.unwrap().status().as_u16()
    }

    #[tokio::test]
    async fn nothing_is_ready_before_the_house_is_open() {
        let doors = Doors::default();
        assert_eq!(status(&doors, "/health/live").await, 204);
        assert_eq!(status(&doors, "/health/ready").await, 503);
        assert_eq!(status(&doors, "/lives").await, 503);
        doors.open(Router::new());
        assert_eq!(status(&doors, "/lives").await, 404);
    }
}
