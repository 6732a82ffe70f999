//! `tributary map convert`.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{fs, path::PathBuf};

use clap::Parser;

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

/// A folder of its own for each test, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("tributary-convert-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// What a command prints, or the one line that says why not.
fn convert(arguments: &[&str]) -> Result<String, String> {
    let arguments = ["tributary", "map", "convert"].iter().chain(arguments);
    let program = Program::try_parse_from(arguments).map_err(|why| why.to_string())?;
    let mut out = Vec::new();
    match program.command.run(&mut out) {
        Ok(()) => Ok(String::from_utf8(out).unwrap()),
        Err(why) => Err(format!("{why:?}")),
    }
}

const LINKS: &str = "From,To,Type\nrain,\"A & B <C>\",+\n";

#[test]
fn a_table_becomes_graphml_on_standard_output() {
    let folder = Folder::new("print");
    let file = folder.put("links.csv", LINKS);
    let said = convert(&[&file, "--to", "graphml"]).unwrap();
    assert!(said.contains("<data key=\"d0\">A &amp; B &lt;C&gt;</data>"), "{said}");
}

#[test]
fn the_end_of_the_name_says_the_format() {
    let folder = Folder::new("ending");
    let file = folder.put("links.csv", LINKS);
    convert(&[&file, "--out", &folder.path("map.dot")]).unwrap();
    assert!(folder.text("map.dot").starts_with("digraph"));
    let said = convert(&[&file, "--out", &folder.path("map.xlsx")]).unwrap_err();
    assert!(said.contains("Say it with --to: prsm-xlsx or kumu-xlsx or causal-coding."), "{said}");
    let said = convert(&[&file]).unwrap_err();
    assert!(said.contains("say the format with --to, or name a file with --out"), "{said}");
}

#[test]
fn a_pair_is_read_and_written_beside_each_other() {
    let folder = Folder::new("pair");
    let elements = folder.put("e.csv", "Label,Type\nrain,Weather\n");
    let connections = folder.put("c.csv", LINKS);
    let pair = ["--elements", &elements, "--connections", &connections];
    convert(&[&pair[..], &["--to", "kumu-csv", "--out", &folder.path("map.csv")]].concat())
        .unwrap();
    assert!(folder.text("map-elements.csv").contains("rain,Weather"));
    assert!(folder.text("map-connections.csv").contains("rain,A & B <C>,+"));
    let said = convert(&[&pair[..], &["--to", "kumu-csv"]].concat()).unwrap_err();
    assert!(said.contains("kumu-csv is two files. Name one with --out"), "{said}");
}

#[test]
fn nothing_is_overwritten_unless_forced() {
    let folder = Folder::new("force");
    let file = folder.put("links.csv", LINKS);
    let out = folder.put("map.prsm", "precious");
    let said = convert(&[&file, "--out", &out]).unwrap_err();
    assert!(said.contains("there is a file of this name already"), "{said}");
    assert_eq!(folder.text("map.prsm"), "precious");
    convert(&[&file, "--out", &out, "--force"]).unwrap();
    assert!(folder.text("map.prsm").contains("\"mapTitle\""));
}

#[test]
fn half_of_a_pair_is_not_left_behind() {
    let folder = Folder::new("half");
    let file = folder.put("links.csv", LINKS);
    fs::create_dir_all(folder.0.join("map-connections.csv/full")).unwrap();
    convert(&[&file, "--to", "kumu-csv", "--out", &folder.path("map"), "--force"]).unwrap_err();
    assert!(!folder.0.join("map-elements.csv").exists());
}

#[test]
fn a_broken_file_is_named_with_what_is_wrong() {
    let folder = Folder::new("broken");
    let file = folder.put("map.json", "{\"elements\": [");
    let said = convert(&[&file, "--to", "prsm"]).unwrap_err();
    assert!(
        said.contains("map.json: this is no kind of map that is known here: broken JSON, line 1"),
        "{said}"
    );
    let said = convert(&["--to", "prsm"]).unwrap_err();
    assert!(said.contains("required"), "{said}");
    let said = convert(&[&file, "--to", "kumu"]).unwrap_err();
    assert!(said.contains("there is no format `kumu`. There are: tributary, prsm,"), "{said}");
}
