//! What a browser is told, and what it cannot be tricked into.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use seed::{Client, Seen};

use super::{FORM, lives};
use crate::{Told, each};

/// A save that some page elsewhere starts in Sam's browser.
async fn from_elsewhere(told: &Told, sam: &Client, headers: &[(&str, &str)]) -> Seen {
    let mut request = Request::builder().method(Method::POST).uri(lives(told));
    request = request.header(header::COOKIE, sam.cookie().unwrap());
    request = request.header(header::CONTENT_TYPE, FORM).header(header::HOST, "tributary.test");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    sam.clone().send_raw(request.body(Body::from("called=Ro")).unwrap()).await
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_in_words() {
    for told in each().await {
        let sam = told.signed_in("sam").await;
        let before = told.store.count("life").await;
        for tricked in [
            [("sec-fetch-site", "cross-site")].as_slice(),
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://tributary.test")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://tributary.test.evil.example")],
            &[("origin", "null")],
            &[],
        ] {
            let seen = from_elsewhere(&told, &sam, tricked).await;
            assert_eq!(seen.status, 403, "{}: {tricked:?}", told.name);
            let said = seen.body.contains("This did not come from our own page");
            assert!(said, "{}: {}", told.name, seen.body);
            assert!(!seen.body.contains("Ro<"), "{}: nothing is echoed", told.name);
        }
        assert_eq!(told.store.count("life").await, before, "{}", told.name);
        for own in [("sec-fetch-site", "same-origin"), ("origin", "http://tributary.test")] {
            let seen = from_elsewhere(&told, &sam, &[own]).await;
            assert_eq!(seen.status, 303, "{}: {own:?}", told.name);
        }
    }
}

#[tokio::test]
async fn personal_pages_leave_nothing_behind_and_run_nothing_foreign() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let page = format!("/lives/{}/alongside/new", told.id("life jo"));
        let api = "/api/v1/me".to_owned();
        for path in [page, api, "/me".into(), "/nowhere".into(), "/sign-in".into()] {
            let seen = sam.get(&path).await;
            let header = |name: &str| seen.headers[name].to_str().unwrap().to_owned();
            assert_eq!(header("cache-control"), "no-store", "{}: {path}", told.name);
            assert_eq!(header("referrer-policy"), "no-referrer", "{}: {path}", told.name);
            assert_eq!(header("x-content-type-options"), "nosniff", "{}: {path}", told.name);
            let policy = header("content-security-policy");
            for part in ["default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"] {
                assert!(policy.contains(part), "{}: {path}: {policy}", told.name);
            }
            assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
            for bad in ["<style", " style=", "<script>", "javascript:", " onclick", "http://"] {
                assert!(!seen.body.contains(bad), "{}: {path}: {bad}", told.name);
            }
        }
    }
}

async fn asset(client: &mut Client, path: &str, headers: &[(&str, &str)]) -> Seen {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    client.send_raw(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_sent_small() {
    for told in each().await {
        let mut guest = told.visitor();
        let page = guest.get("/sign-in").await;
        let paths: Vec<&str> = page.body.split("\"/assets/").skip(1).collect();
        let paths = paths.iter().map(|it| format!("/assets/{}", it.split('"').next().unwrap()));
        let paths: Vec<String> = paths.collect();
        assert!(paths.len() >= 3, "{}: {paths:?}", told.name);
        for path in &paths {
            let plain = asset(&mut guest, path, &[]).await;
            assert_eq!(plain.status, 200, "{}: {path}", told.name);
            let cache = plain.headers["cache-control"].to_str().unwrap();
            assert!(cache.contains("immutable") && cache.contains("max-age=31536000"), "{cache}");
            assert!(!plain.headers.contains_key("set-cookie"), "{path}");
            for wanted in ["br", "gzip"] {
                let small = asset(&mut guest, path, &[("accept-encoding", wanted)]).await;
                let encoding = small.headers.get("content-encoding").map(|it| it.to_str().unwrap());
                assert_eq!(encoding, Some(wanted), "{}: {path}", told.name);
                assert_eq!(small.headers["vary"], "accept-encoding", "{path}");
                let etag = small.headers["etag"].to_str().unwrap();
                let known = [("accept-encoding", wanted), ("if-none-match", etag)];
                let known = asset(&mut guest, path, &known).await;
                assert_eq!((known.status, known.body.len()), (304, 0), "{path}");
            }
        }
        for absent in ["/assets/manifest.json", "/assets/..%2f..%2fCargo.toml", "/assets/x.css"] {
            assert_eq!(guest.get(absent).await.status, 401, "{}: {absent}", told.name);
        }
    }
}

#[tokio::test]
async fn cookies_are_out_of_reach_and_bound_to_the_host_over_tls() {
    for told in each().await {
        let form = [("name", "sam"), ("password", seed::PASSWORD)];
        let cookie = |seen: &Seen| seen.headers["set-cookie"].to_str().unwrap().to_owned();
        let plain = cookie(&told.visitor().post("/sign-in", &form).await);
        assert!(plain.starts_with("tributary="), "{}: {plain}", told.name);
        let house = told.opened_again(|it| it.public_url = "https://learn.example".into()).await;
        let mut sam = Client::visitor(house.router);
        let seen = sam.post("/sign-in", &form).await;
        let locked = cookie(&seen);
        assert!(locked.starts_with("__Host-tributary="), "{}: {locked}", told.name);
        assert!(locked.contains("; Secure"), "{}: {locked}", told.name);
        for cookie in [&plain, &locked] {
            for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax"] {
                assert!(cookie.contains(part), "{}: {cookie}", told.name);
            }
            assert!(!cookie.contains("Domain"), "{}: {cookie}", told.name);
        }
        let strict = seen.headers["strict-transport-security"].to_str().unwrap();
        assert_eq!(strict, "max-age=31536000", "{}: of this host alone", told.name);
        assert_eq!(sam.get("/me").await.status, 200, "{}", told.name);
        // The name of the other cookie opens nothing here.
        let (_, secret) = sam.cookie().unwrap().split_once('=').unwrap();
        let request = Request::builder().uri("/me");
        let request = request.header(header::COOKIE, format!("tributary={secret}"));
        let seen = sam.clone().send_raw(request.body(Body::empty()).unwrap()).await;
        assert_eq!(seen.status, 401, "{}", told.name);
        let out = sam.post("/sign-out", &[]).await;
        assert!(cookie(&out).contains("Max-Age=0"), "{}", told.name);
    }
}

#[tokio::test]
async fn what_was_done_is_said_on_the_page_that_follows_and_once() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let jo = format!("/lives/{}", told.id("life jo"));
        let again = ("_once", "the-same-form");
        for _ in ["pressed", "pressed twice"] {
            let saved = sam.post(&format!("{jo}/notes"), &[("text", "It rained."), again]).await;
            let page = sam.get(&saved.to.unwrap()).await;
            assert!(page.body.contains("It is saved."), "{}: {}", told.name, page.body);
        }
        assert!(!sam.get(&jo).await.body.contains("It is saved."), "{}: it was said", told.name);
        let wrong = sam.post(&format!("{jo}/notes"), &[("text", "")]).await;
        assert!(wrong.status == 422 && !wrong.headers.contains_key("set-cookie"), "{}", told.name);
        let notes = sam.get(&format!("/api/v1{jo}/notes")).await;
        let note = notes.between("\"note\":\"", "\"").unwrap();
        let brought = sam.post(&format!("/notes/{note}/bring"), &[]).await;
        assert_eq!(brought.status, 303, "{}: {}", told.name, brought.body);
        let page = sam.get(&brought.to.unwrap()).await;
        assert!(page.body.contains("That is done."), "{}: {}", told.name, page.body);
        let forged = format!("{}; tributary-done=<b>done</b>", sam.cookie().unwrap());
        let request = Request::builder().uri(&jo).header(header::COOKIE, forged);
        let page = sam.send_raw(request.body(Body::empty()).unwrap()).await;
        assert!(page.status == 200 && !page.body.contains("<b>done"), "{}", told.name);
    }
}
