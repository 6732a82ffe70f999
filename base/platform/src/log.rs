//! What operators read. One line each, and never what somebody typed.

use std::fmt::Display;

/// Something did not work now and is tried again.
pub(crate) fn later(cause: &dyn Display, what: &'static str) {
    tracing::warn!(%cause, "{what}; trying again");
}

/// Something happened that an operator may want to know.
pub(crate) fn news(what: &'static str) {
    tracing::warn!("{what}");
}

/// Something broke.
pub(crate) fn broke(cause: &dyn Display, reference: &str, what: &'static str) {
    tracing::error!(%cause, reference, "{what}");
}

/// A request could not be served now.
pub(crate) fn unavailable(cause: &dyn Display, reference: &str) {
    tracing::warn!(%cause, reference, "request could not be served");
}

/// The journal is sealed up to this link: kept in the log, it proves everything before it.
pub(crate) fn sealed(head: &str) {
    tracing::info!(head, "journal sealed");
}
