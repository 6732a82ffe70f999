//! Several agencies' logs as one.

use crate::{
    building::Found,
    names::Name,
    notes::{Lost, Matter},
    value::{Attribute, Value},
};

/// The attribute that says which log an event came from.
pub const SOURCE: &str = "source_agency";

/// Takes several logs as one, by time: cases of one name are one case, and every event says where it came from ([`SOURCE`]), unless it
/// already did. Events of one time keep the order in which the logs are given. What XES says of each log as a whole is not kept.
///
/// Give each log under the name of its source, and link persons first: here, the same name is the same person.
pub fn merge(logs: Vec<(String, Found)>) -> Found {
    let mut all = Found::default();
    let key = all.log.texts.keep(SOURCE);
    for (source, found) in logs {
        let source = Value::Text(all.log.texts.keep(&source));
        add(&mut all, &found, Some(Attribute { key, level: 0, value: source }));
        let idle = |matter: &Matter| *matter == Matter::Idle;
        for (matter, times) in found.notes.iter().filter(|(matter, _)| !idle(matter)) {
            all.notes.times(matter.clone(), times, None);
        }
        if found.log.header != crate::log::Header::default() {
            all.notes.lost(Lost::Header);
        }
    }
    all.done()
}

/// Adds what a log says to another, with where each event came from unless it already says so.
pub(crate) fn add(all: &mut Found, found: &Found, source: Option<Attribute>) {
    let log = &found.log;
    let texts: Vec<Name> = log.texts.iter().map(|text| all.log.texts.keep(text)).collect();
    let cases: Vec<Name> = log.all_cases().map(|case| all.case(log.cases.text(case))).collect();
    let names = log.activities.iter();
    let activities: Vec<Name> = names.map(|name| all.log.activities.keep(name)).collect();
    for (case, now) in log.all_cases().zip(&cases) {
        let said = log.said_of_case(case).iter();
        let said: Vec<Attribute> = said.map(|one| moved(*one, &texts)).collect();
        all.say_of_case(*now, &said);
    }
    for event in log.events() {
        let before = all.log.attributes.len();
        all.log.attributes.extend(event.attributes.iter().map(|one| moved(*one, &texts)));
        let said = all.log.attributes.get(before..).unwrap_or_default();
        let is_said = |key: Name| said.iter().any(|one| one.level == 0 && one.key == key);
        all.log.attributes.extend(source.filter(|source| !is_said(source.key)));
        let (case, activity) = (renamed(event.case, &cases), renamed(event.activity, &activities));
        all.log.push(case, activity, event.time);
    }
}

/// The name that a name has now.
fn renamed(name: Name, names: &[Name]) -> Name {
    names.get(name.index()).copied().unwrap_or(name)
}

fn moved(one: Attribute, texts: &[Name]) -> Attribute {
    let value = match one.value {
        Value::Text(name) => Value::Text(renamed(name, texts)),
        Value::Id(name) => Value::Id(renamed(name, texts)),
        Value::Time(_)
        | Value::Integer(_)
        | Value::Real(_)
        | Value::Boolean(_)
        | Value::List
        | Value::Values
        | Value::Container => one.value,
    };
    Attribute { key: renamed(one.key, texts), level: one.level, value }
}
