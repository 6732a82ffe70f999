//! `tributary link dedupe`.

mod answer;
mod told;

use std::{
    io, io::IsTerminal as _, path::PathBuf, sync::atomic::AtomicU64, sync::atomic::Ordering,
};

use clap::Args;
use linkage::{
    Model, Records, Settings, clusters_csv,
    decisions::{Decisions, Resolved},
};

use self::answer::Answer;
use super::sources;
use crate::{
    file,
    said::{self, Failure, Said},
};

/// The most contradictions that are told at once.
const MOST_TOLD: usize = 5;

/// Find the records that are of one person, within files and between them.
#[derive(Debug, Args)]
pub(super) struct Dedupe {
    /// Files of records (CSV). Each is a source, called by its name without the ending.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Learn the model from these records before it is used. Nobody's labels are needed.
    #[arg(long)]
    train: bool,
    /// Write the model that was used (JSON), to use it again with --model.
    #[arg(long)]
    save_model: Option<PathBuf>,
    /// From this match weight on, records are put together (log2 of the odds; 4 is 16 to 1).
    #[arg(long, allow_negative_numbers = true)]
    threshold: Option<f64>,
    /// From this match weight on, somebody should look.
    #[arg(long, allow_negative_numbers = true)]
    attention: Option<f64>,
    /// What people decided (CSV): always together, never together.
    #[arg(long)]
    decisions: Option<PathBuf>,
    /// Write the clusters (CSV): source, `record_id`, `cluster_id`, status.
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    told: sources::Told,
}

impl Dedupe {
    pub(super) fn run(self, out: &mut dyn io::Write) -> Said {
        let mut model = sources::model(self.told.model.as_deref())?;
        sources::thresholds(&mut model, self.threshold, self.attention)?;
        let records = sources::records(&model, &self.files, self.told.id.as_deref())?;
        let (resolved, mut notes) = self.decided(&records)?;
        let settings = Settings::default();
        if self.train {
            let trained =
                linkage::train(&model, &records, &settings).map_err(|why| why.to_string())?;
            model = trained.model;
            notes.extend(trained.notes);
        }
        self.save(&model)?;
        let mut linked = linkage::link(&model, &records, &resolved, &settings, &watch())
            .map_err(|why| Failure::from(why.to_string()))?;
        if let Some(path) = &self.out {
            file::write(path, &clusters_csv(&records, &linked.clustering))?;
        }
        notes.append(&mut linked.notes);
        let answer = Answer::of(&model, &records, &linked, notes);
        if self.told.json { said::json(out, &answer) } else { told::tell(out, &answer) }
    }

    fn decided(&self, records: &Records) -> Said<(Resolved, Vec<String>)> {
        let Some(path) = &self.decisions else {
            return Ok((
                Decisions::default().resolve(&records.handles()).unwrap_or_default(),
                Vec::new(),
            ));
        };
        let decisions =
            Decisions::read(&file::read(path)?).map_err(|why| Failure::of(path, why))?;
        let resolved = decisions.resolve(&records.handles()).map_err(|contradictions| {
            let told: Vec<String> =
                contradictions.iter().take(MOST_TOLD).map(ToString::to_string).collect();
            Failure::of(path, told.join("; "))
        })?;
        let unread = decisions
            .unread()
            .iter()
            .map(|column| format!("The column `{column}` of the decisions was not read."));
        let notes = unread
            .chain(resolved.notes().iter().map(|note| format!("Decisions, {note}.")))
            .collect();
        Ok((resolved, notes))
    }

    fn save(&self, model: &Model) -> Said {
        let Some(path) = &self.save_model else { return Ok(()) };
        let json = model.to_json().map_err(|why| Failure::of(path, why))?;
        file::write(path, json.as_bytes())
    }
}

/// Says on a terminal how far it is, each time another hundredth is done.
fn watch() -> impl Fn(u64, u64) + Sync {
    let terminal = io::stderr().is_terminal();
    let said = AtomicU64::new(0);
    move |done, all| {
        let hundredth = done * 100 / all.max(1);
        if terminal && said.fetch_max(hundredth, Ordering::Relaxed) < hundredth {
            progress(hundredth, all);
        }
    }
}

#[expect(clippy::print_stderr, reason = "a terminal is told how far it is")]
fn progress(hundredth: u64, all: u64) {
    let end = if hundredth >= 100 { "\n" } else { "" };
    eprint!("\r{hundredth:3} % of {} pairs compared{end}", sources::thousands(all));
}
