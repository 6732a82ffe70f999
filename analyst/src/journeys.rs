//! `tributary journeys`.

use std::io;

use clap::Args;

use crate::said::Said;

/// Event logs.
#[derive(Debug, Args)]
pub struct Journeys {}

impl Journeys {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
