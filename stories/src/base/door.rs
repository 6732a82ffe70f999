//! What comes to the door in another shape than expected.

use axum::http::Method;

use super::lives;
use crate::each;

#[tokio::test]
async fn an_unknown_method_finds_nothing() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = lives(&told);
        let nowhere = sam.get("/nowhere").await;
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            for path in [path.as_str(), "/sign-in", "/nowhere", "/assets/mark.svg"] {
                let seen = sam.send(method.clone(), path, "", "").await;
                let same = (seen.status, &seen.body) == (404, &nowhere.body);
                assert!(same, "{}: {method} {path} {}", told.name, seen.status);
                let seen = told.visitor().send(method.clone(), path, "", "").await;
                assert_eq!(seen.status, 401, "{}: {method} {path}", told.name);
            }
        }
        assert_eq!(sam.send(Method::POST, "/me", "", "").await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn head_is_a_look_without_the_page() {
    for told in each().await {
        let (mut sam, jo) = (told.signed_in("sam").await, told.id("life jo"));
        let path = format!("/lives/{jo}/invitations/new");
        let looks = format!("journal where did = 'looked' and record = '{jo}'");
        let before = told.store.count(&looks).await;
        let head = sam.send(Method::HEAD, &path, "", "").await;
        assert_eq!((head.status, head.body.as_str()), (200, ""), "{}", told.name);
        assert_eq!(told.store.count(&looks).await, before + 1, "{}: it is a look", told.name);
        let mut bea = told.signed_in("bea").await;
        assert_eq!(bea.send(Method::HEAD, &path, "", "").await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn a_press_needs_no_body_and_takes_no_other() {
    for told in each().await {
        let jo = told.id("life jo");
        let path = format!("/api/v1/lives/{jo}/alongside/end");
        let form = told.get("sam", &format!("/lives/{jo}/alongside/end/ask")).await;
        assert!(form.body.contains("name=\"_once\""), "{}: it has a form", told.name);
        let mut sam = told.signed_in("sam").await;
        for wrong in ["{\"why\":\"x\"}", "[]", "null", "5", "{"] {
            let seen = sam.send(Method::POST, &path, "application/json", wrong).await;
            assert_eq!(seen.status, 400, "{}: {wrong}", told.name);
        }
        let plain = format!("/lives/{jo}/alongside/end");
        assert_eq!(sam.post(&plain, &[("why", "x")]).await.status, 400, "{}", told.name);
        let done = sam.send(Method::POST, &plain, "", "").await;
        assert_eq!(done.status, 303, "{}: {}", told.name, done.body);
        // It is ended, and so Sam stands nowhere near it any more.
        assert_eq!(sam.send(Method::POST, &plain, "", "").await.status, 404, "{}", told.name);
    }
}

#[tokio::test]
async fn a_query_that_no_database_takes_is_none() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for route in app::routes().table().iter().filter(|it| it.lists) {
            if route.path.contains('{') {
                continue;
            }
            for after in ["%00", "%ff", "%0a", "'", "g", &"9".repeat(5000)] {
                let seen = sam.get(&format!("{}?after={after}", route.path)).await;
                assert!(seen.status < 500, "{}: {} {after}", told.name, route.path);
            }
        }
        let next = told.visitor().get("/sign-in?next=%00%0d%0aSet-Cookie:x").await;
        assert_eq!(next.status, 200, "{}", told.name);
        assert!(!next.body.contains('\0'), "{}", told.name);
    }
}
