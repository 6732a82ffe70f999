//! One job beside its peer: `beside JOB FILE` does it once and says how long it took, on one line of JSON.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a program that measures: it prints its answer, and stops where there is none"
)]

use std::{env, fs, time::Instant};

use journeys::{Contents, Discovered, Log, Mapping, discover, ocel, read};
use serde_json::json;

const JOBS: &[&str] = &["read_and_discover"];

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.as_slice() {
        [] => println!("{}", JOBS.join("\n")),
        [job, file] if job == "read_and_discover" => println!("{}", read_and_discover(job, file)),
        _ => println!("The jobs are: {}. Each takes one file.", JOBS.join(", ")),
    }
}

/// The peer's time begins with the name of a file and ends with a graph: so does this.
fn read_and_discover(job: &str, file: &str) -> serde_json::Value {
    let begun = Instant::now();
    let bytes = fs::read(file).expect("the file can be read");
    let found = match read(&bytes, &Mapping::default()).expect("the file is an event log") {
        Contents::Cases(found) => *found,
        Contents::Objects(objects) => ocel::flatten(&objects, None).expect("there are objects"),
    };
    let discovered = discover(&found.log);
    let seconds = begun.elapsed().as_secs_f64();
    json!({ "job": job, "seconds": seconds, "answer": answer(&found.log, &discovered) })
}

fn answer(log: &Log, discovered: &Discovered) -> serde_json::Value {
    let following: u64 = discovered.edges.iter().map(|edge| edge.count).sum();
    let first = discovered.edges.first().map(|edge| {
        json!([log.activities.text(edge.from), log.activities.text(edge.to), edge.count])
    });
    json!({
        "cases": discovered.cases,
        "events": discovered.events,
        "dfg_edges": discovered.edges.len(),
        "following": following,
        "most_frequent": first,
    })
}
