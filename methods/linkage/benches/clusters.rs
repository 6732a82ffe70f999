//! Clusters of a million records with three million edges, beside the peer: `clusters [--bench] JOB`.
//!
//! The edges come from a formula that both sides compute, so that no file has to lie anywhere.

#![expect(clippy::print_stdout, reason = "one line of JSON is the answer")]

use std::{env, time::Instant};

use linkage::{
    clusters::{Clustering, Task, Thresholds},
    decisions::{Decisions, Record, Resolved},
    edge::Edge,
};

const RECORDS: u32 = 1_000_000;
const EDGES: u64 = 3_000_000;
const JOBS: [&str; 4] = ["components", "clusters", "contested", "order"];
const THRESHOLDS: Thresholds = Thresholds { together: 10.0, attention: 5.0 };

/// The finaliser of `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
const fn mixed(number: u64) -> u64 {
    let z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Most edges are within eight neighbouring records; one in sixty-four is between any two. Weights go from 0 to 40 in steps of
/// 1/64. One in `one_in` is a mismatch.
fn edges(one_in: u64) -> Vec<Edge> {
    let edge = |number: u64| {
        let (place, how) = (mixed(2 * number), mixed(2 * number + 1));
        let a = place % u64::from(RECORDS);
        let near = (a & !7) + (place >> 40) % 8;
        let b = if how % 64 == 0 { (place >> 32) % u64::from(RECORDS) } else { near };
        let weight = u32::try_from((how >> 8) % 2560).map_or(0.0, f64::from) / 64.0;
        let record = |number: u64| u32::try_from(number.min(u64::from(RECORDS - 1))).unwrap_or(0);
        let (a, b) = (record(a.min(b)), record(a.max(b)));
        Edge { a, b, weight, mismatch: one_in > 0 && (how >> 40) % one_in == 0 }
    };
    (0..EDGES).map(edge).collect()
}

fn main() {
    let job = env::args().skip(1).find(|argument| argument != "--bench");
    match job.as_deref() {
        // Nothing but joining: what the peer does.
        Some(job @ "components") => {
            let thresholds = Thresholds { attention: f64::INFINITY, ..THRESHOLDS };
            timed(job, &edges(0), thresholds, None);
        }
        Some(job @ "clusters") => timed(job, &edges(0), THRESHOLDS, Some(3.0)),
        Some(job @ "contested") => timed(job, &edges(50), THRESHOLDS, Some(3.0)),
        Some(job @ "order") => order(job),
        _ => println!("{}", JOBS.join("\n")),
    }
}

fn timed(job: &str, edges: &[Edge], thresholds: Thresholds, weak_links: Option<f64>) {
    let resolved = Resolved::default();
    let task = Task { weak_links, ..Task::new(RECORDS, edges, thresholds, &resolved, &[]) };
    let start = Instant::now();
    let found = task.cluster();
    let seconds = start.elapsed().as_secs_f64();
    let (clusters, largest) = shape(&found);
    println!(
        r#"{{"job":"{job}","seconds":{seconds},"answer":{{"clusters":{clusters},"largest":{largest},"attention":{}}}}}"#,
        found.attention.len()
    );
}

fn shape(found: &Clustering) -> (usize, usize) {
    let mut names: Vec<u32> = found.of.iter().map(|record| record.cluster).collect();
    names.sort_unstable();
    let sizes = names.chunk_by(|one, other| one == other).map(<[u32]>::len);
    sizes.fold((0, 0), |(count, largest), size| (count + 1, largest.max(size)))
}

/// How long it takes to put a million records into the order by which ties are broken.
fn order(job: &str) {
    let names: Vec<String> =
        (0..u64::from(RECORDS)).map(|record| format!("rec-{:016x}", mixed(record))).collect();
    let records: Vec<Record<'_>> = names.iter().map(|id| Record { source: "crm", id }).collect();
    let start = Instant::now();
    let resolved = Decisions::default().resolve(&records);
    let seconds = start.elapsed().as_secs_f64();
    let first = resolved.map_or(0, |resolved| resolved.rank(0));
    println!(r#"{{"job":"{job}","seconds":{seconds},"answer":{{"first":{first}}}}}"#);
}
