//! A request that is sent again is done once and answered the same.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Method, header},
};
use seed::{Client, Seen};
use tokio::sync::Barrier;

use super::{by, lives, once_of, send_keyed};
use crate::{Told, each};

const WEEK: i64 = 7 * 24 * 3600;

/// Sends JSON with an idempotency key.
async fn keyed(client: &mut Client, path: &str, key: &str, body: &str) -> Seen {
    let request = by(client, Method::POST, &format!("/api/v1{path}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", key)
        .body(Body::from(body.to_owned()));
    client.send_raw(request.unwrap()).await
}

async fn count(told: &Told) -> usize {
    told.store.count("life").await
}

#[tokio::test]
async fn the_same_request_is_done_once_and_answered_the_same() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        let before = count(&told).await;
        let first = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        let again = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        assert_eq!((first.status, &first.to), (303, &again.to), "{}", told.name);
        let first = keyed(&mut sam, &path, "k2", "{\"called\":\"Mia\"}").await;
        let again = keyed(&mut sam, &path, "k2", "{\"called\":\"Mia\"}").await;
        assert_eq!(first.status, 201, "{}: {}", told.name, first.body);
        assert_eq!((again.status, &again.body), (201, &first.body), "{}", told.name);
        assert_eq!(again.headers["location"], first.headers["location"], "{}", told.name);
        assert_eq!(count(&told).await, before + 2, "{}", told.name);
        let done = "journal where action = 'life.begin' and did = 'changed'";
        assert_eq!(told.store.count(done).await, before + 2, "{}: one line each", told.name);
    }
}

#[tokio::test]
async fn a_key_used_for_something_else_is_refused() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        let before = count(&told).await;
        let other = send_keyed(&mut sam, &path, "k1", "called=Mia").await;
        assert_eq!(other.status, 422, "{}: {}", told.name, other.body);
        let elsewhere = format!("/lives/{}/invitations", told.id("life jo"));
        let other = send_keyed(&mut sam, &elsewhere, "k1", "who=person").await;
        assert_eq!(other.status, 422, "{}: of another form", told.name);
        for key in [String::new(), "k".repeat(256)] {
            let seen = keyed(&mut sam, &path, &key, "{\"called\":\"Mia\"}").await;
            assert_eq!(seen.status, 400, "{}: it cannot be kept", told.name);
        }
        assert_eq!(count(&told).await, before, "{}", told.name);
    }
}

#[tokio::test]
async fn other_words_under_a_used_key_come_back_and_can_be_sent() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        let before = count(&told).await;
        let other = send_keyed(&mut sam, &path, "k1", "called=Mia").await;
        assert_eq!(other.status, 422, "{}: {}", told.name, other.body);
        assert!(other.body.contains("Mia</textarea>"), "{}: {}", told.name, other.body);
        assert!(other.body.contains("Save these words, too"), "{}: {}", told.name, other.body);
        let fresh = once_of(&other);
        for _ in 0..2 {
            let saved = send_keyed(&mut sam, &path, &fresh, "called=Mia").await;
            assert_eq!(saved.status, 303, "{}: {}", told.name, saved.body);
        }
        assert_eq!(count(&told).await, before + 1, "{}: once", told.name);
    }
}

#[tokio::test]
async fn a_key_belongs_to_an_account() {
    for told in each().await {
        let before = count(&told).await;
        for who in ["sam", "bea"] {
            let mut client = told.signed_in(who).await;
            let done = send_keyed(&mut client, &lives(&told), "k1", "called=Ro").await;
            assert_eq!(done.status, 303, "{}: {who}", told.name);
        }
        assert_eq!(count(&told).await, before + 2, "{}", told.name);
    }
}

#[tokio::test]
async fn a_refused_request_uses_no_key_up() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        let before = count(&told).await;
        assert_eq!(send_keyed(&mut sam, &path, "k1", "called=+").await.status, 422);
        let done = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        assert_eq!(done.status, 303, "{}: {}", told.name, done.body);
        assert_eq!(count(&told).await, before + 1, "{}", told.name);
    }
}

#[tokio::test]
async fn what_ended_ones_own_standing_is_answered_the_same_again() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/alongside/end", told.id("life jo"));
        let first = send_keyed(&mut sam, &path, "k1", "").await;
        let again = send_keyed(&mut sam, &path, "k1", "").await;
        assert_eq!((first.status, again.status), (303, 303), "{}: {}", told.name, again.body);
        assert_eq!(send_keyed(&mut sam, &path, "k2", "").await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn an_answer_is_forgotten_after_seven_days() {
    for told in each().await {
        let path = lives(&told);
        let mut sam = told.signed_in("sam").await;
        let first = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        told.pass_seconds(WEEK - 60);
        told.state().forget_old_answers().await.unwrap();
        let mut sam = told.signed_in("sam").await;
        let again = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        assert_eq!(again.to, first.to, "{}: still known", told.name);
        told.pass_seconds(120);
        told.state().forget_old_answers().await.unwrap();
        assert_eq!(told.store.count("once where key <> ''").await, 0, "{}", told.name);
        let anew = send_keyed(&mut sam, &path, "k1", "called=Ro").await;
        assert!(anew.status == 303 && anew.to != first.to, "{}: done anew", told.name);
    }
}

#[tokio::test]
async fn what_is_remembered_says_nothing() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        send_keyed(&mut sam, &lives(&told), "my-own-key", "called=Quincy").await;
        for row in told.store.rows("select account, key, body, location, made from once").await {
            let row = row.join(" ");
            assert!(!row.contains("Quincy") && !row.contains("my-own-key"), "{row}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_ten_at_once_with_one_key_one_is_done() {
    for told in each().await {
        let (sam, path) = (told.signed_in("sam").await, lives(&told));
        let before = count(&told).await;
        let start = Arc::new(Barrier::new(10));
        let all: Vec<_> = (0..10)
            .map(|_| {
                let (mut sam, path, start) = (sam.clone(), path.clone(), start.clone());
                tokio::spawn(async move {
                    start.wait().await;
                    send_keyed(&mut sam, &path, "k1", "called=Ro").await
                })
            })
            .collect();
        let mut answers = Vec::new();
        for one in all {
            let seen = one.await.unwrap();
            assert_eq!(seen.status, 303, "{}: {}", told.name, seen.body);
            answers.push(seen.to);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{}: {answers:?}", told.name);
        assert_eq!(count(&told).await, before + 1, "{}", told.name);
    }
}
