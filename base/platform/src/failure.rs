//! Every way a request can fail. Each becomes a page, or a problem of the API, that says what
//! happened and what to do next; never the cause, which is for the log.

use axum::http::StatusCode;
use words::Say;

use crate::{Actor, DbError, log, said};

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// They must sign in first.
    #[error("sign in needed")]
    SignIn,
    /// They may not, and may know it.
    #[error("not allowed")]
    NotAllowed,
    /// It is not there, or not there for them.
    #[error("not found")]
    NotFound,
    /// It no longer fits the state of things.
    #[error("conflict: {0}")]
    Conflict(Say),
    /// It was answered before.
    #[error("answered before")]
    Answered {
        /// Where they were sent.
        to: String,
        /// The id of what came into being then.
        made: Option<String>,
    },
    /// The key was used for another body.
    #[error("the idempotency key was used for another body")]
    OtherBody,
    /// More bytes than this route takes.
    #[error("more than {0} bytes")]
    TooLarge(usize),
    /// Not the form or JSON it should be.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// A kind of content that no route takes.
    #[error("unsupported content type")]
    Unsupported,
    /// The body did not arrive in time.
    #[error("the body did not arrive in time")]
    TooSlow,
    /// Too many tries; wait this many seconds.
    #[error("too many tries, wait {0} s")]
    TooMany(i64),
    /// A form that came from another site.
    #[error("cross-site request")]
    Forged,
    /// The database, its disk or the journal cannot be reached now.
    #[error("unavailable")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Our fault.
    #[error("broken")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<DbError> for Failure {
    fn from(cause: DbError) -> Self {
        if cause.is_erased() {
            // What was erased is answered like what never was.
            Self::NotFound
        } else if cause.is_passing() {
            Self::Unavailable(Box::new(cause))
        } else {
            Self::Broken(Box::new(cause))
        }
    }
}

impl Failure {
    /// A thing that is not there for this actor: without a session, the way to sign in.
    pub(crate) const fn hidden(actor: &Actor) -> Self {
        if actor.is_visitor() { Self::SignIn } else { Self::NotFound }
    }

    /// Its status.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::Forged => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Answered { .. } => StatusCode::SEE_OTHER,
            Self::OtherBody => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A word for machines: the last part of a problem's `type`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::NotAllowed => "not-allowed",
            Self::NotFound => "not-found",
            Self::Conflict(_) => "conflict",
            Self::Answered { .. } => "answered",
            Self::OtherBody => "other-body",
            Self::TooLarge(_) => "too-large",
            Self::Unreadable(_) => "unreadable",
            Self::Unsupported => "unsupported",
            Self::TooSlow => "too-slow",
            Self::TooMany(_) => "too-many",
            Self::Forged => "forged",
            Self::Unavailable(_) => "unavailable",
            Self::Broken(_) => "broken",
        }
    }

    /// What happened, and what to do next.
    pub fn words(&self, reference: &str) -> (Say, Say) {
        match self {
            Self::SignIn => (said::sign_in_title(), said::sign_in_next()),
            Self::NotAllowed => (said::not_allowed_title(), said::not_allowed_next()),
            Self::NotFound => (said::not_found_title(), said::not_found_next()),
            Self::Conflict(why) => (why.clone(), said::conflict_next()),
            Self::Answered { .. } => (said::conflict_title(), said::conflict_next()),
            Self::OtherBody => (said::other_body_title(), said::other_body_next()),
            Self::TooLarge(limit) => (said::too_large_title(), said::too_large_next(limit / 1024)),
            Self::Unreadable(_) => (said::unreadable_title(), said::unreadable_next()),
            Self::Unsupported => (said::unsupported_title(), said::unsupported_next()),
            Self::TooSlow => (said::too_slow_title(), said::too_slow_next()),
            Self::TooMany(wait) => (said::too_many_title(), said::too_many_next((wait + 59) / 60)),
            Self::Forged => (said::forged_title(), said::forged_next()),
            Self::Unavailable(_) => (said::unavailable_title(), said::unavailable_next()),
            Self::Broken(_) => (said::broken_title(), said::broken_next(reference)),
        }
    }

    /// Writes the cause to the log, where there is one. Never what somebody typed.
    pub(crate) fn log(&self, reference: &str) {
        match self {
            Self::Broken(cause) => {
                log::broke(&chain(cause.as_ref()), reference, "request broke");
            }
            Self::Unavailable(cause) => {
                log::unavailable(&chain(cause.as_ref()), reference);
            }
            Self::SignIn
            | Self::NotAllowed
            | Self::NotFound
            | Self::Conflict(_)
            | Self::Answered { .. }
            | Self::OtherBody
            | Self::TooLarge(_)
            | Self::Unreadable(_)
            | Self::Unsupported
            | Self::TooSlow
            | Self::TooMany(_)
            | Self::Forged => {}
        }
    }
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let said = cause.to_string();
        if !text.contains(&said) {
            text = format!("{text}: {said}");
        }
        next = cause.source();
    }
    text
}
