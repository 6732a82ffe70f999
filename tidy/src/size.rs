//! Small files: what fits on a few screens is read, and what is read is kept right.

use crate::tree::{files, needless, nothing_found, read};

/// The most lines of a file, without its tests.
const MOST: usize = 250;
/// The most lines of a shell script: what is longer wants a language with types.
const MOST_OF_A_SCRIPT: usize = 80;

/// Files that may be longer. This list only shrinks.
const EXCEPTIONS: &[&str] = &[];

#[test]
fn files_are_small() {
    let mut found = Vec::new();
    let mut needed = Vec::new();
    for file in files() {
        let Some(most) = most(&file) else { continue };
        let lines = lines_without_tests(&read(&file));
        if lines > most {
            if !EXCEPTIONS.contains(&file.as_str()) {
                found.push(format!("{file}: {lines} lines, {most} at most"));
            }
            needed.push(file);
        }
    }
    nothing_found(
        &found,
        "Find the second idea in the file and give it a file of its own, named after it. A verb's form moves to \
         <verb>/form.rs, a rule to rules/<truth>.rs, tests to a sibling file. Nothing is called utils or helpers.",
    );
    needless(EXCEPTIONS, &needed, "EXCEPTIONS in tidy/src/size.rs");
}

fn most(file: &str) -> Option<usize> {
    if file.starts_with("scripts/") || file.starts_with(".ci/") {
        return Some(MOST_OF_A_SCRIPT);
    }
    let end = file.rsplit_once('.')?.1;
    ["rs", "html", "ts", "mjs", "js", "css", "scss", "sql"].contains(&end).then_some(MOST)
}

/// Counts the lines outside `#[cfg(test)] mod ... { }`: no file is called long for being well tested.
fn lines_without_tests(text: &str) -> usize {
    let mut count = 0;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        count += 1;
        if line.trim() != "#[cfg(test)]" {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let close = format!("{}}}", " ".repeat(indent));
        let opens = lines.next().is_some_and(|next| next.contains("mod ") && next.ends_with('{'));
        if opens {
            count -= 1;
            lines.by_ref().find(|line| *line == close);
        } else {
            count += 1;
        }
    }
    count
}

#[test]
fn a_test_module_is_not_counted() {
    let text =
        "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn b() {\n    }\n}\nfn c() {}\n";
    assert_eq!(lines_without_tests(text), 3);
    assert_eq!(lines_without_tests("#[cfg(test)]\nmod tests;\nfn c() {}\n"), 3);
}
