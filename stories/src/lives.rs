//! A life in its own words: what matters, who is around, what was noticed.

mod asked;
mod bringing;
mod holding;
mod looking;
mod matters;
mod notes;
mod reflections;

use seed::Client;
use serde_json::Value;

use crate::Told;

/// What only a note about Jo says.
const WENT: &str = "Went twice. Second time stayed an hour because Abdul was there.";

/// Jo's page.
fn jo(told: &Told) -> String {
    format!("/lives/{}", told.id("life jo"))
}

/// Jo's notes, as somebody who reads them is told.
async fn notes(told: &Told, client: &mut Client) -> Vec<Value> {
    let list = client.get(&format!("/api/v1{}/notes", jo(told))).await;
    assert_eq!(list.status, 200, "{}: {}", told.name, list.body);
    json(&list.body)["notes"].as_array().unwrap().clone()
}

/// Writes a note about Jo, and says which it is.
async fn noted(told: &Told, client: &mut Client, form: &[(&str, &str)]) -> String {
    let before: Vec<Value> = notes(told, client).await;
    client.done(&format!("{}/notes", jo(told)), form).await.unwrap();
    let after = notes(told, client).await;
    let new = after.into_iter().find(|it| !before.iter().any(|old| old["note"] == it["note"]));
    new.unwrap()["note"].as_str().unwrap().to_owned()
}

async fn read(client: &mut Client, note: &str) -> Value {
    let seen = client.get(&format!("/api/v1/notes/{note}")).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    json(&seen.body)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Bea walks beside Jo, too.
async fn bea_joins(told: &Told, sam: &mut Client) {
    let account = told.world.people["bea"].account.clone();
    sam.done(&format!("{}/alongside", jo(told)), &[("account", &account)]).await.unwrap();
}
