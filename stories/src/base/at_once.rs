//! Two at once, or a crowd: nobody undoes another's work, and nobody gets in between.

use std::sync::Arc;

use seed::{Client, Seen};
use tokio::sync::Barrier;

use super::{lives, once_of, send_keyed};
use crate::{Told, each};

/// Somebody about to send a form to a path.
type Ready = (Client, String, Vec<(&'static str, String)>);

/// Each client sends its form at the same moment.
async fn together(crowd: Vec<Ready>) -> Vec<Seen> {
    let start = Arc::new(Barrier::new(crowd.len()));
    let send = |(mut client, path, form): Ready| {
        let start = start.clone();
        tokio::spawn(async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, it)| (*name, &**it)).collect();
            start.wait().await;
            client.post(&path, &form).await
        })
    };
    let all: Vec<_> = crowd.into_iter().map(send).collect();
    let mut seen = Vec::new();
    for one in all {
        seen.push(one.await.unwrap());
    }
    seen
}

fn statuses(seen: &[Seen], status: u16) -> usize {
    seen.iter().filter(|it| it.status == status).count()
}

fn guess(told: &Told, password: &str) -> Ready {
    let form = vec![("name", "sam".to_owned()), ("password", password.to_owned())];
    (told.visitor(), "/sign-in".to_owned(), form)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_of_guesses_gets_no_more_answers_than_one_guesser() {
    for told in each().await {
        let crowd = (0..12).map(|at| guess(&told, &format!("guess {at}"))).collect();
        let seen = together(crowd).await;
        let answered = statuses(&seen, 422);
        assert!(answered <= 5, "{}: {answered} guesses were answered", told.name);
        assert_eq!(answered + statuses(&seen, 429), 12, "{}", told.name);
        let right = together(vec![guess(&told, seed::PASSWORD)]).await;
        assert_eq!(right[0].status, 429, "{}: even the right one waits", told.name);
        let tries = "select cast(tries as text) from sign_in_try where tries > 0";
        for row in told.store.rows(tries).await {
            assert_eq!(row, ["5"], "{}: none was lost", told.name);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_one_time_code_pressed_by_a_crowd_works_once() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let people = format!("/setup/bodies/{}/people", told.id("team riverside"));
        let made = ines.done(&people, &[("called", "Una"), ("ties", "member")]).await.unwrap();
        let page = ines.get(&made.to.unwrap()).await;
        let code = page.between("id=\"code\"", "</p>").unwrap();
        let code = code.rsplit('>').next().unwrap().to_owned();
        let join = |at: usize| {
            let password = ("password", "a long enough one".to_owned());
            let form = vec![("code", code.clone()), ("name", format!("una{at}")), password];
            (told.visitor(), "/join".to_owned(), form)
        };
        let seen = together((0..4).map(join).collect()).await;
        assert_eq!(statuses(&seen, 303), 1, "{}: one is let in", told.name);
        assert_eq!(statuses(&seen, 422), 3, "{}", told.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_begin_at_once_are_both_kept() {
    for told in each().await {
        let before = told.store.count("life").await;
        let mut crowd = Vec::new();
        for who in ["sam", "bea", "ines", "sam", "bea", "ines"] {
            let form = vec![("called", "Ro".to_owned())];
            crowd.push((told.signed_in(who).await, lives(&told), form));
        }
        let seen = together(crowd).await;
        assert_eq!(statuses(&seen, 303), 6, "{}", told.name);
        assert_eq!(told.store.count("life").await, before + 6, "{}", told.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_drafts_of_one_form_leave_one_whole_draft() {
    for told in each().await {
        let (sam, path) = (told.signed_in("sam").await, format!("{}/draft", lives(&told)));
        let typed = |at: usize| {
            (sam.clone(), path.clone(), vec![("called", format!("Ro{}", "o".repeat(at)))])
        };
        let seen = together((0..8).map(typed).collect()).await;
        assert_eq!(statuses(&seen, 204), 8, "{}", told.name);
        assert_eq!(told.store.count("draft").await, 1, "{}", told.name);
        let form = told.get("sam", &format!("{}/new", lives(&told))).await;
        assert!(form.body.contains("value=\"Ro"), "{}: it opens", told.name);
    }
}

/// What was typed last leaves the browser before the form does, and arrives after it.
#[tokio::test]
async fn a_draft_that_arrives_after_its_form_was_saved_is_not_kept() {
    for told in each().await {
        let (mut sam, path) = (told.signed_in("sam").await, lives(&told));
        let key = once_of(&sam.get(&format!("{path}/new")).await);
        assert_eq!(send_keyed(&mut sam, &path, &key, "called=Robin").await.status, 303);
        let late = send_keyed(&mut sam, &format!("{path}/draft"), &key, "called=Robi").await;
        assert_eq!(late.status, 204, "{}: {}", told.name, late.body);
        assert_eq!(told.store.count("draft").await, 0, "{}", told.name);
        let next = once_of(&sam.get(&format!("{path}/new")).await);
        let fresh = send_keyed(&mut sam, &format!("{path}/draft"), &next, "called=Mi").await;
        assert_eq!(fresh.status, 204, "{}", told.name);
        assert_eq!(told.store.count("draft").await, 1, "{}: another form's is", told.name);
    }
}
