//! The methods on files, asked of the program that people have.

use std::process::Command;

const MAP: &str = r#"{"nodes":3,"edges":[[0,1],[1,2],[2,0]]}"#;

#[test]
fn a_file_is_analysed_where_no_setting_could_be_read() {
    let name = format!("tributary-methods-{}", platform::secret::token());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tributary.toml"), "listen = [[[").unwrap();
    std::fs::write(folder.join("map.json"), MAP).unwrap();
    let asked = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tributary"));
        program.args(arguments).env_clear().current_dir(&folder).output().unwrap()
    };
    let well = asked(&["map", "analyse", "map.json", "--json"]);
    let refused = asked(&["map", "analyse", "away.json"]);
    let wrong = asked(&["map", "analyse", "--no-such-flag"]);
    std::fs::remove_dir_all(&folder).unwrap();

    let answer: serde_json::Value = serde_json::from_slice(&well.stdout).unwrap();
    assert_eq!(answer["loops"]["total"], 1, "{answer}");
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!((refused.status.code(), said.trim().lines().count()), (Some(1), 1), "{said}");
    assert!(said.contains("away.json"), "{said}");
    assert_eq!(wrong.status.code(), Some(2));
}
