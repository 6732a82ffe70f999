#![doc = include_str!("../README.md")]

mod file;
mod journeys;
mod link;
mod map;
mod measure;
mod opinions;
mod said;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::Subcommand;

pub use crate::said::Said;

/// What to ask, of which files.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// System maps: what is in them, loops, what leads where, other formats.
    Map(map::Map),
    /// Measures for learning: what changed, and what only wobbles.
    Measure(measure::Measure),
    /// Many voices: who thinks alike, and common ground.
    Opinions(opinions::Opinions),
    /// Event logs: what followed what, and how long it took.
    Journeys(journeys::Journeys),
    /// Records from several sources: is this the same person?
    Link(link::Link),
}

impl Command {
    /// Does it, and says what it found.
    ///
    /// # Errors
    /// One line that says what could not be done, where, and what to do.
    pub fn run(self, out: &mut dyn io::Write) -> Said {
        match self {
            Self::Map(map) => map.run(out),
            Self::Measure(measure) => measure.run(out),
            Self::Opinions(opinions) => opinions.run(out),
            Self::Journeys(journeys) => journeys.run(out),
            Self::Link(link) => link.run(out),
        }
    }

    /// Does it as a program does: what it found on standard output, what went wrong on standard error, and the exit code.
    #[expect(clippy::print_stderr, reason = "this is where a program says what went wrong")]
    pub fn run_as_program(self) -> ExitCode {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let said = self.run(&mut out).and_then(|()| out.flush().map_err(said::Failure::from));
        match said {
            Ok(()) | Err(said::Failure::NobodyReads) => ExitCode::SUCCESS,
            Err(said::Failure::Could(why)) => {
                eprintln!("tributary: {why}");
                ExitCode::FAILURE
            }
        }
    }
}
