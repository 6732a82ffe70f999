//! Several names at once, one on each line. Pure.

use std::collections::HashMap;

use words::Say;

use crate::{Called, said};

/// How many names are read at once: more than any team has, and few enough for one unit of work.
pub(crate) const MOST: usize = 50;

/// Reads a name from each line that is not blank.
///
/// # Errors
/// What is wrong, line by line, counted as they were typed.
pub(crate) fn read(raw: &str) -> Result<Vec<Called>, Vec<Say>> {
    let lines = raw.lines().enumerate().map(|(at, line)| (at + 1, line.trim_matches(' ')));
    let lines: Vec<(usize, &str)> = lines.filter(|(_, line)| !line.is_empty()).collect();
    if lines.len() > MOST {
        return Err(vec![said::names_many(lines.len(), MOST)]);
    }
    let (mut names, mut wrong, mut known) = (Vec::new(), Vec::new(), HashMap::new());
    for (at, line) in lines {
        let first = *known.entry(alike(line)).or_insert(at);
        match one(at, line) {
            Err(what) => wrong.push(what),
            Ok(_) if first < at => wrong.push(said::line_twice(first, at)),
            Ok(name) => names.push(name),
        }
    }
    if wrong.is_empty() { Ok(names) } else { Err(wrong) }
}

/// Who is handed which code must be plain from the list: names that look the same do not tell.
fn alike(line: &str) -> String {
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// A name that stands alone is mended on the way in. In a list, a sign that cannot be seen most often
/// comes from a table that was pasted, and then the line is not a name.
fn one(at: usize, line: &str) -> Result<Called, Say> {
    if line.chars().any(char::is_control) {
        return Err(said::line_unseen(at));
    }
    Called::parse(line).map_err(|_| said::line_long(at, Called::MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(raw: &str) -> Vec<&'static str> {
        read(raw).unwrap_err().iter().map(Say::key).collect()
    }

    #[test]
    fn a_name_a_line_and_blank_lines_are_nothing() {
        let names = read("Una\r\n\n  Max Weber \n").unwrap();
        let names: Vec<&str> = names.iter().map(Called::as_str).collect();
        assert_eq!(names, ["Una", "Max Weber"]);
        assert!(read(" \n\r\n").unwrap().is_empty());
    }

    #[test]
    fn every_line_that_is_wrong_is_told() {
        let long = "x".repeat(Called::MOST + 1);
        let raw = format!("Una\n{long}\n\nMax\tteam\nuna\n UNA");
        assert_eq!(wrong(&raw), ["line-long", "line-unseen", "line-twice", "line-twice"]);
        assert_eq!(read(&raw).unwrap_err()[0], said::line_long(2_usize, Called::MOST));
        assert_eq!(read(&raw).unwrap_err()[2], said::line_twice(1_usize, 5_usize));
    }

    #[test]
    fn fifty_are_read_and_not_one_more() {
        let all = |count| (0..count).map(|it| format!("Name {it}")).collect::<Vec<_>>().join("\n");
        assert_eq!(read(&all(MOST)).unwrap().len(), MOST);
        assert_eq!(wrong(&all(MOST + 1)), ["names-many"]);
    }
}
