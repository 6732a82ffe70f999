//! What is written is read back as it was.

use crate::samples::{CSV, OCEL_JSON, XES, cases, lines};
use journeys::{Contents, Mapping, Matter, csv, ocel, read, xes};
use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::Value as Json;

const NESTED: &str = r#"<log><extension name="E" prefix="e" uri="u"/><classifier name="c" keys="a 'b c'"/>
  <global scope="trace"><int key="g" value="1"><id key="within" value="x"/></int></global>
  <string key="log" value="&#10;A &amp; B &lt;C&gt; &quot;'"/>
  <trace><string key="concept:name" value="x"/><list key="l"><values><int key="i" value="1"/><int key="i" value="2"/></values></list>
    <event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00.123456Z"/>
      <container key="box"><float key="f" value="-INF"><boolean key="b" value="false"/></float></container><float key="n" value="NaN"/>
      <id key="id" value="0b"/><int key="twice" value="1"/><int key="twice" value="2"/></event></trace></log>"#;

#[test]
fn xes_keeps_all_that_xes_says() {
    for file in [XES, NESTED.as_bytes()] {
        let before = cases(file);
        let (text, lost) = xes::write(&before.log);
        let after = cases(text.as_bytes());
        assert_eq!(lines(&after.log), lines(&before.log));
        assert_eq!(after.log.header.classifiers, before.log.header.classifiers);
        assert_eq!(after.log.header.extensions, before.log.header.extensions);
        assert_eq!(after.log.header.globals.len(), before.log.header.globals.len());
        assert_eq!(after.notes, before.notes);
        assert!(lost.is_empty(), "{lost:?}");
        assert_eq!(xes::write(&after.log).0, text);
    }
}

#[test]
fn csv_keeps_a_table() {
    let before = cases(CSV);
    let (text, lost) = csv::write(&before.log);
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(lines(&cases(text.as_bytes()).log), lines(&before.log));
}

#[test]
fn what_csv_cannot_keep_is_said() {
    let before = cases(NESTED.as_bytes());
    let said: Vec<String> = csv::write(&before.log).1.sentences().collect();
    let said = said.join("\n");
    for part in
        ["log as a whole", "attributes within box", "attributes within l", "twice where it stands"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let text = "case,activity,time,case:n,n\nx,a,2024-01-01,1,\n";
    let (written, lost) = csv::write(&cases(text.as_bytes()).log);
    assert!(written.contains("case:n") && lost.is_empty(), "{written} {lost:?}");
}

#[test]
fn ocel_keeps_all_that_ocel_says() {
    let objects = |bytes: &[u8]| match read(bytes, &Mapping::default()).unwrap() {
        Contents::Objects(objects) => *objects,
        Contents::Cases(_) => panic!("this is a log of objects"),
    };
    let before = objects(OCEL_JSON);
    let text = ocel::write(&before.log);
    let after = objects(text.as_bytes());
    assert_eq!(ocel::write(&after.log), text);
    assert_eq!((&after.log.events, &after.log.objects), (&before.log.events, &before.log.objects));
    assert_eq!(
        (&after.log.event_types, &after.log.object_types),
        (&before.log.event_types, &before.log.object_types)
    );
}

#[test]
fn a_log_of_cases_goes_through_ocel_and_back() {
    let before = cases(XES);
    let objects = ocel::from_log(&before.log);
    let said: Vec<&Matter> = objects.notes.iter().map(|(matter, _)| matter).collect();
    assert_eq!(said, [&Matter::NotKept(journeys::Lost::Header)]);
    let text = ocel::write(&objects.log);
    let once = cases(text.as_bytes());
    assert_eq!(crate::samples::answer(&once.log), crate::samples::answer(&before.log));
    assert_eq!(ocel::write(&ocel::from_log(&once.log).log), text, "the ids of events stay");
}

/// Whether a value is valid by the part of JSON Schema that OCEL's schema uses.
fn valid(schema: &Json, value: &Json) -> bool {
    let keys = schema.as_object().unwrap().keys().map(String::as_str);
    for key in keys {
        let known = ["$schema", "type", "properties", "items", "required", "format"];
        assert!(known.contains(&key), "the schema asks for more than this test knows: {key}");
    }
    if schema["format"] == "date-time" {
        let text = value.as_str().unwrap_or_default();
        return text.contains('T') && text.ends_with('Z') && journeys::Moment::read(text).is_some();
    }
    match schema["type"].as_str().unwrap() {
        "string" => value.is_string(),
        "array" => {
            value.as_array().is_some_and(|all| all.iter().all(|one| valid(&schema["items"], one)))
        }
        "object" => value.as_object().is_some_and(|object| {
            let required = schema["required"].as_array().unwrap();
            let there = required.iter().all(|key| object.contains_key(key.as_str().unwrap()));
            let properties = schema["properties"].as_object().unwrap();
            there
                && object
                    .iter()
                    .all(|(key, one)| properties.get(key).is_some_and(|schema| valid(schema, one)))
        }),
        other => panic!("the schema asks for more than this test knows: {other}"),
    }
}

fn schema() -> Json {
    serde_json::from_str(include_str!("../../data/schema_ocel2.json")).unwrap()
}

#[test]
fn what_is_written_as_ocel_is_valid_by_its_schema() {
    let schema = schema();
    for file in [XES, NESTED.as_bytes(), CSV] {
        let text = ocel::write(&ocel::from_log(&cases(file).log).log);
        assert!(valid(&schema, &serde_json::from_str(&text).unwrap()), "{text}");
    }
    let Ok(Contents::Objects(objects)) = read(OCEL_JSON, &Mapping::default()) else { panic!() };
    let text = ocel::write(&objects.log);
    assert!(valid(&schema, &serde_json::from_str(&text).unwrap()), "{text}");
    assert!(!valid(
        &schema,
        &serde_json::json!({"eventTypes": [], "objectTypes": [], "events": [{}], "objects": []})
    ));
}

/// Rows of a table with names that upset formats.
fn tables() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec![
        "a",
        "A & B <C>",
        "\"",
        "x,y",
        "=1+1",
        "é\u{1F600}",
        "]]>",
        "'",
        "a\nb",
        "\t",
        "007",
        "1",
        "INF",
    ]);
    let row = (0..4_u8, text.clone(), 0..400_i64, text);
    prop::collection::vec(row, 1..20).prop_map(|rows| {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let row = |(case, what, day, note): &(u8, &str, i64, &str)| {
            let when = journeys::Moment(day * 43_200_000_000);
            format!("{case},{},{when},{}", quoted(what), quoted(note))
        };
        let rows = rows.iter().map(row).collect::<Vec<_>>().join("\n");
        format!("case,activity,time,note\n{rows}\n")
    })
}

proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(128))]
    #[test]
    fn nothing_upsets_a_format(table in tables()) {
        let before = cases(table.as_bytes());
        let (written, lost) = csv::write(&before.log);
        prop_assert!(lost.is_empty());
        prop_assert_eq!(lines(&cases(written.as_bytes()).log), lines(&before.log));
        let (written, lost) = xes::write(&before.log);
        prop_assert!(lost.is_empty());
        // XES has its cases one after the other.
        let sorted = |log: &journeys::Log| { let mut all = lines(log); all.sort(); all };
        let after = cases(written.as_bytes());
        prop_assert_eq!(sorted(&after.log), sorted(&before.log));
        prop_assert_eq!(crate::samples::answer(&after.log), crate::samples::answer(&before.log));
        let text = ocel::write(&ocel::from_log(&before.log).log);
        prop_assert!(valid(&schema(), &serde_json::from_str(&text).unwrap()));
        prop_assert_eq!(crate::samples::answer(&cases(text.as_bytes()).log), crate::samples::answer(&before.log));
    }
}

#[test]
fn attributes_within_a_name_or_a_time_are_listed() {
    let text = XES_WITHIN;
    let found = cases(text.as_bytes());
    assert_eq!(found.log.len(), 1);
    let said: Vec<String> = found.notes.sentences().collect();
    assert_eq!(said, ["Not kept, 1 times: attributes within time:timestamp."]);
}

const XES_WITHIN: &str = r#"<log><trace><string key="concept:name" value="x"/><event><string key="concept:name" value="a"/>
    <date key="time:timestamp" value="2024-01-01T00:00:00Z"><boolean key="sure" value="false"/></date></event></trace></log>"#;
