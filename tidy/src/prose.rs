//! The project speaks of itself: a file that talks of who or what wrote it helps nobody who reads it.

use crate::tree::{files, line_at, nothing_found, text};

/// Words of the workshop, each in two halves, so that this file may hold them. Large and small letters are alike.
const WORDS: &[(&str, &str)] =
    &[("cla", "ude"), ("anth", "ropic"), ("sub", "agent"), ("chat", "gpt"), (".libr", "ary")];
/// What others wrote, and where such a word is somebody's name.
const OF_OTHERS: &[&str] = &["methods/linkage/data/febrl3.csv"];
/// A folder that only the workshop has, where a path begins with it.
const FOLDER: (&str, &str) = ("/wo", "rk/");

#[test]
fn files_speak_of_the_project_alone() {
    let mut found = Vec::new();
    for file in files() {
        let of_others = OF_OTHERS.contains(&file.as_str());
        let Some(text) = text(&file).filter(|_| !of_others) else { continue };
        let small = text.to_lowercase();
        for (first, second) in WORDS {
            let word = format!("{first}{second}");
            found.extend(
                small
                    .match_indices(&word)
                    .map(|(at, _)| format!("{file}:{}: {word}", line_at(&small, at))),
            );
        }
        let folder = format!("{}{}", FOLDER.0, FOLDER.1);
        let begins = |at: usize| {
            !small[..at]
                .ends_with(|before: char| before.is_alphanumeric() || "/._-$})".contains(before))
        };
        let places = small.match_indices(&folder).filter(|(at, _)| begins(*at));
        found.extend(places.map(|(at, _)| format!("{file}:{}: {folder}", line_at(&small, at))));
    }
    nothing_found(
        &found,
        "Say what the code does and why, in words that will still be true for whoever reads it next.",
    );
}
