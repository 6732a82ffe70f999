//! The same log in every encoding, and answers in a form that can be compared.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use journeys::{Contents, Discovered, Found, Log, Mapping, discover, ocel, read};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

pub(crate) const XES: &[u8] = include_bytes!("../../data/river.xes");
pub(crate) const CSV: &[u8] = include_bytes!("../../data/river.csv");
pub(crate) const OCEL_JSON: &[u8] = include_bytes!("../../data/river.ocel.json");
pub(crate) const OCEL_XML: &[u8] = include_bytes!("../../data/river.ocel.xml");
pub(crate) const OCEL_SQL: &str = include_str!("../../data/river.ocel.sql");
pub(crate) const MADE: &[u8] = include_bytes!("../../data/made.csv");

/// A database as a file.
pub(crate) fn database(sql: &str) -> Vec<u8> {
    let connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    connection.serialize("main").unwrap().to_vec()
}

pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// The cases in a file of any kind.
pub(crate) fn cases(bytes: &[u8]) -> Found {
    match read(bytes, &Mapping::default()).unwrap() {
        Contents::Cases(found) => *found,
        Contents::Objects(objects) => ocel::flatten(&objects, None).unwrap(),
    }
}

/// Why a file cannot be read.
pub(crate) fn refusal(bytes: &[u8]) -> String {
    read(bytes, &Mapping::default()).map(|_| ()).unwrap_err().to_string()
}

pub(crate) fn sentences(found: &Found) -> String {
    found.notes.sentences().collect::<Vec<_>>().join("\n")
}

/// What was discovered, by names, in the form of the known answers.
pub(crate) fn answer(log: &Log) -> Json {
    let Discovered { cases, events, activities, edges, starts, ends, variants, durations } =
        discover(log);
    let named = |name| log.activities.text(name).to_owned();
    let mut seconds: Vec<f64> = durations.iter().map(|one| one.micros as f64 / 1e6).collect();
    seconds.sort_by(f64::total_cmp);
    let counts = |ends: Vec<(journeys::Name, u64)>| -> serde_json::Map<String, Json> {
        ends.into_iter().map(|(name, count)| (named(name), json!(count))).collect()
    };
    json!({
        "cases": cases,
        "events": events,
        "activities": activities,
        "variants": variants.len(),
        "dfg": edges.iter().map(|it| json!([named(it.from), named(it.to), it.count])).collect::<Vec<_>>(),
        "starts": counts(starts),
        "ends": counts(ends),
        "durations_seconds": seconds,
        "median_duration_hours": discover(log).median_duration_hours(),
    })
}

/// The answers that the peer gave.
pub(crate) fn known(log: &str) -> Json {
    let all: Json = serde_json::from_str(include_str!("../../data/known_answers.json")).unwrap();
    all[log].clone()
}

/// Every event by the texts of its parts, in the order of the file: two logs that say the same have the same lines.
pub(crate) fn lines(log: &Log) -> Vec<String> {
    let said = |row: &[journeys::Attribute]| {
        let mut said: Vec<String> = row
            .iter()
            .map(|one| {
                let kind = std::mem::discriminant(&one.value);
                let text = one.value.written(&log.texts).to_string();
                format!("{}{:?}{kind:?}={text:?}", one.level, log.texts.text(one.key))
            })
            .collect();
        if row.iter().all(|one| one.level == 0) {
            said.sort();
        }
        said.join(" ")
    };
    let line = |event: journeys::Event<'_>| {
        format!(
            "{:?} [{}] {:?} {} [{}]",
            log.cases.text(event.case),
            said(log.said_of_case(event.case)),
            log.activities.text(event.activity),
            event.time,
            said(event.attributes)
        )
    };
    log.events().map(line).collect()
}
