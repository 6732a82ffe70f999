//! `tributary map diff`: what differs between two maps.

use std::{io, path::PathBuf};

use causal::{Map, diff};
use clap::Args;
use serde::Serialize;

use super::{
    source::{read, warn},
    table::{WIDTH, count, cut, names},
};
use crate::said::{Said, json};

/// Compares two maps.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// One map.
    first: PathBuf,
    /// The other. Factors are the same if they have the same id, else the same label.
    second: PathBuf,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    map: Vec<Field>,
    factors: Compared,
    links: Compared,
    loops: Compared,
}

/// What is said of factors, or of links.
#[derive(Serialize)]
struct Compared {
    only_first: Vec<String>,
    only_second: Vec<String>,
    changed: Vec<Changed>,
    alike: usize,
}

#[derive(Serialize)]
struct Changed {
    label: String,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    name: String,
    first: String,
    second: String,
}

impl Diff {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let (first, second) = (read(&self.first)?, read(&self.second)?);
        warn(&self.first, &first);
        warn(&self.second, &second);
        let found = diff::Diff::between(&first.map, &second.map).map_err(|why| why.to_string())?;
        let factor = |map: &Map, place: usize| {
            map.factors.get(place).map(|factor| factor.label.clone()).unwrap_or_default()
        };
        let link = |map: &Map, place: usize| {
            let ends = map.links.get(place).map(|link| (link.from, link.to)).unwrap_or_default();
            format!("{} -> {}", factor(map, ends.0), factor(map, ends.1))
        };
        let declared = |map: &Map, place: usize| {
            map.loops.get(place).map(|declared| declared.label.clone()).unwrap_or_default()
        };
        let answer = Answer {
            map: found.map.iter().map(field).collect(),
            factors: said(&found.factors, (&first.map, &second.map), factor),
            links: said(&found.links, (&first.map, &second.map), link),
            loops: said(&found.loops, (&first.map, &second.map), declared),
        };
        if self.json { json(out, &answer) } else { print(out, &answer) }
    }
}

fn said(
    found: &diff::Changes,
    (first, second): (&Map, &Map),
    label: impl Fn(&Map, usize) -> String,
) -> Compared {
    let changed = |changed: &diff::Changed| Changed {
        label: label(first, changed.here),
        fields: changed.fields.iter().map(field).collect(),
    };
    let labels = |map: &Map, places: &[usize]| {
        let mut labels: Vec<String> = places.iter().map(|&place| label(map, place)).collect();
        labels.sort();
        labels
    };
    let mut all: Vec<Changed> = found.changed.iter().map(changed).collect();
    all.sort_by(|one, other| one.label.cmp(&other.label));
    Compared {
        only_first: labels(first, &found.only_here),
        only_second: labels(second, &found.only_there),
        changed: all,
        alike: found.alike,
    }
}

fn field(field: &causal::fields::Field) -> Field {
    Field { name: field.name.clone(), first: field.here.clone(), second: field.there.clone() }
}

fn fields(out: &mut dyn io::Write, fields: &[Field], before: &str) -> Said {
    for field in fields {
        let line = format!("{}: \"{}\", then \"{}\"", field.name, field.first, field.second);
        writeln!(out, "{before}{}", cut(&line, WIDTH - before.len()))?;
    }
    Ok(())
}

/// How many of a kind are listed for people.
const LISTED: usize = 100;

fn print(out: &mut dyn io::Write, answer: &Answer) -> Said {
    if !answer.map.is_empty() {
        writeln!(out, "Of the whole map")?;
        fields(out, &answer.map, "  ")?;
    }
    let all =
        [("factor", &answer.factors), ("link", &answer.links), ("declared loop", &answer.loops)];
    let some = |said: &Compared| {
        said.alike + said.only_first.len() + said.only_second.len() + said.changed.len() > 0
    };
    for (what, said) in all.into_iter().filter(|(_, said)| some(said)) {
        let differ = [
            ("only on the first map", &said.only_first),
            ("only on the second map", &said.only_second),
        ];
        writeln!(out, "{} on both maps and alike", count(said.alike, what))?;
        for (where_, labels) in differ.into_iter().filter(|(_, labels)| !labels.is_empty()) {
            writeln!(out, "{} {where_}", count(labels.len(), what))?;
            names(out, labels, LISTED)?;
        }
        if !said.changed.is_empty() {
            writeln!(out, "{} on both maps, but not alike", count(said.changed.len(), what))?;
        }
        for changed in said.changed.iter().take(LISTED) {
            writeln!(out, "  {}", cut(&changed.label, WIDTH - 2))?;
            fields(out, &changed.fields, "    ")?;
        }
        if said.changed.len() > LISTED {
            writeln!(out, "  and {} more", said.changed.len() - LISTED)?;
        }
    }
    Ok(())
}
