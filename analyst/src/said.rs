//! How a command ends: well, or with one line that says why not.

use std::{fmt::Display, io, path::Path};

use serde::Serialize;

/// How a command ended.
pub type Said<T = ()> = Result<T, Failure>;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// It could not be done: one line that says what, where, and what to do.
    Could(String),
    /// Whoever read the output has gone, as `head` does. Nothing is wrong.
    NobodyReads,
}

impl Failure {
    /// It could not be done, because of what stands in this file.
    pub(crate) fn of(file: &Path, why: impl Display) -> Self {
        Self::Could(format!("{}: {why}", file.display()))
    }
}

impl From<String> for Failure {
    fn from(why: String) -> Self {
        Self::Could(why)
    }
}

impl From<io::Error> for Failure {
    fn from(why: io::Error) -> Self {
        if why.kind() == io::ErrorKind::BrokenPipe {
            return Self::NobodyReads;
        }
        Self::Could(format!("the answer could not be written: {why}"))
    }
}

/// Says it as JSON, on one line.
pub(crate) fn json(out: &mut dyn io::Write, answer: &impl Serialize) -> Said {
    serde_json::to_writer(&mut *out, answer).map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
