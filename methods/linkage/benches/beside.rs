//! What linking takes, a stage at a time: does one job once and prints what it took as one line of JSON. The whole of it, beside
//! its peer, is measured from the command line (`bench/peers`).
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what it took is read from its output"
)]
#![expect(clippy::expect_used, reason = "whoever measures should see what went wrong")]

use std::{fs, process::ExitCode, time::Instant};

use linkage::{Fit, Index, Model, Records, Settings, predict};
use serde_json::{Value, json};

/// How many records are scored, one after the other.
const SCORED: u32 = 1_000;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["score", file] => println!("{}", score(file)),
        ["stages", file] => println!("{}", stages(file)),
        [] => println!("score RECORDS.csv\nstages RECORDS.csv"),
        _ => {
            eprintln!("This is not a job. Without a job, the jobs are listed.");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn read(model: &Model, file: &str) -> Records {
    let mut records = Records::new(model);
    let bytes = fs::read(file).expect("the file should be readable");
    records.read("records", &bytes, None).expect("the records should be readable");
    records
}

/// One record at a time against all: `seconds` is what the slowest one took.
fn score(file: &str) -> Value {
    let model = Model::people().expect("the shipped model is one");
    let mut records = read(&model, file);
    records.close();
    let fit = Fit::of(&model, &records).for_new(&records);
    let index = Index::new(&model, &records, &fit);
    let bytes = fs::read(file).expect("the file should be readable");
    let step = u32::try_from(records.len()).unwrap_or(u32::MAX) / SCORED;
    let mut took: Vec<f64> = Vec::new();
    let mut found = 0;
    for place in (0..SCORED).map(|at| at * step.max(1)) {
        let row = row(&bytes, usize::try_from(place).unwrap_or_default());
        let start = Instant::now();
        let mut new = records.beside();
        new.read("new", &row, None).expect("a record of the file should be readable");
        found += index.score(&new, 0).len();
        took.push(start.elapsed().as_secs_f64());
    }
    took.sort_by(f64::total_cmp);
    let median = took.get(took.len() / 2).copied().unwrap_or_default();
    let slowest = took.last().copied().unwrap_or_default();
    json!({"job": "score", "seconds": slowest, "answer": {"median_seconds": median, "found": found}})
}

/// The line of headers and one record. The file that is measured has no line breaks within a record.
fn row(bytes: &[u8], place: usize) -> Vec<u8> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let header = lines.next().unwrap_or_default();
    [header, lines.nth(place).unwrap_or_default()].concat()
}

fn stages(file: &str) -> Value {
    let model = Model::people().expect("the shipped model is one");
    let start = Instant::now();
    let records = read(&model, file);
    let read = start.elapsed().as_secs_f64();
    let fit = Fit::of(&model, &records);
    let fitted = start.elapsed().as_secs_f64();
    let predicted = predict(&model, &records, &fit, &Settings::default(), &|_, _| ())
        .expect("not too many pairs");
    let seconds = start.elapsed().as_secs_f64();
    json!({"job": "stages", "seconds": seconds, "answer": {
        "read": read, "fit": fitted - read, "predict": seconds - fitted,
        "records": records.len(), "compared": predicted.compared, "edges": predicted.edges.len(),
    }})
}
