//! Conversations that were held.

use std::{collections::BTreeMap, fs, path::Path};

use opinions::{Analysis, Conversation, FILES, Id, Options, Record, read};

fn folder(name: &str, without: &str) -> Record {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    let files: Vec<(&str, Vec<u8>)> = (FILES.into_iter())
        .filter(|file| *file != without)
        .filter_map(|file| Some((file, fs::read(folder.join(file)).ok()?)))
        .collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    read(&files).unwrap()
}

fn analysed(record: &Record) -> Analysis {
    Conversation::new(record).analyse(&Options::default()).unwrap()
}

/// How alike two groupings of the same people are: 1 where they are the same, about 0 by chance (Hubert and Arabie, 1985).
fn alike(ours: &Analysis, theirs: &BTreeMap<Id, String>) -> f64 {
    let mut cells: BTreeMap<(usize, &str), f64> = BTreeMap::new();
    for group in &ours.groups {
        for member in &group.members {
            if let Some(name) = theirs.get(member) {
                *cells.entry((group.id, name)).or_default() += 1.0;
            }
        }
    }
    let (mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new());
    for ((row, column), count) in &cells {
        *rows.entry(row).or_insert(0.0) += count;
        *columns.entry(column).or_insert(0.0) += count;
    }
    let pairs = |count: &f64| count * (count - 1.0) / 2.0;
    let whole = pairs(&cells.values().sum());
    let [both, row, column] = [
        cells.values().map(pairs).sum::<f64>(),
        rows.values().map(pairs).sum(),
        columns.values().map(pairs).sum(),
    ];
    let chance = row * column / whole;
    (both - chance) / (f64::midpoint(row, column) - chance)
}

#[test]
fn brexit_has_the_two_groups_that_were_published() {
    let record = folder("brexit-consensus", "");
    assert_eq!(record.topic(), "Can there be consensus on Brexit?");
    assert_eq!(analysed(&record).groups.len(), 3, "as red-dwarf, too, chooses by silhouette");
    let options = Options { k: Some(2), ..Options::default() };
    let analysis = Conversation::new(&record).analyse(&options).unwrap();
    assert_eq!((analysis.participants, analysis.statements, analysis.votes), (204, 50, 5303));
    assert_eq!(analysis.in_conversation.len(), 189, "15 people voted less than 7 times");
    assert_eq!(analysis.base.len(), 100);
    assert_eq!(analysis.groups.len(), 2);
    let table = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data/brexit-consensus/participants-votes.csv"),
    );
    let table = table.unwrap();
    let published = table.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let (person, group) = (cells.next()?, cells.next()?);
        (!group.is_empty()).then(|| (Id::of(person), group.to_owned()))
    });
    let alike = alike(&analysis, &published.collect());
    assert!(alike > 0.8, "red-dwarf comes to 0.876: {alike}");
}

#[test]
fn both_files_of_votes_tell_the_same() {
    for name in ["brexit-consensus", "london.youth.policing"] {
        let [events, table] =
            ["participants-votes.csv", "votes.csv"].map(|without| analysed(&folder(name, without)));
        assert_eq!(events, table, "{name}");
    }
}

#[test]
fn the_counts_beside_the_statements_are_the_votes() {
    let record = folder("london.youth.policing", "");
    let conversation = Conversation::new(&record);
    // As counted by somebody else from the same file.
    let known: BTreeMap<i64, [u32; 2]> = BTreeMap::from([(35, [2, 1]), (38, [3, 0]), (36, [4, 0])]);
    for (statement, tally) in conversation.statements().iter().zip(conversation.tallies()) {
        let Id::Number(id) = statement.id else { panic!("{statement:?}") };
        if let Some(counts) = known.get(&id) {
            assert_eq!([tally.agree, tally.disagree], *counts, "{id}");
        }
    }
    assert_eq!(conversation.votes(), 638);
}

#[test]
fn one_more_vote_is_taken_in_without_beginning_again() {
    let record = folder("brexit-consensus", "");
    let mut conversation = Conversation::new(&record);
    let mut analysis = conversation.analyse(&Options::default()).unwrap();
    for (person, statement) in [(0, 3), (1, 30), (999, 3), (17, 49)] {
        conversation.vote(&opinions::Ballot {
            participant: Id::from(person),
            statement: Id::from(statement),
            vote: opinions::Vote::Disagree,
            at: Some(i64::MAX),
        });
        let options = Options { before: Some(&analysis), ..Options::default() };
        analysis = conversation.analyse(&options).unwrap();
    }
    let anew = conversation.analyse(&Options::default()).unwrap();
    assert_eq!(analysis.in_conversation, anew.in_conversation);
    assert!(analysis.inertia <= anew.inertia * (1.0 + 1e-9));
    for ((id, warm), (_, cold)) in analysis.projection.iter().zip(&anew.projection) {
        assert!((warm[0] - cold[0]).hypot(warm[1] - cold[1]) < 1e-9, "{id}");
    }
}
