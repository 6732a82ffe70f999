//! What is written can be read again.

use opinions::{
    Ballot, Conversation, Id, Moderation, Options, Record, Statement, Vote, read, write,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::ids;

fn again(record: &Record) -> (Vec<(&'static str, Vec<u8>)>, Record) {
    let conversation = Conversation::new(record);
    let analysis = conversation.analyse(&Options::default()).unwrap();
    let files = write(record, &conversation, &analysis);
    let bytes: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let record = read(&bytes).unwrap();
    (files, record)
}

#[test]
fn it_looks_like_an_export() {
    let statement = Statement {
        id: Id::from(1),
        text: "A & B <C>, \"quoted\"\nand more".into(),
        author: Some(Id::from(7)),
        at: Some(1_500_282_615_559),
        moderation: Moderation::In,
        meta: false,
    };
    let vote = |person: i64, vote, at| Ballot {
        participant: person.into(),
        statement: Id::from(1),
        vote,
        at,
    };
    let record = Record {
        about: vec![("topic".into(), "Rivers".into()), ("voters".into(), "99".into())],
        statements: vec![statement],
        ballots: vec![vote(7, Vote::Agree, Some(0)), vote(9, Vote::Disagree, None)],
        ..Record::default()
    };
    let (files, _) = again(&record);
    let text = |at: usize| String::from_utf8(files[at].1.clone()).unwrap();
    assert_eq!(
        files.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        ["summary.csv", "comments.csv", "votes.csv", "participants-votes.csv"]
    );
    assert_eq!(
        text(0),
        "topic,Rivers\nvoters,2\nvoters-in-conv,2\ncommenters,1\ncomments,1\ngroups,2\n"
    );
    assert_eq!(
        text(1),
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n\
         1500282615559,Mon Jul 17 09:10:15 UTC 2017,1,7,1,1,1,false,\"A & B <C>, \"\"quoted\"\"\nand more\"\n"
    );
    assert_eq!(
        text(2),
        "timestamp,datetime,comment-id,voter-id,vote\n0,Thu Jan 01 00:00:00 UTC 1970,1,7,1\n,,1,9,-1\n"
    );
    assert_eq!(
        text(3),
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,1\n7,0,1,1,1,0,1\n9,1,0,1,0,1,-1\n"
    );
}

#[test]
fn what_strict_moderation_keeps_out_stays_out() {
    let mut record = crate::record(&["aad", "dda"]);
    record.strict = true;
    record.statements[1].moderation = Moderation::In;
    let (_, read) = again(&record);
    let out: Vec<Id> = (read.statements.iter())
        .filter(|one| one.moderation == Moderation::Out)
        .map(|one| one.id.clone())
        .collect();
    assert_eq!(out, ids(&[0, 2]));
}

fn named() -> impl Strategy<Value = Id> {
    prop_oneof![3 => any::<i8>().prop_map(|number| Id::from(i64::from(number))), 1 => "[a-z\",<]{1,5}".prop_map(|text| Id::of(&text))]
}

fn statement() -> impl Strategy<Value = Statement> {
    let moderation = select(vec![Moderation::In, Moderation::Out, Moderation::Unmoderated]);
    (
        named(),
        "\\PC{0,20}",
        option::of(named()),
        option::of(0..2_000_000_000_000_i64),
        moderation,
        any::<bool>(),
    )
        .prop_map(|(id, text, author, at, moderation, meta)| Statement {
            id,
            text,
            author,
            at,
            moderation,
            meta,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn and_tells_the_same_conversation(
        statements in vec(statement(), 1..8),
        ballots in vec((named(), any::<prop::sample::Index>(), 0..3_usize, option::of(any::<i64>())), 1..40),
        about in vec(("[a-z]{1,5}", "\\PC{0,9}"), 0..3),
    ) {
        let ballots = ballots.into_iter().map(|(participant, statement, vote, at)| Ballot {
            participant,
            statement: statement.get(&statements).id.clone(),
            vote: [Vote::Agree, Vote::Disagree, Vote::Pass][vote],
            at,
        });
        let ballots = ballots.collect();
        let record = Record { about, statements, ballots, ..Record::default() };
        let (_, read) = again(&record);
        let [before, after] = [&record, &read].map(Conversation::new);
        prop_assert_eq!(before.participants(), after.participants());
        prop_assert_eq!(before.statements(), after.statements());
        prop_assert_eq!(before.tallies(), after.tallies());
        prop_assert!(before.participants().iter().all(|who| before.votes_of(who).eq(after.votes_of(who))));
        let lines: Vec<_> = read.about.iter().take(record.about.len()).collect();
        prop_assert_eq!(lines, record.about.iter().collect::<Vec<_>>());
    }
}
