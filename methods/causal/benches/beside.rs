//! One job, once, on one map: `beside JOB FILE...` prints how long it took and what came out, as
//! `bench/peers/causal.py` does.

#[path = "../tests/it/maps.rs"]
#[expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the maps are our own"
)]
mod maps;

use std::{path::Path, process::ExitCode, time::Instant};

use causal::{Centrality, Graph, Limits, Loops, Map};
use serde_json::{Value, json};

const JOBS: &[(&str, &str)] = &[
    ("betweenness", "betweenness of every factor (with closeness, upstream and downstream)"),
    ("loops-L", "loops of up to L links, listed"),
    ("JOB-networkx", "the same, beside networkx instead of igraph"),
];

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [job, file] = arguments.as_slice() else {
        for (job, what) in JOBS {
            say(&format!("{job} FILE: {what}"));
        }
        return ExitCode::SUCCESS;
    };
    match done(job, &maps::read(Path::new(file))) {
        Ok(line) => {
            say(&line.to_string());
            ExitCode::SUCCESS
        }
        Err(why) => {
            say(&format!("{job}: {why}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "a program that is asked for one line")]
fn say(line: &str) {
    println!("{line}");
}

fn done(job: &str, map: &Map) -> Fallible<Value> {
    let graph = Graph::of(map)?;
    let start = Instant::now();
    let length = || job.trim_end_matches("-networkx").strip_prefix("loops-")?.parse().ok();
    let answer = match job.trim_end_matches("-networkx") {
        "betweenness" => betweenness(map, &graph),
        _ => loops(&graph, length().ok_or("there is no such job")?),
    };
    let seconds = start.elapsed().as_secs_f64();
    Ok(json!({ "job": job, "seconds": seconds, "answer": answer }))
}

fn betweenness(map: &Map, graph: &Graph) -> Value {
    let found = Centrality::of(graph).betweenness;
    let total: f64 = found.iter().sum();
    let mut most = ("", 0.0);
    for (node, &value) in graph.nodes().zip(&found) {
        if value > most.1 {
            most = (graph.label(map, node), value);
        }
    }
    json!({ "total": total.round(), "most": most.0, "value": most.1.round() })
}

fn loops(graph: &Graph, max_length: usize) -> Value {
    let found = Loops::list(graph, Limits { max_length, ..Limits::default() });
    json!({ "loops": found.items.len() })
}
