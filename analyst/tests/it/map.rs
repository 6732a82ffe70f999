//! `tributary map info` and `analyse`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod compared;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use analyst::Command;
use clap::Parser;
use serde_json::{Value, json};

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

/// A folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tributary-map-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.0.join(name), text).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn ask(words: &[&str]) -> Result<String, String> {
    let words = ["tributary", "map"].iter().chain(words);
    let program = Program::try_parse_from(words).map_err(|why| why.to_string())?;
    let mut out = Vec::new();
    program.command.run(&mut out).map_err(|why| format!("{why:?}"))?;
    Ok(String::from_utf8(out).unwrap())
}

fn asked(words: &[&str]) -> Value {
    let words: Vec<&str> = words.iter().copied().chain(["--json"]).collect();
    serde_json::from_str(&ask(&words).unwrap()).unwrap()
}

fn known(name: &str) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../methods/causal/data");
    data.join(name).display().to_string()
}

const DEBT: &str = "From,To,Type\nDebt,Worry,+\nWorry,Sleep,-\nSleep,Debt,-\nAdvice,Debt,-\n";

#[test]
fn the_answer_has_the_shape_that_programs_expect() {
    let folder = Folder::new();
    let text = ask(&["analyse", &folder.put("debt.csv", DEBT), "--json"]).unwrap();
    assert!(text.starts_with(
        r#"{"factors":4,"links":4,"positive":1,"negative":3,"unknown":0,"undirected":0,"components":1,"largest_scc":3,"loops":{"max_length":6,"complete":true,"total":1,"reinforcing":1,"balancing":0,"unknown":0,"items":[{"factors":["Debt","Worry","Sleep"],"type":"reinforcing","delayed":false}]},"per_factor":[{"label":"Advice","in":0,"out":1,"betweenness":0.0,"closeness":0.0,"upstream":0,"downstream":3,"role":"driver"},{"label":"Debt","in":2,"out":1,"betweenness":3.0,"#
    ), "{text}");
    assert!(text.ends_with("\"declared_loops\":[]}\n"), "{text}");
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let folder = Folder::new();
    let mut rows: Vec<&str> = DEBT.lines().collect();
    rows[1..].reverse();
    let turned = folder.put("turned.csv", &rows.join("\n"));
    let one = ask(&["analyse", &folder.put("debt.csv", DEBT), "--json"]).unwrap();
    assert_eq!(one, ask(&["analyse", &turned, "--json"]).unwrap());
}

#[test]
fn the_obesity_map_from_its_two_tables() {
    let elements = known("foresight-obesity-elements.csv");
    let connections = known("foresight-obesity-connections.csv");
    let found = asked(&["analyse", "--elements", &elements, "--connections", &connections]);
    let numbers = |names: &[&str]| -> Vec<u64> {
        names.iter().map(|name| found[name].as_u64().unwrap()).collect()
    };
    let names = ["factors", "links", "positive", "negative", "components", "largest_scc"];
    assert_eq!(numbers(&names), [108, 296, 198, 98, 1, 86]);
    let loops = &found["loops"];
    assert_eq!((&loops["total"], &loops["reinforcing"]), (&json!(193), &json!(115)));
    assert_eq!(loops["items"].as_array().unwrap().len(), 193);
    let longer = asked(&["analyse", &connections, "--max-loop", "12", "--no-items"]);
    assert_eq!(longer["loops"]["total"], 17_492);
    assert_eq!(longer["loops"]["items"], json!([]));
}

#[test]
fn a_list_that_is_cut_off_says_so() {
    let map = known("random-1000-4000.json");
    let found = asked(&["analyse", &map, "--most-loops", "100"]);
    assert_eq!(
        (&found["loops"]["complete"], &found["loops"]["total"]),
        (&json!(false), &json!(100))
    );
    let said = ask(&["analyse", &map, "--most-loops", "100"]).unwrap();
    assert!(said.contains("At least 100 loops of up to 6 links"), "{said}");
    assert!(said.contains("There are more"), "{said}");
}

#[test]
fn people_are_answered_in_words_that_fit_their_terminal() {
    let said = ask(&["analyse", &known("foresight-obesity-connections.csv")]).unwrap();
    assert!(said.contains("193 loops of up to 6 links: 115 reinforcing, 78 balancing, 0 unknown."));
    assert!(said.contains("Drivers: they lead to others, and nothing leads to them (8)"), "{said}");
    assert!(said.contains("Physical Activity"));
    assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
}

#[test]
fn a_map_that_somebody_drew_loops_on_hears_which_are_closed() {
    let folder = Folder::new();
    let blueprint = json!({
        "elements": [
            {"_id": "elem-1", "attributes": {"label": "A & B <C>"}},
            {"_id": "elem-2", "attributes": {"label": "Rain"}}
        ],
        "connections": [
            {"_id": "conn-1", "from": "elem-1", "to": "elem-2", "direction": "directed", "attributes": {"type": "+"}},
            {"_id": "conn-2", "from": "elem-2", "to": "elem-1", "direction": "directed", "attributes": {"type": "-", "delayed": true}}
        ],
        "loops": [
            {"_id": "loop-1", "attributes": {"label": "B1"}, "connections": ["conn-1", "conn-2"]},
            {"_id": "loop-2", "attributes": {"label": "half"}, "connections": ["conn-1"]}
        ],
        "maps": [{"_id": "map-1", "name": "Rain", "elements": [], "connections": []}]
    });
    let path = folder.put("backup.json", &blueprint.to_string());
    let found = asked(&["analyse", &path]);
    let declared = json!([
        {"label": "B1", "closed": true, "type": "balancing"},
        {"label": "half", "closed": false, "type": "unknown"}
    ]);
    assert_eq!(found["declared_loops"], declared);
    assert_eq!(found["loops"]["items"][0]["factors"], json!(["A & B <C>", "Rain"]));
    assert_eq!(found["loops"]["items"][0]["delayed"], true);
    let said = ask(&["analyse", &path]).unwrap();
    assert!(said.contains("2 loops drawn by hand; 1 of them not closed"), "{said}");
}

#[test]
fn info_says_what_a_file_is_and_what_could_not_be_read() {
    let folder = Folder::new();
    let path = folder.put("debt.csv", DEBT);
    let said = ask(&["info", &path]).unwrap();
    assert!(said.contains("4 factors and 4 links (1 positive, 3 negative)"), "{said}");
    assert!(said.contains("Format: kumu-csv") && said.contains("Everything in the file was read."));
    let edges = folder.put("edges.json", r#"{"nodes":2,"edges":[[0,1],[0,7]]}"#);
    let found = asked(&["info", &edges]);
    assert_eq!((&found["format"], &found["links"]), (&json!("edge-list"), &json!(1)));
    assert_eq!(found["left_out"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_map_is_refused_in_one_line() {
    let folder = Folder::new();
    let empty = folder.put("empty.json", "");
    for words in [&["info", &empty][..], &["analyse", &empty], &["diff", &empty, &empty]] {
        let why = ask(words).unwrap_err();
        assert!(why.contains("empty.json") && !why.contains('\n'), "{why}");
    }
    let nowhere = folder.path("nowhere.csv");
    assert!(ask(&["analyse", &nowhere]).unwrap_err().contains("nowhere.csv"));
    assert!(ask(&["analyse"]).unwrap_err().contains("FILE"));
}

#[test]
fn of_a_pair_the_broken_table_is_named() {
    let folder = Folder::new();
    let good = folder.put("good.csv", DEBT);
    for broken in [&b"From,To\n\xff"[..], b""] {
        let bad = folder.path("bad.csv");
        fs::write(&bad, broken).unwrap();
        let why = ask(&["info", "--elements", &bad, "--connections", &good]).unwrap_err();
        assert!(why.contains("bad.csv") && !why.contains("good.csv"), "{why}");
        let why = ask(&["info", "--elements", &good, "--connections", &bad]).unwrap_err();
        assert!(why.contains("bad.csv") && !why.contains("good.csv"), "{why}");
    }
}

#[test]
fn elements_alone_are_told_what_is_missing() {
    let why = ask(&["info", "--elements", "a.csv"]).unwrap_err();
    assert!(why.contains("--connections") && !why.contains("<FILE>\n"), "{why}");
}
