//! The file or files in which a map is.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::{
    file,
    said::{Failure, Said},
};

/// One file, or the pair of tables that Kumu takes.
#[derive(Debug, Args)]
pub(crate) struct Source {
    /// The map, in any format that is read; `-` is standard input. Its content says which.
    #[arg(required_unless_present_any = ["elements", "connections"], conflicts_with_all = ["elements", "connections"])]
    file: Option<PathBuf>,
    /// The table of elements, where the map is a pair of tables.
    #[arg(long, value_name = "A.csv", requires = "connections")]
    elements: Option<PathBuf>,
    /// The table of connections, where the map is a pair of tables.
    #[arg(long, value_name = "B.csv")]
    connections: Option<PathBuf>,
}

impl Source {
    pub(crate) fn read(&self) -> Said<mapfiles::Read> {
        let Some(connections) = &self.connections else {
            return read(self.path());
        };
        let elements = self.elements.as_deref().map(file::read).transpose()?;
        let bytes = file::read(connections)?;
        mapfiles::read_pair(elements.as_deref(), &bytes).map_err(|why| {
            // What is wrong with the elements is wrong with them alone, too.
            let alone = elements.as_deref().map(|elements| mapfiles::read_pair(None, elements));
            let theirs = alone.is_some_and(|alone| alone.as_ref().err() == Some(&why));
            Failure::of(self.elements.as_deref().filter(|_| theirs).unwrap_or(connections), why)
        })
    }

    /// The file that is spoken of.
    pub(crate) fn path(&self) -> &Path {
        let named = self.connections.as_deref().or(self.file.as_deref());
        named.unwrap_or(Path::new("-"))
    }
}

/// The map in one file.
pub(crate) fn read(path: &Path) -> Said<mapfiles::Read> {
    let bytes = file::read(path)?;
    mapfiles::read(&path.to_string_lossy(), &bytes).map_err(|why| Failure::of(path, why))
}

/// Says on standard error that something of the file is not in the answer.
#[expect(clippy::print_stderr, reason = "standard output is the answer")]
pub(crate) fn warn(path: &Path, read: &mapfiles::Read) {
    let what = match read.left_out.len() {
        0 => return,
        1 => String::from("there is 1 thing"),
        count => format!("there are {count} things"),
    };
    eprintln!(
        "tributary: {}: {what} to know of how this file was read: `tributary map info` lists them.",
        path.display()
    );
}
