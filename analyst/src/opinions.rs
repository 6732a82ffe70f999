//! `tributary opinions`: many voices, who thinks alike, and where everybody agrees.

mod answer;
mod line;
mod words;

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use opinions::{Conversation, FILES, Options, write};

use crate::{
    file,
    said::{self, Failure, Said},
};

/// Many voices: who thinks alike, and where everybody agrees.
///
/// Reads the open data of a Polis conversation (comments.csv, and votes.csv or participants-votes.csv), or the answers of its
/// server (votes.json, comments.json, conversation.json). The same files and the same seed give the same answer.
#[derive(Debug, Args)]
pub struct Opinions {
    /// The folder that holds the files.
    dir: PathBuf,
    /// How many groups to make; without it, the number that fits best.
    #[arg(long)]
    k: Option<usize>,
    /// Where the search for groups begins.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
    /// Also write the open-data CSV files into this folder, which is made where it is not there.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

impl Opinions {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let files = files(&self.dir)?;
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let record = opinions::read(&files).map_err(|why| Failure::of(&self.dir, why))?;
        let conversation = Conversation::new(&record);
        let options = Options { k: self.k, seed: self.seed, ..Options::default() };
        let analysis =
            conversation.analyse(&options).map_err(|why| Failure::from(format!("--k: {why}")))?;
        if let Some(folder) = &self.out {
            keep(folder, &write(&record, &conversation, &analysis))?;
        }
        if self.json {
            return said::json(out, &answer::Answer::of(&analysis));
        }
        words::say(out, record.topic(), &conversation, &analysis)
    }
}

/// The files of a folder that the method can read.
fn files(dir: &Path) -> Said<Vec<(&'static str, Vec<u8>)>> {
    if !dir.is_dir() {
        return Err(Failure::of(
            dir,
            "this is not a folder. Give the folder that holds votes.csv or votes.json.",
        ));
    }
    let there =
        FILES.into_iter().map(|name| (name, dir.join(name))).filter(|(_, path)| path.exists());
    there.map(|(name, path)| Ok((name, file::read(&path)?))).collect()
}

/// Puts files into a folder.
fn keep(folder: &Path, files: &[(&str, Vec<u8>)]) -> Said {
    std::fs::create_dir_all(folder)
        .map_err(|why| Failure::of(folder, format!("this folder could not be made: {why}")))?;
    files.iter().try_for_each(|(name, bytes)| file::write(&folder.join(name), bytes))
}
