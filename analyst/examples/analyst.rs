//! The commands of the analyst alone, which build in seconds.

use std::process::ExitCode;

use clap::Parser;

/// The methods on files.
#[derive(Parser)]
#[command(name = "tributary")]
struct Program {
    #[command(subcommand)]
    command: analyst::Command,
}

fn main() -> ExitCode {
    Program::parse().command.run_as_program()
}
