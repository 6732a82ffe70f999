//! Other people's code: its licences let everyone use ours, and there is one of each large thing.

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

use crate::tree::{nothing_found, read, root};

/// Licences that ask for no more than a notice, or for the sources of the files they cover.
const FIT: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// Packages of which two versions in one program would not understand each other, or double the build.
const ONE_OF: &[&str] = &["arrow", "axum", "datafusion", "rustls", "sqlx", "tokio"];

fn packages() -> Vec<Value> {
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo should run");
    let complaint = String::from_utf8_lossy(&asked.stderr);
    assert!(asked.status.success(), "`cargo metadata --locked` should work. It said: {complaint}");
    let answer: Value = serde_json::from_slice(&asked.stdout).expect("cargo answers with JSON");
    answer["packages"].as_array().expect("cargo lists packages").clone()
}

fn field<'a>(package: &'a Value, name: &str) -> &'a str {
    package[name].as_str().unwrap_or("")
}

#[test]
fn every_licence_fits() {
    let mut found = Vec::new();
    for package in packages() {
        let licence = field(&package, "license");
        if !fits(licence) {
            found.push(format!(
                "{} {}: {licence:?}",
                field(&package, "name"),
                field(&package, "version")
            ));
        }
    }
    let lock: Value =
        serde_json::from_str(&read("package-lock.json")).expect("package-lock.json should be JSON");
    for (folder, package) in lock["packages"].as_object().expect("package-lock.json lists packages")
    {
        let licence = field(package, "license");
        if !fits(licence) {
            found.push(format!("npm {folder}: {licence:?}"));
        }
    }
    nothing_found(
        &found,
        "These licences are not on the list in tidy/src/licences.rs. Find a package with another licence. A new name \
         on the list needs an ADR; GPL and AGPL never fit, since everyone must be free to build on this.",
    );
}

#[test]
fn there_is_one_of_each_large_thing() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        versions
            .entry(field(&package, "name").to_owned())
            .or_default()
            .push(field(&package, "version").to_owned());
    }
    versions.retain(|name, held| ONE_OF.contains(&name.as_str()) && held.len() > 1);
    let found: Vec<String> =
        versions.iter().map(|(name, held)| format!("{name}: {}", held.join(" and "))).collect();
    nothing_found(
        &found,
        "Only one version each. `cargo tree --invert <name>@<version>` says who asks for the other.",
    );
}

/// Whether one may choose licences from the list only: `A OR B` needs either, `A AND B` both.
fn fits(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    !expression.is_empty() && either(&mut words) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>) -> bool {
    let mut good = both(words);
    while words.next_if_eq(&"OR").is_some() {
        good |= both(words);
    }
    good
}

fn both(words: &mut Words<'_>) -> bool {
    let mut good = one(words);
    while words.next_if_eq(&"AND").is_some() {
        good &= one(words);
    }
    good
}

fn one(words: &mut Words<'_>) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let good = either(words);
        return words.next() == Some(")") && good;
    }
    // An exception only ever lets one do more.
    if words.next_if_eq(&"WITH").is_some() {
        words.next();
    }
    FIT.contains(&word)
}

#[test]
fn licence_expressions_are_understood() {
    assert!(fits("MIT OR GPL-3.0"), "one may choose MIT");
    assert!(fits("(MIT OR Apache-2.0) AND Unicode-3.0"), "both fit");
    assert!(fits("MIT/Apache-2.0"), "the old way of writing OR");
    assert!(fits("Apache-2.0 WITH LLVM-exception"), "an exception lets one do more");
    assert!(!fits("MIT AND GPL-3.0"), "both hold, and one does not fit");
    assert!(!fits(""), "no licence at all");
    assert!(!fits("(MIT"), "not an expression");
}
