//! `tributary opinions`.

use std::io;

use clap::Args;

use crate::said::Said;

/// Opinions.
#[derive(Debug, Args)]
pub struct Opinions {}

impl Opinions {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
