//! `tributary journeys`: event logs.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{fs, path::PathBuf};

use clap::Parser as _;
use serde_json::{Value, json};

#[derive(clap::Parser)]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("journeys-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn with(&self, name: &str, text: &str) -> String {
        let file = self.0.join(name);
        fs::write(&file, text).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn parsed(words: &[&str]) -> Result<Program, clap::Error> {
    let all = ["tributary", "journeys"].iter().chain(words);
    Program::try_parse_from(all)
}

fn said(words: &[&str]) -> String {
    let mut out = Vec::new();
    parsed(words).unwrap().command.run(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn refused(words: &[&str]) -> String {
    let why = parsed(words).unwrap().command.run(&mut Vec::new()).unwrap_err();
    format!("{why:?}")
}

const LOG: &str = "person,activity,timestamp
amina,Asked for help,2024-01-01T09:00:00Z
amina,Visit,2024-01-03T09:00:00Z
ben,Visit,2024-07-01T12:00:00Z
ben,Asked for help,2024-01-01T12:00:00Z
chloé,A & B <C>,2024-02-01T00:00:00Z
";

fn answer() -> Value {
    json!({
        "cases": 3, "events": 5, "activities": 3, "variants": 2, "dfg_edges": 1,
        "dfg": [["Asked for help", "Visit", 2]], "median_duration_hours": 48.0
    })
}

#[test]
fn json_has_the_shape_that_was_promised() {
    let folder = Folder::new("json");
    let text = said(&[&folder.with("log.csv", LOG), "--json"]);
    let keys = "{\"cases\":3,\"events\":5,\"activities\":3,\"variants\":2,\"dfg_edges\":1,\"dfg\":[[\"Asked for help\",\"Visit\",2]],\"median_duration_hours\":48.0}\n";
    assert_eq!(text, keys);
}

#[test]
fn an_empty_log_has_no_median() {
    let folder = Folder::new("empty");
    let text = said(&[&folder.with("log.xes", "<log/>"), "--json"]);
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer["median_duration_hours"], Value::Null);
    assert!(
        said(&[&folder.path("log.xes")])
            .starts_with("0 cases, 0 events, 0 activities, 0 variants.")
    );
}

#[test]
fn cases_of_one_event_took_no_time() {
    let folder = Folder::new("moment");
    let text = said(&[&folder.with("log.csv", "case,activity,time\na,b,2024-01-01\n")]);
    assert!(
        text.contains("\nHalf of the cases or more have no time between first and last event.\n"),
        "{text}"
    );
}

#[test]
fn people_read_words_and_small_tables() {
    let folder = Folder::new("words");
    let text = said(&[&folder.with("log.csv", LOG), "--gap", "30"]);
    assert_eq!(
        text,
        "3 cases, 5 events, 3 activities, 2 variants.
From first to last event, half of the cases took 2.0 days or less.
Cases begin with: Asked for help (2), A & B <C> (1).
Cases end with: Visit (2), A & B <C> (1).

What followed what (1)                                                      times     median wait
  Asked for help > Visit                                                        2       92.0 days

    cases  Ways that cases went (2)
        2  Asked for help > Visit
        1  A & B <C>

Gaps of more than 30 days (1), the longest first
  ben                2024-01-01 to 2024-07-01      182 days  Asked for help > Visit

Notes
  Columns taken: case person, activity activity, time timestamp.
"
    );
    assert!(text.lines().all(|line| line.chars().count() <= 100));
    assert!(
        said(&[&folder.path("log.csv"), "--gap", "200"])
            .contains("No case has a gap of more than 200 days.")
    );
}

#[test]
fn long_names_are_cut_and_upset_no_terminal() {
    let folder = Folder::new("cut");
    let name = format!("\u{1b}[31m{}", "long ".repeat(60));
    let log = format!("case,activity,time\n{name},{name},2024-01-01\n{name},b{name},2025-01-01\n");
    let text = said(&[&folder.with("log.csv", &log)]);
    assert!(!text.contains('\u{1b}'));
    let tables = text.split("Notes").next().unwrap();
    assert!(tables.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn a_log_is_converted_and_gives_the_same_answer() {
    let folder = Folder::new("convert");
    let log = folder.with("log.csv", LOG);
    for format in ["xes", "ocel-json", "csv"] {
        let out = folder.path(&format!("out.{format}"));
        let text = said(&[&log, "--to", format, "--out", &out]);
        assert!(text.starts_with(&format!("Written: {out}\n")), "{text}");
        let read: Value = serde_json::from_str(&said(&[&out, "--json"])).unwrap();
        assert_eq!(read, answer(), "{format}");
    }
}

#[test]
fn what_could_not_be_kept_is_said() {
    let folder = Folder::new("lost");
    let log = folder.with("log.xes", "<log><classifier name=\"a\" keys=\"b\"/></log>");
    let text = said(&[&log, "--to", "csv", "--out", &folder.path("out.csv")]);
    assert!(text.contains("Not kept, 1 times: what XES says of the log as a whole"), "{text}");
}

#[test]
fn columns_can_be_named() {
    let folder = Folder::new("columns");
    let log = folder.with("log.csv", &LOG.replace("person,activity,timestamp", "a,b,c"));
    assert!(
        refused(&[&log])
            .contains("log.csv: line 1: no column is known to be the case; name it with --case.")
    );
    let text = said(&[&log, "--case", "a", "--activity", "b", "--time", "c", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), answer());
}

#[test]
fn columns_that_a_log_does_not_have_are_refused_unless_another_has_them() {
    let folder = Folder::new("unmapped");
    let xes = folder.with("log.xes", "<log/>");
    for flag in ["--case", "--activity", "--time"] {
        assert!(refused(&[&xes, flag, "a", "--json"]).contains("log.xes: this log is no CSV"));
    }
    let csv = folder.with("log.csv", &LOG.replace("person,activity,timestamp", "a,b,c"));
    let text = said(&[&xes, &csv, "--case", "a", "--activity", "b", "--time", "c", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), answer());
}

#[test]
fn several_files_are_one_log_by_time() {
    let folder = Folder::new("several");
    let council = folder.with("council.csv", "person,activity,time\namina,Visit,2024-01-03\n");
    let hospital = folder.with("hospital.csv", "person,activity,time\namina,A & E,2024-01-02\n");
    let out = folder.path("out.csv");
    said(&[&council, &hospital, "--to", "csv", "--out", &out]);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains("hospital") && text.contains("council"), "{text}");
    let read: Value = serde_json::from_str(&said(&[&council, &hospital, "--json"])).unwrap();
    assert_eq!(read["dfg"], json!([["A & E", "Visit", 1]]));
}

#[test]
fn the_type_of_objects_is_chosen() {
    let folder = Folder::new("objects");
    let log = folder.with("log.json", r#"{"eventTypes":[{"name":"Visit","attributes":[]}],"objectTypes":[{"name":"person","attributes":[]},{"name":"worker","attributes":[]}],
        "objects":[{"id":"a","type":"person"},{"id":"b","type":"person"},{"id":"w","type":"worker"}],
        "events":[{"id":"1","type":"Visit","time":"2024-01-01T00:00:00Z","relationships":[{"objectId":"a","qualifier":""},{"objectId":"w","qualifier":""}]},
                  {"id":"2","type":"Visit","time":"2024-01-02T00:00:00Z","relationships":[{"objectId":"b","qualifier":""},{"objectId":"w","qualifier":""}]}]}"#);
    let cases =
        |words: &[&str]| serde_json::from_str::<Value>(&said(words)).unwrap()["cases"].clone();
    assert_eq!(cases(&[&log, "--json"]), 2);
    assert_eq!(cases(&[&log, "--object-type", "worker", "--json"]), 1);
    assert!(refused(&[&log, "--object-type", "house"]).contains("There are: person, worker."));
    assert!(said(&[&log]).contains("A case is an object of the type person (of person, worker)."));
    let csv = folder.with("log.csv", LOG);
    assert!(refused(&[&csv, "--object-type", "person"]).contains("has no types of objects"));
}

#[test]
fn arguments_that_miss_their_other_half_are_refused() {
    assert!(parsed(&["x", "--to", "xes"]).is_err());
    assert!(parsed(&["x", "--out", "y"]).is_err());
    assert!(parsed(&[]).is_err());
    assert!(
        refused(&["/nowhere/log.xes"]).contains("/nowhere/log.xes: this file could not be read")
    );
}
