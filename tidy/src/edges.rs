//! Which way the arrows point: `app -> slices -> base`, `slices -> methods`, and between slices only drawn edges.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::{
    crates::{Crate, crates},
    sql::statements,
    tree::{files_ending, generated, nothing_found, read},
};

/// The crates that wire everything together, or test it; nothing stands on them.
const TOPS: &[&str] = &["app", "stories"];
/// The slice whose pages gather what other slices hold. It has nothing of its own to keep.
const GATHERING: &str = "slices/gathering/";
const DRAWING: &str = "docs/generated/slices.txt";

/// From each crate's folder to the folders of the crates of ours that it stands on.
fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let crates = crates();
    let folder = |name: &String| crates.get(name).map(|one| one.folder.clone());
    let below = |one: &Crate| one.depends_on().iter().filter_map(folder).collect();
    crates.values().map(|one| (one.folder.clone(), below(one))).collect()
}

fn layer(folder: &str) -> &str {
    folder.split('/').next().unwrap_or(folder)
}

fn may(from: &str, to: &str) -> bool {
    match (layer(from), layer(to)) {
        ("stories", "app") => true,
        (_, "app" | "stories" | "tidy") => false,
        (from, _) if TOPS.contains(&from) => true,
        ("base", to) => to == "base",
        ("methods", to) => to == "methods",
        ("slices", to) => ["slices", "methods", "base"].contains(&to),
        (_, to) => ["methods", "base"].contains(&to),
    }
}

#[test]
fn arrows_point_one_way() {
    let mut found = Vec::new();
    for (from, below) in edges() {
        found.extend(
            below.iter().filter(|to| !may(&from, to)).map(|to| format!("{from}/Cargo.toml: {to}")),
        );
    }
    nothing_found(
        &found,
        "These arrows point the wrong way. app and stories stand on everything and nothing stands on them; a slice \
         stands on base, methods and slices below it; base knows no slice; a method is pure and knows neither. Move \
         what is shared down a layer, or turn the question around: let the lower crate name a trait.",
    );
}

#[test]
fn slices_stand_on_each_other_without_a_cycle() {
    let mut standing = edges();
    standing.retain(|folder, _| layer(folder) == "slices");
    while let Some(free) = standing.keys().find(|one| !stands_on_any(&standing, one)).cloned() {
        standing.remove(&free);
    }
    let found: Vec<String> = standing.into_keys().collect();
    nothing_found(
        &found,
        "These slices stand on each other in a ring, tests included. Decide which one can be understood without the \
         other; the other asks it, never the reverse. A test that needs both belongs in stories.",
    );
}

fn stands_on_any(standing: &BTreeMap<String, BTreeSet<String>>, one: &str) -> bool {
    standing.get(one).is_some_and(|below| below.iter().any(|to| standing.contains_key(to)))
}

#[test]
fn edges_between_slices_are_drawn() {
    let mut drawing = String::from(
        "Which slice stands on which others. Drawn from their Cargo.toml; `make accept` draws it again.\n\n",
    );
    for (from, below) in edges() {
        let Some(slice) = from.strip_prefix("slices/") else { continue };
        let below: Vec<&str> = below.iter().filter_map(|to| to.strip_prefix("slices/")).collect();
        let arrow = if below.is_empty() { "" } else { " -> " };
        writeln!(drawing, "{slice}{arrow}{}", below.join(", ")).expect("a string takes text");
    }
    generated(DRAWING, &drawing);
}

#[test]
fn gathering_keeps_nothing() {
    let mut found = files_ending(".rs");
    found.retain(|file| file.starts_with(GATHERING));
    found.retain(|file| file.contains("/store") || !statements(&read(file)).is_empty());
    nothing_found(
        &found,
        "The slice that gathers pages has no store and no SQL: it asks the slices that do, with one look handed to each.",
    );
}
