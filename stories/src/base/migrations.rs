//! Every step of the schema, on tables that hold something; and what both databases then say it is.

use std::path::{Path, PathBuf};

use app::{KEY_STEPS, STEPS};
use platform::{
    DbError,
    backup::{self, Type},
    db::Limits,
};
use testkit::Store;

use crate::access::generated;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn fixture(step: &str) -> String {
    let path = folder().join(format!("{step}.sql"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| {
        panic!("{}: {why}. Write one row for each table of the step.", path.display())
    })
}

async fn counts(store: &Store, steps: usize) -> Vec<(String, usize)> {
    let mut counts = Vec::new();
    for table in backup::tables(STEPS.split_at(steps).0) {
        let rows = store.count(&table.name).await;
        counts.push((table.name, rows));
    }
    counts
}

#[tokio::test]
async fn every_step_goes_through_on_tables_that_hold_something() {
    for store in testkit::each(STEPS.split_at(1).0, Limits::default()).await {
        let mut before: Vec<(String, usize)> = Vec::new();
        for (at, (name, _)) in STEPS.iter().enumerate() {
            store.db.migrate(STEPS.split_at(at + 1).0).await.unwrap();
            let after = counts(&store, at + 1).await;
            // What a step takes away on purpose is not lost.
            before.retain(|(table, _)| after.iter().any(|(it, _)| it == table));
            for known in &before {
                assert!(after.contains(known), "{}: {name} lost rows of {known:?}", store.name);
            }
            store.tamper(&fixture(name)).await;
            before = counts(&store, at + 1).await;
            for (table, rows) in &before {
                assert!(*rows > 0, "{}: fixtures/{name}.sql: no row in {table}", store.name);
            }
        }
    }
}

#[test]
fn every_fixture_belongs_to_a_step() {
    let known: Vec<String> = STEPS.iter().map(|(name, _)| format!("{name}.sql")).collect();
    for file in std::fs::read_dir(folder()).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name), "stories/fixtures/{name} belongs to no step");
    }
}

#[tokio::test]
async fn a_schema_newer_than_the_program_is_refused_in_one_clear_line() {
    for store in testkit::each(STEPS, Limits::default()).await {
        let (older, newest) = STEPS.split_at(STEPS.len() - 1);
        let why = store.db.migrate(older).await.unwrap_err();
        assert!(matches!(why, DbError::Newer(_)), "{}: {why}", store.name);
        let (why, number) = (why.to_string(), newest[0].0.trim_start_matches('0'));
        let number = number.split('_').next().unwrap();
        let clear = why.contains(&format!("step {number} ")) && why.contains("newer program");
        assert!(clear && !why.contains('\n'), "{}: {why}", store.name);
        store.db.migrate(STEPS).await.unwrap();
    }
}

#[tokio::test]
async fn a_step_that_was_changed_after_it_was_taken_is_refused() {
    for store in testkit::each(STEPS, Limits::default()).await {
        let mut steps = STEPS.to_vec();
        steps[1].1 = "create table other (id text)";
        assert!(store.db.migrate(&steps).await.is_err(), "{}", store.name);
    }
}

const ABOUT: &str =
    "The schema, as both databases tell it. Made by a test: do not edit by hand.\n\n";

#[tokio::test]
async fn both_databases_have_the_schema_that_is_written_down() {
    let mut texts = Vec::new();
    let stores = testkit::each(STEPS, Limits::default()).await;
    let keys = testkit::each(KEY_STEPS, Limits::default()).await;
    for (store, keys) in stores.iter().zip(&keys) {
        let (data, keys) = (store.schema().await, keys.schema().await);
        texts.push((store.name, format!("{ABOUT}{data}\nIn the key store:\n\n{keys}")));
    }
    let (first, text) = &texts[0];
    for (name, other) in &texts {
        assert_eq!(text, other, "{first} and {name} differ");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/generated/schema.txt");
    generated(&path, text);
}

const fn kind(of: Type) -> &'static str {
    match of {
        Type::Text => "text",
        Type::Bigint => "bigint",
        Type::Double => "double precision",
        Type::Boolean => "boolean",
        Type::Bytea => "bytea",
    }
}

#[tokio::test]
async fn a_backup_holds_every_column_that_the_databases_have() {
    for steps in [STEPS, KEY_STEPS] {
        let known = backup::tables(steps).into_iter().flat_map(|table| {
            let name = table.name.clone();
            let line = move |(column, of): (String, Type)| (name.clone(), column, kind(of).into());
            table.columns.into_iter().map(line)
        });
        let mut known: Vec<(String, String, String)> = known.collect();
        known.sort();
        for store in testkit::each(steps, Limits::default()).await {
            let found = store.columns().await.into_iter();
            let mut found: Vec<_> = found.map(|it| (it.table, it.name, it.kind)).collect();
            found.sort();
            assert_eq!(found, known, "{}", store.name);
        }
    }
}
