//! Keys for programs.

use clap::{Args, Subcommand};
use kernel::{Id, SpanOf};
use platform::Program;

use super::{serve::say, user::quiet};
use crate::settings::Settings;

/// Look after tokens for programs.
#[derive(Args, Debug)]
pub struct Token {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make a token. It can do what its owner can do, and no more.
    Create {
        /// The account whose token it is.
        #[arg(long)]
        account: String,
        /// What it is for.
        #[arg(long)]
        label: String,
        /// It may change things. Without it, it only reads.
        #[arg(long)]
        write: bool,
        /// For how many days it holds.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=366))]
        days: i64,
    },
    /// Name the tokens that hold, the newest first. Their secrets are kept nowhere.
    List,
    /// End a token: it opens nothing any more.
    End {
        /// The token's id, as `token list` names it.
        token: String,
    },
}

impl Token {
    /// Does it.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let program = quiet(&settings).await?;
        match self.what {
            What::Create { account, label, write, days } => {
                say(&make_for(&program, &account, &label, write, days).await?);
            }
            What::List => list(&program).await?,
            What::End { token } => {
                let id =
                    Id::parse(&token).ok_or("a token is named by its id, 32 hex characters")?;
                let ended = people::end_token(&program, id).await;
                ended.map_err(|_| "there is no such token, or it has ended".to_owned())?;
                say("Ended");
            }
        }
        program.state().close().await;
        Ok(())
    }
}

async fn list(program: &Program) -> Result<(), String> {
    for it in people::tokens(program).await.map_err(|why| why.to_string())? {
        let scope = if it.writes { "writes" } else { "reads" };
        say(&format!("{} of {}, {scope}, until {}: {}", it.id, it.account, it.ends_at, it.label));
    }
    Ok(())
}

/// Makes a token for an account, for ninety days, and says it: it is shown once.
///
/// # Errors
/// One line that says what could not be done.
pub async fn make(
    program: &Program,
    account: &str,
    label: &str,
    writes: bool,
) -> Result<String, String> {
    make_for(program, account, label, writes, 90).await
}

async fn make_for(
    program: &Program,
    account: &str,
    label: &str,
    writes: bool,
    days: i64,
) -> Result<String, String> {
    let account = Id::parse(account).ok_or("an account is named by its id, 32 hex characters")?;
    let token = people::NewToken { account, label, writes, holds: days * SpanOf::DAY };
    people::make_token(program, token).await.map_err(|why| why.to_string())
}
