//! What we do not count: no column, and nothing that a page or the API says, is named like a target or a score.
//! A test cannot find them all; [ADR 16](../../docs/adr/0016-what-we-do-not-count.md) says what is meant.

use crate::tree::{files_ending, nothing_found, read};

/// Words that measure, rank or press, as parts of a name.
const WORDS: [&str; 28] = [
    "achievement",
    "badge",
    "benchmark",
    "caseload",
    "compliance",
    "deadline",
    "grade",
    "kpi",
    "league",
    "overdue",
    "percent",
    "percentage",
    "percentile",
    "performance",
    "points",
    "priority",
    "productivity",
    "quota",
    "rag",
    "rank",
    "ranking",
    "rating",
    "score",
    "severity",
    "streak",
    "target",
    "threshold",
    "utilisation",
];

fn is_absent(name: &str) -> bool {
    !name.split(|it: char| !it.is_ascii_alphanumeric()).any(|part| WORDS.contains(&part))
}

#[test]
fn no_column_measures_anybody() {
    let schema = read("docs/generated/schema.txt");
    let columns = schema.lines().filter_map(|line| line.split_whitespace().next());
    let found: Vec<String> = columns.filter(|it| !is_absent(it)).map(str::to_owned).collect();
    nothing_found(&found, "A table or column is named like a target or a score. Read ADR 16.");
}

#[test]
fn nothing_that_the_api_says_measures_anybody() {
    let mut found = Vec::new();
    for file in files_ending(".rs").into_iter().filter(|it| it.starts_with("slices/")) {
        for (number, line) in read(&file).lines().enumerate() {
            let Some(field) = line.trim().strip_prefix("pub ") else { continue };
            let name = field.split([':', '(', ' ']).next().unwrap_or_default();
            if !is_absent(name) {
                found.push(format!("{file}:{}: {name}", number + 1));
            }
        }
    }
    nothing_found(&found, "A field is named like a target or a score. Read ADR 16.");
}

#[test]
fn no_sentence_measures_anybody() {
    let mut found = Vec::new();
    for file in files_ending(".ftl") {
        for (number, line) in read(&file).lines().enumerate() {
            if let Some((key, _)) = line.split_once(" = ")
                && !is_absent(key)
            {
                found.push(format!("{file}:{}: {key}", number + 1));
            }
        }
    }
    nothing_found(&found, "A sentence is named like a target or a score. Read ADR 16.");
}
