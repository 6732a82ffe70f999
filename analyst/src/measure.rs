//! `tributary measure`.

use std::{collections::BTreeSet, io, path::PathBuf};

use clap::{Args, Subcommand};
use xmr::{Baseline, Columns, Date, Kind, Measured, Question, Rebase, RuleSet, Series, Unusable};

use crate::{
    file,
    said::{self, Failure, Said},
};

mod answer;
mod drawn;
mod table;

/// Measures: what changed, and what only wobbles. No target, and no judgement: only variation.
#[derive(Debug, Args)]
pub struct Measure {
    #[command(subcommand)]
    chart: Chart,
}

/// Which chart.
#[derive(Debug, Subcommand)]
enum Chart {
    /// Individual values, with limits from their moving ranges.
    Xmr(Asked),
    /// A run chart about the median, without limits (rule set anhoej).
    Run(Asked),
    /// Proportions: so many (--value) of so many (--of).
    P(AskedOfSizes),
    /// Rates: so many (--value) over so much (--of).
    U(AskedOfSizes),
    /// Counts of what happens in equal stretches.
    C(Asked),
    /// Times between rare events.
    T(Asked),
    /// Opportunities between rare events.
    G(Asked),
}

/// What every chart asks for.
#[derive(Debug, Args)]
struct Asked {
    /// A CSV file whose first line names its columns; - for standard input.
    #[arg(required_unless_present = "by")]
    file: Option<PathBuf>,
    /// The column that holds the dates: 2017-03-01, 2017-03, a date with a time, or 25/03/2017.
    #[arg(long, value_name = "COL")]
    date: String,
    /// The column that holds the values. Empty or NA: missing.
    #[arg(long, value_name = "COL")]
    value: String,
    /// The columns that tell one series from another.
    #[arg(long, value_name = "COL", num_args = 1..)]
    by: Vec<String>,
    /// The rule set: nhsr-0.2, mdc-excel-2023, abspc-1.1 or anhoej. By default nhsr-0.2, and anhoej for a run chart.
    #[arg(long, value_name = "NAME")]
    rules: Option<RuleSet>,
    /// Limits begin anew at the first point from this date on, because somebody decided so. Write the reason after an =:
    /// "2020-04-01=We moved to the new rota".
    #[arg(long, value_name = "DATE[=REASON]", value_parser = rebase)]
    rebase: Vec<Rebase>,
    /// The first N points of each phase fix its limits; 12 or more.
    #[arg(long, value_name = "N", value_parser = baseline)]
    baseline: Option<Baseline>,
    /// Answer in JSON.
    #[arg(long)]
    json: bool,
    /// Also draw the chart into this file; several series go into a file each, beside it, named after what tells them apart.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

/// What charts of proportions and rates ask for.
#[derive(Debug, Args)]
struct AskedOfSizes {
    #[command(flatten)]
    asked: Asked,
    /// The column that holds the sizes: out of how many, or over how much.
    #[arg(long, value_name = "COL")]
    of: String,
}

fn rebase(text: &str) -> Result<Rebase, String> {
    let (date, reason) = text.split_once('=').unwrap_or((text, ""));
    let at: Date = date.parse().map_err(|why| format!("{date:?}: {why}"))?;
    Ok(Rebase { at, reason: reason.trim().to_owned() })
}

fn baseline(text: &str) -> Result<Baseline, String> {
    let points = text.parse().map_err(|_| format!("{text:?} is no number of points"))?;
    Baseline::of(points).map_err(|why| why.to_string())
}

impl Measure {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        match self.chart {
            Chart::Xmr(asked) => asked.answer(Kind::Individuals, RuleSet::default(), out),
            Chart::Run(asked) => asked.answer(Kind::Individuals, RuleSet::Anhoej, out),
            Chart::P(asked) => asked.answer(Kind::Proportions, out),
            Chart::U(asked) => asked.answer(Kind::Rates, out),
            Chart::C(asked) => asked.answer(Kind::Counts, RuleSet::default(), out),
            Chart::T(asked) => asked.answer(Kind::TimesBetween, RuleSet::default(), out),
            Chart::G(asked) => asked.answer(Kind::OpportunitiesBetween, RuleSet::default(), out),
        }
    }
}

impl AskedOfSizes {
    fn answer(self, kind: Kind, out: &mut dyn io::Write) -> Said {
        self.asked.of_sizes(kind, RuleSet::default(), Some(self.of), out)
    }
}

impl Asked {
    fn answer(self, kind: Kind, rules: RuleSet, out: &mut dyn io::Write) -> Said {
        self.of_sizes(kind, rules, None, out)
    }

    fn of_sizes(
        mut self,
        kind: Kind,
        rules: RuleSet,
        size: Option<String>,
        out: &mut dyn io::Write,
    ) -> Said {
        // The last word after --by is the file, where none stands elsewhere.
        let file = self.file.take().or_else(|| self.by.pop().map(PathBuf::from));
        let file = file.ok_or_else(|| String::from("name a CSV file"))?;
        let mut named = BTreeSet::new();
        self.by.retain(|column| named.insert(column.clone()));
        let question = Question {
            kind,
            rules: self.rules.unwrap_or(rules),
            baseline: self.baseline,
            rebases: self.rebase,
        };
        let columns = Columns { date: self.date, value: self.value, size, by: self.by };
        let read = xmr::read(&file::read(&file)?, &columns);
        let all = measured(read.map_err(|why| Failure::of(&file, why))?, &question).map_err(
            |(line, why)| {
                Failure::of(
                    &file,
                    format!("line {line}, column {:?}: {}", columns.value, why.why()),
                )
            },
        )?;
        let drawn = match &self.svg {
            Some(svg) => drawn::draw(&all, &columns, svg)?,
            None => Vec::new(),
        };
        if self.json {
            let answers: Vec<answer::Series<'_>> = all.iter().map(answer::Series::of).collect();
            return said::json(out, &answers);
        }
        table::write(&all, &columns, out)?;
        table::drawn(&drawn, out)
    }
}

/// Answers the question about each series; or says on which line stands what this chart cannot have.
fn measured(all: Vec<Series>, question: &Question) -> Result<Vec<Measured>, (u64, Unusable)> {
    let one = |series: Series| {
        let lines = series.lines.clone();
        let line = |why: Unusable| lines.get(why.place()).copied().unwrap_or_default();
        series.measured(question).map_err(|why| (line(why), why))
    };
    all.into_iter().map(one).collect()
}
