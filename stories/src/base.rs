//! What everything stands on: stories that a careless change to the base would break.

mod at_once;
mod bodies;
mod browser;
mod door;
mod drafts;
mod erased;
mod erased_beside;
mod failed_saves;
mod half_sent;
mod hidden;
mod journal;
mod migrations;
mod once;
mod replicas;
mod second_step;
mod settings;
mod signed_out;
mod tokens;
mod vault;
pub(crate) mod words;
mod wrong;

use std::{
    io::{Error, ErrorKind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes},
    http::{Method, Request, header, request},
};
use hyper::body::Frame;
use seed::{Client, Seen};
use tokio::sync::{Notify, mpsc};

use crate::Told;

/// What a form is sent as.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Where Riverside begins to walk beside somebody: the save that most of these stories make.
pub(crate) fn lives(told: &Told) -> String {
    format!("/teams/{}/lives", told.id("team riverside"))
}

/// A request as this browser sends it, to be finished by hand.
pub(crate) fn by(client: &Client, method: Method, path: &str) -> request::Builder {
    let request = Request::builder().method(method).uri(path);
    let request = request.header("sec-fetch-site", "same-origin");
    request.header(header::COOKIE, client.cookie().unwrap_or_default())
}

/// Sends a form with the key of an earlier one.
pub(crate) async fn send_keyed(client: &mut Client, path: &str, key: &str, body: &str) -> Seen {
    let body = format!("_once={key}&{body}");
    client.send(Method::POST, path, FORM, &body).await
}

/// The key of the form on a page.
pub(crate) fn once_of(page: &Seen) -> String {
    page.between("name=\"_once\" value=\"", "\"").expect("the page has a form with its key")
}

/// A body that arrives as somebody sends it.
#[derive(Debug)]
pub(crate) struct Arriving {
    pieces: mpsc::UnboundedReceiver<Result<Bytes, Error>>,
    waiting: Arc<Notify>,
}

/// The other end of a body that arrives.
#[derive(Debug)]
pub(crate) struct Sender {
    pieces: mpsc::UnboundedSender<Result<Bytes, Error>>,
    waiting: Arc<Notify>,
}

impl Sender {
    /// Sends a piece.
    pub(crate) fn send(&self, piece: &'static str) {
        self.pieces.send(Ok(Bytes::from_static(piece.as_bytes()))).expect("somebody reads");
    }

    /// Goes away in the middle.
    pub(crate) fn break_off(self) {
        self.pieces.send(Err(ErrorKind::ConnectionReset.into())).expect("somebody reads");
    }

    /// Returns once everything sent was read, and more is waited for.
    pub(crate) async fn all_read(&self) {
        self.waiting.notified().await;
    }
}

/// A body, and the end that sends it.
pub(crate) fn arriving() -> (Sender, Body) {
    let (sender, pieces) = mpsc::unbounded_channel();
    let waiting = Arc::new(Notify::new());
    let body = Body::new(Arriving { pieces, waiting: waiting.clone() });
    (Sender { pieces: sender, waiting }, body)
}

impl hyper::body::Body for Arriving {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let piece = self.pieces.poll_recv(context);
        if piece.is_pending() {
            self.waiting.notify_one();
        }
        piece.map(|it| it.map(|piece| piece.map(Frame::data)))
    }
}
