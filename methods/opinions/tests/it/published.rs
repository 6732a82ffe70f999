//! Held to what a live Polis server published. The fixtures may not be copied into this project, so they are read from beside it.

use std::{fs, path::PathBuf};

use opinions::{Analysis, Ballot, Conversation, Direction, Id, Options, Record, Vote, read};
use serde_json::Value;

const BELOW_100: &str = "below-100-ptpts";
const THREE_GROUPS: &str = "50ptpt-3gp-strict-no-meta";

/// What was published of a conversation.
struct Published {
    math: Value,
    record: Record,
}

impl Published {
    #[expect(
        clippy::print_stderr,
        reason = "whoever runs the tests should see that one did not run"
    )]
    fn of(name: &str) -> Option<Self> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../../shared/data/opinions/server-outputs")
            .join(name);
        let file = |name: &str| fs::read(folder.join(name)).ok();
        let (Some(math), Some(votes), Some(comments), Some(about)) = (
            file("math-pca2.json"),
            file("votes.json"),
            file("comments.json"),
            file("conversation.json"),
        ) else {
            eprintln!("skipped: {} is not there", folder.display());
            return None;
        };
        let files: [(&str, &[u8]); 4] = [
            ("votes.json", &votes),
            ("comments.json", &comments),
            ("conversation.json", &about),
            ("math-pca2.json", &math),
        ];
        let record = read(&files).unwrap();
        Some(Self { math: serde_json::from_slice(&math).unwrap(), record })
    }

    /// The people of each published group.
    fn groups(&self) -> Vec<Vec<Id>> {
        let base = &self.math["base-clusters"];
        let members = |cluster: &Value| {
            let at = base["id"].as_array().unwrap().iter().position(|id| id == cluster).unwrap();
            ids_of(&base["members"][at])
        };
        let groups = self.math["group-clusters"].as_array().unwrap().iter();
        groups
            .map(|group| group["members"].as_array().unwrap().iter().flat_map(members).collect())
            .collect()
    }

    /// The size-weighted sum of squared distances of base clusters to the centre of their published group.
    fn inertia(&self) -> f64 {
        let base = &self.math["base-clusters"];
        let mut sum = 0.0;
        for group in self.math["group-clusters"].as_array().unwrap() {
            for cluster in group["members"].as_array().unwrap() {
                let ids = base["id"].as_array().unwrap();
                let at = ids.iter().position(|id| id == cluster).unwrap();
                let (dx, dy) = (
                    number(&base["x"][at]) - number(&group["center"][0]),
                    number(&base["y"][at]) - number(&group["center"][1]),
                );
                sum += number(&base["count"][at]) * (dx * dx + dy * dy);
            }
        }
        sum
    }

    /// The server's directions, each the right way round for ours: +1 or -1.
    fn turns(&self, analysis: &Analysis) -> [f64; 2] {
        [0, 1].map(|of| {
            let theirs = self.math["pca"]["comps"][of].as_array().unwrap();
            let ours = &analysis.axes.loadings;
            theirs.iter().zip(ours).map(|(a, b)| number(a) * b[of]).sum::<f64>().signum()
        })
    }

    fn agree_on_directions(&self, analysis: &Analysis) {
        let turns = self.turns(analysis);
        for (place, (loading, mean)) in
            analysis.axes.loadings.iter().zip(&analysis.axes.mean).enumerate()
        {
            // There, -1 is agree.
            let center = number(&self.math["pca"]["center"][place]);
            // That server did not mind that six statements were still to be let in. Nobody but their authors voted on them, so nothing else differs.
            let waiting = (37..=43).contains(&place) && *mean == 0.0;
            assert!(waiting || near(-mean, center, 1e-12), "{place}: {mean} and {center}");
            for of in [0, 1] {
                let theirs = number(&self.math["pca"]["comps"][of][place]);
                assert!(
                    near(loading[of] * turns[of], theirs, 1e-12),
                    "{place}: {loading:?}, {theirs}"
                );
            }
        }
    }

    fn agree_on_places(&self, analysis: &Analysis) {
        let turns = self.turns(analysis);
        let base = &self.math["base-clusters"];
        for (at, members) in base["members"].as_array().unwrap().iter().enumerate() {
            let members = ids_of(members);
            let mut sum = [0.0; 2];
            for (_, [x, y]) in analysis.projection.iter().filter(|(id, _)| members.contains(id)) {
                sum = [sum[0] + x, sum[1] + y];
            }
            let many = members.len() as f64;
            // Agree is -1 there, so everybody stands on the other side.
            for (of, name) in ["x", "y"].into_iter().enumerate() {
                let theirs = number(&base[name][at]);
                assert!(near(-sum[of] / many * turns[of], theirs, 1e-12), "{at} {name}");
            }
        }
        for (place, (_, out)) in analysis.extremity.iter().enumerate() {
            let theirs = number(&self.math["pca"]["comment-extremity"][place]);
            assert!(near(*out, theirs, 1e-12), "{place}: {out} and {theirs}");
        }
    }

    fn agree_on_statements(&self, analysis: &Analysis) {
        for group in &analysis.groups {
            let theirs = self.math["repness"][group.id.to_string()].as_array().unwrap();
            assert_eq!(group.representative.len(), theirs.len(), "group {}", group.id);
            for (ours, theirs) in group.representative.iter().zip(theirs) {
                assert_eq!(ours.statement, Id::from(theirs["tid"].as_i64().unwrap()));
                assert_eq!(said(ours.direction), theirs["repful-for"], "{ours:?}");
                assert_eq!(Some(u64::from(ours.count)), theirs["n-success"].as_u64());
                assert_eq!(Some(u64::from(ours.seen)), theirs["n-trials"].as_u64());
                assert_eq!(ours.best_agree, theirs["best-agree"] == true);
                assert!(near(ours.repness, number(&theirs["repness"]), 1e-7));
                assert!(near(ours.repness_test, number(&theirs["repness-test"]), 1e-6));
                assert!(near(ours.part, number(&theirs["p-success"]), 1e-12));
                assert!(near(ours.part_test, number(&theirs["p-test"]), 1e-7));
            }
        }
        for (id, ours) in &analysis.group_aware_consensus {
            let theirs = number(&self.math["group-aware-consensus"][id.to_string()]);
            assert!(near(*ours, theirs, 1e-12), "{id}");
        }
    }

    fn agree_on_consensus(&self, analysis: &Analysis) {
        let consensus = &self.math["consensus"];
        for (ours, theirs) in [
            (&analysis.consensus.agree, &consensus["agree"]),
            (&analysis.consensus.disagree, &consensus["disagree"]),
        ] {
            let theirs: Vec<Id> = (theirs.as_array().unwrap().iter())
                .map(|one| Id::from(one["tid"].as_i64().unwrap()))
                .collect();
            let ours: Vec<Id> = ours.iter().map(|shared| shared.statement.clone()).collect();
            assert_eq!(ours, theirs);
        }
    }

    /// Our groups, of the same people and of the same number, fit at least as well.
    fn fit_no_worse(&self) {
        let conversation = Conversation::new(&self.record);
        let stay = ids_of(&self.math["in-conv"]);
        let k = self.math["group-clusters"].as_array().map(Vec::len);
        for seed in 0..5 {
            let options = Options { k, seed, stay: &stay, ..Options::default() };
            let analysis = conversation.analyse(&options).unwrap();
            assert_eq!(analysis.in_conversation.len(), stay.len());
            assert!(analysis.inertia <= self.inertia() + 1e-9, "{}", analysis.inertia);
        }
    }

    fn described(&self) -> Analysis {
        let groups = self.groups();
        let options = Options { given: &groups, ..Options::default() };
        Conversation::new(&self.record).analyse(&options).unwrap()
    }
}

fn ids_of(value: &Value) -> Vec<Id> {
    value.as_array().unwrap().iter().map(|id| Id::from(id.as_i64().unwrap())).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} should be a number"))
}

fn near(ours: f64, theirs: f64, off: f64) -> bool {
    (ours - theirs).abs() <= off
}

fn said(direction: Direction) -> &'static str {
    match direction {
        Direction::Agree => "agree",
        Direction::Disagree => "disagree",
    }
}

#[test]
fn a_conversation_of_35_agrees_in_everything() {
    let Some(published) = Published::of(BELOW_100) else { return };
    let analysis = published.described();
    assert!(published.record.strict);
    published.agree_on_directions(&analysis);
    published.agree_on_places(&analysis);
    published.agree_on_statements(&analysis);
    published.agree_on_consensus(&analysis);
    for (id, ours) in &analysis.priorities {
        let theirs = number(&published.math["comment-priorities"][id.to_string()]);
        assert!(near(*ours, theirs, 1e-9), "{id}: {ours} and {theirs}");
    }
    let theirs = published.inertia();
    assert!(near(analysis.inertia, theirs, 1e-9), "{} and {theirs}", analysis.inertia);
    let ours = analysis.groups.iter().zip(published.math["group-clusters"].as_array().unwrap());
    for (ours, theirs) in ours {
        let turns = published.turns(&analysis);
        for of in [0, 1] {
            let center = number(&theirs["center"][of]);
            assert!(near(-ours.center[of] * turns[of], center, 1e-12));
        }
    }
    published.fit_no_worse();
}

#[test]
fn a_conversation_of_52_agrees_once_the_lost_votes_are_found() {
    let Some(mut published) = Published::of(THREE_GROUPS) else { return };
    // The votes of participant 50 are lacking in the fixture. The published means tell what they were.
    let conversation = Conversation::new(&published.record);
    let lacking: Vec<Ballot> =
        (conversation.statements().iter().zip(conversation.tallies()).enumerate())
            .filter_map(|(place, (statement, tally))| {
                let sum = f64::from(tally.agree) - f64::from(tally.disagree);
                let center = -number(&published.math["pca"]["center"][place]);
                let seen = f64::from(tally.seen());
                let lost = center * (seen + 1.0) - sum;
                let vote = [Vote::Agree, Vote::Disagree, Vote::Pass]
                    .into_iter()
                    .find(|vote| near(vote.value(), lost, 1e-9))?;
                let out = center == 0.0;
                let statement = statement.id.clone();
                (!out && !near(center, sum / seen, 1e-9)).then(|| Ballot {
                    participant: Id::from(50),
                    statement,
                    vote,
                    at: None,
                })
            })
            .collect();
    assert_eq!(lacking.len(), 4, "as many as the server counted");
    published.record.ballots.extend(lacking);
    let analysis = published.described();
    published.agree_on_directions(&analysis);
    published.agree_on_places(&analysis);
    published.agree_on_statements(&analysis);
    published.agree_on_consensus(&analysis);
    published.fit_no_worse();
    // Here the server showed a known fault (polis #1961): every statement has the priority of one about the conversation itself.
    let theirs = published.math["comment-priorities"].as_object().unwrap();
    assert!(theirs.values().all(|priority| *priority == 49));
    assert!(analysis.priorities.iter().all(|(_, priority)| *priority < 49.0));
}

#[test]
fn the_answer_beside_the_votes_is_never_read() {
    let Some(published) = Published::of(BELOW_100) else { return };
    let analysis = Conversation::new(&published.record).analyse(&Options::default()).unwrap();
    assert_eq!(
        analysis.in_conversation.len(),
        19,
        "those of 7 votes or more, without the 4 who stayed"
    );
    assert_eq!((analysis.participants, analysis.statements, analysis.votes), (35, 44, 504));
}
