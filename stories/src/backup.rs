//! A backup taken from one database is read by the other, whole or not at all.

use app::{KEY_STEPS, STEPS};
use platform::{
    backup::{self, BackupError},
    db::Limits,
    erasure,
};

use crate::each;

async fn dump(db: &platform::Db) -> Vec<u8> {
    let mut file = Vec::new();
    backup::write(db, STEPS, "", &mut file).await.unwrap();
    file
}

#[tokio::test]
async fn what_one_database_wrote_the_other_reads() {
    for told in each().await {
        told.state().seal_journal().await.unwrap();
        let file = dump(&told.store.db).await;
        for empty in testkit::each(STEPS, Limits::default()).await {
            let rows = backup::read(&empty.db, STEPS, file.as_slice()).await.unwrap();
            assert!(rows > 50, "{} to {}: {rows} rows", told.name, empty.name);
            let again = dump(&empty.db).await;
            assert!(again == file, "{} to {}: not the same", told.name, empty.name);
        }
    }
}

#[tokio::test]
async fn a_part_of_a_backup_changes_nothing() {
    for told in each().await {
        let file = dump(&told.store.db).await;
        let half = file.split_at(file.len() / 2).0;
        for empty in testkit::each(STEPS, Limits::default()).await {
            let refused = backup::read(&empty.db, STEPS, half).await.unwrap_err();
            assert!(matches!(refused, BackupError::Line { .. }), "{refused}");
            let rows = backup::read(&empty.db, STEPS, file.as_slice()).await.unwrap();
            assert!(rows > 50, "it was still empty");
        }
    }
}

#[tokio::test]
async fn a_backup_goes_into_an_empty_database_only() {
    for told in each().await {
        let file = dump(&told.store.db).await;
        let refused = backup::read(&told.store.db, STEPS, file.as_slice()).await.unwrap_err();
        assert!(matches!(refused, BackupError::NotEmpty), "{}: {refused}", told.name);
    }
}

#[tokio::test]
async fn a_restored_key_store_says_again_what_was_erased() {
    for told in each().await {
        let keys = told.store.keys(KEY_STEPS).await;
        let mut file = Vec::new();
        backup::write(keys.db(), KEY_STEPS, "", &mut file).await.unwrap();
        let text = String::from_utf8(file).unwrap();
        let subject = told.id("life jo");
        // A copy in which Jo's key still stands beside her tombstone.
        let tombstone = format!("[\"{subject}\",1]\n");
        let marker = "{\"table\":\"erasure\",\"columns\":[\"subject\",\"erased_at\"]}\n";
        let (before, after) = text.split_once(marker).unwrap();
        let rows = after.rsplit("\"end\":").next().unwrap().trim_end_matches(['}', '\n']);
        let rows: u64 = rows.parse().unwrap();
        let copy = format!("{before}{marker}{tombstone}{{\"end\":{}}}\n", rows + 1);
        let empty = testkit::sqlite(KEY_STEPS, Limits::default()).await;
        backup::read(&empty.db, KEY_STEPS, copy.as_bytes()).await.unwrap();
        let master = platform::vault::MasterKeys::one(told.store.master.clone());
        let restored = platform::vault::KeyStore::new(empty.db.clone(), master);
        let data = &told.store.db;
        assert_eq!(erasure::replay_keys(data, &restored).await.unwrap(), 1, "{}", told.name);
        assert_eq!(erasure::replay_keys(data, &restored).await.unwrap(), 0, "{}", told.name);
    }
}

#[tokio::test]
async fn a_backup_from_before_a_table_was_taken_away_is_read_without_it() {
    for told in each().await {
        let text = String::from_utf8(dump(&told.store.db).await).unwrap();
        let (before, rows) = text.rsplit_once("{\"end\":").unwrap();
        let rows: u64 = rows.trim_end().trim_end_matches('}').parse().unwrap();
        let gone =
            "{\"table\":\"life_name_part\",\"columns\":[\"life\",\"part\"]}\n[\"x\",\"y\"]\n";
        let older = format!("{before}{gone}{{\"end\":{}}}\n", rows + 1);
        for empty in testkit::each(STEPS, Limits::default()).await {
            backup::read(&empty.db, STEPS, older.as_bytes()).await.unwrap();
            assert!(dump(&empty.db).await == text.as_bytes(), "{}: {}", told.name, empty.name);
        }
        let unknown = older.replace("life_name_part", "nobody_knows");
        let empty = testkit::sqlite(STEPS, Limits::default()).await;
        let refused = backup::read(&empty.db, STEPS, unknown.as_bytes()).await;
        assert!(refused.is_err(), "{}", told.name);
    }
}
