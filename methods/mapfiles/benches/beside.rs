//! Reading a map beside other readers: does one job once, and says in one line of JSON how long it took and what came out.

use std::{env, fs, time::Instant};

use causal::{Factor, Link, Map, Sign};
use mapfiles::Format;

const JOBS: [&str; 5] = ["read", "write-graphml", "make-graphml", "make-gexf", "make-kumu-xlsx"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["read", file] => read(file),
        ["write-graphml", file] => write(file),
        ["make-graphml", file] => make(file, Format::GraphMl),
        ["make-gexf", file] => make(file, Format::Gexf),
        ["make-kumu-xlsx", file] => make(file, Format::KumuXlsx),
        _ => {
            say(&JOBS.join("\n"));
            Ok(())
        }
    }
}

#[expect(clippy::print_stdout, reason = "this is what a benchmark is called for")]
fn say(line: &str) {
    println!("{line}");
}

fn answer(job: &str, seconds: f64, map: &Map) {
    let answer = serde_json::json!({"factors": map.factors.len(), "links": map.links.len()});
    say(&serde_json::json!({"job": job, "seconds": seconds, "answer": answer}).to_string());
}

/// From the file on disk to the map, as the peers do it.
fn read(file: &str) -> Result<(), Box<dyn std::error::Error>> {
    let began = Instant::now();
    let read = mapfiles::read(file, &fs::read(file)?)?;
    answer("read", began.elapsed().as_secs_f64(), &read.map);
    Ok(())
}

/// From the map to bytes of `GraphML`.
fn write(file: &str) -> Result<(), Box<dyn std::error::Error>> {
    let read = mapfiles::read(file, &fs::read(file)?)?;
    let began = Instant::now();
    let written = mapfiles::write(&read.map, Format::GraphMl)?;
    let seconds = began.elapsed().as_secs_f64();
    assert!(!written.files.is_empty(), "something was written");
    answer("write-graphml", seconds, &read.map);
    Ok(())
}

/// A map of 2,500 factors and 10,000 links, always the same.
fn made() -> Map {
    let factor = |at: usize| Factor {
        id: format!("f{at}"),
        label: format!("Factor & <{at}>"),
        kind: format!("kind {}", at % 7),
        note: "It matters to people here.".into(),
        position: Some((f64::from(u32::try_from(at % 50).unwrap_or(0)), 10.0)),
        ..Factor::default()
    };
    let link = |at: usize| Link {
        id: format!("l{at}"),
        from: at % 2_500,
        to: (at * 7_919 + at / 2_500 + 1) % 2_500,
        sign: if at.is_multiple_of(3) { Sign::Negative } else { Sign::Positive },
        weight: Some(0.5),
        label: "leads to".into(),
        ..Link::default()
    };
    Map {
        factors: (0..2_500).map(factor).collect(),
        links: (0..10_000).map(link).collect(),
        ..Map::default()
    }
}

fn make(file: &str, format: Format) -> Result<(), Box<dyn std::error::Error>> {
    let map = made();
    let began = Instant::now();
    for (_, bytes) in mapfiles::write(&map, format)?.files {
        fs::write(file, bytes)?;
    }
    answer("make", began.elapsed().as_secs_f64(), &map);
    Ok(())
}
