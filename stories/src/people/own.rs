//! One's own password, and one's own name for signing in.

use crate::{Told, base::send_keyed, each};

const NEW: &str = "four rivers and a hill";

async fn signs_in(told: &Told, name: &str, password: &str) -> u16 {
    told.visitor().post("/sign-in", &[("name", name), ("password", password)]).await.status
}

#[tokio::test]
async fn another_password_ends_every_other_sitting() {
    for told in each().await {
        let (mut here, mut there) = (told.signed_in("jo").await, told.signed_in("jo").await);
        assert!(here.get("/me").await.body.contains("/me/password"), "{}", told.name);
        let form = [("password", seed::PASSWORD), ("new-password", NEW)];
        let done = here.done("/me/password", &form).await.unwrap();
        let page = here.get(&done.to.unwrap()).await;
        assert!(page.body.contains("Your new password holds"), "{}: {}", told.name, page.body);
        assert_eq!(there.get("/me").await.status, 401, "{}: signed out elsewhere", told.name);
        assert_eq!(signs_in(&told, "jo", seed::PASSWORD).await, 422, "{}", told.name);
        assert_eq!(signs_in(&told, "jo", NEW).await, 303, "{}", told.name);
        let account = &told.world.people["jo"].account;
        let line = format!("journal where action = 'account.password' and account = '{account}'");
        assert_eq!(told.store.count(&line).await, 1, "{}", told.name);
    }
}

#[tokio::test]
async fn an_open_sitting_alone_changes_neither() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        for (path, more) in [("/me/password", ("new-password", NEW)), ("/me/name", ("name", "eve"))]
        {
            let wrong = jo.post(path, &[("password", "not the one"), more]).await;
            assert_eq!(wrong.status, 422, "{}: {path}", told.name);
            for secret in ["not the one", NEW] {
                assert!(!wrong.body.contains(secret), "{}: {path} {secret}", told.name);
            }
        }
        for _ in 0..3 {
            jo.post("/me/name", &[("password", "not the one"), ("name", "eve")]).await;
        }
        let right = [("password", seed::PASSWORD), ("name", "eve")];
        assert_eq!(jo.post("/me/name", &right).await.status, 429, "{}: it waits", told.name);
        told.pass_seconds(60);
        jo.done("/me/name", &right).await.unwrap();
    }
}

#[tokio::test]
async fn a_password_is_long_enough_and_text_is_not_lost() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        for new in ["short".to_owned(), "x".repeat(201)] {
            let form = [("password", seed::PASSWORD), ("new-password", &*new)];
            for path in ["/me/password", "/api/v1/me/password"] {
                assert_eq!(sam.post(path, &form).await.status, 422, "{}: {path}", told.name);
            }
        }
        assert_eq!(signs_in(&told, "sam", seed::PASSWORD).await, 303, "{}", told.name);
    }
}

#[tokio::test]
async fn a_name_for_signing_in_is_ones_own() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let form = |name| [("name", name), ("password", seed::PASSWORD)];
        for (name, said) in [("Bea ", "Choose another"), ("  ", "Write something")] {
            let seen = sam.post("/me/name", &form(name)).await;
            assert_eq!(seen.status, 422, "{}: {name}", told.name);
            assert!(seen.body.contains(said), "{}: {}", told.name, seen.body);
        }
        let done = sam.post("/api/v1/me/name", &form("Samuel")).await;
        assert_eq!(done.status, 200, "{}: {}", told.name, done.body);
        assert_eq!(sam.get("/me").await.status, 200, "{}: nothing ends", told.name);
        assert_eq!(signs_in(&told, "sam", seed::PASSWORD).await, 422, "{}", told.name);
        assert_eq!(signs_in(&told, "samuel", seed::PASSWORD).await, 303, "{}", told.name);
    }
}

#[tokio::test]
async fn neither_a_program_nor_whoever_holds_the_phone_changes_them() {
    for told in each().await {
        let account = &told.world.people["sam"].account;
        let token = app::commands::token::make(told.program(), account, "test", true).await;
        let mut program = told.visitor().with_token(&token.unwrap());
        let mut phone = told.signed_in("sam").await;
        phone.done(&format!("/lives/{}/beside", told.id("life jo")), &[]).await.unwrap();
        let form = [("password", seed::PASSWORD), ("new-password", NEW), ("name", "eve")];
        for (path, form) in [("/me/password", &form[..2]), ("/me/name", &[form[0], form[2]])] {
            let seen = program.post(&format!("/api/v1{path}"), form).await;
            assert_eq!(seen.status, 404, "{}: {path}", told.name);
            assert_eq!(phone.post(path, form).await.status, 404, "{}: {path}", told.name);
            assert_eq!(told.visitor().post(path, form).await.status, 401, "{}", told.name);
        }
    }
}

#[tokio::test]
async fn nobody_goes_through_a_list_of_names_to_find_who_signs_in() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let form = |name| [("name", name), ("password", seed::PASSWORD)];
        for name in ["sam", "bea", "tom", "mo", "ines"] {
            assert_eq!(jo.post("/me/name", &form(name)).await.status, 422, "{}", told.name);
        }
        for name in ["alex", "joanna"] {
            let seen = jo.post("/me/name", &form(name)).await;
            assert_eq!(seen.status, 429, "{}: {name} tells nothing", told.name);
        }
        let line = "journal where action = 'account.sign-in-name' and did = 'changed'";
        assert_eq!(told.store.count(line).await, 0, "{}: nothing has changed", told.name);
        told.pass_seconds(60);
        jo.done("/me/name", &form("joanna")).await.unwrap();
    }
}

#[tokio::test]
async fn a_wrong_password_is_no_change_and_is_wrong_again() {
    for told in each().await {
        let (mut own, mut phone) = (told.signed_in("sam").await, told.signed_in("sam").await);
        phone.done(&format!("/lives/{}/beside", told.id("life jo")), &[]).await.unwrap();
        let wrong = "password=not+the+one";
        let before = told.store.count("journal where did = 'changed'").await;
        let answered = told.store.count("once").await;
        for _ in 0..2 {
            let form = format!("{wrong}&new-password=four+rivers+and+a+hill");
            let seen = send_keyed(&mut own, "/me/password", "k1", &form).await;
            assert_eq!(seen.status, 422, "{}: {}", told.name, seen.body);
            let seen = send_keyed(&mut phone, "/beside/end", "k2", wrong).await;
            assert_eq!(seen.status, 422, "{}: {}", told.name, seen.body);
        }
        let form = format!("{wrong}&name=eve");
        assert_eq!(send_keyed(&mut own, "/me/name", "k3", &form).await.status, 422);
        assert_eq!(told.store.count("once").await, answered, "{}: nothing was done", told.name);
        let after = told.store.count("journal where did = 'changed'").await;
        assert_eq!(after, before, "{}", told.name);
        // They are counted all the same: five in a row.
        let right = [("password", seed::PASSWORD), ("name", "samuel")];
        assert_eq!(own.post("/me/name", &right).await.status, 429, "{}", told.name);
    }
}

#[tokio::test]
async fn pages_of_ones_own_account_speak_to_whoever_reads_them() {
    for told in each().await {
        let jo = format!("/lives/{}", told.id("life jo"));
        let mut own = told.signed_in("jo").await;
        let second = own.get("/sign-in/second-step").await.body;
        assert!(!second.contains("You work with"), "{}: {second}", told.name);
        let me = own.get("/me").await.body;
        assert!(!me.contains("no part in a team"), "{}: {me}", told.name);
        let who = own.get(&format!("/api/v1{jo}/who-can-see")).await;
        let walk = who.between("\"walk\":\"", "\"").unwrap();
        let end = own.get(&format!("/alongside/{walk}/end")).await.body;
        let title = "End that somebody walks beside you";
        assert!(end.contains(title) && !end.contains("beside them"), "{}: {end}", told.name);
        let mut sam = told.signed_in("sam").await;
        let second = sam.get("/sign-in/second-step").await.body;
        assert!(second.contains("You work with"), "{}: {second}", told.name);
    }
}

#[tokio::test]
async fn another_password_is_another_one_and_who_is_signed_in_reads_so() {
    for told in each().await {
        let mut jo = told.signed_in("jo").await;
        let same = [("password", seed::PASSWORD), ("new-password", seed::PASSWORD)];
        let refused = jo.post("/me/password", &same).await;
        assert_eq!(refused.status, 422, "{}: {}", told.name, refused.body);
        assert!(refused.body.contains("Choose another one"), "{}: {}", told.name, refused.body);
        let page = jo.get("/sign-in").await.body;
        assert!(page.contains("You are signed in already"), "{}: {page}", told.name);
        let page = told.visitor().get("/sign-in").await.body;
        assert!(!page.contains("signed in already"), "{}: {page}", told.name);
    }
}
