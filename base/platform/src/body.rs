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
    if kind == Content::Form && !is_well_formed(&bytes) {
        return Err(Failure::Unreadable("a form is percent-encoded UTF-8".into()));
    }
    Ok(Raw { bytes, kind })
}

/// True when every `%` begins a byte, and the bytes are UTF-8: a form that is mended on the way in is
/// not what somebody typed.
fn is_well_formed(bytes: &[u8]) -> bool {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            plain.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|it| char::from(it).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return false };
        plain.push(u8::try_from(high * 16 + low).unwrap_or_default());
    }
    std::str::from_utf8(&plain).is_ok()
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
            // A form is an object: fields in a list would mean what their places happen to be.
            Content::Json if self.bytes.trim_ascii_start().first() != Some(&b'{') => {
                Err(Failure::Unreadable("a JSON object is expected".into()))
            }
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
