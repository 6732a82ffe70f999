//! Files that went wrong, or were made to.

use crate::samples::{
    CSV, OCEL_JSON, OCEL_SQL, OCEL_XML, XES, cases, database, packed, refusal, sentences,
};
use journeys::{Contents, Mapping, csv, discover, ocel, read, xes};
use mangled::mangled;
use proptest::{prelude::proptest, test_runner::Config};

fn try_all(bytes: &[u8]) {
    let found = match read(bytes, &Mapping::default()) {
        Ok(Contents::Cases(found)) => *found,
        Ok(Contents::Objects(objects)) => {
            assert!(ocel::write(&objects.log).len() <= 200 * (bytes.len() + 100));
            ocel::flatten(&objects, None).unwrap()
        }
        Err(why) => {
            assert!(!why.to_string().contains('\n') && why.to_string().len() < 4_000, "{why}");
            return;
        }
    };
    drop((
        discover(&found.log),
        xes::write(&found.log),
        csv::write(&found.log),
        ocel::from_log(&found.log),
    ));
}

proptest! {
    #![proptest_config(Config::with_cases(256))]
    #[test]
    fn no_xes_upsets_the_reader(bytes in mangled(&[XES])) { try_all(&bytes); }
    #[test]
    fn no_csv_upsets_the_reader(bytes in mangled(&[CSV])) { try_all(&bytes); }
    #[test]
    fn no_ocel_json_upsets_the_reader(bytes in mangled(&[OCEL_JSON])) { try_all(&bytes); }
    #[test]
    fn no_ocel_xml_upsets_the_reader(bytes in mangled(&[OCEL_XML])) { try_all(&bytes); }
    #[test]
    fn no_database_upsets_the_reader(bytes in mangled(&[&database(OCEL_SQL)])) { try_all(&bytes); }
    #[test]
    fn no_packed_file_upsets_the_reader(bytes in mangled(&[&packed(XES)])) { try_all(&bytes); }
}

#[test]
fn what_is_no_log_is_refused_in_one_line() {
    let pairs: [(&[u8], &str); 10] = [
        (b"", "this file is empty."),
        (b" \n", "this file is empty."),
        (b"\x00\x01\x02", "this is no event log in XES, OCEL 2.0 (JSON, XML, SQLite) or CSV."),
        (b"<pnml/>", "this XML begins with `pnml`; event logs begin with `log`."),
        (b"<log><trace>", "line 1: the file ends before `log` does. Is it complete?"),
        (b"\xff\xfea,b", "this is not text in UTF-8. Save it as UTF-8."),
        (
            b"{}",
            "line 1: this is no event log in OCEL 2.0 JSON: missing field `eventTypes` at line 1 column 2.",
        ),
        (b"\x1f\x8b\x08", "this is no gzip file: "),
        (b"SQLite format 3\0", "this is no OCEL 2.0 database: "),
        (
            b"case,activity\n",
            "line 1: no column is known to be the time; name it with --time. The columns are: case, activity.",
        ),
    ];
    for (file, said) in pairs {
        assert!(refusal(file).starts_with(said), "{said}\n{}", refusal(file));
    }
}

fn event(inside: &str) -> String {
    format!(
        "<log>\n<trace><string key=\"concept:name\" value=\"x\"/>\n<event>\n<string key=\"concept:name\" value=\"a\"/>\n<date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/>\n{inside}\n</event></trace></log>"
    )
}

#[test]
fn a_wrong_value_is_named_with_its_line() {
    let said = |inside: &str| refusal(event(inside).as_bytes());
    assert_eq!(said("<int key=\"n\" value=\"1.5\"/>"), "line 6: `1.5` is no whole number.");
    assert_eq!(said("<float key=\"n\" value=\"1e999\"/>"), "line 6: `1e999` is no number.");
    assert_eq!(said("<boolean key=\"n\" value='x&amp;'/>"), "line 6: `x&` is no true or false.");
    assert!(
        said("<date key=\"n\" value=\"1/2/2024\"/>").starts_with("line 6: `1/2/2024` is no time")
    );
    assert_eq!(said("<int key=\"n\"/>"), "line 6: `int` has no `value`.");
    assert!(said("<string key=\"n\" value=\"&nothing;\"/>").starts_with("line 6: this is no XML"));
    assert!(said("</trace>").starts_with("line 6: this is no XML"));
}

#[test]
fn elements_that_mean_nothing_are_listed_with_their_line() {
    let found = cases(event("<colour key=\"n\" value=\"1\"><deep/></colour>").as_bytes());
    assert_eq!(found.log.len(), 1);
    assert!(
        sentences(&found)
            .contains("the element colour, which has no meaning here (first on line 6)"),
        "{}",
        sentences(&found)
    );
}

#[test]
fn events_that_say_too_little_and_traces_without_a_name_are_listed() {
    let text = "<log><event/><trace><event><string key=\"concept:name\" value=\"a\"/></event><event><date key=\"time:timestamp\" value=\"2024-01-01\"/></event></trace>
        <trace><string key=\"concept:name\" value=\"x\"/></trace><trace><string key=\"concept:name\" value=\"x\"/></trace></log>";
    let said = sentences(&cases(text.as_bytes()));
    for part in [
        "without an activity, left out: 1",
        "without a time, left out: 1",
        "without a case, left out: 1",
        "named by their number: 1",
        "taken as one case: 1",
        "not counted: 2",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

/// A name that is taken is tried once, not once more for each case without one: else this would take hours.
#[test]
fn numbers_that_are_taken_are_passed_over_once() {
    let event = "<event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"2024-01-01\"/></event>";
    let taken = |number: usize| {
        format!("<trace><string key=\"concept:name\" value=\"case {number}\"/></trace>")
    };
    let named: String = (0..20_000).map(|number| taken(20_001 + number)).collect();
    let unnamed = format!("<trace>{event}</trace>").repeat(20_000);
    let found = cases(format!("<log>{named}{unnamed}</log>").as_bytes());
    let given: Vec<&str> = found.log.cases.iter().skip(20_000).collect();
    assert_eq!((given.first(), given.last()), (Some(&"case 40001"), Some(&"case 60000")));
    assert_eq!(found.log.len(), 20_000);
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = "<string key=\"a\" value=\"b\">".repeat(100_000);
    assert!(refusal(event(&deep).as_bytes()).contains("more than 32 deep"));
    let deep = format!("{{\"eventTypes\":{}", "[".repeat(100_000));
    assert!(refusal(deep.as_bytes()).contains("OCEL 2.0 JSON"));
    let deep = "<x>".repeat(100_000);
    assert!(refusal(format!("<log><events>{deep}").as_bytes()).contains("line 1"));
}

#[test]
fn entities_are_not_unfolded() {
    let text = "<!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><log><trace><string key=\"concept:name\" value=\"&b;\"/></trace></log>";
    assert!(refusal(text.as_bytes()).contains("this is no XML"), "{}", refusal(text.as_bytes()));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = packed(&vec![b' '; 64 << 20]);
    let said = refusal(&bomb);
    assert!(said.contains("bytes come out of this packed file"), "{said}");
    assert_eq!(refusal(&packed(&packed(XES))), "this is no gzip file: it is packed twice.");
}

#[test]
fn a_file_with_a_mark_before_it_is_read() {
    for file in [XES, CSV, OCEL_JSON, OCEL_XML] {
        let marked = [b"\xef\xbb\xbf", file].concat();
        assert_eq!(cases(&marked).log.len(), 11);
    }
}

#[test]
fn an_id_that_stands_for_two_things_is_refused_with_its_path() {
    let text = std::str::from_utf8(OCEL_JSON).unwrap().replace("\"e2\"", "\"e1\"");
    assert_eq!(refusal(text.as_bytes()), "events[1]: the id `e1` stands for two things.");
    let text = std::str::from_utf8(OCEL_XML).unwrap().replace("\"e2\"", "\"e1\"");
    assert!(refusal(text.as_bytes()).contains("the id `e1` stands for two things."));
}

#[test]
fn values_of_another_type_are_kept_and_listed() {
    let text = std::str::from_utf8(OCEL_JSON).unwrap().replace("\"12.5\"", "\"dear\"");
    let found = cases(text.as_bytes());
    assert!(sentences(&found).contains("Kept as text, 1 times: cost"), "{}", sentences(&found));
    let text = std::str::from_utf8(OCEL_JSON)
        .unwrap()
        .replace("\"12.5\"", "12.5")
        .replace("\"true\"", "true");
    assert!(!sentences(&cases(text.as_bytes())).contains("Kept as text"));
}

#[test]
fn answers_stay_in_proportion_to_what_was_read() {
    // Every event says something under a key of its own.
    let event = |n: u32| {
        format!(
            "<event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/><int key=\"k{n}\" value=\"1\"/></event>"
        )
    };
    let events: String = (0..3_000).map(event).collect();
    let text =
        format!("<log><trace><string key=\"concept:name\" value=\"x\"/>{events}</trace></log>");
    let found = cases(text.as_bytes());
    let (written, lost) = csv::write(&found.log);
    assert!(written.len() < 10 * text.len(), "{}", written.len());
    assert!(lost.iter().count() > 1_000);
    // Every event has to do with every person.
    let objects: Vec<String> =
        (0..600).map(|n| format!("{{\"id\":\"o{n}\",\"type\":\"person\"}}")).collect();
    let related: Vec<String> =
        (0..600).map(|n| format!("{{\"objectId\":\"o{n}\",\"qualifier\":\"\"}}")).collect();
    let said: Vec<String> =
        (0..200).map(|n| format!("{{\"name\":\"k{n}\",\"value\":\"\"}}")).collect();
    let event = |n: u32| {
        format!(
            "{{\"id\":\"e{n}\",\"type\":\"a\",\"time\":\"2024-01-01\",\"attributes\":[{}],\"relationships\":[{}]}}",
            said.join(","),
            related.join(",")
        )
    };
    let events: Vec<String> = (0..20).map(event).collect();
    let text = format!(
        "{{\"eventTypes\":[],\"objectTypes\":[],\"events\":[{}],\"objects\":[{}]}}",
        events.join(","),
        objects.join(",")
    );
    let Ok(Contents::Objects(found)) = read(text.as_bytes(), &Mapping::default()) else { panic!() };
    let why = ocel::flatten(&found, None).map(|_| ()).unwrap_err().to_string();
    assert!(why.contains("too many events have to do with too many of these objects"), "{why}");
}

#[test]
fn a_case_that_says_two_things_keeps_the_first_and_says_so() {
    let text = "case,activity,time,case:home\nx,a,2024-01-01,here\nx,b,2024-01-02,there\nx,c,2024-01-03,here\n";
    let found = cases(text.as_bytes());
    assert!(
        sentences(&found).contains("two things about home: the first was kept, 1 times"),
        "{}",
        sentences(&found)
    );
    let case = found.log.cases.find("x").unwrap();
    assert_eq!(found.log.said_of_case(case).len(), 1);
}
