//! Linking records from the command line.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{fs, path::PathBuf};

use clap::Parser;

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

const HOUSING: &str = "\
record_id,given_name,surname,date_of_birth,postcode,phone,shoe_size
1,Robert,Alderson,1971-06-24,LS1 4AB,07700 900123,9
2,Grace,Kelliher,1997-04-26,HU1 2CD,,5
3,Anna,Whitlock,1988-02-11,YO1 9EF,07700 900456,6
";
const HEALTH: &str = "\
id,first_name,last_name,dob,zip,tel
1,Rob,Alderson,24/06/1971,LS14AB,+44 7700 900123
4,A & B <C>,O'Dell,19600301,BS1 4DJ,
";

/// A folder of its own for a test, with two files.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("tributary-link-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let folder = Self(folder);
        folder.write("housing.csv", HOUSING);
        folder.write("health.csv", HEALTH);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// What a command says; every word that ends like a file is a file of this folder.
    fn said(&self, line: &str) -> Result<String, String> {
        let word = |word: &str| {
            let file = [".csv", ".toml", ".json"].iter().any(|end| word.ends_with(end));
            if file { self.0.join(word).to_string_lossy().into_owned() } else { word.to_owned() }
        };
        let words = ["tributary", "link"].into_iter().chain(line.split_whitespace()).map(word);
        let program = Program::try_parse_from(words).map_err(|why| why.to_string())?;
        let mut out = Vec::new();
        match program.command.run(&mut out) {
            Ok(()) => Ok(String::from_utf8(out).unwrap()),
            Err(why) => Err(format!("{why:?}")),
        }
    }

    fn json(&self, line: &str) -> serde_json::Value {
        serde_json::from_str(&self.said(line).unwrap()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _removed = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn two_files_are_linked_and_written() {
    let folder = Folder::new("dedupe");
    let answer = folder.json("dedupe housing.csv health.csv --out clusters.csv --json");
    for (place, expected) in [
        ("/records", 5.into()),
        ("/clusters", 4.into()),
        ("/joined", 1.into()),
        ("/pairs/compared", 10.into()),
        ("/model/name", "people".into()),
        ("/sources/0/columns/given_name", "given_name".into()),
        ("/sources/1/columns/postcode", "zip".into()),
        ("/sources/0/left/0", serde_json::Value::from("shoe_size")),
    ] {
        assert_eq!(answer.pointer(place), Some(&expected), "{place}");
    }
    let clusters = folder.read("clusters.csv");
    let expected = "source,record_id,cluster_id,status\nhousing,1,health:1,together\n";
    assert!(clusters.starts_with(expected), "{clusters}");
    assert!(clusters.ends_with("health,4,health:4,alone\n"), "{clusters}");
}

#[test]
fn what_was_compared_is_told() {
    let folder = Folder::new("told");
    let said = folder.said("dedupe housing.csv health.csv").unwrap();
    assert!(said.contains("given_name (first_name)"), "{said}");
    assert!(said.contains("Not compared: shoe_size"), "{said}");
}

#[test]
fn decisions_bind_and_contradictions_are_refused() {
    let folder = Folder::new("decisions");
    let header = "record_a,record_b,decision,source_a,source_b,who,when,reason";
    folder.write(
        "apart.csv",
        &format!("{header}\n1,1,apart,housing,health,Sam,2026-02-01,met both\n"),
    );
    let answer = folder.json("dedupe housing.csv health.csv --decisions apart.csv --json");
    assert_eq!(answer["clusters"], 5);
    folder.write(
        "both.csv",
        &format!("{header}\n1,1,apart,housing,health,Sam,,\n1,1,together,housing,health,Kim,,\n"),
    );
    let refused = folder.said("dedupe housing.csv health.csv --decisions both.csv").unwrap_err();
    assert!(refused.contains("line 2") && refused.contains("line 3"), "{refused}");
}

#[test]
fn a_weight_is_explained() {
    let folder = Folder::new("explain");
    let answer = folder.json("explain housing:1 health:1 --in housing.csv health.csv --json");
    let part = |part: &serde_json::Value| {
        part["level_weight"].as_f64().unwrap() + part["rarity_weight"].as_f64().unwrap()
    };
    let sum: f64 = answer["parts"].as_array().unwrap().iter().map(part).sum();
    let (prior, weight) = (answer["prior"].as_f64().unwrap(), answer["weight"].as_f64().unwrap());
    assert!((prior + sum - weight).abs() < 1e-9);
    assert_eq!(answer["verdict"], "together");
    let said = folder.said("explain housing:1 4 --in housing.csv health.csv").unwrap();
    assert!(said.contains("a b c") && said.contains("apart"), "{said}");
    let several = folder.said("explain 1 4 --in housing.csv health.csv").unwrap_err();
    assert!(several.contains("several sources"), "{several}");
    let nobody = folder.said("explain 77 4 --in housing.csv health.csv").unwrap_err();
    assert!(nobody.contains("no record `77`"), "{nobody}");
}

#[test]
fn new_records_are_scored_against_known_ones() {
    let folder = Folder::new("score");
    let answer = folder.json("score health.csv --against housing.csv --json");
    assert_eq!(answer["known"], 3);
    let matches = &answer["records"][0]["matches"];
    assert_eq!(matches[0]["record_id"], "1");
    assert_eq!(matches[0]["verdict"], "together");
    assert_eq!(answer["records"][1]["matches"].as_array().unwrap().len(), 0);
    let said = folder.said("score health.csv --against housing.csv").unwrap();
    assert!(said.contains("4: nobody known"), "{said}");
}

#[test]
fn a_model_is_learnt_saved_and_used_again() {
    let folder = Folder::new("train");
    let fake = include_str!("../../../methods/linkage/data/fake_1000.csv");
    folder.write("fake.csv", fake);
    let learnt = folder.json("dedupe fake.csv --train --save-model learnt.json --json");
    assert_eq!(learnt["model"]["version"].as_str().unwrap().rsplit('-').next(), Some("trained"));
    let again = folder.json("dedupe fake.csv --model learnt.json --json");
    assert_eq!(again["pairs"], learnt["pairs"]);
    assert_eq!(again["clusters"], learnt["clusters"]);
    let few = folder.said("dedupe housing.csv --train").unwrap_err();
    assert!(few.contains("too few"), "{few}");
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    let folder = Folder::new("wrong");
    folder.write("twice.csv", "id,surname\n1,a\n2,b\n1,c\n");
    folder.write("people.toml", "format = 1\nname = [[[[");
    for (line, part) in [
        ("dedupe twice.csv", "line 4: the id `1` stood on line 2"),
        ("dedupe housing.csv housing.csv", "two sources `housing`"),
        ("dedupe missing.csv", "could not be read"),
        ("dedupe housing.csv --id nothing", "no column `nothing`"),
        ("dedupe housing.csv --model people.toml", "not a model"),
        ("dedupe housing.csv --threshold 3 --attention 5", "above the one for being together"),
        ("dedupe housing.csv --threshold NaN", "must be a number"),
        ("dedupe", "required"),
        ("explain 1 2", "--in"),
        ("score housing.csv", "--against"),
    ] {
        let said = folder.said(line).unwrap_err();
        assert!(said.contains(part), "{line}: {said}");
    }
    let lower = folder.json("dedupe housing.csv --threshold -3 --json");
    assert_eq!(lower["thresholds"]["attention"], -3.0);
}
