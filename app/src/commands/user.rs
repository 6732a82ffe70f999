//! Accounts, from the command line: set up, invite, give a new code, take away a second step, close.

use clap::{Args, Subcommand};
use kernel::Id;
use people::{FirstBodies, admin};
use platform::{Db, Kind, Program, State, vault::KeyStore};

use super::serve::{lock, say};
use crate::{
    House, Opening,
    house::real_source,
    settings::Settings,
    stores::{stores, stores_there},
};

/// Set up the installation: its first administrator, country, place and organisation.
#[derive(Args, Debug)]
pub struct Setup {
    /// The administrator's name.
    #[arg(long)]
    called: String,
    /// The country.
    #[arg(long)]
    country: String,
    /// The place.
    #[arg(long)]
    place: String,
    /// The organisation.
    #[arg(long)]
    organisation: String,
}

impl Setup {
    /// Sets it up, and says the one-time code of the administrator.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let _lock = lock(&settings)?;
        let program = open(&settings, stores(&settings).await?).await?;
        let names = [self.country, self.place, self.organisation];
        let (account, code) = admin::set_up(&program, &self.called, FirstBodies(names)).await?;
        say(&format!("Account {account}"));
        tell(program.state(), &code);
        program.state().close().await;
        Ok(())
    }
}

/// Look after accounts.
#[derive(Args, Debug)]
pub struct User {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make an account, and a one-time code with which its holder takes it up.
    Invite {
        /// What they are called.
        #[arg(long)]
        called: String,
        /// `worker` or `administrator`.
        #[arg(long, default_value = "worker")]
        kind: String,
    },
    /// A new one-time code for an account whose holder lost their way in.
    Code {
        /// The account's id.
        account: String,
    },
    /// Take away the second step of somebody who lost their phone and their recovery codes. They
    /// set up a new one when they next sign in.
    SecondStep {
        /// The account's id.
        account: String,
    },
    /// Close an account: nobody signs in to it any more. What its holder did stays written down.
    Close {
        /// The account's id.
        account: String,
    },
}

impl User {
    /// Does it.
    ///
    /// # Errors
    /// One line that says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let program = quiet(&settings).await?;
        match self.what {
            What::Invite { called, kind } => {
                let kind = Kind::stored(&kind)
                    .filter(|it| matches!(it, Kind::Worker | Kind::Administrator))
                    .ok_or("a kind is `worker` or `administrator`")?;
                let (account, code) = admin::invite(&program, &called, kind).await?;
                say(&format!("Account {account}"));
                tell(program.state(), &code);
            }
            What::Code { account } => {
                let code = admin::new_code(&program, read(&account)?).await?;
                tell(program.state(), &code);
            }
            What::SecondStep { account } => {
                admin::forget_second_step(&program, read(&account)?).await?;
                say("Its second step is taken away, and its sittings have ended");
            }
            What::Close { account } => {
                admin::close(&program, read(&account)?).await?;
                say("Closed");
            }
        }
        program.state().close().await;
        Ok(())
    }
}

fn read<T>(text: &str) -> Result<Id<T>, String> {
    Id::parse(text).ok_or_else(|| format!("`{text}` is not an id: 32 hex characters"))
}

fn tell(state: &State, code: &str) {
    say(&format!("One-time code: {code}"));
    say(&format!("It is taken up at {}/join within seven days", state.public_url()));
}

/// The program without the listening, of an installation that is there.
pub(super) async fn quiet(settings: &Settings) -> Result<Program, String> {
    open(settings, stores_there(settings).await?).await
}

async fn open(settings: &Settings, (db, keys): (Db, KeyStore)) -> Result<Program, String> {
    let public_url = settings.public_url.clone();
    let opening = Opening {
        db,
        keys,
        source: real_source(),
        public_url: public_url.unwrap_or_else(|| format!("http://{}", settings.listen)),
        zone: settings.zone()?,
        second_step: true,
        trusted_proxies: Vec::new(),
        set_up_code: None,
    };
    Ok(House::open(opening).await?.program)
}
