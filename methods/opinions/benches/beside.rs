//! What the method takes, beside its peer: does one job once and prints what it took as one line of JSON.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what it took is read from its output"
)]
#![expect(clippy::expect_used, reason = "whoever measures should see what went wrong")]

use std::{fs, path::Path, process::ExitCode, time::Instant};

use opinions::{Conversation, FILES, Options, Record, read};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [job @ ("groups" | "groups-from-files"), folder] => {
            println!("{}", measured(job, Path::new(folder)));
            ExitCode::SUCCESS
        }
        [] => {
            println!("groups FOLDER\ngroups-from-files FOLDER");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("This is not a job. Without a job, the jobs are listed.");
            ExitCode::FAILURE
        }
    }
}

/// `groups` counts from the votes in memory, as a list; `groups-from-files` also reads them.
fn measured(job: &str, folder: &Path) -> Value {
    let ready = (job == "groups").then(|| record(folder));
    let start = Instant::now();
    let record = ready.unwrap_or_else(|| record(folder));
    let conversation = Conversation::new(&record);
    let analysis = conversation.analyse(&Options::default()).expect("groups should be found");
    let seconds = start.elapsed().as_secs_f64();
    json!({"job": job, "seconds": seconds, "answer": {
        "participants": analysis.participants,
        "statements": analysis.statements,
        "in_conversation": analysis.in_conversation.len(),
        "k": analysis.groups.len(),
    }})
}

fn record(folder: &Path) -> Record {
    let files: Vec<(&str, Vec<u8>)> = (FILES.into_iter())
        .filter_map(|name| Some((name, fs::read(folder.join(name)).ok()?)))
        .collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    read(&files).expect("the files should be readable")
}
