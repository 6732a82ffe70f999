//! `tributary map convert`.

use std::io;

use clap::Args;

use crate::said::Said;

/// Another format.
#[derive(Debug, Args)]
pub(super) struct Convert {}

impl Convert {
    pub(crate) fn run(self, _out: &mut dyn io::Write) -> Said {
        Err(String::from("this is not built yet").into())
    }
}
