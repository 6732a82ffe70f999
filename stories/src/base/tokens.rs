//! What a program's token reaches.

use axum::http::Method;
use platform::RouteKind;
use seed::Client;

use super::{FORM, lives};
use crate::{
    Told,
    access::{fill, things},
    each,
};

async fn token(told: &Told, who: &str, writes: bool) -> Client {
    let account = &told.world.people[who].account;
    let token = app::commands::token::make(told.program(), account, "test", writes).await;
    told.visitor().with_token(&token.unwrap())
}

#[tokio::test]
async fn a_reading_token_changes_nothing() {
    for told in each().await {
        let mut program = token(&told, "sam", false).await;
        let known: Vec<&str> = vec!["life", "body"];
        let names = things().into_iter().filter(|(part, _)| known.contains(part)).collect();
        let tables = ["life", "draft", "once", "invitation", "session", "alongside"];
        let mut before = Vec::new();
        for table in tables {
            before.push(told.store.count(table).await);
        }
        let mut sent = 0;
        for route in app::routes().table().iter().filter(|it| it.method == "POST") {
            let path = fill(&told, &route.path, &names);
            let body = route.sample.clone().unwrap_or_default();
            let seen = program.send(Method::POST, &path, FORM, &body).await;
            let refused = (400..500).contains(&seen.status);
            assert!(refused, "{}: POST {path} was answered {}", told.name, seen.status);
            if route.kind == RouteKind::Change {
                let api = format!("/api/v1{path}");
                let seen = program.send(Method::POST, &api, FORM, &body).await;
                assert!((400..500).contains(&seen.status), "{}: POST {api}", told.name);
            }
            sent += 1;
        }
        assert!(sent > 10, "{}: the table is short", told.name);
        for (table, before) in tables.into_iter().zip(before) {
            assert_eq!(told.store.count(table).await, before, "{}: {table}", told.name);
        }
        let changes = "journal where via = 'token' and did = 'changed'";
        assert_eq!(told.store.count(changes).await, 0, "{}", told.name);
        let path = format!("/api/v1{}", lives(&told));
        let kept = program.post(&path, &[("called", "Ro")]).await;
        assert_eq!(kept.status, 403, "{}: it may know why", told.name);
    }
}

#[tokio::test]
async fn a_writing_token_does_what_its_owner_may_and_is_named_in_the_journal() {
    for told in each().await {
        let mut program = token(&told, "sam", true).await;
        let path = format!("/api/v1{}", lives(&told));
        let begun = program.post_json(&path, &serde_json::json!({ "called": "Ro" })).await;
        assert_eq!(begun.status, 201, "{}: {}", told.name, begun.body);
        let life = begun.between("\"id\":\"", "\"").unwrap();
        let written = format!(
            "journal where via = 'token' and action = 'life.begin' and thing = '{life}' \
             and account = '{}'",
            told.world.people["sam"].account
        );
        assert_eq!(told.store.count(&written).await, 1, "{}", told.name);
        let hidden = program.get("/api/v1/setup/bodies").await;
        assert_eq!(hidden.status, 404, "{}: what Sam may not, it may not", told.name);
    }
}

#[tokio::test]
async fn a_token_ends() {
    for told in each().await {
        let mut program = token(&told, "sam", false).await;
        assert_eq!(program.get("/api/v1/me").await.status, 200, "{}", told.name);
        told.pass_seconds(91 * 24 * 3600);
        let seen = program.get("/api/v1/me").await;
        assert_eq!(seen.status, 401, "{}", told.name);
        assert_eq!(seen.headers["www-authenticate"], "Bearer", "{}", told.name);
    }
}

#[tokio::test]
async fn a_token_is_named_and_ended_before_its_time() {
    for told in each().await {
        let mut program = token(&told, "sam", true).await;
        let other = token(&told, "bea", false).await;
        let held = people::tokens(told.program()).await.unwrap();
        assert_eq!(held.len(), 2, "{}", told.name);
        let sams = held.iter().find(|it| it.writes).unwrap();
        assert_eq!(sams.account.to_string(), told.world.people["sam"].account, "{}", told.name);
        people::end_token(told.program(), sams.id).await.unwrap();
        assert_eq!(program.get("/api/v1/me").await.status, 401, "{}", told.name);
        assert_eq!(other.clone().get("/api/v1/me").await.status, 200, "{}", told.name);
        assert_eq!(people::tokens(told.program()).await.unwrap().len(), 1, "{}", told.name);
        assert!(people::end_token(told.program(), sams.id).await.is_err(), "{}", told.name);
        let line = format!("journal where action = 'token.end' and thing = '{}'", sams.id);
        assert_eq!(told.store.count(&line).await, 1, "{}", told.name);
    }
}
