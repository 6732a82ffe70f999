//! Files that went wrong on their way are read, or refused with a sentence; what is read can be analysed.

use opinions::{Conversation, Options, read, write};
use proptest::prelude::*;

const COMMENTS: &[u8] = b"timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
    1500282615559,Mon Jul 17 16:10:15 WIB 2017,1,0,1,1,1,\"A & B <C>, \"\"quoted\"\"\"\n1500282615560,,2,1,1,1,-1,Two\n";
const VOTES: &[u8] = b"timestamp,datetime,comment-id,voter-id,vote\n1,,1,0,1\n2,,2,0,-1\n3,,1,1,-1\n4,,2,1,1\n5,,1,2,0\n6,,1,2,1\n";
const PEOPLE: &[u8] = b"participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2\n0,0,0,2,1,1,1,-1\n1,1,0,2,1,1,-1,1\n2,,0,1,0,0,0,\n";
const SUMMARY: &[u8] = b"topic,Rivers\nurl,https://pol.is/1\nvoters,3\n";
const CAST: &[u8] = br#"[{"pid":0,"tid":1,"vote":1,"modified":"1714782753431"},{"participant_id":1,"statement_id":1,"vote":-1.0,"modified":1714782753431.0},{"pid":1,"tid":2,"vote":0}]"#;
const SAID: &[u8] = br#"[{"tid":1,"txt":"One","mod":1,"is_meta":false,"agree_count":1,"disagree_count":1,"created":"2022-10-12T13:32:19Z"},{"statement_id":2,"moderated":-1,"txt":"Two"}]"#;
const ABOUT: &[u8] = br#"{"topic":"Rivers","description":"A & B <C>","strict_moderation":true}"#;

/// Reads, and does with what was read all that can be done.
fn tried(files: &[(&str, &[u8])]) {
    let record = match read(files) {
        Ok(record) => record,
        Err(why) => {
            let why = why.to_string();
            assert!(why.len() < 2000, "{why}");
            return;
        }
    };
    let conversation = Conversation::new(&record);
    let analysis = conversation.analyse(&Options::default()).unwrap();
    let numbers = analysis.projection.iter().flat_map(|(_, at)| *at);
    assert!(numbers.chain([analysis.inertia]).all(f64::is_finite));
    assert!(!write(&record, &conversation, &analysis).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn of_the_export(
        votes in mangled::mangled(&[VOTES]), comments in mangled::mangled(&[COMMENTS]), summary in mangled::mangled(&[SUMMARY]),
    ) {
        tried(&[("votes.csv", &votes)]);
        tried(&[("votes.csv", VOTES), ("comments.csv", &comments), ("summary.csv", &summary)]);
    }

    #[test]
    fn of_the_table_of_people(people in mangled::mangled(&[PEOPLE])) {
        tried(&[("participants-votes.csv", &people), ("comments.csv", COMMENTS)]);
    }

    #[test]
    fn of_the_server(
        votes in mangled::mangled(&[CAST]), comments in mangled::mangled(&[SAID]), about in mangled::mangled(&[ABOUT]),
    ) {
        tried(&[("votes.json", &votes), ("comments.json", SAID)]);
        tried(&[("votes.json", CAST), ("comments.json", &comments)]);
        tried(&[("votes.json", CAST), ("conversation.json", &about)]);
    }
}
