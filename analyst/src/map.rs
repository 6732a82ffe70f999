//! `tributary map`.

mod convert;

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
    /// The same map in another format.
    Convert(convert::Convert),
}

impl Map {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        match self.ask {
            Ask::Convert(convert) => convert.run(out),
        }
    }
}
