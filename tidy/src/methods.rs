//! The methods are pure: bytes and values in, values out.

use crate::tree::{files_ending, line_at, nothing_found, read, root};

/// What reaches out of a library, or lets chance or the hour in.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::os",
    "Instant",
    "SystemTime",
    "Timestamp::now",
    "Zoned::now",
    "tokio",
    "async fn",
    "getrandom",
    "from_os_rng",
    "thread_rng",
    "rand::rng(",
    "RandomState",
    "HashMap::new",
    "HashSet::new",
    "DefaultHasher",
];
/// Crates below `methods/` that are there for tests and benchmarks alone, and that no library stands on.
const FOR_TESTS: &[&str] = &["mangled", "made"];

/// The files of the libraries themselves: not their tests, benchmarks and examples.
fn sources() -> Vec<String> {
    let mut files = files_ending(".rs");
    files.retain(|file| file.starts_with("methods/") && file.contains("/src/"));
    files.retain(|file| !FOR_TESTS.iter().any(|it| file.starts_with(&format!("methods/{it}/"))));
    files
}

#[test]
fn methods_reach_for_nothing() {
    let mut found = Vec::new();
    for file in sources() {
        let text = read(&file);
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or("");
        for outside in OUTSIDE {
            let places = code.match_indices(outside).filter(|(at, _)| alone(code, *at, outside));
            found.extend(places.map(|(at, _)| format!("{file}:{}: {outside}", line_at(code, at))));
        }
    }
    nothing_found(
        &found,
        "A method takes bytes and values and gives values (ADR 27): whoever calls it reads the file, the clock and the \
         seed. A map in the order of chance gives another answer each time: take a BTreeMap, sort, or name the hasher.",
    );
}

/// Whether it stands in code as a word of its own, and not in a comment.
fn alone(code: &str, at: usize, outside: &str) -> bool {
    let line = code[..at].rsplit('\n').next().unwrap_or("").trim_start();
    let word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let inside = code[..at].ends_with(word) || code[at + outside.len()..].starts_with(word);
    !line.starts_with("//") && !inside
}

#[test]
fn every_method_says_what_it_is_for() {
    let mut found = Vec::new();
    for manifest in files_ending("/Cargo.toml").iter().filter(|file| file.starts_with("methods/")) {
        let folder = manifest.trim_end_matches("/Cargo.toml");
        let text = std::fs::read_to_string(root().join(folder).join("README.md"));
        if !text.is_ok_and(|text| text.contains("```rust")) {
            found.push(format!("{folder}/README.md"));
        }
    }
    nothing_found(
        &found,
        "Write them: what it answers, a worked example that is compiled with the tests (lib.rs includes the page), where its \
         formulas come from, what it does not do.",
    );
}

#[test]
fn words_are_found_where_they_are_code() {
    assert!(alone("use std::fs;", 4, "std::fs"));
    assert!(!alone("// std::fs", 3, "std::fs"));
    assert!(!alone("use std::fsync;", 4, "std::fs"));
}
