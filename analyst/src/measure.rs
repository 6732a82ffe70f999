//! `tributary measure`.

use std::io;

use clap::Args;

use crate::said::Said;

/// Measures.
#[derive(Debug, Args)]
pub struct Measure {}

impl Measure {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
