//! Several agencies' logs as one.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::{
    building::Found,
    names::{Name, Names},
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
        add(&mut all, &found, Attribute { key, level: 0, value: source });
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

fn add(all: &mut Found, found: &Found, source: Attribute) {
    let log = &found.log;
    let mut moved = Moved { from: &log.texts, known: HashMap::default() };
    let cases: Vec<Name> = log.all_cases().map(|case| all.case(log.cases.text(case))).collect();
    for (case, now) in log.all_cases().zip(&cases) {
        let said: Vec<Attribute> = log
            .said_of_case(case)
            .iter()
            .map(|one| moved.attribute(*one, &mut all.log.texts))
            .collect();
        all.say_of_case(*now, &said);
    }
    let activities: Vec<Name> =
        log.activities.iter().map(|name| all.log.activities.keep(name)).collect();
    for event in log.events() {
        let mut said = false;
        for one in event.attributes {
            let one = moved.attribute(*one, &mut all.log.texts);
            said |= one.level == 0 && one.key == source.key;
            all.log.attributes.push(one);
        }
        if !said {
            all.log.attributes.push(source);
        }
        let of = |names: &[Name], name: Name| names.get(name.index()).copied();
        if let (Some(case), Some(activity)) =
            (of(&cases, event.case), of(&activities, event.activity))
        {
            all.log.push(case, activity, event.time);
        }
    }
}

/// Texts that move from one log into another.
struct Moved<'a> {
    from: &'a Names,
    known: HashMap<Name, Name, RandomState>,
}

impl Moved<'_> {
    fn name(&mut self, name: Name, into: &mut Names) -> Name {
        *self.known.entry(name).or_insert_with(|| into.keep(self.from.text(name)))
    }

    fn attribute(&mut self, one: Attribute, into: &mut Names) -> Attribute {
        let value = match one.value {
            Value::Text(name) => Value::Text(self.name(name, into)),
            Value::Id(name) => Value::Id(self.name(name, into)),
            Value::Time(_)
            | Value::Integer(_)
            | Value::Real(_)
            | Value::Boolean(_)
            | Value::List
            | Value::Values
            | Value::Container => one.value,
        };
        Attribute { key: self.name(one.key, into), level: one.level, value }
    }
}
