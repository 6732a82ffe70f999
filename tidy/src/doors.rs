//! No door beside the door: what only the program or the base may do, no slice names.

use crate::tree::{files_ending, nothing_found, read, slice_of};

/// What leads past the rules: to keys, to stores, and to acting as the program.
const DOORS: &[&str] = &[
    "Actor::program",
    "Db::open",
    "KeyStore",
    "MasterKeys",
    "Program",
    "State::start",
    "Vault",
    "by_program",
    "destroy_key",
    "erasure::",
    "open_file",
    "open_server",
];

/// Where a slice is handed the program by the command line, and asks in its name.
const HANDED: &[&str] = &["slices/people/src/admin.rs", "slices/people/src/token.rs"];

fn doors(text: &str) -> Vec<&'static str> {
    let code: Vec<&str> = text.lines().map(|it| it.split("//").next().unwrap_or("")).collect();
    let code = code.join("\n").replace("Kind::Program", "").replace("Via::Program", "");
    DOORS.iter().copied().filter(|door| code.contains(door)).collect()
}

#[test]
fn no_slice_names_a_door_beside_the_door() {
    let mut found = Vec::new();
    for file in files_ending(".rs").into_iter().filter(|file| slice_of(file).is_some()) {
        let text = read(&file);
        let named = doors(&text);
        let handed = HANDED.contains(&file.as_str());
        let wrong = named.into_iter().filter(|door| !(handed && *door == "Program"));
        found.extend(wrong.map(|door| format!("{file}: {door}")));
    }
    nothing_found(
        &found,
        "A slice asks with an Ask and is answered with a Look or a Permit. Keys are destroyed, stores opened and the \
         program named in app and base alone.",
    );
}

#[test]
fn whoever_is_handed_the_program_needs_it() {
    let idle: Vec<String> = HANDED
        .iter()
        .filter(|file| !doors(&read(file)).contains(&"Program"))
        .map(|file| (*file).to_owned())
        .collect();
    nothing_found(&idle, "Take these off HANDED in tidy/src/doors.rs.");
}

#[test]
fn a_door_is_found_in_code_and_not_in_a_comment() {
    assert_eq!(doors("// the Vault\nlet kind = Kind::Program;"), Vec::<&str>::new());
    assert_eq!(doors("fn a(keys: &KeyStore) {}"), ["KeyStore"]);
}
