//! `tributary link explain`.

use std::{io, path::PathBuf};

use clap::Args;
use linkage::{Explained, Fit, Model, Piece};
use serde::Serialize;

use super::sources;
use crate::said::{self, Said};

/// Say why two records weigh what they do.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A record: its id, or source:id.
    a: String,
    /// Another record.
    b: String,
    /// Files of records (CSV).
    #[arg(long = "in", required = true, num_args = 1..)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    told: sources::Told,
}

#[derive(Serialize)]
struct Answer {
    a: String,
    b: String,
    model: String,
    weight: f64,
    probability: f64,
    verdict: &'static str,
    prior: f64,
    parts: Vec<Part>,
    mismatch: bool,
    twins: bool,
    blocking_rules: Vec<String>,
}

#[derive(Serialize)]
struct Part {
    column: String,
    a: String,
    b: String,
    level: Option<String>,
    m: Option<f64>,
    u: Option<f64>,
    level_weight: f64,
    rarity_weight: f64,
}

impl Explain {
    pub(super) fn run(self, out: &mut dyn io::Write) -> Said {
        let model = sources::model(self.told.model.as_deref())?;
        let records = sources::records(&model, &self.files, self.told.id.as_deref())?;
        let find = |name: &str| records.find(name).map_err(|why| why.to_string());
        let (a, b) = (find(&self.a)?, find(&self.b)?);
        let explained = Fit::of(&model, &records).explain(&model, &records, a, b);
        let named = |place| {
            let record = records.record(place);
            format!("{}:{}", record.source, record.id)
        };
        let answer = Answer::of(&model, (named(a), named(b)), explained);
        if self.told.json { said::json(out, &answer) } else { answer.tell(out) }
    }
}

impl Answer {
    fn of(model: &Model, (a, b): (String, String), explained: Explained) -> Self {
        let Explained { weight, prior, parts, mismatch, twins, met } = explained;
        let verdict = match () {
            () if weight < model.attention => "apart",
            () if mismatch || twins || weight < model.together => "needs attention",
            () => "together",
        };
        Self {
            a,
            b,
            model: format!("{} {}", model.name, model.version),
            weight,
            probability: 1.0 / (1.0 + (-weight).exp2()),
            verdict,
            prior,
            parts: parts.into_iter().map(Part::from).collect(),
            mismatch,
            twins,
            blocking_rules: met,
        }
    }

    fn tell(&self, out: &mut dyn io::Write) -> Said {
        writeln!(out, "{} and {}, model {}", self.a, self.b, self.model)?;
        writeln!(out, "{:>8.2}  before anything is compared", self.prior)?;
        for part in &self.parts {
            let weight = part.level_weight + part.rarity_weight;
            let level = part.level.as_deref().unwrap_or("not known");
            writeln!(
                out,
                "{weight:>+8.2}  {:<14} {level:<20} {} | {}",
                part.column, part.a, part.b
            )?;
        }
        writeln!(out, "{:>8.2}  in all: {}", self.weight, self.verdict)?;
        if self.mismatch {
            writeln!(out, "They say what cannot be true of one person.")?;
        }
        if self.twins {
            writeln!(out, "They look like twins.")?;
        }
        if self.blocking_rules.is_empty() {
            writeln!(
                out,
                "No blocking rule brings them together: `dedupe` would not compare them."
            )?;
        }
        Ok(())
    }
}

impl From<Piece> for Part {
    fn from(piece: Piece) -> Self {
        let Piece { column, a, b, level, m, u, bits, rarity } = piece;
        let known = |share| level.is_some().then_some(share);
        let (m, u) = (known(m), known(u));
        Self { column, a, b, level, m, u, level_weight: bits, rarity_weight: rarity }
    }
}
