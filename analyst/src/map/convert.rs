//! `tributary map convert`: the same map in another format.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use clap::Args;
use mapfiles::{Format, LeftOut, Read, Written};

use super::source::Source;
use crate::{
    file,
    said::{Failure, Said},
};

/// How many of the things that were left out are listed one by one.
const LISTED: usize = 50;

/// Writes the same map in another format.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    source: Source,
    /// The format to write: tributary, prsm, prsm-compressed, prsm-xlsx, prsm-csv, kumu-blueprint, kumu-backup, kumu-csv,
    /// kumu-xlsx, loopy, mental-modeler-csv, mental-modeler-mmp, graphml, gexf, dot, causal-coding or edge-list. Without it, the
    /// end of the name after --out decides.
    #[arg(long, value_name = "FORMAT")]
    to: Option<Format>,
    /// The file to write; without it, the answer goes to standard output. A pair of tables becomes two files beside each other.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write even where there is a file of that name already.
    #[arg(long)]
    force: bool,
}

impl Convert {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let to = self.format()?;
        let read = self.source.read()?;
        let written = mapfiles::write(&read.map, to)
            .map_err(|why| Failure::from(format!("as {to}: {why}")))?;
        match &self.out {
            Some(path) => keep(path, to, &written, self.force)?,
            None => print(out, to, &written)?,
        }
        say(&read, to, &written.left_out);
        Ok(())
    }

    fn format(&self) -> Said<Format> {
        if let Some(format) = self.to {
            return Ok(format);
        }
        let Some(path) = &self.out else {
            return Err(String::from(
                "say the format with --to, or name a file with --out whose end says it.",
            )
            .into());
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Format::of_name(&name).ok_or_else(|| {
            let fitting: Vec<&str> = Format::ALL
                .into_iter()
                .filter(|format| name.to_lowercase().ends_with(format.ending()))
                .map(Format::name)
                .collect();
            let which =
                if fitting.is_empty() { String::from("a format") } else { fitting.join(" or ") };
            Failure::of(
                path,
                format!("the end of this name does not say the format. Say it with --to: {which}."),
            )
        })
    }
}

fn print(out: &mut dyn io::Write, to: Format, written: &Written) -> Said {
    let [(_, bytes)] = written.files.as_slice() else {
        return Err(format!(
            "{to} is two files. Name one with --out; both are put beside each other."
        )
        .into());
    };
    Ok(out.write_all(bytes)?)
}

/// Where each file goes: the path itself, or, of several, the path without its end and with theirs.
fn places(path: &Path, to: Format, written: &Written) -> Vec<PathBuf> {
    if written.files.len() == 1 {
        return vec![path.to_owned()];
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = name.strip_suffix(to.ending()).unwrap_or(&name);
    written.files.iter().map(|(suffix, _)| path.with_file_name(format!("{stem}{suffix}"))).collect()
}

fn keep(path: &Path, to: Format, written: &Written, force: bool) -> Said {
    let places = places(path, to, written);
    for place in &places {
        if !force && fs::exists(place).unwrap_or(true) {
            return Err(Failure::of(
                place,
                "there is a file of this name already. Use another name, or --force to replace it.",
            ));
        }
    }
    let mut new: Vec<&PathBuf> = Vec::new();
    for (place, (_, bytes)) in places.iter().zip(&written.files) {
        let was_there = fs::exists(place).unwrap_or(true);
        if let Err(why) = file::write(place, bytes) {
            // Half of a pair is no map: what this run put there goes again.
            for place in new {
                drop(fs::remove_file(place));
            }
            return Err(why);
        }
        new.extend((!was_there).then_some(place));
    }
    Ok(())
}

/// Says on standard error what did not come along.
#[expect(clippy::print_stderr, reason = "standard output is the map")]
fn say(read: &Read, to: Format, left_out: &[LeftOut]) {
    for (what, all) in [
        (format!("reading {}", read.format), read.left_out.as_slice()),
        (format!("writing {to}"), left_out),
    ] {
        for left in all.iter().take(LISTED) {
            eprintln!("tributary: {what}: {left}");
        }
        if all.len() > LISTED {
            eprintln!("tributary: {what}: and {} more", all.len() - LISTED);
        }
    }
}
