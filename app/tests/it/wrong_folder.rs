//! A command that looks at something makes nothing where nothing is.

use std::process::Command;

#[test]
fn what_looks_at_an_installation_refuses_a_folder_without_one() {
    let name = format!("tributary-nothing-{}", platform::secret::token());
    let folder = std::env::temp_dir().join(name);
    let (id, file) = ("0".repeat(32), folder.join("copy.jsonl").display().to_string());
    for command in [
        vec!["verify"],
        vec!["backup", &file],
        vec!["backup", "--keys", &file],
        vec!["token", "list"],
        vec!["token", "create", "--account", &id, "--label", "x"],
        vec!["user", "code", &id],
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tributary"));
        program.args(&command).env_clear().env("TRIBUTARY_DATA", &folder).current_dir("/");
        let out = program.output().unwrap();
        let said = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(1), "{command:?}: {said}");
        assert!(said.contains("nothing to look at"), "{command:?}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{command:?}: {said}");
        assert!(!folder.exists(), "{command:?} made something");
    }
}
