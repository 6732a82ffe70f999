//! Workers pass a second step.

use platform::session::password;
use seed::{Client, Seen};

use crate::{Told, each};

const SIGN_IN: [(&str, &str); 2] = [("name", "sam"), ("password", seed::PASSWORD)];

/// The same house, now asking workers for a second step.
async fn strict(told: &Told) -> Client {
    let house = told.opened_again(|opening| opening.second_step = true).await;
    Client::visitor(house.router)
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

/// What an authenticator that was given this key shows now.
fn code(told: &Told, key: &[u8]) -> String {
    let now = kernel::Clock::now(&*told.clock);
    password::totp_code(key, now).unwrap()
}

/// Sam sets the second step up on the way in. Answers the key and the recovery codes.
async fn set_up(told: &Told, sam: &mut Client) -> (Vec<u8>, Vec<String>) {
    let led = sam.post("/sign-in", &SIGN_IN).await;
    assert_eq!(led.to.as_deref(), Some("/sign-in/second-step"), "{}", told.name);
    let page = sam.get("/sign-in/second-step").await;
    let key = page.between("name=\"key\" value=\"", "\"").unwrap();
    let codes = page.body.split("<li><code class=\"trib-code\">").skip(1);
    let codes = codes.map(|it| it.split('<').next().unwrap().to_owned()).collect();
    let wrong = [("key", key.as_str()), ("code", "000000")];
    let seen = sam.post("/sign-in/second-step", &wrong).await;
    assert_eq!(seen.status, 422, "{}", told.name);
    assert!(seen.body.contains(&key), "{}: the same key is offered again", told.name);
    let code = code(told, &unhex(&key));
    let proof = [("key", key.as_str()), ("code", code.as_str())];
    sam.done("/sign-in/second-step", &proof).await.unwrap();
    (unhex(&key), codes)
}

/// Sam gives the right password, and then this.
async fn then(sam: &mut Client, code: &str) -> Seen {
    let led = sam.post("/sign-in", &SIGN_IN).await;
    assert_eq!(led.to.as_deref(), Some("/sign-in/code?next=/"), "{}", led.body);
    sam.post("/sign-in/code", &[("code", code), ("next", "/me")]).await
}

#[tokio::test]
async fn a_worker_without_a_second_step_is_led_to_set_it_up_and_reaches_nothing_before() {
    for told in each().await {
        let mut sam = strict(&told).await;
        sam.post("/sign-in", &SIGN_IN).await;
        let jo = told.id("life jo");
        for path in ["/me".to_owned(), "/api/v1/me".into(), format!("/lives/{jo}/alongside/new")] {
            assert_eq!(sam.get(&path).await.status, 401, "{}: {path}", told.name);
        }
        assert_eq!(sam.post(&super::lives(&told), &[("called", "Ro")]).await.status, 401);
        let halfway = sam.cookie().unwrap().to_owned();
        set_up(&told, &mut sam).await;
        assert_eq!(sam.get("/me").await.status, 200, "{}", told.name);
        assert_ne!(sam.cookie().unwrap(), halfway, "{}: the cookie is a fresh one", told.name);
    }
}

#[tokio::test]
async fn a_person_served_needs_none() {
    for told in each().await {
        let mut jo = strict(&told).await;
        let form = [("name", "jo"), ("password", seed::PASSWORD)];
        assert_eq!(jo.post("/sign-in", &form).await.to.as_deref(), Some("/"), "{}", told.name);
        assert_eq!(jo.get("/me").await.status, 200, "{}", told.name);
    }
}

#[tokio::test]
async fn a_code_works_once() {
    for told in each().await {
        let mut sam = strict(&told).await;
        let (key, _) = set_up(&told, &mut sam).await;
        let seen = then(&mut sam, &code(&told, &key)).await;
        assert_eq!(seen.status, 422, "{}: it proved the key already", told.name);
        told.pass_seconds(60);
        let fresh = code(&told, &key);
        let done = then(&mut sam, &fresh).await;
        assert_eq!((done.status, done.to.as_deref()), (303, Some("/me")), "{}", told.name);
        assert_eq!(sam.get("/me").await.status, 200, "{}", told.name);
        assert_eq!(then(&mut sam, &fresh).await.status, 422, "{}: twice", told.name);
        told.pass_seconds(30);
        assert_eq!(then(&mut sam, &fresh).await.status, 422, "{}: a step later", told.name);
        told.pass_seconds(3600);
        let old = then(&mut sam, &fresh).await;
        assert_eq!(old.status, 422, "{}: an hour later", told.name);
    }
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    for told in each().await {
        let mut sam = strict(&told).await;
        let (_, codes) = set_up(&told, &mut sam).await;
        assert_eq!(codes.len(), 10, "{}: {codes:?}", told.name);
        let shouted = format!(" {} ", codes[0].to_uppercase());
        assert_eq!(then(&mut sam, &shouted).await.status, 303, "{}", told.name);
        assert_eq!(then(&mut sam, &codes[0]).await.status, 422, "{}: twice", told.name);
        assert_eq!(then(&mut sam, &codes[1]).await.status, 303, "{}: another", told.name);
        for row in told.store.rows("select code from recovery_code").await {
            assert!(!codes.contains(&row[0]), "{}: only hashes are kept", told.name);
        }
    }
}

#[tokio::test]
async fn guessing_codes_has_to_wait() {
    for told in each().await {
        let mut sam = strict(&told).await;
        set_up(&told, &mut sam).await;
        sam.post("/sign-in", &SIGN_IN).await;
        for _ in 0..5 {
            let seen = sam.post("/sign-in/code", &[("code", "000000")]).await;
            assert_eq!(seen.status, 422, "{}", told.name);
        }
        let seen = sam.post("/sign-in/code", &[("code", "000000")]).await;
        assert_eq!(seen.status, 429, "{}", told.name);
        assert!(seen.headers.contains_key("retry-after"), "{}", told.name);
    }
}

#[tokio::test]
async fn nobody_replaces_a_second_step_with_the_password_alone() {
    for told in each().await {
        let mut sam = strict(&told).await;
        set_up(&told, &mut sam).await;
        let mut thief = strict(&told).await;
        thief.post("/sign-in", &SIGN_IN).await;
        let own = "11".repeat(20);
        let code = code(&told, &unhex(&own));
        let proof = [("key", own.as_str()), ("code", code.as_str())];
        let seen = thief.post("/sign-in/second-step", &proof).await;
        assert_eq!(seen.status, 401, "{}: {}", told.name, seen.body);
    }
}

#[tokio::test]
async fn codes_cannot_be_guessed_from_a_copy_of_the_data() {
    for told in each().await {
        let mut sam = strict(&told).await;
        let (_, codes) = set_up(&told, &mut sam).await;
        let path = format!("/lives/{}/invitations", told.id("life jo"));
        let made = sam.done(&path, &[("who", "person")]).await.unwrap();
        let code = sam.get(&made.to.unwrap()).await.between("id=\"code\"", "</p>").unwrap();
        let code = code.rsplit('>').next().unwrap().to_owned();
        let guesses = codes
            .iter()
            .chain([&code])
            .flat_map(|it| ["", "recovery ", "invitation "].map(|before| format!("{before}{it}")));
        let guesses: Vec<String> = guesses.map(|it| platform::secret::hash(&it)).collect();
        let rows = told.store.rows("select code from recovery_code").await;
        let rows = [rows, told.store.rows("select code from invitation").await].concat();
        assert!(rows.len() > 10, "{}", told.name);
        for row in rows {
            assert!(!guesses.contains(&row[0]), "{}: a hash without a key", told.name);
        }
        assert!(codes.iter().all(|it| it.len() == 16), "{}: {codes:?}", told.name);
    }
}

#[tokio::test]
async fn an_open_sitting_replaces_the_second_step_with_the_password_only() {
    for told in each().await {
        let mut sam = strict(&told).await;
        let (old, _) = set_up(&told, &mut sam).await;
        let page = sam.get("/sign-in/second-step").await;
        assert!(page.body.contains("name=\"password\""), "{}", told.name);
        let own = "11".repeat(20);
        let digits = code(&told, &unhex(&own));
        let proof =
            |password| [("key", own.as_str()), ("code", digits.as_str()), ("password", password)];
        for wrong in ["", "not the one", "x", "y", "z"] {
            let seen = sam.post("/sign-in/second-step", &proof(wrong)).await;
            assert_eq!(seen.status, 422, "{}: {wrong}", told.name);
            assert!(seen.body.contains("This password is not right"), "{}", told.name);
        }
        let seen = sam.post("/sign-in/second-step", &proof(seed::PASSWORD)).await;
        assert_eq!(seen.status, 429, "{}: guessing has to wait", told.name);
        told.pass_seconds(60);
        let mut again = strict(&told).await;
        assert_eq!(then(&mut again, &code(&told, &old)).await.status, 303, "{}", told.name);
        let digits = code(&told, &unhex(&own));
        let proof = [("key", own.as_str()), ("code", &digits), ("password", seed::PASSWORD)];
        sam.done("/sign-in/second-step", &proof).await.unwrap();
        told.pass_seconds(60);
        assert_eq!(then(&mut again, &code(&told, &old)).await.status, 422, "{}", told.name);
        assert_eq!(then(&mut again, &code(&told, &unhex(&own))).await.status, 303);
    }
}
