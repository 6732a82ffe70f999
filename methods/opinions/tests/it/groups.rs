//! Groups, and the words that stand for them.

use opinions::{Clarity, Conversation, Direction, Id, Moderation, Note, Options, next_statement};

use crate::{analysed, ids, record};

/// Two camps of four that disagree on all but the last two statements.
const CAMPS: [&str; 8] = [
    "aaaaddddaa",
    "aaaaddddap",
    "aaapddddaa",
    "aaaaddpdaa", //
    "ddddaaaaaa",
    "ddddaaaaap",
    "dddpaaaaaa",
    "ddddaapaaa",
];

#[test]
fn two_camps_are_two_groups_with_what_they_share() {
    let analysis = analysed(&record(&CAMPS));
    let members: Vec<&[Id]> =
        analysis.groups.iter().map(|group| group.members.as_slice()).collect();
    assert_eq!(members, [ids(&[0, 1, 2, 3]), ids(&[4, 5, 6, 7])]);
    assert!(analysis.silhouette.unwrap() > 0.8, "{:?}", analysis.silhouette);
    assert_eq!(analysis.clarity, Clarity::Clear);
    assert_eq!(analysis.notes, []);
    let agree: Vec<Id> = analysis.consensus.agree.iter().map(|one| one.statement.clone()).collect();
    assert_eq!(agree, ids(&[8, 9]));
    assert_eq!(analysis.consensus.disagree, []);
    for group in &analysis.groups {
        assert_eq!(group.representative.len(), 5);
        let own = if group.id == 0 { 0..4 } else { 4..8 };
        for one in &group.representative {
            let agrees = own.contains(&one.statement.to_string().parse::<i64>().unwrap());
            assert_eq!(one.direction == Direction::Agree, agrees, "{one:?}");
        }
    }
    assert_eq!(analysis.divisive.len(), 10);
    let most: Vec<&Id> = analysis.divisive.iter().take(8).map(|(id, _)| id).collect();
    assert!(!most.contains(&&Id::from(8)) && !most.contains(&&Id::from(9)), "{most:?}");
    let (_, best) =
        analysis.group_aware_consensus.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    assert!((best - 25.0 / 36.0).abs() < 1e-12, "5 of 6 in both: {best}");
}

#[test]
fn somebody_who_asks_for_a_number_of_groups_gets_it_or_is_told_why_not() {
    let conversation = Conversation::new(&record(&CAMPS));
    let asked = |k| conversation.analyse(&Options { k: Some(k), ..Options::default() });
    assert_eq!(asked(1).unwrap().groups.len(), 1);
    assert_eq!(asked(1).unwrap().silhouette, None);
    assert_eq!(asked(1).unwrap().notes, [Note::AskedForOne], "they do stand apart");
    assert_eq!(asked(4).unwrap().groups.len(), 4);
    assert_eq!(asked(8).unwrap().groups.len(), 8);
    let why = asked(9).unwrap_err().to_string();
    assert_eq!(
        why,
        "9 groups cannot be made: there have to be as many different places at which people stand (places: 8). Ask for fewer groups."
    );
    assert!(asked(0).unwrap_err().to_string().contains("Ask for 1 or more"));
}

#[test]
fn who_voted_little_is_placed_but_not_grouped_unless_few_voted_more() {
    let mut rows = vec!["aaaaddddaa"; 9];
    rows.extend(["ddddaaaaaa"; 9]);
    rows.push("aaa");
    let analysis = analysed(&record(&rows));
    assert_eq!(analysis.in_conversation.len(), 18);
    assert_eq!(analysis.projection.len(), 19);
    let rows = ["aaaaddddaa", "ddddaaaaaa", "dd", "aaaa", "a"];
    let analysis = analysed(&record(&rows));
    assert_eq!(analysis.in_conversation.len(), 5, "topped up");
    assert!(analysis.notes.contains(&Note::ToppedUp { people: 3, least: 7 }));
    let mut rows = vec!["aaaaddd"; 13];
    rows.extend(["a", "aaa", "ddd", "aa"]);
    let analysis = analysed(&record(&rows));
    let expected: Vec<i64> = (0..13).chain([14, 15]).collect();
    assert_eq!(analysis.in_conversation, ids(&expected), "those who voted most");
}

#[test]
fn a_statement_moderated_out_counts_for_nothing() {
    let mut loud = record(&["aaaaddddaaa", "aaaaddddada", "ddddaaaaaad", "ddddaaaaadd"]);
    let plain = record(&["aaaaddddaa-", "aaaaddddad-", "ddddaaaaaa-", "ddddaaaaad-"]);
    loud.statements[10].moderation = Moderation::Out;
    let (loud, plain) = (analysed(&loud), analysed(&plain));
    assert_eq!(loud.axes.mean[10], 0.0);
    assert_eq!(loud.axes.loadings[10], [0.0; 2]);
    for (loud, plain) in loud.axes.loadings.iter().zip(&plain.axes.loadings) {
        assert!((loud[0] - plain[0]).abs() < 1e-12, "{loud:?} {plain:?}");
    }
    let named = loud.groups.iter().flat_map(|group| &group.representative);
    assert!(named.map(|one| &one.statement).all(|id| *id != Id::from(10)));
    assert!(loud.divisive.iter().all(|(id, _)| *id != Id::from(10)));
    assert!(loud.notes.contains(&Note::KeptOut { statements: 1 }));
    assert_eq!(loud.votes, 44, "the record keeps what was said");
}

#[test]
fn where_moderation_is_strict_only_what_was_let_in_counts() {
    let mut strict = record(&["aad", "aad", "daa", "daa"]);
    strict.strict = true;
    strict.statements[0].moderation = Moderation::In;
    let analysis = analysed(&strict);
    assert_eq!(analysis.notes.last(), Some(&Note::KeptOut { statements: 2 }));
    assert_eq!(analysis.axes.loadings[2], [0.0; 2]);
    assert_eq!(analysis.consensus.agree, [], "what everybody agrees with waits to be let in");
    strict.strict = false;
    assert_ne!(analysed(&strict).consensus.agree, []);
}

#[test]
fn the_next_statement_is_one_that_is_shown_and_new_to_this_person() {
    let mut record = record(&["aaaaddd-a--", "aaaadddda-d", "ddddaaa-a--"]);
    record.statements[8].meta = true;
    record.statements[10].moderation = Moderation::Out;
    let conversation = Conversation::new(&record);
    let analysis = conversation.analyse(&Options::default()).unwrap();
    assert_eq!(analysis.priorities[8].1, 49.0, "about the conversation itself");
    // Not seen by anybody: (1 - 1/2) (0 + 1) 1/2 = 1/4, times 1 + 8, squared.
    assert_eq!(analysis.priorities[9].1, 81.0 / 16.0);
    let mut drawn = std::collections::BTreeMap::new();
    for seed in 0..200 {
        let next = next_statement(&conversation, &analysis, &Id::from(0), seed).unwrap();
        *drawn.entry(next.clone()).or_insert(0) += 1;
    }
    assert_eq!(drawn.keys().cloned().collect::<Vec<_>>(), ids(&[7, 9]));
    let [seven, nine] = [7, 9].map(|at: usize| analysis.priorities[at].1 / 2.0);
    let share = f64::from(drawn[&Id::from(7)]) / 200.0;
    assert!((share - seven / (seven + nine)).abs() < 0.1, "{share}");
    let all = conversation.statements().iter().map(|one| one.id.clone());
    let mut everything = conversation.clone();
    for statement in all {
        let (participant, vote) = (Id::from(0), opinions::Vote::Pass);
        everything.vote(&opinions::Ballot { participant, statement, vote, at: Some(1) });
    }
    assert_eq!(next_statement(&everything, &analysis, &Id::from(0), 1), None);
}

#[test]
fn nothing_to_tell_apart_is_said_plainly() {
    let nobody = analysed(&record(&[]));
    assert_eq!((nobody.groups.len(), nobody.notes.as_slice()), (0, [Note::Nobody].as_slice()));
    assert_eq!(nobody.group_aware_consensus, []);
    let one = analysed(&record(&["ad"]));
    assert_eq!(one.groups.len(), 1);
    assert!(one.notes.contains(&Note::OneGroup));
    for rows in [&["aa", "aa", "aa"][..], &["a", "a"], &["p"]] {
        let same = analysed(&record(rows));
        assert_eq!(same.groups.len(), 1, "{rows:?}");
        assert!(same.notes.contains(&Note::OneGroup), "{:?}", same.notes);
        assert!(same.notes.contains(&Note::FewDirections { directions: 0 }));
        assert!(same.projection.iter().all(|(_, at)| *at == [0.0, 0.0]));
    }
    let line = analysed(&record(&["a", "d", "a", "p"]));
    assert!(line.notes.contains(&Note::FewDirections { directions: 1 }), "{:?}", line.notes);
    assert!(line.projection.iter().all(|(_, [_, y])| *y == 0.0));
}

#[test]
fn two_directions_that_matter_equally_are_said_to() {
    let analysis = analysed(&record(&["aa", "ad", "da", "dd"]));
    assert!(analysis.notes.contains(&Note::DirectionsAlike), "{:?}", analysis.notes);
    assert!((analysis.axes.variance[0] - analysis.axes.variance[1]).abs() < 1e-12);
}

/// Votes by the toss of a coin that a number decides.
fn tossed(people: usize, statements: usize, toss: u64) -> Vec<String> {
    let mut state = toss;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ['a', 'd', 'p', '-'][(state >> 62) as usize]
    };
    (0..people).map(|_| (0..statements).map(|_| next()).collect()).collect()
}

#[test]
fn what_chance_makes_as_often_as_not_is_no_group() {
    // Of three people two vote alike on three statements: shuffled, they do so again in one case of nine.
    let three = analysed(&record(&["ada", "dad", "ada"]));
    assert!(three.silhouette.unwrap() > 0.6, "{:?}", three.silhouette);
    assert_eq!(three.clarity, Clarity::NoGroups);
    // On two statements there are few places to stand at, so that people stand close together whatever they think.
    let pairs = ["aa", "ad", "da", "dd"].repeat(9);
    let pairs = analysed(&record(&pairs));
    assert!(pairs.silhouette.unwrap() > 0.7, "{:?}", pairs.silhouette);
    assert_eq!(pairs.clarity, Clarity::NoGroups);
    // On one there is nothing but what people said.
    let line = analysed(&record(&["a", "d"].repeat(4)));
    assert_eq!((line.silhouette, line.clarity), (Some(1.0), Clarity::Clear));
}

#[test]
fn votes_by_chance_are_no_groups() {
    let mut fooled = 0;
    for toss in 0..20 {
        for people in [15, 250] {
            let rows = tossed(people, 30, toss);
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let analysis = analysed(&record(&rows));
            fooled += usize::from(analysis.clarity != Clarity::NoGroups);
        }
    }
    assert!(fooled <= 2, "{fooled} of 40; one in a hundred is to be expected");
}
