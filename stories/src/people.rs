//! Coming and going.

mod alone;
mod bringing;
mod ending;
mod giving;
mod going;
mod own;
mod taking_up;
mod waiting;

use crate::each;

#[tokio::test]
async fn a_worker_signs_in_and_out() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let me = sam.get("/api/v1/me").await;
        assert_eq!(
            (me.status, me.body.contains("\"kind\":\"worker\"")),
            (200, true),
            "{}",
            told.name
        );
        let out = sam.post("/sign-out", &[]).await;
        assert_eq!((out.status, out.to.as_deref()), (303, Some("/")), "{}", told.name);
        assert_eq!(sam.get("/me").await.status, 401, "{}", told.name);
    }
}

#[tokio::test]
async fn exit_ends_the_sitting_and_leaves_nothing() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let kept = jo.clone();
        let out = jo.post("/exit", &[]).await;
        assert!(out.to.unwrap().starts_with("https://www.bbc.co.uk/"), "{}", told.name);
        assert!(out.headers["clear-site-data"].to_str().unwrap().contains("storage"));
        assert_eq!(
            kept.clone().get("/me").await.status,
            401,
            "{}: the old cookie is dead",
            told.name
        );
    }
}

#[tokio::test]
async fn guessing_a_password_has_to_wait() {
    for told in each().await {
        let mut guest = told.visitor();
        for _ in 0..5 {
            let seen = guest.post("/sign-in", &[("name", "sam"), ("password", "wrong one")]).await;
            assert_eq!(seen.status, 422, "{}", told.name);
            assert!(!seen.body.contains("wrong one"), "a password never goes back to a page");
        }
        let right = [("name", "sam"), ("password", seed::PASSWORD)];
        let seen = guest.post("/sign-in", &right).await;
        assert_eq!(seen.status, 429, "{}", told.name);
        told.pass_seconds(60);
        assert_eq!(guest.post("/sign-in", &right).await.status, 303, "{}", told.name);
    }
}

#[tokio::test]
async fn a_sitting_ends_when_nobody_is_there() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for _ in 0..4 {
            told.pass_seconds(20 * 60);
            assert_eq!(sam.get("/me").await.status, 200, "{}: signs of life count", told.name);
        }
        told.pass_seconds(31 * 60);
        assert_eq!(sam.get("/me").await.status, 401, "{}", told.name);
    }
}

#[tokio::test]
async fn a_one_time_code_works_once() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/setup/bodies/{}/people", told.id("team riverside"));
        let made = ines.done(&path, &[("called", "Una"), ("ties", "member")]).await.unwrap();
        let page = ines.get(&made.to.unwrap()).await;
        let code = page.between("id=\"code\"", "</p>").unwrap();
        let code = code.rsplit('>').next().unwrap().to_owned();
        let join = [("code", code.as_str()), ("name", "una"), ("password", "a long enough one")];
        assert_eq!(told.visitor().post("/join", &join).await.status, 303, "{}", told.name);
        let again = [("code", code.as_str()), ("name", "eve"), ("password", "a long enough one")];
        assert_eq!(told.visitor().post("/join", &again).await.status, 422, "{}", told.name);
    }
}

#[tokio::test]
async fn the_phone_beside_the_person_reaches_their_page_alone() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let jo = told.id("life jo").to_owned();
        sam.done(&format!("/lives/{jo}/beside"), &[]).await.unwrap();
        for path in ["/me".to_owned(), format!("/lives/{}/beside/ask", told.id("life kit"))] {
            assert_eq!(sam.get(&path).await.status, 404, "{}: {path}", told.name);
        }
        let wrong = sam.post("/beside/end", &[("password", "not the one")]).await;
        assert_eq!(wrong.status, 422, "{}", told.name);
        sam.done("/beside/end", &[("password", seed::PASSWORD)]).await.unwrap();
        assert_eq!(sam.get("/me").await.status, 200, "{}", told.name);
    }
}

#[tokio::test]
async fn setup_happens_once_and_needs_the_code() {
    for told in each().await {
        assert_eq!(told.visitor().get("/setup").await.status, 401, "{}", told.name);
        let again = told.visitor().post("/setup", &[("code", crate::world::SET_UP_CODE)]).await;
        assert_eq!(again.status, 401, "{}", told.name);
    }
}
