//! Writes the functions for this crate's sentences, and asks for the assets when they are missing.

use std::path::Path;

fn main() -> Result<(), String> {
    words_build::generate()?;
    announce("cargo::rerun-if-changed=assets");
    if Path::new("assets/manifest.json").exists() {
        return Ok(());
    }
    announce("cargo::error=base/ui/assets is missing: run `make assets`");
    Ok(())
}

fn announce(line: &str) {
    println!("{line}");
}
