//! Several programs serve one installation: on one PostgreSQL database, with the key store in another.

use app::{House, KEY_STEPS};
use platform::{
    Subject, backup,
    db::Limits,
    vault::{KeyStore, MasterKeys},
};
use testkit::Store;

use crate::{Told, each};

/// The keys of this world, brought to a server.
async fn brought_to_a_server(told: &Told) -> Option<Store> {
    let server = testkit::postgres(KEY_STEPS, Limits::default()).await?;
    let mut file = Vec::new();
    let here = told.store.keys(KEY_STEPS).await;
    backup::write(here.db(), KEY_STEPS, "", &mut file).await.unwrap();
    backup::read(&server.db, KEY_STEPS, file.as_slice()).await.unwrap();
    Some(server)
}

/// One more program, which knows the master key and where the keys are.
async fn program(told: &Told, keys: &Store) -> House {
    let master = MasterKeys::one(told.store.master.clone());
    told.opened_again(|opening| opening.keys = KeyStore::new(keys.db.clone(), master)).await
}

#[tokio::test]
async fn what_one_program_keeps_another_shows() {
    for told in each().await.into_iter().filter(|it| it.name == "postgres") {
        let keys = brought_to_a_server(&told).await.unwrap();
        let (one, other) = (program(&told, &keys).await, program(&told, &keys).await);
        let notes = format!("/lives/{}/notes", told.id("life jo"));
        let mut sam = told.signed_in("sam").await.at(one.router.clone());
        sam.done(&notes, &[("text", "Jo slept through.")]).await.unwrap();
        // The same sitting, and a life that only the other program has made a key for.
        let mut sam = sam.at(other.router.clone());
        assert!(sam.get(&notes).await.body.contains("Jo slept through."));
        let called = [("called", "Wren")];
        let life = sam.done(&super::lives(&told), &called).await.unwrap().id();
        let mut sam = sam.at(one.router.clone());
        assert!(sam.get(&format!("/lives/{life}")).await.body.contains("Wren"));
    }
}

#[tokio::test]
async fn a_key_that_one_program_destroys_is_forgotten_by_the_others() {
    for told in each().await.into_iter().filter(|it| it.name == "postgres") {
        let keys = brought_to_a_server(&told).await.unwrap();
        let (one, other) = (program(&told, &keys).await, program(&told, &keys).await);
        let life = told.id("life jo");
        let path = format!("/lives/{life}");
        let mut sam = told.signed_in("sam").await.at(other.router.clone());
        assert_eq!(sam.get(&path).await.status, 200, "the other holds the key in memory");
        let wrapped = told.store.wrapped_key(life).await.expect("there is a key");
        let stands = |file: Vec<u8>| file.windows(wrapped.len()).any(|it| it == wrapped.as_slice());
        assert!(stands(keys.table_file("subject_key").await), "the test can find what is there");

        let jo = Subject::record(&kernel::Id::<()>::parse(life).unwrap());
        one.program.destroy_key(jo).await.unwrap();
        other.program.hear_of_erasures().await.unwrap();
        assert_ne!(sam.get(&path).await.status, 200, "nothing of Jo opens");
        assert!(!stands(keys.table_file("subject_key").await), "not even the bytes are there");
    }
}

#[tokio::test]
async fn without_the_key_store_nothing_that_was_opened_before_opens() {
    for told in each().await.into_iter().filter(|it| it.name == "postgres") {
        let keys = brought_to_a_server(&told).await.unwrap();
        let house = program(&told, &keys).await;
        let path = format!("/lives/{}", told.id("life jo"));
        let mut sam = told.signed_in("sam").await.at(house.router.clone());
        assert_eq!(sam.get(&path).await.status, 200);
        keys.db.close().await;
        house.program.hear_of_erasures().await.unwrap_err();
        assert_eq!(sam.get(&path).await.status, 503, "what was destroyed meanwhile is not known");
    }
}
