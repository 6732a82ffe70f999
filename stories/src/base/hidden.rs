//! Hidden and absent are one and the same page; without a session, everything asks to sign in.

use axum::http::Method;
use platform::RouteKind;
use seed::{Client, Seen};

use super::FORM;
use crate::{
    Told,
    access::{fill, things},
    each,
};

/// What anybody reaches, signed in or not. This list is exact.
const PUBLIC: [&str; 10] = [
    "/",
    "/about",
    "/accessibility",
    "/exit",
    "/join",
    "/privacy",
    "/sign-in",
    "/sign-in/code",
    "/sign-in/second-step",
    "/sign-out",
];

/// An id that names nothing.
const NOTHING: &str = "019b7977680070008000000000000000";

/// Everything of an answer that somebody could tell apart, without the reference of a request and
/// without where they wanted to go.
fn telling(seen: &Seen, path: &str) -> String {
    let next = path.replace('/', "%2F");
    let body = seen.body.replace(&format!("next={next}"), "next=").replace(path, "");
    let before = "urn:tributary:request:";
    let body = match body.split_once(before) {
        Some((start, rest)) => format!("{start}{}", rest.split_at(12).1),
        None => body,
    };
    let mut headers: Vec<String> = seen.headers.iter().map(|it| format!("{it:?}")).collect();
    headers.retain(|it| !it.starts_with("(\"content-length\""));
    headers.sort();
    format!("{}\n{}\n{body}", seen.status, headers.join("\n"))
}

async fn ask(client: &mut Client, method: &Method, path: &str, body: &str) -> String {
    let kind = if body.starts_with('{') { "application/json" } else { FORM };
    let kind = if *method == Method::GET { "" } else { kind };
    telling(&client.send(method.clone(), path, kind, body).await, path)
}

#[tokio::test]
async fn hidden_and_absent_are_the_very_same_page() {
    for told in each().await {
        let mut mo = told.signed_in("mo").await;
        let (jo, kit) = (told.id("life jo"), told.id("life kit"));
        let absent = [NOTHING, "not-an-id", "%ff", "..", kit];
        let bodies = ["who=person", "who=%ff", "who=person&junk=1", "{\"who\":5}", "", "{"];
        for root in ["", "/api/v1"] {
            let nowhere = format!("{root}/nowhere/at/all");
            let page = ask(&mut mo, &Method::GET, &nowhere, "").await;
            assert!(page.starts_with("404"), "{}: {page}", told.name);
            for id in absent.into_iter().chain([jo]) {
                let path = format!("{root}/lives/{id}/invitations");
                for body in bodies {
                    let sent = ask(&mut mo, &Method::POST, &path, body).await;
                    assert_eq!(sent, page, "{}: POST {path} {body}", told.name);
                }
                let form = ask(&mut mo, &Method::GET, &format!("{path}/new"), "").await;
                assert_eq!(form, page, "{}: GET {path}/new", told.name);
            }
        }
    }
}

#[tokio::test]
async fn without_a_session_every_path_asks_to_sign_in_the_same_way() {
    for told in each().await {
        let mut guest = told.visitor();
        for root in ["", "/api/v1"] {
            let absent = format!("{root}/nowhere");
            let same = ask(&mut guest, &Method::GET, &absent, "").await;
            assert!(same.starts_with("401"), "{}: {same}", told.name);
            let mut asked = 0;
            for route in app::routes().table() {
                if PUBLIC.contains(&route.path.trim_end_matches("/draft")) {
                    continue;
                }
                if !root.is_empty() && matches!(route.kind, RouteKind::Form | RouteKind::Draft) {
                    continue;
                }
                let path = format!("{root}{}", path_of(&told, &route.path));
                let method = Method::from_bytes(route.method.as_bytes()).unwrap();
                let sample = route.sample.clone().unwrap_or_default();
                for body in ["junk=1", "%ff", "", "{\"junk\":1}", "{"] {
                    let answer = ask(&mut guest, &method, &path, body).await;
                    assert_eq!(answer, same, "{}: {method} {path} {body}", told.name);
                }
                // What could be saved is given back with the way to sign in: the same whether the
                // thing is there or not.
                let nothing = path.replace(told.id("life jo"), NOTHING);
                let nothing = nothing.replace(told.id("team riverside"), NOTHING);
                let there = ask(&mut guest, &method, &path, &sample).await;
                let absent = ask(&mut guest, &method, &nothing, &sample).await;
                assert_eq!(there, absent, "{}: {method} {path} {sample}", told.name);
                assert!(there.starts_with("401"), "{}: {method} {path}", told.name);
                asked += 1;
            }
            assert!(asked > 5, "{}: the table is short", told.name);
        }
    }
}

/// The path with ids of the story in it, and the id of nothing for what the story lacks.
fn path_of(told: &Told, path: &str) -> String {
    let known = ["life", "body"];
    let names = things().into_iter().filter(|(part, _)| known.contains(part)).collect();
    let filled = fill(told, path, &names);
    let parts = filled.split('/').map(|it| if it.starts_with('{') { NOTHING } else { it });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn what_is_public_says_nothing_of_anybody() {
    for told in each().await {
        let mut guest = told.visitor();
        for path in PUBLIC {
            let page = guest.get(path).await;
            let asks = path == "/sign-in/second-step";
            assert_eq!(page.status, if asks { 401 } else { 200 }, "{}: {path}", told.name);
            for person in told.world.people.values() {
                let said = page.body.contains(&format!("{}<", person.name));
                assert!(!said, "{}: {path} names {}", told.name, person.name);
            }
        }
    }
}

#[tokio::test]
async fn somebody_elses_ids_lead_nowhere() {
    for told in each().await {
        let (jo, kit) = (told.id("life jo").to_owned(), told.id("life kit").to_owned());
        let account = |who: &str| told.world.people[who].account.clone();
        let trust = format!("/lives/{kit}/supporters/end");
        let mut sam = told.signed_in("sam").await;
        // Rosa is trusted by Jo, and so cannot be taken from Kit.
        let wrong = sam.post(&trust, &[("account", &account("rosa"))]).await;
        assert_eq!(wrong.status, 409, "{}", told.name);
        let strangers = [account("jo"), account("mo"), account("alex"), jo.clone()];
        for stranger in strangers.iter().filter(|it| !it.is_empty()) {
            let walk = format!("/lives/{jo}/alongside");
            let wrong = sam.post(&walk, &[("account", stranger)]).await;
            assert_eq!(wrong.status, 422, "{}: {stranger} is no colleague", told.name);
        }
        // A person's own invitation, read by the person beside whom it was made.
        let made = sam.done(&format!("/lives/{jo}/invitations"), &[("who", "person")]).await;
        let mut jo = told.signed_in("jo").await;
        assert_eq!(jo.get(&made.unwrap().to.unwrap()).await.status, 404, "{}", told.name);
        let path = format!("/lives/{kit}/invitations/new");
        assert_eq!(jo.get(&path).await.status, 404, "{}: another's page", told.name);
    }
}
