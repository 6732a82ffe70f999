//! `tributary opinions`, as somebody at a terminal meets it.
#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]
#![expect(
    clippy::cognitive_complexity,
    clippy::too_many_lines,
    reason = "one question after another, and nothing else"
)]

use std::{fs, path::Path};

use clap::Parser;
use serde_json::Value;

#[derive(Parser)]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

/// What it says, or the one line that says why not.
fn said(words: &[&str]) -> Result<String, String> {
    let words = ["tributary", "opinions"].iter().chain(words);
    let program = Program::try_parse_from(words).map_err(|why| why.to_string())?;
    let mut out = Vec::new();
    match program.command.run(&mut out) {
        Ok(()) => Ok(String::from_utf8(out).expect("it should be text")),
        Err(why) => Err(format!("{why:?}")),
    }
}

fn data(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../methods/opinions/data").join(name);
    folder.to_str().expect("the path should be text").to_owned()
}

/// A folder of its own for a test, empty.
fn empty(name: &str) -> String {
    let folder = std::env::temp_dir().join(format!("opinions-{}-{name}", std::process::id()));
    let _gone = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder should be made");
    folder.to_str().expect("the path should be text").to_owned()
}

#[test]
fn a_conversation_is_told_in_words_no_wider_than_the_page() {
    let said = said(&[&data("brexit-consensus"), "--k", "2"]).unwrap();
    assert!(said.starts_with("Can there be consensus on Brexit?\n\n204 people voted 5,303 times on 50 statements. 189 are"), "{said}");
    assert!(said.contains("\n2 weak groups (silhouette 0.4"), "{said}");
    assert!(
        said.contains(" x     7  Labour was right to support the article 50 vote.\n"),
        "{said}"
    );
    assert!(said.contains("\n     93% of 167        1  I voted to Remain.\n"), "{said}");
    assert!(said.contains("\nWhat divides: who agrees, group by group\n"), "{said}");
    assert!(said.contains("  - The groups are weak"), "{said}");
    let widest = said.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(100), "{widest:?}");
}

#[test]
fn what_a_group_agrees_on_best_is_said_as_agreeing() {
    // By the formula, the second group leans to disagreeing more than others do, with about 2 in 100.
    let words = ["--k", "2", "--json"];
    let answer = said(&[&[data("brexit-consensus").as_str()][..], &words].concat()).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let leans = answer["groups"][1]["representative"].as_array().unwrap();
    assert!(leans.iter().any(|one| one["statement"] == 14 && one["direction"] == "disagree"));
    let said = said(&[&data("brexit-consensus"), "--k", "2"]).unwrap();
    let line = said.lines().find(|line| line.contains("   14  The Northern Ireland")).unwrap();
    assert!(line.starts_with("    agree      9"), "{line}");
}

#[test]
fn json_has_the_shape_that_was_promised() {
    let text =
        said(&[&data("london.youth.policing"), "--json", "--k", "3", "--seed", "7"]).unwrap();
    let order = [
        "participants",
        "statements",
        "votes",
        "in_conversation",
        "\"k\"",
        "silhouette",
        "inertia",
        "groups",
        "\"consensus\"",
        "group_aware_consensus",
        "projection",
        "next_statement_priority",
        "\"notes\"",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|name| text.find(name)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
    let answer: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(answer["participants"], 26);
    assert_eq!(
        (&answer["statements"], &answer["votes"], &answer["k"]),
        (&39.into(), &638.into(), &3.into())
    );
    let groups = answer["groups"].as_array().unwrap();
    assert_eq!(groups.len(), 3);
    let mut inside = 0;
    for (id, group) in groups.iter().enumerate() {
        assert_eq!(group["id"], id);
        assert_eq!(group["size"], group["members"].as_array().unwrap().len());
        inside += group["members"].as_array().unwrap().len();
        assert!(group["members"][0].is_u64() && group["center"][1].is_f64());
        let one = &group["representative"][0];
        assert!(one["statement"].is_u64() && one["repness"].is_f64(), "{one}");
        assert!(one["direction"] == "agree" || one["direction"] == "disagree");
    }
    assert_eq!(answer["in_conversation"], inside);
    assert!(answer["consensus"]["agree"][0].is_u64());
    assert_eq!(answer["projection"].as_object().unwrap().len(), 26, "everybody who voted");
    assert_eq!(answer["group_aware_consensus"].as_object().unwrap().len(), 39);
    assert_eq!(answer["next_statement_priority"].as_object().unwrap().len(), 39);
    assert!(answer["notes"][0].is_string());
}

#[test]
fn the_same_seed_says_the_same() {
    let [first, second] =
        [(); 2].map(|()| said(&[&data("brexit-consensus"), "--json", "--seed", "3"]).unwrap());
    assert_eq!(first, second);
}

#[test]
fn what_is_written_out_says_the_same_when_it_is_read() {
    let folder = empty("out") + "/deep";
    let before = said(&[&data("brexit-consensus"), "--json", "--out", &folder]).unwrap();
    let after = said(&[&folder, "--json"]).unwrap();
    assert_eq!(before, after);
    assert!(fs::read_to_string(folder + "/summary.csv").unwrap().starts_with("topic,Can there be"));
}

#[test]
fn silence_is_an_answer() {
    let folder = empty("silent");
    fs::write(folder.clone() + "/votes.csv", "voter-id,comment-id,vote\n").unwrap();
    let words = said(&[&folder]).unwrap();
    assert!(
        words.contains("0 people voted 0 times") && words.contains("nobody has voted"),
        "{words}"
    );
    let answer: Value = serde_json::from_str(&said(&[&folder, "--json"]).unwrap()).unwrap();
    assert!(answer["silhouette"].is_null() && answer["k"] == 0 && answer["inertia"] == 0.0);
}

#[test]
fn whoever_asks_for_one_group_is_not_told_that_all_are_alike() {
    let words = said(&[&data("london.youth.policing"), "--k", "1"]).unwrap();
    assert!(words.contains("\n1 group, as was asked for\n"), "{words}");
    assert!(
        words.contains("  - One group was asked for") && !words.contains("No clear"),
        "{words}"
    );
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    let folder = empty("wrong");
    let refused = |words: &[&str]| said(words).unwrap_err();
    assert!(refused(&[&folder]).contains("there are no votes here. Give votes.csv"));
    assert!(refused(&[&(folder.clone() + "/nowhere")]).contains("this is not a folder"));
    fs::write(folder.clone() + "/votes.csv", "voter-id,comment-id,vote\n1,1,yes\n").unwrap();
    assert!(
        refused(&[&folder]).contains("votes.csv, line 2, column \\\"vote\\\""),
        "{}",
        refused(&[&folder])
    );
    assert!(
        refused(&[&data("london.youth.policing"), "--k", "0"])
            .contains("--k: 0 groups cannot be made")
    );
    assert!(
        refused(&[&data("london.youth.policing"), "--k", "99"]).contains("Ask for fewer groups")
    );
    assert!(!refused(&[&folder, "--k", "-1"]).is_empty());
    let folder = empty("wrong-json");
    fs::write(folder.clone() + "/votes.json", "[7]").unwrap();
    assert!(refused(&[&folder]).contains("expected a vote: an object with pid, tid and vote"));
}

#[test]
fn statements_cannot_steer_the_terminal() {
    let folder = empty("steer");
    let cast =
        |person: i32| format!("{person},1,1\n{person},2,{}\n", if person < 4 { 1 } else { -1 });
    let votes: String = (0..9).map(cast).collect();
    let votes = format!("voter-id,comment-id,vote\n{votes}");
    fs::write(folder.clone() + "/votes.csv", votes).unwrap();
    fs::write(
        folder.clone() + "/comments.csv",
        "comment-id,comment-body\n1,A & B <C>\u{1b}[2J\n2,Two\n",
    )
    .unwrap();
    let words = said(&[&folder]).unwrap();
    assert!(words.contains("A & B <C> [2J") && !words.contains('\u{1b}'), "{words}");
    // Nor can their names, however long.
    let named = |id: &str| format!("\u{1b}[2J{id}{}", "9".repeat(200));
    let cast = |person: i32| {
        let way = if person < 4 { 1 } else { -1 };
        format!("{person},{},1\n{person},{},{way}\n", named("a"), named("b"))
    };
    let votes: String = (0..9).map(cast).collect();
    fs::write(folder.clone() + "/votes.csv", format!("voter-id,comment-id,vote\n{votes}")).unwrap();
    let words = said(&[&folder]).unwrap();
    assert!(words.contains("  [2Ja999999999999...  ") && !words.contains('\u{1b}'), "{words}");
    assert!(words.lines().all(|line| line.chars().count() <= 100), "{words}");
}
