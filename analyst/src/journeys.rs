//! `tributary journeys`.

mod converted;
mod shown;

use std::{io, path::Path, path::PathBuf};

use clap::{Args, ValueEnum};
use journeys::{Contents, Discovered, Found, Log, Mapping, Unreadable, Why, discover, merge, ocel};
use serde::Serialize;

use crate::{
    file,
    said::{self, Failure, Said},
};

/// Event logs.
#[derive(Debug, Args)]
pub struct Journeys {
    /// Event logs in XES, OCEL 2.0 (JSON, XML, SQLite) or CSV, packed with gzip or not; `-` is standard input. Several are taken as one, by
    /// time, with the name of the file as the source of each event.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Say it as JSON; notes go to standard error.
    #[arg(long)]
    json: bool,
    /// The column of a CSV file that says whose event it is.
    #[arg(long, value_name = "COL")]
    case: Option<String>,
    /// The column of a CSV file that says what happened.
    #[arg(long, value_name = "COL")]
    activity: Option<String>,
    /// The column of a CSV file that says when.
    #[arg(long, value_name = "COL")]
    time: Option<String>,
    /// The type of the objects of an OCEL log that are the cases. Without it: person, case, patient and their like, else the type that most
    /// events have to do with.
    #[arg(long, value_name = "TYPE")]
    object_type: Option<String>,
    /// Show where nothing was written down of a case for more than this many days.
    #[arg(long, value_name = "DAYS", default_value_t = 90)]
    gap: u32,
    /// Write the log in another format, and say what could not be kept.
    #[arg(long, value_name = "FORMAT", requires = "out")]
    to: Option<Format>,
    /// The file to write.
    #[arg(long, value_name = "FILE", requires = "to")]
    out: Option<PathBuf>,
}

/// A format to write a log in.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// XES, the standard for event logs of cases.
    Xes,
    /// OCEL 2.0 as JSON, for event logs of several kinds of objects.
    OcelJson,
    /// A table, one event a row.
    Csv,
}

/// What was found, for programs.
#[derive(Serialize)]
struct Answer<'a> {
    cases: usize,
    events: usize,
    activities: usize,
    variants: usize,
    dfg_edges: usize,
    dfg: Vec<(&'a str, &'a str, u64)>,
    median_duration_hours: Option<f64>,
}

impl<'a> Answer<'a> {
    fn of(log: &'a Log, found: &Discovered) -> Self {
        let named = |name| log.activities.text(name);
        let edges = found.edges.iter();
        Self {
            cases: found.cases,
            events: found.events,
            activities: found.activities,
            variants: found.variants.len(),
            dfg_edges: found.edges.len(),
            dfg: edges.map(|edge| (named(edge.from), named(edge.to), edge.count)).collect(),
            median_duration_hours: found.median_duration_hours(),
        }
    }
}

impl Journeys {
    pub(crate) fn run(self, out: &mut dyn io::Write) -> Said {
        let contents = self.contents()?;
        if let (Some(to), Some(path)) = (self.to, &self.out) {
            let written = converted::convert(contents.clone(), to, self.object_type.as_deref());
            let written = written.map_err(|why| self.failure(&why))?;
            file::write(path, written.text.as_bytes())?;
            if !self.json {
                return shown::written(out, path, &written.notes);
            }
            shown::aside(&written.notes);
        }
        let found = self.cases(contents).map_err(|why| self.failure(&why))?;
        let discovered = discover(&found.log);
        if self.json {
            shown::aside(&found.notes);
            return said::json(out, &Answer::of(&found.log, &discovered));
        }
        shown::show(out, &found, &discovered, self.gap)
    }

    fn failure(&self, why: &Unreadable) -> Failure {
        match self.files.as_slice() {
            [one] => Failure::of(one, why),
            _ => why.to_string().into(),
        }
    }

    /// What is in the file, or in all of them together.
    fn contents(&self) -> Said<Contents> {
        if let [one] = self.files.as_slice() {
            return self.read(one);
        }
        let mut logs = Vec::with_capacity(self.files.len());
        for path in &self.files {
            let cases = self.cases(self.read(path)?).map_err(|why| Failure::of(path, why))?;
            let source = path.file_stem().unwrap_or(path.as_os_str());
            logs.push((source.to_string_lossy().into_owned(), cases));
        }
        Ok(Contents::Cases(Box::new(merge(logs))))
    }

    fn read(&self, path: &Path) -> Said<Contents> {
        let mapping = Mapping {
            case: self.case.clone(),
            activity: self.activity.clone(),
            time: self.time.clone(),
        };
        let bytes = file::read(path)?;
        let read = match journeys::read(&bytes, &mapping) {
            // Of several logs, columns are named for those that have some.
            Err(Unreadable { why: Why::NoColumns, .. }) if self.files.len() > 1 => {
                journeys::read(&bytes, &Mapping::default())
            }
            read => read,
        };
        read.map_err(|why| Failure::of(path, why))
    }

    fn cases(&self, contents: Contents) -> Result<Found, Unreadable> {
        cases(contents, self.object_type.as_deref())
    }
}

/// The cases of a log; of a log of objects, those of one type.
fn cases(contents: Contents, object_type: Option<&str>) -> Result<Found, Unreadable> {
    match (contents, object_type) {
        (Contents::Objects(objects), _) => ocel::flatten(&objects, object_type),
        (Contents::Cases(found), None) => Ok(*found),
        (Contents::Cases(_), Some(asked)) => Err(Unreadable {
            place: journeys::Place::File,
            why: Why::ObjectType(asked.to_owned(), Vec::new()),
        }),
    }
}
