//! `tributary map info`: what a file is, and what is on its map.

use std::io;

use causal::{Link, LinkKind, Map, Sign};
use clap::Args;
use serde::Serialize;

use super::{
    source::Source,
    table::{WIDTH, count, cut, names},
};
use crate::said::{Said, json};

/// Says what a file is.
#[derive(Debug, Args)]
pub(super) struct Info {
    #[command(flatten)]
    source: Source,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

/// How many things are on a map, as it was drawn.
#[derive(Debug, Serialize)]
pub(super) struct Counts {
    factors: usize,
    links: usize,
    positive: usize,
    negative: usize,
    unknown: usize,
    undirected: usize,
}

impl Counts {
    pub(super) fn of(map: &Map) -> Self {
        let links = |is: fn(&Link) -> bool| map.links.iter().filter(|link| is(link)).count();
        Self {
            factors: map.factors.len(),
            links: map.links.len(),
            positive: links(|link| link.sign == Sign::Positive),
            negative: links(|link| link.sign == Sign::Negative),
            unknown: links(|link| link.sign == Sign::Unknown),
            undirected: links(|link| link.direction == LinkKind::Undirected),
        }
    }

    /// In words: "4 factors and 3 links (2 positive, 1 negative)".
    pub(super) fn said(&self) -> String {
        let signs = [
            (self.positive, "positive"),
            (self.negative, "negative"),
            (self.unknown, "without a sign"),
            (self.undirected, "undirected"),
        ];
        let signs: Vec<String> = signs
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        let (factors, links) = (count(self.factors, "factor"), count(self.links, "link"));
        if signs.is_empty() {
            return format!("{factors} and {links}");
        }
        format!("{factors} and {links} ({})", signs.join(", "))
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    format: String,
    title: &'a str,
    #[serde(flatten)]
    counts: Counts,
    mutual: usize,
    delayed: usize,
    declared_loops: usize,
    left_out: Vec<String>,
}

/// How many things that were left out are listed for people.
const LISTED: usize = 50;

impl Info {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let read = self.source.read()?;
        let map = &read.map;
        let answer = Answer {
            format: read.format.to_string(),
            title: &map.title,
            counts: Counts::of(map),
            mutual: map.links.iter().filter(|link| link.direction == LinkKind::Mutual).count(),
            delayed: map.links.iter().filter(|link| link.delayed).count(),
            declared_loops: map.loops.len(),
            left_out: read.left_out.iter().map(ToString::to_string).collect(),
        };
        if self.json { json(out, &answer) } else { print(out, &answer) }
    }
}

fn print(out: &mut dyn io::Write, answer: &Answer<'_>) -> Said {
    let title = if answer.title.is_empty() { "(no title)" } else { answer.title };
    writeln!(out, "{}", cut(title, WIDTH))?;
    writeln!(out, "Format: {}", answer.format)?;
    writeln!(out, "{}", answer.counts.said())?;
    let others = [
        (answer.mutual, "mutual link"),
        (answer.delayed, "delayed link"),
        (answer.declared_loops, "declared loop"),
    ];
    for (number, name) in others.into_iter().filter(|(number, _)| *number > 0) {
        writeln!(out, "{}", count(number, name))?;
    }
    if answer.left_out.is_empty() {
        writeln!(out, "Everything in the file was read.")?;
    } else {
        writeln!(out, "\nTo know of how it was read:")?;
    }
    names(out, &answer.left_out, LISTED)
}
