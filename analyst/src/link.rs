//! `tributary link`.

use std::io;

use clap::Args;

use crate::said::Said;

/// Records.
#[derive(Debug, Args)]
pub struct Link {}

impl Link {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
