//! `tributary measure`: a file goes in, and what stands out comes back.
#![expect(clippy::expect_used, reason = "a test that cannot begin should say so")]

use std::{fs, path::PathBuf};

use clap::Parser;
use serde_json::{Value, json};

mod charts;

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

/// A folder of this test's own, gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("tributary-measure-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for this test");
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a file for this test");
        path.display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left_behind = fs::remove_dir_all(&self.0);
    }
}

fn run(words: &[&str]) -> Result<String, String> {
    let all = ["tributary", "measure"].iter().chain(words);
    let program = Program::try_parse_from(all).map_err(|why| why.to_string())?;
    let mut out = Vec::new();
    program.command.run(&mut out).map_err(|why| format!("{why:?}"))?;
    String::from_utf8(out).map_err(|why| why.to_string())
}

fn asked(words: &[&str]) -> Value {
    serde_json::from_str(&run(words).expect("this command works")).expect("it answers in JSON")
}

const VISITS: &str = "month,team,visits\n2024-03,A & B <C>,4\n2024-01,A & B <C>,2\n2024-02,A & B <C>,3\n2024-01,Riverside,7\n";

#[test]
fn the_answer_for_programs_has_the_promised_shape() {
    let folder = Folder::new("shape");
    let file = folder.file("visits.csv", VISITS);
    let words = ["xmr", &file, "--date", "month", "--value", "visits", "--by", "team", "--json"];
    let answer = asked(&words);
    let first = &answer[0];
    assert_eq!(first["by"], json!({ "team": "A & B <C>" }));
    assert_eq!((&first["n"], &first["mean"]), (&json!(3), &json!(3.0)));
    assert_eq!((&first["upper"], &first["mean_moving_range"]), (&json!(5.66), &json!(1.0)));
    let last = json!({ "date": "2024-03", "value": 4.0, "rule": "none", "side": "above" });
    assert_eq!(first["points"][2], last);
    let trial = "Trial limits: 3 points, fewer than 13. They will move as points come.";
    assert_eq!(first["notes"], json!([trial]));
    let one = &answer[1];
    let limits = (&one["mean"], &one["upper"], &one["near_lower"]);
    assert_eq!(limits, (&json!(7.0), &Value::Null, &Value::Null));
    assert_eq!(answer.as_array().map(Vec::len), Some(2));
}

#[test]
fn names_stand_in_the_promised_order() {
    let folder = Folder::new("order");
    let file = folder.file("visits.csv", VISITS);
    let words = ["xmr", &file, "--date", "month", "--value", "visits", "--by", "team", "--json"];
    let text = run(&words).expect("this command works");
    let order =
        "by n mean upper lower near_upper near_lower mean_moving_range points notes rules phases";
    let place = |name: &str| text.find(&format!("{name:?}:"));
    let places: Vec<_> = order.split(' ').map(place).collect();
    assert!(places.is_sorted() && !places.contains(&None), "{text}");
    let point = r#""points":[{"date":"2024-01","value":2.0,"rule":"none","side":"below"}"#;
    assert!(text.contains(point), "{text}");
}

#[test]
fn columns_may_stand_behind_by_in_every_usual_way() {
    let folder = Folder::new("by");
    let file = folder.file("v.csv", "d,a,b,v\n2024-01,x,1,2\n2024-01,x,2,3\n2024-01,y,1,4\n");
    let file = file.as_str();
    let common = ["--date", "d", "--value", "v", "--json"];
    let after = asked(&[&["xmr", file][..], &common, &["--by", "a", "b"]].concat());
    let twice =
        asked(&[&["xmr", file][..], &common, &["--by", "a", "--by", "b", "--by", "a"]].concat());
    let before = asked(&[&["xmr"][..], &common, &["--by", "a", "--by", "b", file]].concat());
    assert_eq!(after.as_array().map(Vec::len), Some(3));
    assert_eq!((&after, &after), (&twice, &before));
    let refused = run(&[&["xmr", file][..], &common, &["--by", "a"]].concat()).unwrap_err();
    assert!(
        refused.contains("v.csv: lines 2 and 3 are both of 2024-01 in one series"),
        "{refused}"
    );
}

fn months(values: &[f64]) -> String {
    let rows: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(i, value)| format!("{}-{:02},{value}", 2020 + i / 12, 1 + i % 12))
        .collect();
    format!("month,value\n{}\n", rows.join("\n"))
}

#[test]
fn a_new_phase_keeps_its_reason_and_the_lines_are_those_of_the_last() {
    let folder = Folder::new("rebase");
    let value = |i: i32| f64::from(i % 2) + if i < 14 { 0.0 } else { 50.0 };
    let file = folder.file("v.csv", &months(&(0..30).map(value).collect::<Vec<f64>>()));
    let rota = "2021-03-01=We moved to the <new> rota = a good day";
    let words = ["xmr", &file, "--date", "month", "--value", "value", "--rebase", rota];
    let more = ["--baseline", "12", "--rebase", "2022-01", "--json"];
    let answer = asked(&[&words[..], &more].concat());
    let [phases, notes] = [&answer[0]["phases"], &answer[0]["notes"]];
    assert_eq!(phases[1]["reason"], json!("We moved to the <new> rota = a good day"));
    assert_eq!((&phases[0]["mean"], &phases[1]["mean"]), (&json!(0.5), &json!(50.5)));
    assert_eq!((&answer[0]["mean"], &phases[1]["baseline"]), (&json!(50.5), &json!(10)));
    assert_eq!((&phases[1]["from"], &phases[1]["to"]), (&json!("2021-03"), &json!("2021-12")));
    let points = answer[0]["points"].as_array().expect("points");
    assert!(points.iter().all(|point| point["rule"] == "none"), "no rule crosses a phase");
    let unsaid = "Nobody has written why a new phase begins at 2022-01.";
    assert!(notes.to_string().contains(unsaid), "{notes}");
    let table = run(&words).expect("this command works");
    assert!(table.contains("New phase from 2021-03: We moved to the <new> rota"), "{table}");
}

#[test]
fn the_answer_for_people_is_short_and_steers_no_terminal() {
    let folder = Folder::new("table");
    let rows = (1..=60).map(|i| format!("20{}-{:02}-01,{}", 10 + i / 12, 1 + i % 12, i * 10));
    let rows = rows.collect::<Vec<_>>().join("\n").replace(",300", ",");
    let name = "\u{1b}[31mvisits";
    let file = folder.file("v.csv", &format!("month,{name}\n{rows}\n"));
    let table =
        run(&["xmr", &file, "--date", "month", "--value", name]).expect("this command works");
    for said in [
        "  from        points  mean",
        "  and 29 more; --json lists all of them.",
        "  The latest, 2015-01-01: 600, above the middle, outside the limits.",
    ] {
        assert!(table.contains(said), "{said}: {table}");
    }
    assert!(table.contains("Note: 1 date without a value (2012-07-01): left out"), "{table}");
    assert!(!table.contains('\u{1b}'), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
}

#[test]
fn what_did_not_move_has_no_mark_and_no_nan() {
    let folder = Folder::new("flat");
    for rules in ["nhsr-0.2", "mdc-excel-2023", "abspc-1.1", "anhoej"] {
        for value in [0.1, 1.1, 5.0] {
            let file = folder.file("v.csv", &months(&[value; 20]));
            let answer = asked(&[
                "xmr", &file, "--date", "month", "--value", "value", "--rules", rules, "--json",
            ]);
            let series = &answer[0];
            assert_eq!((&series["mean"], &series["rules"]), (&json!(value), &json!(rules)));
            let limit = if rules == "anhoej" { Value::Null } else { json!(value) };
            assert_eq!((&series["upper"], &series["lower"]), (&limit, &limit));
            let points = series["points"].as_array().expect("points");
            assert!(points.iter().all(|point| point["rule"] == "none" && point["side"] == "on"));
            assert!(series["notes"].to_string().contains("Flat"), "{series}");
        }
    }
}

#[test]
fn other_charts_have_the_same_shape() {
    let folder = Folder::new("kinds");
    let file = folder.file("v.csv", "month,value,all\n2024-01,1,10\n2024-02,2,20\n2024-03,3,10\n");
    let file = file.as_str();
    let common = ["--date", "month", "--value", "value", "--json"];
    for kind in ["run", "c", "t", "g"] {
        let answer = asked(&[&[kind, file][..], &common].concat());
        assert_eq!(answer[0]["n"], json!(3), "{kind}");
    }
    let run_chart = asked(&[&["run", file][..], &common].concat());
    assert_eq!((&run_chart[0]["centre"], &run_chart[0]["mean"]), (&json!("median"), &json!(2.0)));
    assert_eq!(run_chart[0]["phases"][0]["runs"]["useful"], json!(2));
    let p = asked(&[&["p", file, "--of", "all"][..], &common].concat());
    assert_eq!((&p[0]["mean"], &p[0]["upper"]), (&json!(0.15), &Value::Null));
    assert_eq!(p[0]["points"][0]["value"], json!(0.1));
    assert!(p[0]["points"][0]["upper"].as_f64() > p[0]["points"][1]["upper"].as_f64());
    assert!(run(&[&["p", file][..], &common].concat()).is_err(), "p needs --of");
    let more = folder.file("w.csv", "month,value,all\n2024-02,1,10\n2024-01,12,10\n");
    let why = run(&[&["p", &more, "--of", "all"][..], &common].concat()).unwrap_err();
    assert!(
        why.contains("line 3, column \\\"value\\\": this value is larger than its size"),
        "{why}"
    );
}

#[test]
fn mistakes_are_named_with_what_to_do() {
    let folder = Folder::new("mistakes");
    let file = folder.file("v.csv", "month,value\n2024-01,1\n2024-02,NaN\n");
    let ask = |more: &[&str]| {
        run(&[&["xmr", &file, "--date", "month", "--value", "value"][..], more].concat())
            .unwrap_err()
    };
    assert!(
        ask(&[]).contains("line 3, column \\\"value\\\": \\\"NaN\\\" is no number"),
        "{}",
        ask(&[])
    );
    assert!(
        ask(&["--rules", "nhsr"]).contains("There are nhsr-0.2, mdc-excel-2023, abspc-1.1, anhoej")
    );
    assert!(ask(&["--baseline", "11"]).contains("give it 12 points or more"));
    assert!(ask(&["--rebase", "01/04/2020"]).contains("write it as 2017-03-01"));
    let nowhere = run(&["xmr", &folder.path("no.csv"), "--date", "a", "--value", "b"]).unwrap_err();
    assert!(nowhere.contains("no.csv: this file could not be read"), "{nowhere}");
}
