//! What stands in the clear: every column of text that is neither an id nor sealed is named, with its
//! reason, so that nobody's words come to stand there unnoticed.

use std::collections::{BTreeMap, BTreeSet};

use toml::Table;

use crate::tree::{nothing_found, read};

const LIST: &str = "tidy/clear_text.toml";
const SCHEMA: &str = "docs/generated/schema.txt";

/// Columns of text that are neither keys nor lead to another row, as `table.column`.
fn texts(schema: &str) -> BTreeSet<String> {
    let (mut table, mut texts, mut ids) = ("", BTreeSet::new(), BTreeSet::new());
    for line in schema.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let name = |column: &str| format!("{table}.{}", column.trim_matches(['(', ')', ',']));
        match words.as_slice() {
            ["primary", "key", columns @ ..] => ids.extend(columns.iter().map(|it| name(it))),
            [column, "is", "of", _] => {
                ids.insert(name(column));
            }
            [column, "text", ..] => {
                texts.insert(name(column));
            }
            [only] if !line.starts_with(' ') => table = only,
            _ => {}
        }
    }
    texts.difference(&ids).cloned().collect()
}

/// The columns that the list names, and what is said of each.
fn listed() -> BTreeMap<String, String> {
    let list: Table = read(LIST).parse().expect("tidy/clear_text.toml should be TOML");
    let columns = |kind: &str| list[kind].as_table().expect("a table of columns").clone();
    let all = columns("sentences").into_iter().chain(columns("others"));
    all.map(|(column, why)| (column, why.as_str().expect("a reason").to_owned())).collect()
}

#[test]
fn what_stands_in_the_clear_is_known() {
    let (texts, listed) = (texts(&read(SCHEMA)), listed());
    let unknown = texts.iter().filter(|it| !listed.contains_key(*it));
    let found: Vec<String> = unknown.map(|it| format!("{SCHEMA}: {it}")).collect();
    nothing_found(
        &found,
        "These columns hold text in the clear. If people's words could stand there, seal them: a column of bytea, under \
         the key of whom or whose talk it is. Else name the column in tidy/clear_text.toml, with its reason.",
    );
}

#[test]
fn whatever_is_listed_is_there_and_has_a_reason() {
    let (texts, listed) = (texts(&read(SCHEMA)), listed());
    let needless = listed.iter().filter(|(it, why)| !texts.contains(*it) || why.trim().is_empty());
    let found: Vec<String> = needless.map(|(it, _)| format!("{LIST}: {it}")).collect();
    nothing_found(
        &found,
        "Take off what is no column of text in the clear, and give each that is a reason.",
    );
}

#[test]
fn columns_in_the_clear_are_found() {
    let schema = "note\n    id    text  not null\n    life  text  not null\n    body  bytea  not null\n    kind  \
                  text\n    index (kind)\n    primary key (id)\n    life is of life\n\nlease\n    job  text  not \
                  null\n    holder  text  not null\n    primary key (job, place)\n";
    let found: Vec<String> = texts(schema).into_iter().collect();
    assert_eq!(found, ["lease.holder", "note.kind"]);
}
