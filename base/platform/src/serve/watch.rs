//! What operators watch: a line in the log and a count for each request. The path's pattern, never
//! the path itself, and never what was typed.

use std::time::Instant;

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::header,
    middleware::Next,
    response::{IntoResponse as _, Response},
    routing,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

const TOOK: &str = "tributary_request_seconds";

/// Counts what happens, for `GET /metrics` on its own listener.
#[derive(Clone, Debug)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Starts counting. Once a program.
    pub fn install() -> Result<Self, BuildError> {
        let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(TOOK.to_owned()), &bounds)?;
        builder.install_recorder().map(Self)
    }
}

/// The service that shows the counts.
#[expect(clippy::disallowed_methods, reason = "its own listener, and nothing of anybody")]
pub fn metrics_router(metrics: Metrics) -> Router {
    let show = move || {
        metrics.0.run_upkeep();
        let text = metrics.0.render();
        async move { ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response() }
    };
    Router::new().route("/metrics", routing::get(show))
}

pub(super) async fn watch(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let path = path.unwrap_or_else(|| "other".to_owned());
    let method = request.method().as_str().to_owned();
    let start = Instant::now();
    let response = next.run(request).await;
    let (took, status) = (start.elapsed(), response.status().as_u16());
    let labels =
        [("method", method.clone()), ("path", path.clone()), ("status", status.to_string())];
    metrics::histogram!(TOOK, &labels).record(took.as_secs_f64());
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::debug!(method, path, status, micros, "answered");
    response
}
