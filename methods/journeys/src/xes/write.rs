//! Writes XES.

use std::fmt::{Display, Write as _};

use crate::{
    log::{Header, Log},
    names::Names,
    notes::{Lost, Notes},
    value::{Attribute, Value},
};

use super::{NAME, TIME};

/// Writes a log as XES: its traces in the order in which the cases were met, and the events of each in the order of the file, so that
/// those of one time are read back in the same order. Says what could not be kept.
pub fn write(log: &Log) -> (String, Notes) {
    let mut xes = Xes { text: String::new(), notes: Notes::default(), texts: &log.texts };
    xes.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2016\" xes.features=\"nested-attributes\" xmlns=\"http://www.xes-standard.org/\">\n");
    xes.header(&log.header);
    for case in log.all_cases() {
        xes.text.push_str("<trace>\n");
        xes.one("string", NAME, log.cases.text(case));
        xes.row(log.said_of_case(case));
        let mut numbers = log.of_case(case).to_vec();
        numbers.sort_unstable();
        let events = numbers.iter().filter_map(|number| log.event(usize::try_from(*number).ok()?));
        for event in events {
            xes.text.push_str("<event>\n");
            xes.one("string", NAME, log.activities.text(event.activity));
            xes.one("date", TIME, event.time);
            xes.row(event.attributes);
            xes.text.push_str("</event>\n");
        }
        xes.text.push_str("</trace>\n");
    }
    xes.text.push_str("</log>\n");
    (xes.text, xes.notes)
}

struct Xes<'a> {
    text: String,
    notes: Notes,
    texts: &'a Names,
}

/// The extensions whose attributes every log has, for a log that declares none.
const USUAL: [[&str; 3]; 2] = [
    ["Concept", "concept", "http://www.xes-standard.org/concept.xesext"],
    ["Time", "time", "http://www.xes-standard.org/time.xesext"],
];

impl Xes<'_> {
    fn header(&mut self, header: &Header) {
        if header.extensions.is_empty() {
            for [name, prefix, uri] in USUAL {
                self.element("extension", &[("name", name), ("prefix", prefix), ("uri", uri)]);
            }
        }
        for [name, prefix, uri] in &header.extensions {
            self.element("extension", &[("name", name), ("prefix", prefix), ("uri", uri)]);
        }
        for (scope, defaults) in &header.globals {
            self.open("global", &[("scope", scope)]);
            self.text.push_str(">\n");
            self.row(defaults);
            self.text.push_str("</global>\n");
        }
        for [name, keys, scope] in &header.classifiers {
            let all = [("name", name.as_str()), ("keys", keys), ("scope", scope)];
            let said: Vec<_> =
                all.into_iter().filter(|one| one.0 != "scope" || !one.1.is_empty()).collect();
            self.element("classifier", &said);
        }
        self.row(&header.attributes);
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push(' ');
            self.text.push_str(key);
            self.text.push_str("=\"");
            self.escaped(value);
            self.text.push('"');
        }
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.text.push_str("/>\n");
    }

    fn one(&mut self, kind: &str, key: &str, value: impl Display) {
        self.element(kind, &[("key", key), ("value", &value.to_string())]);
    }

    /// Attributes, those within others inside them.
    fn row(&mut self, row: &[Attribute]) {
        let mut open: Vec<&str> = Vec::new();
        for (at, one) in row.iter().enumerate() {
            while open.len() > usize::from(one.level) {
                self.close(open.pop());
            }
            let kind = kind(one.value);
            let value = one.value.written(self.texts).to_string();
            let key = ("key", self.texts.text(one.key));
            match one.value {
                Value::Values => self.open(kind, &[]),
                Value::List | Value::Container => self.open(kind, &[key]),
                Value::Text(_)
                | Value::Id(_)
                | Value::Time(_)
                | Value::Integer(_)
                | Value::Real(_)
                | Value::Boolean(_) => self.open(kind, &[key, ("value", &value)]),
            }
            let holds = row.get(at + 1).is_some_and(|next| next.level > one.level);
            self.text.push_str(if holds { ">\n" } else { "/>\n" });
            if holds {
                open.push(kind);
            }
        }
        while !open.is_empty() {
            self.close(open.pop());
        }
    }

    fn close(&mut self, name: Option<&str>) {
        let written = name.map(|name| writeln!(self.text, "</{name}>"));
        debug_assert!(written.is_none_or(|it| it.is_ok()), "a text takes whatever is written");
    }

    /// A text as the value of an attribute. Line ends are written by number: a reader would make blanks of them.
    fn escaped(&mut self, value: &str) {
        for c in value.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' => self.text.push_str("&#9;"),
                '\n' => self.text.push_str("&#10;"),
                '\r' => self.text.push_str("&#13;"),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                    self.text.push('\u{fffd}');
                    self.notes.lost(Lost::Characters);
                }
                other => self.text.push(other),
            }
        }
    }
}

fn kind(value: Value) -> &'static str {
    match value {
        Value::Text(_) => "string",
        Value::Id(_) => "id",
        Value::Time(_) => "date",
        Value::Integer(_) => "int",
        Value::Real(_) => "float",
        Value::Boolean(_) => "boolean",
        Value::List => "list",
        Value::Values => "values",
        Value::Container => "container",
    }
}
