//! Statements: finds them in Rust, and the tables that they name.

use std::collections::BTreeSet;

use crate::tree::line_at;

/// Words after `from` and its like that are not the name of a table.
const NOT_TABLES: &[&str] =
    &["lateral", "nowait", "of", "only", "select", "set", "skip", "unnest", "generate_series"];

/// The statements of a Rust file, each with the line it begins on.
pub(crate) fn statements(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("sql(")) {
        let start = from + at;
        from = start + "sql(".len();
        let Some(rest) = text.get(from..) else { break };
        let alone = !text
            .get(..start)
            .unwrap_or("")
            .ends_with(|before: char| before.is_alphanumeric() || before == '_');
        if let (true, Some(statement)) = (alone, literal(rest)) {
            found.push((line_at(text, start), statement));
        }
    }
    found
}

/// The string literal that an argument begins with, raw or not.
fn literal(argument: &str) -> Option<&str> {
    let argument = argument.trim_start();
    let raw = argument.strip_prefix('r').unwrap_or(argument);
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let body = raw.get(hashes..)?.strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let mut end = 0;
    loop {
        end += body.get(end..)?.find(&close)?;
        let text = body.get(..end)?;
        if raw.len() < argument.len() || !text.ends_with('\\') {
            return Some(text);
        }
        end += 1;
    }
}

/// The tables and views that a statement names.
pub(crate) fn tables(statement: &str) -> BTreeSet<String> {
    let words = words(statement);
    let mut found = BTreeSet::new();
    let mut own = BTreeSet::new();
    let mut before = "";
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        // `with recent as (select ...)` names its own; `extract(day from x)` and `is distinct from x` name none.
        if next == "as" && words.get(at + 2).is_some_and(|word| word == "(") && before != "cast" {
            own.insert(word.clone());
        }
        let names =
            ["from", "into", "update", "join"].contains(&word.as_str()) && before != "distinct";
        if names && is_name(next) && !NOT_TABLES.contains(&next) {
            found.insert(next.to_owned());
        }
        before = word;
    }
    found.retain(|name| !own.contains(name));
    found
}

fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
}

/// The words and brackets of a statement, without what stands in quotes.
fn words(statement: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, piece) in statement.to_lowercase().split('\'').enumerate() {
        if at % 2 == 1 {
            continue;
        }
        let mut word = String::new();
        for letter in piece.chars().chain([' ']) {
            if letter.is_alphanumeric() || letter == '_' {
                word.push(letter);
                continue;
            }
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if letter == '(' || letter == ')' {
                words.push(letter.to_string());
            }
        }
    }
    words
}

#[test]
fn statements_are_found() {
    let text = "fn a() {\n    sql(\"select \\\"x\\\" from a\");\n    let b = sql(\n        r#\"select \"y\" from b\"#,\n    );\n    nosql(\"no\");\n}";
    let found = statements(text);
    assert_eq!(found, [(2, "select \\\"x\\\" from a"), (3, "select \"y\" from b")]);
}

#[test]
fn the_tables_of_a_statement_are_found() {
    let of = |statement| tables(statement).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(of("select 'from nowhere' from a join b on a.id = b.id"), "a b");
    assert_eq!(of("INSERT INTO a (id) SELECT id FROM b ON CONFLICT DO UPDATE SET id = 1"), "a b");
    assert_eq!(of("with recent as (select id from a) select id from recent"), "a");
    assert_eq!(
        of("select id from (select id from a) where b is distinct from c for update skip locked"),
        "a"
    );
    assert_eq!(of("delete from a where id in (select cast(id as bigint) from b)"), "a b");
}
