//! `tributary map`.

mod analyse;
mod convert;
mod diff;
mod info;
mod merge;
mod source;
mod table;

use std::io;

use clap::{Args, Subcommand};

use crate::said::Said;

/// System maps.
#[derive(Debug, Args)]
pub struct Map {
    #[command(subcommand)]
    ask: Ask,
}

#[derive(Debug, Subcommand)]
enum Ask {
    /// What a file is, what is on its map, and what could not be read.
    Info(info::Info),
    /// Loops, what leads to what, which factors lie between others.
    Analyse(analyse::Analyse),
    /// The same map in another format.
    Convert(convert::Convert),
    /// What differs between two maps.
    Diff(diff::Diff),
    /// Two maps made into one; without --out only what that would do.
    Merge(merge::Merge),
}

impl Map {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        match self.ask {
            Ask::Info(info) => info.run(out),
            Ask::Analyse(analyse) => analyse.run(out),
            Ask::Convert(convert) => convert.run(out),
            Ask::Diff(diff) => diff.run(out),
            Ask::Merge(merge) => merge.run(out),
        }
    }
}
