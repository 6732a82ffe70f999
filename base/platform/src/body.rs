//! Reading a body: bounded, within a time, before anything else is opened.

use std::time::Duration;

use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde::de::DeserializeOwned;

use crate::Failure;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// A body as it came.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) bytes: Vec<u8>,
    pub(crate) kind: Content,
}

/// The kinds of content that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Form,
    Json,
    Nothing,
}

/// Reads a whole body of at most `limit` bytes. A length that says more is refused unread.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Raw, Failure> {
    let declared = headers.get(header::CONTENT_LENGTH).and_then(|it| it.to_str().ok());
    if declared.and_then(|it| it.parse::<usize>().ok()).is_some_and(|length| length > limit) {
        return Err(Failure::TooLarge(limit));
    }
    let arriving = tokio::time::timeout(PATIENCE, Limited::new(body, limit).collect());
    let arrived = arriving.await.map_err(|_| Failure::TooSlow)?;
    let bytes = arrived.map_err(|why| {
        if why.is::<LengthLimitError>() {
            Failure::TooLarge(limit)
        } else {
            Failure::Unreadable("the body broke off".into())
        }
    })?;
    let bytes = bytes.to_bytes().to_vec();
    let kind = if bytes.is_empty() { Content::Nothing } else { content(headers)? };
    Ok(Raw { bytes, kind })
}

fn content(headers: &HeaderMap) -> Result<Content, Failure> {
    let text = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let kind = text.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    match kind.to_ascii_lowercase().as_str() {
        "application/x-www-form-urlencoded" => Ok(Content::Form),
        "application/json" => Ok(Content::Json),
        _ => Err(Failure::Unsupported),
    }
}

impl Raw {
    /// What it says, as a form of this kind. Fields whose name begins with `_` are ours.
    pub(crate) fn parse<F: DeserializeOwned + Default>(&self) -> Result<F, Failure> {
        match self.kind {
            Content::Nothing => Ok(F::default()),
            Content::Json => serde_json::from_slice(&self.bytes)
                .map_err(|why| Failure::Unreadable(format!("{why}"))),
            Content::Form => {
                let own = self.pairs().into_iter().filter(|(name, _)| !name.starts_with('_'));
                let own: Vec<_> = own.collect();
                let again = serde_html_form::to_string(&own)
                    .map_err(|why| Failure::Unreadable(format!("{why}")))?;
                serde_html_form::from_str(&again)
                    .map_err(|why| Failure::Unreadable(format!("{why}")))
            }
        }
    }

    /// The fields of a form, in their order.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        match self.kind {
            Content::Form => serde_html_form::from_bytes(&self.bytes).unwrap_or_default(),
            Content::Json | Content::Nothing => Vec::new(),
        }
    }

    /// One field of a form.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        self.pairs().into_iter().find(|(it, _)| it == name).map(|(_, value)| value)
    }
}
