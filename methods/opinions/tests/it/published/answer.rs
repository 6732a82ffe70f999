//! A published answer, and how ours is held against it.

use std::{fs, path::PathBuf};

use opinions::{Analysis, Conversation, Direction, Id, Options, Record, read};
use serde_json::Value;

/// What was published of a conversation.
pub(super) struct Published {
    pub(super) math: Value,
    pub(super) record: Record,
}

impl Published {
    #[expect(
        clippy::print_stderr,
        reason = "whoever runs the tests should see that one did not run"
    )]
    pub(super) fn of(name: &str) -> Option<Self> {
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
    pub(super) fn inertia(&self) -> f64 {
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
    pub(super) fn turns(&self, analysis: &Analysis) -> [f64; 2] {
        [0, 1].map(|of| {
            let theirs = self.math["pca"]["comps"][of].as_array().unwrap();
            let ours = &analysis.axes.loadings;
            theirs.iter().zip(ours).map(|(a, b)| number(a) * b[of]).sum::<f64>().signum()
        })
    }

    pub(super) fn agree_on_directions(&self, analysis: &Analysis) {
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

    pub(super) fn agree_on_places(&self, analysis: &Analysis) {
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

    pub(super) fn agree_on_statements(&self, analysis: &Analysis) {
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

    pub(super) fn agree_on_consensus(&self, analysis: &Analysis) {
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
    pub(super) fn fit_no_worse(&self) {
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

    pub(super) fn described(&self) -> Analysis {
        let groups = self.groups();
        let options = Options { given: &groups, ..Options::default() };
        Conversation::new(&self.record).analyse(&options).unwrap()
    }
}

fn ids_of(value: &Value) -> Vec<Id> {
    value.as_array().unwrap().iter().map(|id| Id::from(id.as_i64().unwrap())).collect()
}

pub(super) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} should be a number"))
}

pub(super) fn near(ours: f64, theirs: f64, off: f64) -> bool {
    (ours - theirs).abs() <= off
}

fn said(direction: Direction) -> &'static str {
    match direction {
        Direction::Agree => "agree",
        Direction::Disagree => "disagree",
    }
}
