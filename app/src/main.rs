//! The program `tributary`.

use std::{path::Path, process::ExitCode};

use app::{
    commands::{Asked, Command, Program},
    settings::Settings,
};
use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let program = Program::parse();
    let command = match program.asked {
        Asked::House(command) => command,
        Asked::Methods(command) => return command.run_as_program(),
    };
    match run(&program.settings, command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            complain(&why);
            ExitCode::FAILURE
        }
    }
}

fn run(settings: &Path, command: Command) -> Result<(), String> {
    let settings = Settings::read(settings, std::env::vars())?;
    log(&settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|why| why.to_string())?.block_on(command.run(settings))
}

fn log(settings: &Settings) -> Result<(), String> {
    use std::io::IsTerminal as _;
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log);
    let filter = filter.map_err(|why| format!("TRIBUTARY_LOG: {why}"))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.log_format.as_str() {
        "json" => log.json().init(),
        _ => log.with_ansi(std::io::stderr().is_terminal()).init(),
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "this is where a program says what went wrong")]
fn complain(why: &str) {
    eprintln!("tributary: {why}");
}
