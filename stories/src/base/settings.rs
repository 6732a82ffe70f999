//! The settings, written down from the program itself.

use std::{fmt::Write as _, path::Path};

use app::settings::Settings;

use crate::access::generated;

/// The value of a setting when nobody sets it.
fn default_of(name: &str) -> String {
    let it = Settings::default();
    let maybe = |value: Option<String>| value.unwrap_or_default();
    match name {
        "data" => it.data.display().to_string(),
        "database_url" => maybe(it.database_url),
        "keys_url" => maybe(it.keys_url),
        "master_key" => maybe(it.master_key),
        "master_key_file" => maybe(it.master_key_file.map(|path| path.display().to_string())),
        "listen" => it.listen,
        "metrics_listen" => maybe(it.metrics_listen),
        "public_url" => maybe(it.public_url),
        "time_zone" => it.time_zone,
        "trusted_proxies" => it.trusted_proxies.iter().map(ToString::to_string).collect(),
        "log" => it.log,
        "log_format" => it.log_format,
        other => panic!("say the default of `{other}` here"),
    }
}

/// What a setting means, as its own line in the program says.
fn meaning_of(name: &str) -> String {
    let source = include_str!("../../../app/src/settings.rs");
    let (before, _) = source.split_once(&format!("    pub {name}: ")).expect("it is a field");
    let lines = before.lines().rev().map_while(|line| line.trim().strip_prefix("/// "));
    let mut lines: Vec<&str> = lines.collect();
    lines.reverse();
    lines.join(" ")
}

#[test]
fn settings_are_as_written_down() {
    let mut text = String::from(
        "# Settings\n\nMade from the program by a test: do not edit by hand. A variable wins over \
         `tributary.toml`.\n\n| Variable | In `tributary.toml` | Without it | Meaning |\n|---|---|---|---|\n",
    );
    for name in Settings::NAMES {
        let (default, meaning) = (default_of(name), meaning_of(name));
        assert!(!meaning.is_empty(), "{name} says what it means");
        let default = if default.is_empty() { String::new() } else { format!("`{default}`") };
        let variable = format!("TRIBUTARY_{}", name.to_uppercase());
        writeln!(text, "| `{variable}` | `{name}` | {default} | {meaning} |").unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/generated/settings.md");
    generated(&path, &text);
}

/// The list of names is what variables are read by: one that is missing would be ignored.
#[test]
fn every_field_is_a_setting_that_a_variable_can_set() {
    let source = include_str!("../../../app/src/settings.rs");
    let (_, fields) = source.split_once("pub struct Settings {").unwrap();
    let (fields, _) = fields.split_once("\n}").unwrap();
    let fields = fields.lines().filter_map(|line| line.trim().strip_prefix("pub "));
    let fields: Vec<&str> = fields.filter_map(|it| it.split(':').next()).collect();
    assert_eq!(fields, Settings::NAMES);
}
