//! Bodies that nobody should send: a clear answer, and nothing changed.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes},
    http::{Method, header},
};
use hyper::body::Frame;
use seed::{Client, Seen};

use super::{FORM, arriving, by, lives};
use crate::{Told, each};

const JSON: &str = "application/json";
/// More than any form here may hold.
const TOO_MUCH: usize = 64 * 1024 + 1;

/// Sends a body in a kind, to the pages and to the API; both must answer alike.
async fn refused(told: &Told, sam: &mut Client, kind: &str, body: &str, status: u16) -> Seen {
    let before = told.store.count("life").await;
    let path = lives(told);
    let start: String = body.chars().take(60).collect();
    let page = sam.send(Method::POST, &path, kind, body).await;
    assert_eq!(page.status, status, "{}: {kind} {start}\n{}", told.name, page.body);
    assert_eq!(page.body.matches("<h1").count(), 1, "{}: a page in words", told.name);
    let problem = sam.send(Method::POST, &format!("/api/v1{path}"), kind, body).await;
    assert_eq!(problem.status, status, "{}: API {kind} {start}", told.name);
    let said = &problem.headers[header::CONTENT_TYPE];
    assert_eq!(said, "application/problem+json", "{}: {start}", told.name);
    assert_eq!(told.store.count("life").await, before, "{}: {start}", told.name);
    problem
}

#[tokio::test]
async fn strange_forms_get_a_clear_answer_and_change_nothing() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let long = format!("called={}", "x".repeat(81));
        for empty in ["", "called=", "called=+%20%0d%0a", "called=%00%01%7f", &long] {
            let problem = refused(&told, &mut sam, FORM, empty, 422).await;
            assert!(problem.body.contains("\"field\":\"called\""), "{}: {empty}", told.name);
        }
        for broken in [
            "called=%ff",
            "called=%zz",
            "called=%",
            "called=%e2%82",
            "called=Ro&junk=1",
            "called=Ro&called=Jo",
            "Ro",
        ] {
            refused(&told, &mut sam, FORM, broken, 400).await;
        }
        let form = sam.post(&lives(&told), &[("called", &"long ".repeat(40))]).await;
        assert!(form.body.contains(&"long ".repeat(40)), "{}: it is still there", told.name);
    }
}

#[tokio::test]
async fn strange_json_gets_a_clear_answer_and_changes_nothing() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let deep = format!("{{\"called\":{}", "[".repeat(20_000));
        for broken in [
            "{\"called\":5}",
            "{\"called\":null}",
            "{\"called\":[\"Ro\"]}",
            "{\"called\":{\"name\":\"Ro\"}}",
            "{\"called\":\"Ro\",\"junk\":1}",
            "{\"called\":\"Ro\"",
            "{\"called\":\"\\ud800\"}",
            "[\"Ro\"]",
            "\"Ro\"",
            "null",
            "nonsense",
            &deep,
        ] {
            refused(&told, &mut sam, JSON, broken, 400).await;
        }
        for blank in ["{}", "{\"called\":\"\"}", "{\"called\":\"\\u0000\\u0007\"}", "  {}  "] {
            refused(&told, &mut sam, JSON, blank, 422).await;
        }
    }
}

#[tokio::test]
async fn a_kind_that_no_form_has_is_refused() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for kind in ["text/plain", "multipart/form-data; boundary=x", "application/xml", "", "x"] {
            refused(&told, &mut sam, kind, "called=Ro", 415).await;
        }
        let kind = "Application/X-WWW-Form-URLencoded; charset=UTF-8";
        let done = sam.send(Method::POST, &lives(&told), kind, "called=Ro").await;
        assert_eq!(done.status, 303, "{}: as browsers write it", told.name);
    }
}

#[tokio::test]
async fn control_characters_never_arrive() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let called = "R\u{0}o\u{7}b\u{1b}[31mi\u{85}n";
        let made = sam.done(&lives(&told), &[("called", called)]).await.unwrap();
        let page = sam.get(&format!("/lives/{}/alongside/new", made.id())).await;
        assert!(page.body.contains("Rob[31min"), "{}: {}", told.name, page.body);
    }
}

#[tokio::test]
async fn too_much_is_refused_however_it_comes() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let long = format!("called={}", "x".repeat(TOO_MUCH));
        let problem = refused(&told, &mut sam, FORM, &long, 413).await;
        assert!(problem.body.contains("64"), "{}: it says how much", told.name);
        // Announced as little, and sent as much.
        let path = lives(&told);
        let request = by(&sam, Method::POST, &path).header(header::CONTENT_TYPE, FORM);
        let request = request.header(header::CONTENT_LENGTH, 10).body(Body::from(long)).unwrap();
        assert_eq!(sam.send_raw(request).await.status, 413, "{}", told.name);
        // Not announced at all, and coming for ever.
        let (sender, body) = arriving();
        let request = by(&sam, Method::POST, &path).header(header::CONTENT_TYPE, FORM);
        let request = request.body(body).unwrap();
        let piece: &'static str = Box::leak("x".repeat(8 * 1024).into_boxed_str());
        (0..9).for_each(|_| sender.send(piece));
        assert_eq!(sam.send_raw(request).await.status, 413, "{}", told.name);
        drop(sender);
    }
}

/// A body that notes whether anybody reads it.
#[derive(Debug)]
struct Unread(Arc<AtomicBool>);

impl hyper::body::Body for Unread {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.store(true, Ordering::Relaxed);
        Poll::Ready(None)
    }
}

#[tokio::test]
async fn a_gigabyte_that_is_announced_is_refused_unread() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let mut guest = told.visitor();
        for (path, status) in [(lives(&told), 413), ("/sign-in".to_owned(), 413)] {
            for announced in ["1073741824", "65537"] {
                let read = Arc::new(AtomicBool::new(false));
                let request = by(&sam, Method::POST, &path).header(header::CONTENT_TYPE, FORM);
                let request = request.header(header::CONTENT_LENGTH, announced);
                let request = request.body(Body::new(Unread(read.clone()))).unwrap();
                let seen = sam.send_raw(request).await;
                assert_eq!(seen.status, status, "{}: {path}", told.name);
                assert!(!read.load(Ordering::Relaxed), "{}: it was read", told.name);
            }
        }
        let long = format!("called={}", "x".repeat(TOO_MUCH));
        let seen = guest.send(Method::POST, &lives(&told), FORM, &long).await;
        assert_eq!(seen.status, 401, "{}: a guest hears nothing of bodies", told.name);
    }
}
