//! What the program can be asked to do from the command line.

pub mod demo;
pub mod serve;
pub mod token;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::settings::Settings;

/// Public service as a learning system.
#[derive(Debug, Parser)]
#[command(name = "tributary", version, about)]
pub struct Program {
    /// The file with the settings.
    #[arg(long, default_value = "tributary.toml", global = true)]
    pub settings: PathBuf,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve a fictional place from a throw-away folder.
    Demo(demo::Demo),
    /// Serve the real thing.
    Serve,
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// One line that says what could not be done, and what to do.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        match self {
            Self::Demo(demo) => demo.run(settings).await,
            Self::Serve => serve::run(settings).await,
        }
    }
}
