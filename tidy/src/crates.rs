//! What every crate has: its manifest, the workspace's lints, and a page that says what it is for.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::tree::{files_ending, nothing_found, read, root, slices};

/// The crates that may name the database's library: the one that wraps it, the one that tests it, and one that reads files of
/// that kind which people hand over, from memory.
const NAME_SQLX: &[&str] = &["base/platform", "base/testkit", "methods/journeys"];

/// One crate of the workspace.
pub(crate) struct Crate {
    /// Its folder, from the top.
    pub(crate) folder: String,
    manifest: Table,
}

impl Crate {
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        self.manifest
            .get("package")
            .and_then(|it| it.get("name"))
            .and_then(Value::as_str)
            .expect("a crate has a name")
    }

    /// What it depends on to be built, for tests or not, under the names that the packages have.
    pub(crate) fn depends_on(&self) -> Vec<String> {
        let mut names = Vec::new();
        let targets = self.manifest.get("target").and_then(Value::as_table);
        let tables = targets.into_iter().flat_map(Table::values).filter_map(Value::as_table);
        for table in tables.chain([&self.manifest]) {
            for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
                let wanted = table.get(kind).and_then(Value::as_table);
                names.extend(wanted.into_iter().flatten().map(|(name, how)| package(name, how)));
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

fn package(name: &str, how: &Value) -> String {
    how.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()
}

/// Every crate, by name.
pub(crate) fn crates() -> BTreeMap<String, Crate> {
    let mut crates = BTreeMap::new();
    for file in files_ending("/Cargo.toml") {
        let manifest: Table = read(&file).parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        let folder = file.trim_end_matches("/Cargo.toml").to_owned();
        let one = Crate { folder, manifest };
        crates.insert(one.name().to_owned(), one);
    }
    assert!(!crates.is_empty(), "there should be crates below {}", root().display());
    crates
}

#[test]
fn every_crate_inherits_the_lints() {
    let inherits = |one: &&Crate| {
        let lints = one.manifest.get("lints").and_then(|lints| lints.get("workspace"));
        lints.and_then(Value::as_bool) != Some(true)
    };
    let crates = crates();
    let found: Vec<String> =
        crates.values().filter(inherits).map(|one| format!("{}/Cargo.toml", one.folder)).collect();
    nothing_found(
        &found,
        "Add these two lines, so that one set of lints holds everywhere:\n\n[lints]\nworkspace = true",
    );
}

#[test]
fn only_the_platform_names_the_database() {
    let names_it = |one: &&Crate| {
        !NAME_SQLX.contains(&one.folder.as_str())
            && one.depends_on().iter().any(|name| name.starts_with("sqlx") || *name == "rusqlite")
    };
    let crates = crates();
    let found: Vec<String> =
        crates.values().filter(names_it).map(|one| format!("{}/Cargo.toml", one.folder)).collect();
    nothing_found(
        &found,
        "Take sqlx and rusqlite out of these. A slice reaches the database through a permit: `platform::sql` in its store, \
         so that nothing is read or changed without the rule and the journal.",
    );
}

#[test]
fn every_slice_says_what_it_is_for() {
    let without = |slice: &String| {
        let path = root().join("slices").join(slice).join("README.md");
        std::fs::read_to_string(path).is_ok_and(|text| text.trim().lines().count() > 1)
    };
    let mut found = slices();
    found.retain(|slice| !without(slice));
    let found: Vec<String> =
        found.iter().map(|slice| format!("slices/{slice}/README.md")).collect();
    nothing_found(
        &found,
        "Write them: what people do here, which words it owns, what it promises, where to begin.",
    );
}
