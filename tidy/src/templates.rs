//! Pages: every word comes from the catalogue, and nothing runs that the content policy would refuse.

use crate::{
    template::{Tag, Template},
    tree::{files_ending, needless, nothing_found, read, slice_of},
};

/// Words that are the same in every language and stand in a page itself. This list only shrinks.
const NAMES: &[&str] = &[];
/// Attributes whose value people read or hear.
const READ: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "content",
    "label",
    "placeholder",
    "summary",
    "title",
];

fn templates() -> Vec<(String, Template)> {
    let mut files = files_ending(".html");
    // The gallery is for looking at, not a page of the program.
    files.retain(|file| !file.contains("/examples/"));
    files.retain(|file| {
        // The gallery is for looking at: it is no page of the program.
        let shown = !file.contains("/examples/");
        shown && ["slices/", "base/", "app/"].iter().any(|top| file.starts_with(top))
    });
    files
        .into_iter()
        .map(|file| (read(&file), file))
        .map(|(text, file)| (file, Template::parse(&text)))
        .collect()
}

#[test]
fn words_come_from_the_catalogue() {
    let mut found = Vec::new();
    let mut used = Vec::new();
    for (file, template) in templates() {
        let attributes = template.tags.iter().flat_map(read_attributes);
        let literals =
            template.expressions.iter().flat_map(|(line, text)| prose_literals(*line, text));
        for (line, text) in template.text.iter().cloned().chain(attributes).chain(literals) {
            if NAMES.contains(&text.as_str()) {
                used.push(text);
            } else if has_words(&text) {
                found.push(format!("{file}:{line}: {text}"));
            }
        }
    }
    nothing_found(
        &found,
        "Move these words to the catalogue (an .ftl file) and name them here by their key, so that the page can be \
         read in any language. A name that is the same in every language goes on NAMES in tidy/src/templates.rs.",
    );
    needless(NAMES, &used, "NAMES in tidy/src/templates.rs");
}

/// Whether there are letters besides those of entities such as `&nbsp;`.
fn has_words(text: &str) -> bool {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or("");
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    has_letters(first)
        || parts.any(|part| has_letters(part.split_once(';').map_or(part, |(_, after)| after)))
}

fn read_attributes(tag: &Tag) -> Vec<(usize, String)> {
    // `content` is read in a description only; elsewhere in the head it is for machines.
    let for_machines = tag.name == "meta"
        && !tag.attributes.iter().any(|(name, value)| name == "name" && value == "description");
    let is_read = |name: &str| READ.contains(&name) && !for_machines;
    tag.attributes
        .iter()
        .filter(|(name, _)| is_read(name))
        .map(|(_, value)| (tag.line, value.clone()))
        .collect()
}

/// String literals that begin as a sentence does: a word is no less hard-coded for being handed to a macro.
fn prose_literals(line: usize, expression: &str) -> Vec<(usize, String)> {
    let literals = expression.split('"').skip(1).step_by(2);
    let sentence = |text: &&str| {
        let mut letters = text.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    };
    literals.filter(sentence).map(|text| (line, text.to_owned())).collect()
}

#[test]
fn nothing_runs_inline() {
    let mut found = Vec::new();
    for (file, template) in templates() {
        for tag in template.tags {
            let has = |wanted: &str| tag.attributes.iter().any(|(name, _)| name == wanted);
            if tag.name == "style" || tag.name == "script" && !has("src") {
                found.push(format!("{file}:{}: <{}>", tag.line, tag.name));
            }
            let inline =
                tag.attributes.iter().filter(|(name, _)| name == "style" || name.starts_with("on"));
            found.extend(inline.map(|(name, _)| format!("{file}:{}: {name}=", tag.line)));
        }
    }
    nothing_found(
        &found,
        "The content policy refuses code and styles inside a page, so that nothing typed by anybody can run. Give the \
         thing a class and style it in base/ui/styles; let an island add behaviour.",
    );
}

#[test]
fn slices_never_trust_text() {
    let mut found = Vec::new();
    for (file, template) in templates() {
        let trusts =
            |text: &str| text.replace(' ', "").contains("|safe") || text.contains("autoescape");
        let trusting = template
            .expressions
            .iter()
            .filter(|(_, text)| slice_of(&file).is_some() && trusts(text));
        found.extend(trusting.map(|(line, text)| format!("{file}:{line}: {text}")));
    }
    nothing_found(
        &found,
        "`safe` puts text on a page as if it were markup. Only base/ui may, for markup that it made itself: let a type \
         of base/ui be what your page holds.",
    );
}

#[test]
fn hard_coded_words_are_seen() {
    assert!(has_words("Open a cycle"), "plain words");
    assert!(has_words("&nbsp;and"), "words after an entity");
    assert!(!has_words("&nbsp;· 3&mdash;4"), "no words");
    assert_eq!(
        prose_literals(1, "{% call ui::field(\"question\", \"What helps?\") %}").len(),
        1,
        "the second one"
    );
}
