//! Files as people have them, whole and broken.

use opinions::{Conversation, Id, Moderation, Note, Options, Record, Unreadable, Vote, read};

const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n20,,1,7,1\n10,,1,7,-1\n30,,2,7,0\n30,,1,anna,-1\n";

fn read_all(files: &[(&str, &str)]) -> Result<Record, Unreadable> {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read(&files)
}

fn refused(files: &[(&str, &str)]) -> String {
    read_all(files).unwrap_err().to_string()
}

#[test]
fn an_export_is_read_with_the_latest_vote_of_each() {
    let comments = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
        5,,2,7,0,0,-1,\"A & B <C>, said \"\"we\"\"\nand more\"\n6,,1,,0,0,1,Second\n";
    let record = read_all(&[
        ("comments.csv", comments),
        ("votes.csv", VOTES),
        ("summary.csv", "topic,\"Rivers, and us\"\nurl,\n"),
        ("notes.txt", "\0"),
        ("math-pca2.json", "not even JSON"),
    ])
    .unwrap();
    assert_eq!(record.topic(), "Rivers, and us");
    assert_eq!(record.statements[0].text, "A & B <C>, said \"we\"\nand more");
    assert_eq!(record.statements[0].moderation, Moderation::Out);
    assert_eq!(record.statements[0].author, Some(Id::from(7)));
    assert_eq!(record.statements[1].author, None);
    let conversation = Conversation::new(&record);
    let who: Vec<String> = conversation.participants().iter().map(ToString::to_string).collect();
    assert_eq!(who, ["7", "anna"]);
    let seven: Vec<Vote> = conversation.votes_of(&Id::from(7)).map(|(_, vote)| vote).collect();
    assert_eq!(
        seven,
        [Vote::Agree, Vote::Pass],
        "the later vote on 1 counts, though it stands above"
    );
}

#[test]
fn without_the_events_the_table_of_people_is_read() {
    let table = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,4,1\n3,x,0,0,2,1,1,1,-1\n5,,,0,0,0,0,,\n";
    let conversation = Conversation::new(&read_all(&[("participants-votes.csv", table)]).unwrap());
    assert_eq!(conversation.participants(), [Id::from(3)], "nobody counts who never voted");
    let votes: Vec<(String, Vote)> =
        conversation.votes_of(&Id::from(3)).map(|(id, vote)| (id.to_string(), vote)).collect();
    assert_eq!(votes, [("1".into(), Vote::Disagree), ("4".into(), Vote::Agree)]);
    let both = read_all(&[("participants-votes.csv", table), ("votes.csv", VOTES)]).unwrap();
    assert_eq!(both.ballots.len(), 4, "the events say more, so they are taken");
}

#[test]
fn votes_on_statements_that_nobody_lists_are_kept_and_said() {
    let record =
        read_all(&[("votes.csv", VOTES), ("comments.csv", "comment-id,comment-body\n2,Two\n")])
            .unwrap();
    let conversation = Conversation::new(&record);
    assert_eq!(conversation.statements().len(), 2);
    let analysis = conversation.analyse(&Options::default()).unwrap();
    assert!(analysis.notes.contains(&Note::UnknownStatements { statements: 1 }));
}

#[test]
fn of_a_statement_that_is_listed_twice_the_later_counts_in_whatever_order() {
    const HEADING: &str = "timestamp,comment-id,comment-body,moderated\n";
    let rows = ["5,1,Later,1\n", "4,1,Earlier,-1\n", "4,2,B,1\n", "4,2,C,-1\n", "4,2,A,-1\n"];
    for turn in 0..rows.len() {
        let mut turned = rows;
        turned.rotate_left(turn);
        let comments = format!("{HEADING}{}", turned.concat());
        let record = read_all(&[("votes.csv", VOTES), ("comments.csv", &comments)]).unwrap();
        let conversation = Conversation::new(&record);
        let texts: Vec<&str> =
            conversation.statements().iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["Later", "A"], "{turn}");
    }
}

#[test]
fn headings_may_be_written_in_other_ways() {
    let votes = "\u{feff}Vote, Voter_ID ,COMMENT ID\r\n1.0,1,2\r\n -1 ,1,3\r\n";
    let record = read_all(&[("votes.csv", votes)]).unwrap();
    assert_eq!((record.ballots[0].vote, record.ballots[1].vote), (Vote::Agree, Vote::Disagree));
    assert_eq!(record.ballots[1].at, None);
}

#[test]
fn the_server_is_read_in_both_its_tongues_and_signs() {
    let comments = r#"[{"tid":1,"txt":"One","mod":1,"is_meta":true,"agree_count":2,"disagree_count":0,"created":"2022-10-12T13:32:19.183Z"},
        {"statement_id":"2","moderated":"-1","agree_count":0,"disagree_count":1,"created":"1665581382363"}]"#;
    let plus = r#"[{"pid":0,"tid":1,"vote":1,"modified":"5"},{"participant_id":1,"statement_id":1,"vote":1,"modified":5.5},
        {"pid":0,"tid":2,"vote":-1,"modified":null,"weight_x_32767":0}]"#;
    let minus = plus
        .replace("\"vote\":-1", "\"vote\":9")
        .replace("\"vote\":1", "\"vote\":-1")
        .replace("\"vote\":9", "\"vote\":1");
    let about = r#"{"topic":"Rivers","strict_moderation":true,"participant_count":2}"#;
    let [plus, minus] = [plus, &minus].map(|votes| {
        read_all(&[
            ("votes.json", votes),
            ("comments.json", comments),
            ("conversation.json", about),
        ])
        .unwrap()
    });
    assert_eq!(plus.ballots, minus.ballots);
    assert_eq!((plus.notes.len(), minus.notes.as_slice()), (0, [Note::SignTurned].as_slice()));
    assert!(plus.strict && plus.statements[0].meta);
    assert_eq!(plus.statements[0].at, Some(1_665_581_539_183));
    assert_eq!(plus.statements[1].moderation, Moderation::Out);
    let alone = read_all(&[("votes.json", r#"[{"pid":0,"tid":1,"vote":1}]"#)]).unwrap();
    assert_eq!(alone.notes, [Note::SignAssumed]);
    assert_eq!(alone.ballots[0].vote, Vote::Agree);
}

#[test]
fn what_is_broken_is_named_with_its_place() {
    assert!(refused(&[]).starts_with("there are no votes here. Give votes.csv"));
    assert!(refused(&[("comments.csv", "comment-id\n1\n")]).starts_with("there are no votes here"));
    assert_eq!(refused(&[("votes.csv", "")]), "votes.csv is empty. Fetch it again.");
    assert_eq!(refused(&[("votes.json", " \n")]), "votes.json is empty. Fetch it again.");
    assert!(
        refused(&[("votes.csv", "voter-id,vote\n")])
            .starts_with("votes.csv has no column \"comment-id\"")
    );
    assert_eq!(
        refused(&[("votes.csv", "voter-id,comment-id,vote\n1,2,1\n1,3,2\n")]),
        "votes.csv, line 3, column \"vote\": \"2\" is not a vote: 1 is agree, 0 pass, -1 disagree."
    );
    assert_eq!(
        refused(&[("votes.csv", "voter-id,comment-id,vote\n1,2,1\n1,3\n")]),
        "votes.csv, line 3: there are 2 cells where the heading has 3. Fetch the file again."
    );
    assert!(
        refused(&[("votes.csv", "voter-id,comment-id,vote\n,2,1\n")])
            .contains("line 2, column \"voter-id\"")
    );
    assert!(
        refused(&[("votes.csv", &VOTES.replace("30,,2", "soon,,2"))])
            .contains("line 4, column \"timestamp\": \"soon\" is not a moment")
    );
    assert!(
        refused(&[("votes.csv", VOTES), ("comments.csv", "comment-id,moderated\n1,maybe\n")])
            .contains("\"maybe\" is not what a moderator says")
    );
    assert_eq!(
        refused(&[("participants-votes.csv", "participant,1,1\n3,1,1\n")]),
        "participants-votes.csv has two columns \"1\". Leave one."
    );
    assert!(
        refused(&[("votes.json", "[{\"pid\":1,")]).starts_with("votes.json: EOF while parsing")
    );
    assert_eq!(
        refused(&[("votes.json", "[{\"pid\":1,\"tid\":2,\"vote\":3}]")]),
        "votes.json, element 0: its vote is not 1, 0 or -1."
    );
    assert_eq!(
        refused(&[("votes.json", "[{\"tid\":2,\"vote\":1}]")]),
        "votes.json, element 0: it says nobody's pid."
    );
    assert!(refused(&[("votes.json", "{\"pid\":1}")]).contains("invalid type: map"));
    let deep = "[".repeat(100_000);
    assert!(refused(&[("votes.json", &deep)]).starts_with("votes.json: "));
    let deep = format!("[{{\"pid\":1,\"tid\":2,\"vote\":1,\"x\":{deep}");
    assert!(refused(&[("votes.json", &deep)]).starts_with("votes.json: "));
    let latin: &[u8] = b"voter-id,comment-id,vote\nJos\xe9,1,1\n";
    assert!(read(&[("votes.csv", latin)]).unwrap_err().to_string().contains("is not UTF-8 text"));
}
