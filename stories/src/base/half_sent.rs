//! A slow sender delays nobody, and a pool of one connection is enough for everything.

use std::time::Duration;

use axum::http::{Method, header};
use platform::db::Limits;
use seed::Size;
use tokio::time::timeout;

use super::{FORM, arriving, by, lives, once_of};
use crate::{Told, each_with};

/// Longer than anything here takes: only against hanging for ever.
const GUARD: Duration = Duration::from_mins(1);

/// Whoever waits for a connection that is never given back is told so soon.
fn one_connection() -> Limits {
    Limits { connections: 1, patience: Duration::from_secs(5) }
}

#[tokio::test]
async fn a_half_sent_body_delays_nobody() {
    for told in each_with(Size::People, one_connection()).await {
        let (mut sam, mut bea) = (told.signed_in("sam").await, told.signed_in("bea").await);
        let (sender, body) = arriving();
        let request = by(&sam, Method::POST, &lives(&told)).header(header::CONTENT_TYPE, FORM);
        let request = request.body(body).unwrap();
        let half_sent = tokio::spawn(async move { sam.send_raw(request).await });
        sender.send("called=Slo");
        timeout(GUARD, sender.all_read()).await.expect("the first half is read");

        let saved = timeout(GUARD, bea.post(&lives(&told), &[("called", "Quick")])).await.unwrap();
        assert_eq!(saved.status, 303, "{}: {}", told.name, saved.body);
        assert!(!half_sent.is_finished(), "{}: the other half is still to come", told.name);

        sender.send("w");
        drop(sender);
        let saved = timeout(GUARD, half_sent).await.unwrap().unwrap();
        assert_eq!(saved.status, 303, "{}: {}", told.name, saved.body);
    }
}

#[tokio::test]
async fn one_connection_is_enough_for_looking_saving_keeping_and_failing() {
    for told in each_with(Size::People, one_connection()).await {
        let all = async {
            keep_and_save(&told).await;
            look_and_prove(&told).await;
        };
        timeout(GUARD, all).await.expect("nobody waits for themselves");
    }
}

async fn keep_and_save(told: &Told) {
    let (mut sam, path) = (told.signed_in("sam").await, lives(told));
    let draft = sam.post(&format!("{path}/draft"), &[("called", "Ro")]).await;
    let form = sam.get(&format!("{path}/new")).await;
    assert!(form.body.contains("value=\"Ro\""), "{}: {}", told.name, form.body);
    let wrong = sam.post(&path, &[("called", " ")]).await;
    let (key, called) = (once_of(&form), ("called", "Robin"));
    let done = sam.post(&path, &[("_once", &key), called]).await;
    let again = sam.post(&path, &[("_once", &key), called]).await;
    let statuses = [draft.status, form.status, wrong.status, done.status, again.status];
    assert_eq!(statuses, [204, 200, 422, 303, 303], "{}", told.name);
    assert_eq!(again.to, done.to, "{}", told.name);
}

async fn look_and_prove(told: &Told) {
    let mut sam = told.signed_in("sam").await;
    let invite = format!("/lives/{}/invitations", told.id("life jo"));
    let made = sam.post(&invite, &[("who", "person")]).await;
    let shown = sam.get(&made.to.unwrap()).await.status;
    let absent = sam.get("/lives/0/nothing").await.status;
    assert_eq!([shown, absent], [200, 404], "{}", told.name);
    told.state().seal_journal().await.unwrap();
    let whole = told.state().verify(None).await.unwrap().is_ok();
    assert!(whole && told.state().is_ready().await, "{}", told.name);
}

#[tokio::test]
async fn a_body_that_stays_away_is_not_waited_for() {
    for told in each_with(Size::People, Limits::default()).await {
        let mut sam = told.signed_in("sam").await;
        let before = told.store.count("life").await;
        let (sender, body) = arriving();
        let request = by(&sam, Method::POST, &lives(&told)).header(header::CONTENT_TYPE, FORM);
        let request = request.body(body).unwrap();
        let half_sent = tokio::spawn(async move { sam.send_raw(request).await });
        sender.send("called=Ro");
        timeout(GUARD, sender.all_read()).await.expect("the first half is read");

        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(31)).await;
        tokio::time::resume();
        let seen = timeout(GUARD, half_sent).await.unwrap().unwrap();
        assert_eq!(seen.status, 408, "{}: {}", told.name, seen.body);
        assert_eq!(told.store.count("life").await, before, "{}", told.name);
        drop(sender);
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_changes_nothing() {
    for told in each_with(Size::People, Limits::default()).await {
        let mut sam = told.signed_in("sam").await;
        let before = told.store.count("life").await;
        let (sender, body) = arriving();
        let request = by(&sam, Method::POST, &lives(&told)).header(header::CONTENT_TYPE, FORM);
        let request = request.body(body).unwrap();
        sender.send("called=Ro");
        sender.break_off();
        let seen = timeout(GUARD, sam.send_raw(request)).await.unwrap();
        assert_eq!(seen.status, 400, "{}", told.name);
        assert_eq!(told.store.count("life").await, before, "{}", told.name);
    }
}
