//! `tributary link`.

mod dedupe;
mod explain;
mod score;
mod sources;

use std::io;

use clap::{Args, Subcommand};

use crate::said::Said;

/// Records.
#[derive(Debug, Args)]
pub struct Link {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Find the records that are of one person, within files and between them.
    Dedupe(dedupe::Dedupe),
    /// Say why two records weigh what they do.
    Explain(explain::Explain),
    /// Say for each new record which known ones it may be.
    Score(score::Score),
}

impl Link {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        match self.what {
            What::Dedupe(dedupe) => dedupe.run(out),
            What::Explain(explain) => explain.run(out),
            What::Score(score) => score.run(out),
        }
    }
}
