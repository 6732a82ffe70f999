//! Files that are empty, wrong, harmed or mean.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use linkage::{Records, Settings, decisions::Resolved, link};
use mangled::mangled;
use proptest::prelude::*;

use crate::people::{HEALTH, HOUSING, model};

fn refused(text: &[u8]) -> String {
    Records::new(&model()).read("it", text, None).unwrap_err().to_string()
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let cases: [(&[u8], &str); 9] = [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"shoe,size\n1,2\n", "--id"),
        (b"id,size\n1,2\n", "knows none of the columns"),
        (b"id,surname\n1,a\n2,b\n1,c\n", "line 4: the id `1` stood on line 2"),
        (b"id,surname\n1,\"a\nb\"\n1,c\n", "line 4: the id `1` stood on line 2"),
        (b"id,surname\n1,a\n ,b\n", "line 3"),
        (b"id,surname\n1,a\n2,b,c\n", "line 3: this row has 3 fields"),
        (b"id,surname\n1,a\n2,\xff\n", "line 3 is not UTF-8"),
    ];
    for (text, part) in cases {
        let said = refused(text);
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_source_that_is_refused_leaves_nothing_behind() {
    let model = model();
    let mut records = Records::new(&model);
    records.read("housing", HOUSING.as_bytes(), None).unwrap();
    records.read("broken", b"id,surname\na,Alderson\na,Alderson\n", None).unwrap_err();
    assert_eq!((records.len(), records.sources().len()), (5, 1));
    records.read("health", HEALTH.as_bytes(), None).unwrap();
    assert_eq!(records.record(5).id, "n1");
    assert_eq!(records.value(5, "given_name"), "rob");
    let twice = records.read("health", HEALTH.as_bytes(), None).unwrap_err().to_string();
    assert!(twice.contains("two sources `health`"), "{twice}");
}

#[test]
fn a_file_with_headers_alone_and_one_record_have_no_pairs() {
    let model = model();
    for rows in ["", "1,Alone\n"] {
        let mut records = Records::new(&model);
        records.read("few", format!("\u{feff}id,surname\n{rows}").as_bytes(), None).unwrap();
        let linked =
            link(&model, &records, &Resolved::default(), &Settings::default(), &|_, _| ()).unwrap();
        assert_eq!(linked.compared, 0);
        assert_eq!(linked.clustering.of.len(), records.len());
    }
}

#[test]
fn strange_values_pass_through() {
    let model = model();
    let mut records = Records::new(&model);
    let long = "x".repeat(1_000_000);
    let text = format!(
        "id,surname,given_name,email,dob\n\"A & B <C>\",\"A & B <C>\",{long},@,-1\n2,=1+1,{long}y,@@,0000-00-00\n3,\u{202e}\u{1F600},,,\n"
    );
    records.read("strange", text.as_bytes(), None).unwrap();
    assert_eq!(records.record(0).id, "A & B <C>");
    assert_eq!(records.value(0, "surname"), "a b c");
    let linked =
        link(&model, &records, &Resolved::default(), &Settings::default(), &|_, _| ()).unwrap();
    assert_eq!(linked.compared, 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn harmed_records_are_read_or_refused(bytes in mangled(&[HOUSING.as_bytes(), HEALTH.as_bytes()])) {
        let model = model();
        let mut records = Records::new(&model);
        if records.read("harmed", &bytes, None).is_ok() {
            let linked = link(&model, &records, &Resolved::default(), &Settings::default(), &|_, _| ());
            prop_assert_eq!(linked.unwrap().clustering.of.len(), records.len());
        }
    }
}
