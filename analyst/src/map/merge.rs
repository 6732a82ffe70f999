//! `tributary map merge`: two maps made into one.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use causal::merge::{self, Change, What};
use clap::Args;
use mapfiles::Format;
use serde::Serialize;

use super::{
    info::Counts,
    source::{read, warn},
    table::{WIDTH, count, cut},
};
use crate::{
    file,
    said::{Failure, Said, json},
};

/// Merges two maps.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// The map whose word stands where the two contradict each other; the other's is kept beside it.
    first: PathBuf,
    /// The map that is merged into it.
    second: PathBuf,
    /// The map from which both began. Only with it is known what was taken away since, and stays away.
    #[arg(long, value_name = "C")]
    base: Option<PathBuf>,
    /// Where the merged map goes: our own JSON, or what the end of the name says. Without it nothing is written, and
    /// the answer says what would be.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write even where there is a file of that name already.
    #[arg(long, requires = "out")]
    force: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    counts: Counts,
    written: Option<String>,
    to_decide: usize,
    changes: Vec<ChangeSaid<'a>>,
    left_out: Vec<String>,
}

#[derive(Default, Serialize)]
struct ChangeSaid<'a> {
    label: &'a str,
    what: &'static str,
    field: &'a str,
    first: &'a str,
    second: &'a str,
}

impl Merge {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let base = self.base.as_deref().map(opened).transpose()?;
        let (first, second) = (opened(&self.first)?, opened(&self.second)?);
        let merged =
            merge::Merge::of(base.as_ref(), &first, &second).map_err(|why| why.to_string())?;
        let left_out = match &self.out {
            Some(path) => keep(path, &merged.map, self.force)?,
            None => Vec::new(),
        };
        let answer = Answer {
            counts: Counts::of(&merged.map),
            written: self.out.as_ref().map(|path| path.display().to_string()),
            to_decide: merged.open().count(),
            changes: merged.changes.iter().map(said).collect(),
            left_out,
        };
        if self.json { json(out, &answer) } else { print(out, &answer, base.is_some()) }
    }
}

fn opened(path: &Path) -> Said<causal::Map> {
    let found = read(path)?;
    warn(path, &found);
    Ok(found.map)
}

/// Writes the map, and says what its format has no place for.
fn keep(path: &Path, map: &causal::Map, force: bool) -> Said<Vec<String>> {
    if !force && fs::exists(path).unwrap_or(true) {
        return Err(Failure::of(
            path,
            "there is a file of this name already. Use another name, or --force to replace it.",
        ));
    }
    let format = format(path)?;
    let written = mapfiles::write(map, format).map_err(|why| Failure::of(path, why))?;
    for (_, bytes) in &written.files {
        file::write(path, bytes)?;
    }
    Ok(written.left_out.iter().map(ToString::to_string).collect())
}

/// What the end of the name says, and our own JSON where there is no end that could say anything else.
fn format(path: &Path) -> Said<Format> {
    if path.extension().is_none() {
        return Ok(Format::Tributary);
    }
    Format::of_name(&path.to_string_lossy()).ok_or_else(|| {
        Failure::of(
            path,
            "the end of this name does not say the format. Merge into .json, then convert that.",
        )
    })
}

fn said(change: &Change) -> ChangeSaid<'_> {
    let of = |what| ChangeSaid { label: &change.label, what, ..ChangeSaid::default() };
    match &change.what {
        What::Added => of("added"),
        What::TakenAway => of("taken_away"),
        What::KeptThoughTakenAway => of("kept_though_taken_away"),
        What::Taken { field, now } => ChangeSaid { field, second: now, ..of("taken") },
        What::BothKept { field } => ChangeSaid { field, ..of("both_kept") },
        What::Conflict { field, first, second } => {
            ChangeSaid { field, first, second, ..of("conflict") }
        }
    }
}

/// How many of a kind are listed for people.
const LISTED: usize = 100;

fn print(out: &mut dyn io::Write, answer: &Answer<'_>, has_base: bool) -> Said {
    let (before, after) = match &answer.written {
        Some(path) => ("Written", format!(" to {path}")),
        None => ("This would be the map", String::new()),
    };
    writeln!(out, "{before}: {}{after}.", answer.counts.said())?;
    let kinds = [
        ("conflict", "to decide: the maps contradict each other"),
        ("kept_though_taken_away", "to decide: taken away on one map, needed on the other, kept"),
        ("taken_away", "taken away, as on one of the maps"),
        ("added", "only on the second map, added"),
        ("taken", "as the second map has it"),
        ("both_kept", "both kept"),
    ];
    for (kind, title) in kinds {
        let of_kind: Vec<&ChangeSaid<'_>> =
            answer.changes.iter().filter(|change| change.what == kind).collect();
        if !of_kind.is_empty() {
            writeln!(out, "\n{} {title}", of_kind.len())?;
        }
        for change in of_kind.iter().take(LISTED) {
            writeln!(out, "  {}", cut(&line(change), WIDTH - 2))?;
        }
        if of_kind.len() > LISTED {
            writeln!(out, "  and {} more", of_kind.len() - LISTED)?;
        }
    }
    for left in &answer.left_out {
        writeln!(out, "Not in this format: {left}")?;
    }
    if !has_base {
        writeln!(out, "\nNothing was taken away: that is known only with --base.")?;
    }
    if answer.written.is_none() {
        writeln!(
            out,
            "\nNothing was written. Name a file with --out to keep it ({}).",
            decide(answer)
        )?;
    }
    Ok(())
}

fn decide(answer: &Answer<'_>) -> String {
    format!("{} to decide", count(answer.to_decide, "thing"))
}

fn line(change: &ChangeSaid<'_>) -> String {
    match change.what {
        "conflict" => format!(
            "{}: {} is \"{}\", on the second map \"{}\"",
            change.label, change.field, change.first, change.second
        ),
        "taken" => format!("{}: {} is \"{}\"", change.label, change.field, change.second),
        "both_kept" => format!("{}: {}", change.label, change.field),
        _ => change.label.to_owned(),
    }
}
