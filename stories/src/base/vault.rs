//! Text about a person opens in its own place only, and goes on opening when master keys change.

use app::KEY_STEPS;
use platform::{
    db::Limits,
    secret::Key,
    vault::{KeyStore, MasterKeys},
};
use seed::Client;

use crate::{Told, each};

async fn page(told: &Told) -> seed::Seen {
    told.get("sam", &format!("/lives/{}/alongside/new", told.id("life jo"))).await
}

#[tokio::test]
async fn sealed_text_opens_in_its_own_place_only() {
    for told in each().await {
        let (jo, kit) = (told.id("life jo").to_owned(), told.id("life kit").to_owned());
        assert!(page(&told).await.body.contains("Jo"), "{}", told.name);
        let own = format!("(select name from account where record = '{jo}')");
        // Another's name; and her own, under the same key, from another row.
        for other in [format!("(select name from life where id = '{kit}')"), own] {
            let keep = format!("create table away as select name from life where id = '{jo}'");
            told.store.tamper(&keep).await;
            told.store.tamper(&format!("update life set name = {other} where id = '{jo}'")).await;
            let seen = page(&told).await;
            assert_eq!(seen.status, 500, "{}: {other}", told.name);
            assert!(!seen.body.contains("Kit") && !seen.body.contains("Jo<"), "{}", told.name);
            let back = format!("update life set name = (select name from away) where id = '{jo}'");
            told.store.tamper(&back).await;
            told.store.tamper("drop table away").await;
        }
        assert_eq!(page(&told).await.status, 200, "{}", told.name);
    }
}

#[tokio::test]
async fn a_bent_byte_is_noticed() {
    for told in each().await {
        let jo = told.id("life jo");
        let bent = if told.name == "sqlite" { "name || x'00'" } else { "name || '\\x00'::bytea" };
        let bent =
            if told.name == "sqlite" { format!("cast({bent} as blob)") } else { bent.into() };
        told.store.tamper(&format!("update life set name = {bent} where id = '{jo}'")).await;
        assert_eq!(page(&told).await.status, 500, "{}", told.name);
    }
}

/// Somebody signed in at a house that was opened again.
async fn opened(told: &Told, master: MasterKeys) -> (Client, usize) {
    let keys = told.store.keys_with(KEY_STEPS, master).await;
    let rewrapped = keys.rewrap().await.unwrap();
    let house = told.opened_again(|opening| opening.keys = keys).await;
    let mut sam = Client::visitor(house.router);
    sam.done("/sign-in", &[("name", "sam"), ("password", seed::PASSWORD)]).await.unwrap();
    (sam, rewrapped)
}

#[tokio::test]
async fn everything_opens_after_the_master_key_was_changed() {
    for told in each().await {
        let path = format!("/lives/{}/alongside/new", told.id("life jo"));
        let before = told.store.wrapped_key(told.id("life jo")).await.unwrap();
        let (old, new) = (told.store.master.clone(), Key::fresh());
        let both = MasterKeys::one(new.clone()).with_older(old.clone());
        let (mut sam, rewrapped) = opened(&told, both.clone()).await;
        assert!(rewrapped > 10, "{}: {rewrapped} keys", told.name);
        assert!(sam.get(&path).await.body.contains("Jo"), "{}", told.name);
        for (name, bytes) in told.store.files() {
            let there = bytes.windows(before.len()).any(|it| it == before);
            assert!(!there, "{}: what the old key wrapped is still in {name}", told.name);
        }
        let (_, again) = opened(&told, both).await;
        assert_eq!(again, 0, "{}: all are wrapped anew", told.name);
        // The old line of the key file is dropped.
        let (mut sam, _) = opened(&told, MasterKeys::one(new)).await;
        assert!(sam.get(&path).await.body.contains("Jo"), "{}", told.name);
        let lost = told.store.keys_with(KEY_STEPS, MasterKeys::one(old)).await;
        let why = lost.rewrap().await.unwrap_err().to_string();
        assert!(why.contains("master key that is not here"), "{}: {why}", told.name);
    }
}

#[tokio::test]
async fn a_key_store_of_another_database_is_not_taken_for_an_erased_one() {
    for told in each().await {
        let mut sam = told.signed_in("sam").await;
        let path = format!("/lives/{}/alongside/new", told.id("life wen"));
        let other = testkit::sqlite(KEY_STEPS, Limits::default()).await;
        let other = KeyStore::new(other.db.clone(), MasterKeys::one(Key::fresh()));
        let house = told.opened_again(|opening| opening.keys = other).await;
        let cookie = sam.cookie().unwrap().to_owned();
        let request = axum::http::Request::builder().uri(&path).header("cookie", cookie);
        let mut there = Client::visitor(house.router);
        let seen = there.send_raw(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(seen.status, 500, "{}: this is not erasure", told.name);
        assert_eq!(sam.get(&path).await.status, 200, "{}", told.name);
    }
}
