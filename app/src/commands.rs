//! What the program can be asked to do from the command line.

pub mod backup;
pub mod demo;
mod log;
pub mod serve;
pub mod token;
pub mod user;
pub mod verify;

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
    pub asked: Asked,
}

/// What to do: with the house, or with files alone.
#[derive(Debug, Subcommand)]
pub enum Asked {
    /// With the house, by its settings.
    #[command(flatten)]
    House(Command),
    /// With files alone. No setting is read.
    #[command(flatten)]
    Methods(analyst::Command),
}

/// What to do with the house.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve a fictional place from a throw-away folder.
    Demo(demo::Demo),
    /// Serve the real thing.
    Serve,
    /// Set up the installation from the terminal.
    Setup(user::Setup),
    /// Look after accounts.
    User(user::User),
    /// Look after tokens for programs.
    Token(token::Token),
    /// Prove the journal whole, or name the first broken line.
    Verify(verify::Verify),
    /// Write a backup, while others may be serving.
    Backup(backup::Backup),
    /// Read a backup into an empty database.
    Restore(backup::Restore),
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
            Self::Setup(setup) => setup.run(settings).await,
            Self::User(user) => user.run(settings).await,
            Self::Token(token) => token.run(settings).await,
            Self::Verify(verify) => verify.run(settings).await,
            Self::Backup(backup) => backup.run(settings).await,
            Self::Restore(restore) => restore.run(settings).await,
        }
    }
}
