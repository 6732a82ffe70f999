//! `tributary map`.

use std::io;

use clap::Args;

use crate::said::Said;

/// System maps.
#[derive(Debug, Args)]
pub struct Map {}

impl Map {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
