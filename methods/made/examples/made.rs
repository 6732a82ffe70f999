//! Writes a made set into files: `made people PEOPLE RECORDS SEED OUT.csv TRUTH.csv`, or `made journeys EVENTS SEED OUT.xes`.

use std::{
    env,
    fs::File,
    io::{self, BufWriter, Write},
    process::ExitCode,
    str::FromStr,
};

#[expect(clippy::print_stderr, reason = "this is where a program says what went wrong")]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match make(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("made: {why}");
            ExitCode::FAILURE
        }
    }
}

fn make(arguments: &[&str]) -> Result<(), String> {
    match *arguments {
        ["people", people, records, seed, out, truth] => {
            let made = made::people(number(people)?, number(records)?, number(seed)?);
            let (mut records, mut people) = (file(out)?, file(truth)?);
            done(out, made.write(&mut records, &mut people).and_then(|()| records.flush()))?;
            done(truth, people.flush())
        }
        ["journeys", events, seed, out] => {
            let made = made::journeys(number(events)?, number(seed)?);
            let mut log = file(out)?;
            done(out, write!(log, "{made}").and_then(|()| log.flush()))
        }
        _ => Err(
            "say `people PEOPLE RECORDS SEED OUT.csv TRUTH.csv` or `journeys EVENTS SEED OUT.xes`"
                .into(),
        ),
    }
}

fn number<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{text} is not a number that can be used here"))
}

fn file(path: &str) -> Result<BufWriter<File>, String> {
    File::create(path).map(BufWriter::new).map_err(|error| format!("{path}: {error}"))
}

fn done(path: &str, written: io::Result<()>) -> Result<(), String> {
    written.map_err(|error| format!("{path}: {error}"))
}
