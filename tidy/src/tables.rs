//! Whose table it is: a slice names its own tables and the published views, and only in its store.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::{
    sql::{statements, tables},
    tree::{files_ending, nothing_found, read, slice_of, slices},
};

const OWNERS: &str = "tidy/tables.toml";

/// Who owns which tables, as `tidy/tables.toml` says.
struct Owners {
    slices: BTreeMap<String, Vec<String>>,
    base: Vec<String>,
    published: Vec<String>,
}

impl Owners {
    fn read() -> Self {
        let table: Table = read(OWNERS).parse().expect("tidy/tables.toml should be TOML");
        let slices = table["slices"].as_table().expect("[slices] is a table");
        Self {
            slices: slices.iter().map(|(slice, owned)| (slice.clone(), names(owned))).collect(),
            base: names(&table["base"]["tables"]),
            published: names(&table["published"]["views"]),
        }
    }

    fn slice_owns(&self, slice: &str, table: &str) -> bool {
        self.slices.get(slice).is_some_and(|owned| covers(owned, table))
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        self.slices.values().flatten().chain(&self.base)
    }
}

fn names(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list of names");
    list.iter().map(|name| name.as_str().expect("a name").to_owned()).collect()
}

fn covers(owned: &[String], table: &str) -> bool {
    let begins = |prefix: &String| {
        table
            .strip_prefix(prefix.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    owned.iter().any(begins)
}

/// Rust files of the slices, without their tests.
fn sources() -> Vec<String> {
    let mut files = files_ending(".rs");
    files.retain(|file| slice_of(file).is_some() && file.contains("/src/"));
    files
}

fn is_store(file: &str) -> bool {
    file.ends_with("/store.rs") || file.contains("/store/")
}

#[test]
fn statements_live_in_the_store() {
    let mut found = Vec::new();
    for file in sources().into_iter().filter(|file| !is_store(file)) {
        found.extend(statements(&read(&file)).iter().map(|(line, _)| format!("{file}:{line}")));
    }
    nothing_found(
        &found,
        "Move these statements to the slice's store.rs (or a file below store/), each in a function named after what \
         it does, so that everything a slice asks of the database is read in one place.",
    );
}

#[test]
fn a_slice_names_its_own_tables() {
    let owners = Owners::read();
    let mut found = Vec::new();
    for file in sources() {
        let slice = slice_of(&file).expect("sources are of slices");
        let text = read(&file);
        for (line, statement) in statements(&text) {
            let foreign = |table: &String| {
                !owners.slice_owns(slice, table) && !owners.published.contains(table)
            };
            found.extend(
                tables(statement)
                    .into_iter()
                    .filter(foreign)
                    .map(|table| format!("{file}:{line}: {table}")),
            );
        }
    }
    nothing_found(
        &found,
        "These tables belong to another slice. Ask that slice: let its lib.rs publish a function which takes your look \
         or permit, or a view listed under [published] in tidy/tables.toml. If the table is new and yours, add it to \
         your slice's line there.",
    );
}

#[test]
fn every_table_has_one_owner() {
    let owners = Owners::read();
    let mut found = Vec::new();
    for file in files_ending(".sql").iter().filter(|file| file.starts_with("migrations/")) {
        for table in made(&read(file)) {
            let owned = owners.all().filter(|prefix| covers(&[(*prefix).clone()], &table)).count();
            if owned != 1 && !owners.published.contains(&table) {
                found.push(format!("{file}: {table} has {owned} owners"));
            }
        }
    }
    nothing_found(
        &found,
        "Give each table exactly one owner in tidy/tables.toml: one slice, or the base.",
    );
}

#[test]
fn owners_are_slices() {
    let slices = slices();
    let owners = Owners::read();
    let found: Vec<String> =
        owners.slices.into_keys().filter(|name| !slices.contains(name)).collect();
    nothing_found(
        &found,
        "tidy/tables.toml names slices that are not there. Take them off, or spell them as the folder.",
    );
}

/// The tables and views that a migration makes, but for those it only needs while it runs.
fn made(migration: &str) -> Vec<String> {
    let code: Vec<&str> =
        migration.lines().map(|line| line.split("--").next().unwrap_or("")).collect();
    let text = code
        .join(" ")
        .to_lowercase()
        .replace("if not exists", " ")
        .replace("create virtual table", "create table");
    let names = |kind: &str| -> Vec<String> {
        let name = |rest: &str| {
            rest.trim_start()
                .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .next()
                .map(str::to_owned)
        };
        text.split(kind).skip(1).filter_map(name).collect()
    };
    [names("create table "), names("create view ")].concat()
}

#[test]
fn what_a_migration_makes_is_found() {
    let text = "-- create table no\ncreate table a (id text);\nCREATE TABLE IF NOT EXISTS b_c (\nid text);\ncreate view d as select 1;";
    assert_eq!(made(text), ["a", "b_c", "d"]);
}
