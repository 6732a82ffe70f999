//! One log in every encoding.

use crate::samples::{
    CSV, OCEL_JSON, OCEL_SQL, OCEL_XML, XES, answer, cases, database, known, lines, packed,
    sentences,
};
use journeys::{Contents, Mapping, ObjectsFound, Value, csv, ocel, read};

fn objects(bytes: &[u8]) -> ObjectsFound {
    match read(bytes, &Mapping::default()).unwrap() {
        Contents::Objects(objects) => *objects,
        Contents::Cases(_) => panic!("this is a log of objects"),
    }
}

#[test]
fn every_encoding_gives_the_answer_that_the_peer_gives() {
    let database = database(OCEL_SQL);
    let known = known("river");
    let files =
        [("xes", XES), ("csv", CSV), ("json", OCEL_JSON), ("xml", OCEL_XML), ("sqlite", &database)];
    for (name, file) in files {
        assert_eq!(answer(&cases(file).log), known, "{name}");
        assert_eq!(answer(&cases(&packed(file)).log), known, "{name}, packed");
    }
}

#[test]
fn every_encoding_of_objects_says_the_same() {
    let json = ocel::write(&objects(OCEL_JSON).log);
    assert_eq!(ocel::write(&objects(OCEL_XML).log), json);
    let from_database = objects(&database(OCEL_SQL));
    assert!(from_database.notes.iter().all(|(matter, _)| *matter == journeys::Matter::Zoneless));
    assert_eq!(
        lines(&ocel::flatten(&from_database, Some("person")).unwrap().log),
        lines(&cases(OCEL_JSON).log)
    );
    assert_eq!(ocel::write(&from_database.log), json);
}

#[test]
fn attributes_have_their_types_in_every_encoding() {
    for file in [XES, CSV, OCEL_JSON, OCEL_XML, &database(OCEL_SQL)] {
        let log = cases(file).log;
        let first = log.event(0).unwrap();
        let of = |key: &str| {
            let one = first.attributes.iter().find(|one| log.texts.text(one.key) == key).unwrap();
            one.value
        };
        assert_eq!(of("cost"), journeys::Value::Real(12.5));
        let amina = log.cases.find("amina").unwrap();
        assert_eq!(log.said_of_case(amina)[0].value, journeys::Value::Integer(3));
        let home = log.events().nth(1).unwrap().attributes.to_vec();
        assert!(home.iter().any(|one| one.value == journeys::Value::Boolean(true)));
    }
}

#[test]
fn the_type_that_is_the_case_can_be_named_and_is_said() {
    let found = objects(OCEL_JSON);
    let persons = ocel::flatten(&found, None).unwrap();
    assert!(
        sentences(&persons).contains("of the type person (of person, worker)"),
        "{}",
        sentences(&persons)
    );
    let workers = ocel::flatten(&found, Some("worker")).unwrap();
    assert_eq!((workers.log.len(), workers.log.cases.len()), (4, 1));
    assert!(sentences(&workers).contains("belong to no such object, left out: 7"));
    let why = ocel::flatten(&found, Some("house")).unwrap_err().to_string();
    assert_eq!(why, "there is no object of the type `house`. There are: person, worker.");
}

#[test]
fn without_a_person_the_busiest_type_is_the_case() {
    let text = std::str::from_utf8(OCEL_JSON).unwrap().replace("\"person\"", "\"boat\"");
    let found = objects(text.as_bytes());
    assert_eq!(ocel::usual_type(&found.log), Some("boat"));
    assert_eq!(ocel::usual_type(&objects(OCEL_JSON).log), Some("person"));
}

#[test]
fn an_event_of_two_persons_stands_in_both_journeys() {
    let text = r#"{"eventTypes":[{"name":"Visit","attributes":[]}],"objectTypes":[{"name":"person","attributes":[]}],
        "objects":[{"id":"a","type":"person"},{"id":"b","type":"person"},{"id":"c","type":"person"}],
        "events":[{"id":"e","type":"Visit","time":"2024-01-01","relationships":[{"objectId":"a","qualifier":"x"},
            {"objectId":"a","qualifier":"y"},{"objectId":"b","qualifier":""},{"objectId":"lost","qualifier":""}]}]}"#;
    let found = ocel::flatten(&objects(text.as_bytes()), None).unwrap();
    assert_eq!(found.log.len(), 2);
    let said = sentences(&found);
    assert!(said.contains("several such objects, taken for each: 1"), "{said}");
    assert!(said.contains("objects that are not in the file, left out: 1"), "{said}");
    assert!(said.contains("Cases without an event, not counted: 1"), "{said}");
    assert!(said.contains("Times without a zone, taken as UTC: 1"), "{said}");
}

#[test]
fn xes_written_in_an_uncommon_way_says_the_same() {
    let common = std::str::from_utf8(XES).unwrap();
    let before = lines(&cases(XES).log);
    let spaced = common.replace(" key=", "\n key =").replace("<event>", "<event ><!-- then -->");
    let quoted = common.replace("value=\"Council\"", "value='Council'").replace("/>", " />");
    let numbered = common.replace("Visit", "&#86;isit").replace("Council", "Counci&#x6c;");
    for uncommon in [spaced, quoted, numbered] {
        assert_ne!(uncommon, common);
        assert_eq!(lines(&cases(uncommon.as_bytes()).log), before);
    }
}

/// pm4py writes them so for what is missing in a table.
#[test]
fn numbers_are_read_as_python_writes_them() {
    let text = "<log><trace><string key=\"concept:name\" value=\"x\"/><float key=\"n\" value=\"nan\"/>
        <event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/>
        <float key=\"n\" value=\"nan\"/><float key=\"up\" value=\"inf\"/><float key=\"down\" value=\"-inf\"/></event>
        <event><string key=\"concept:name\" value=\"b\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/></event></trace></log>";
    let log = cases(text.as_bytes()).log;
    let event = log.event(0).unwrap();
    let values: Vec<Value> = event.attributes.iter().map(|one| one.value).collect();
    assert!(matches!(values[0], Value::Real(number) if number.is_nan()));
    assert_eq!(values[1..], [Value::Real(f64::INFINITY), Value::Real(f64::NEG_INFINITY)]);
    let again = cases(csv::write(&log).0.as_bytes());
    assert!(!sentences(&again).contains("two things"), "{}", sentences(&again));
}
