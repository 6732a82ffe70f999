//! `tributary link score`.

use std::{io, path::PathBuf};

use clap::Args;
use linkage::{Fit, Index, Match, Model, Records};
use serde::Serialize;

use super::sources;
use crate::said::{self, Said};

/// How many known records are told for each new one in words.
const SHOWN: usize = 5;

/// Say for each new record which known ones it may be.
#[derive(Debug, Args)]
pub(super) struct Score {
    /// New records (CSV).
    new: PathBuf,
    /// Known records (CSV).
    #[arg(long, required = true, num_args = 1..)]
    against: Vec<PathBuf>,
    #[command(flatten)]
    told: sources::Told,
}

#[derive(Serialize)]
struct Answer {
    known: usize,
    new: usize,
    model: String,
    records: Vec<Scored>,
}

#[derive(Serialize)]
struct Scored {
    record_id: String,
    matches: Vec<Known>,
}

#[derive(Serialize)]
struct Known {
    source: String,
    record_id: String,
    weight: f64,
    verdict: &'static str,
}

impl Score {
    pub(super) fn run(self, out: &mut dyn io::Write) -> Said {
        let model = sources::model(self.told.model.as_deref())?;
        let mut records = sources::records(&model, &self.against, self.told.id.as_deref())?;
        records.close();
        let mut new = records.beside();
        sources::read(&mut new, &self.new, self.told.id.as_deref())?;
        let fit = Fit::of(&model, &records).for_new(&records);
        let index = Index::new(&model, &records, &fit);
        let places = (0..new.len()).filter_map(|place| u32::try_from(place).ok());
        let scored = places.map(|place| Scored {
            record_id: new.record(place).id.to_owned(),
            matches: index
                .score(&new, place)
                .iter()
                .map(|found| known(&model, &records, found))
                .collect(),
        });
        let answer = Answer {
            known: records.len(),
            new: new.len(),
            model: format!("{} {}", model.name, model.version),
            records: scored.collect(),
        };
        if self.told.json { said::json(out, &answer) } else { answer.tell(out) }
    }
}

fn known(model: &Model, records: &Records, found: &Match) -> Known {
    let record = records.record(found.place);
    let sure = found.weight >= model.together && !found.mismatch && !found.twins;
    let verdict = if sure { "together" } else { "needs attention" };
    let (source, record_id) = (record.source.to_owned(), record.id.to_owned());
    Known { source, record_id, weight: found.weight, verdict }
}

impl Answer {
    fn tell(&self, out: &mut dyn io::Write) -> Said {
        writeln!(out, "{} known records, model {}", sources::count(self.known), self.model)?;
        for Scored { record_id, matches } in &self.records {
            writeln!(
                out,
                "{record_id}: {}",
                if matches.is_empty() { "nobody known" } else { "may be" }
            )?;
            for Known { source, record_id, weight, verdict } in matches.iter().take(SHOWN) {
                writeln!(out, "{weight:>8.1}  {verdict:<16} {source}:{record_id}")?;
            }
            if matches.len() > SHOWN {
                writeln!(out, "{:>8}  and {} more", "", matches.len() - SHOWN)?;
            }
        }
        Ok(())
    }
}
