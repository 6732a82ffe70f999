//! What erasure leaves to others, and what no copy that is brought back undoes.

use app::{KEY_STEPS, STEPS};
use platform::{Subject, backup, db::Limits, erasure, vault::KeyStore, vault::MasterKeys};
use seed::{Client, Size};

use crate::{Told, each, each_with};

fn jo(told: &Told) -> Subject {
    Subject::record(&kernel::Id::<()>::parse(told.id("life jo")).unwrap())
}

async fn dump(db: &platform::Db, steps: &[platform::db::Step]) -> Vec<u8> {
    let mut file = Vec::new();
    backup::write(db, steps, "", &mut file).await.unwrap();
    file
}

/// An empty key store into which this copy is read.
async fn keys_from(told: &Told, copy: &[u8]) -> KeyStore {
    let empty = testkit::sqlite(KEY_STEPS, Limits::default()).await;
    backup::read(&empty.db, KEY_STEPS, copy).await.unwrap();
    KeyStore::new(empty.db.clone(), MasterKeys::one(told.store.master.clone()))
}

/// Sam, at a house of this data and these keys: Jo is gone, and Kit is there.
async fn jo_is_gone(told: &Told, router: axum::Router) {
    let mut sam = Client::visitor(router);
    sam.done("/sign-in", &[("name", "sam"), ("password", seed::PASSWORD)]).await.unwrap();
    for (life, status) in [("life jo", 404), ("life kit", 200)] {
        let seen = sam.get(&format!("/lives/{}/alongside/new", told.id(life))).await;
        assert_eq!(seen.status, status, "{}: {life} {}", told.name, seen.body);
    }
    let own = [("name", "jo"), ("password", seed::PASSWORD)];
    sam.close();
    assert_eq!(sam.post("/sign-in", &own).await.status, 422, "{}", told.name);
}

#[tokio::test]
async fn an_old_key_store_beside_newer_data_brings_nobody_back() {
    for told in each().await {
        let copy = dump(told.store.keys(KEY_STEPS).await.db(), KEY_STEPS).await;
        told.program().destroy_key(jo(&told)).await.unwrap();
        let old = keys_from(&told, &copy).await;
        let house = told.opened_again(|opening| opening.keys = old).await;
        jo_is_gone(&told, house.router).await;
        let old = keys_from(&told, &copy).await;
        assert_eq!(erasure::replay(&told.store.db, &old).await.unwrap(), 1, "{}", told.name);
        assert_eq!(erasure::replay(&told.store.db, &old).await.unwrap(), 0, "{}", told.name);
        let kept = String::from_utf8(dump(old.db(), KEY_STEPS).await).unwrap();
        let key = format!("[\"{}\",{{", told.id("life jo"));
        assert!(!kept.contains(&key), "{}: her key is gone from it", told.name);
    }
}

#[tokio::test]
async fn old_data_beside_a_newer_key_store_brings_nobody_back() {
    for told in each().await {
        let copy = dump(&told.store.db, STEPS).await;
        told.program().destroy_key(jo(&told)).await.unwrap();
        for empty in testkit::each(STEPS, Limits::default()).await {
            backup::read(&empty.db, STEPS, copy.as_slice()).await.unwrap();
            let db = empty.db.clone();
            let house = told.opened_again(|opening| opening.db = db).await;
            jo_is_gone(&told, house.router).await;
            let gone = "account where closed_at is not null and sign_in is null";
            assert_eq!(empty.count(gone).await, 1, "{} to {}", told.name, empty.name);
            assert_eq!(empty.count("erasure").await, 1, "{} to {}", told.name, empty.name);
        }
    }
}

/// One person's erasure takes nothing from the others on a page.
#[tokio::test]
async fn pages_of_many_people_go_on_without_one_who_was_erased() {
    for told in each_with(Size::Story, Limits::default()).await {
        let team = told.id("team riverside");
        let subject = Subject::record(&kernel::Id::<()>::parse(told.id("life jo")).unwrap());
        let mut readers = Vec::new();
        for who in ["sam", "ines", "priya", "gwen", "nat"] {
            readers.push((who, told.signed_in(who).await));
        }
        let paths = ["/".to_owned(), format!("/teams/{team}/meeting"), "/me".to_owned()];
        let cycles = told.world.ids.iter().filter(|(name, _)| name.starts_with("cycle "));
        let paths = paths.into_iter().chain(cycles.map(|(_, id)| format!("/cycles/{id}")));
        let paths: Vec<String> = paths.collect();
        let mut read = Vec::new();
        for (who, mut reader) in readers {
            for path in &paths {
                if reader.get(path).await.status == 200 {
                    read.push((who, reader.clone(), path));
                }
            }
        }
        assert!(read.len() > 10, "{}: the story has such pages", told.name);
        told.program().destroy_key(subject).await.unwrap();
        let mut wrong = Vec::new();
        for (who, mut reader, path) in read {
            let status = reader.get(path).await.status;
            if status != 200 {
                wrong.push(format!("{who} {path}: {status}"));
            }
        }
        assert!(wrong.is_empty(), "{}: {wrong:?}", told.name);
    }
}

#[tokio::test]
async fn an_erased_name_becomes_somebody() {
    for told in each().await {
        let mut ines = told.signed_in("ines").await;
        let path = format!("/setup/bodies/{}", told.id("team riverside"));
        assert!(ines.get(&path).await.body.contains("Sam"), "{}", told.name);
        let account = kernel::Id::<()>::parse(&told.world.people["sam"].account).unwrap();
        told.program().destroy_key(Subject::account(&account)).await.unwrap();
        let page = ines.get(&path).await;
        assert_eq!(page.status, 200, "{}: {}", told.name, page.body);
        assert!(!page.body.contains("Sam<"), "{}: {}", told.name, page.body);
        assert!(page.body.contains("Bea"), "{}", told.name);
    }
}
