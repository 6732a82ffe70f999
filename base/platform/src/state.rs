//! What every request can reach, held by the door.

mod real;

use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::Source;
use words::{Catalogue, Language, Voice};

use crate::{
    Db, DbError, Program, Said, erasure, journal,
    journal::JournalWriter,
    once,
    page::Frame,
    secret::Key,
    session::{Seats, password::Hasher},
    sql,
    vault::{self, Vault},
};

pub use real::{RealClock, RealEntropy};

/// What an installation is told about itself.
#[derive(Clone, Debug)]
pub struct Installation {
    /// Where people reach it: `https://learn.example.org`, without a slash at the end.
    pub public_url: String,
    /// The clock of the place.
    pub zone: TimeZone,
    /// Workers must pass a second step when they sign in. A demonstration may do without.
    pub second_step: bool,
    /// Whose forwarded addresses count.
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

/// Everything a request can reach. Its parts are the door's; a slice sees none of them.
#[derive(Clone, Debug)]
pub struct State(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    db: Db,
    vault: Vault,
    journal: JournalWriter,
    chain: Key,
    /// Under which name this program seals the journal.
    sealer: String,
    source: Source,
    catalogue: Arc<Catalogue>,
    installation: Installation,
    frame: Frame,
    told: Vec<Said>,
    set_up_code: Option<String>,
    seats: Seats,
    hasher: Hasher,
}

/// What is needed to make a [`State`].
#[derive(Debug)]
pub struct Parts {
    /// The database, its schema up to date.
    pub db: Db,
    /// The vault.
    pub vault: Vault,
    /// Where time and ids come from.
    pub source: Source,
    /// Every sentence.
    pub catalogue: Catalogue,
    /// What it is told about itself.
    pub installation: Installation,
    /// What stands around every page.
    pub frame: Frame,
    /// What each action is called, as people read it in the journal.
    pub told: Vec<Said>,
    /// The code that guards the first setup, where it is still to come.
    pub set_up_code: Option<String>,
}

impl State {
    /// Starts what runs beside requests, and joins it all. What only the program does is handed out
    /// here and nowhere else.
    pub async fn start(parts: Parts) -> Result<(Self, Program), DbError> {
        let Parts { db, vault, source, catalogue, installation, frame, told, set_up_code } = parts;
        erasure::replay(&db, vault.keys()).await?;
        let chain = vault.installation_key("journal").await?;
        let journal = JournalWriter::start(db.clone(), source.clone());
        let sealer = crate::secret::token();
        let sealing =
            journal::run_sealer(db.clone(), chain.clone(), source.clone(), sealer.clone());
        tokio::spawn(sealing);
        tokio::spawn(once::sweep(db.clone(), source.clone()));
        if vault.keys().is_shared() {
            tokio::spawn(vault::hear(vault.keys().clone()));
            tokio::spawn(vault::shred_what_is_owed(vault.keys().clone()));
        }
        let seats = Seats::start(db.clone());
        let hasher = Hasher::new();
        let catalogue = Arc::new(catalogue);
        let state = Self(Arc::new(Inner {
            db,
            vault,
            journal,
            chain,
            sealer,
            source,
            catalogue,
            installation,
            frame,
            told,
            set_up_code,
            seats,
            hasher,
        }));
        Ok((state.clone(), Program::of(state)))
    }

    pub(crate) fn db(&self) -> &Db {
        &self.0.db
    }

    pub(crate) fn vault(&self) -> &Vault {
        &self.0.vault
    }

    pub(crate) fn journal(&self) -> &JournalWriter {
        &self.0.journal
    }

    pub(crate) fn seats(&self) -> &Seats {
        &self.0.seats
    }

    pub(crate) fn installation(&self) -> &Installation {
        &self.0.installation
    }

    pub(crate) fn frame(&self) -> Frame {
        self.0.frame
    }

    /// Hashes and checks passwords, off the threads that serve.
    pub fn hasher(&self) -> &Hasher {
        &self.0.hasher
    }

    /// Where time and ids come from.
    pub fn source(&self) -> &Source {
        &self.0.source
    }

    /// Where people reach it.
    pub fn public_url(&self) -> &str {
        &self.0.installation.public_url
    }

    /// The code that guards the first setup.
    pub fn set_up_code(&self) -> Option<&str> {
        self.0.set_up_code.as_deref()
    }

    /// True when workers must pass a second step to sign in.
    pub fn wants_second_step(&self) -> bool {
        self.0.installation.second_step
    }

    /// True when browsers reach it over TLS only, so that cookies may say so.
    pub fn is_secure(&self) -> bool {
        self.public_url().starts_with("https://")
    }

    /// True once there is an administrator.
    pub async fn is_set_up(&self) -> Result<bool, DbError> {
        let mut tx = self.0.db.read().await?;
        let query = sql("select id from account where kind = 'administrator' limit 1");
        let found = tx.one(query, |row| row.get::<String>("id")).await?;
        tx.end().await?;
        Ok(found.is_some())
    }

    /// True when the database and the key store answer.
    pub async fn is_ready(&self) -> bool {
        self.0.db.answers().await && self.0.vault.store().answers().await
    }

    /// When it is, by the clock of the place.
    pub fn here(&self) -> crate::Here {
        crate::Here::new(self.0.source.now(), self.0.installation.zone.clone())
    }

    /// How pages are said now.
    pub fn voice(&self, language: Language) -> Voice {
        let zone = self.0.installation.zone.clone();
        Voice::new(self.0.catalogue.clone(), language, zone, self.0.source.now())
    }

    /// What the action of this name is called, as people read it in the journal.
    pub(crate) fn told(&self, action: &str) -> Option<words::Say> {
        self.0.told.iter().find(|it| it.action == action).map(|it| (it.told)())
    }

    /// True when the action of this name changes something.
    pub(crate) fn changes(&self, action: &str) -> bool {
        self.0.told.iter().any(|it| it.action == action && it.changes)
    }

    /// Proves the journal whole.
    pub async fn verify(
        &self,
        head: Option<&str>,
    ) -> Result<Result<journal::Verified, journal::Broken>, DbError> {
        journal::verify(&self.0.db, &self.0.chain, head).await
    }

    /// Takes every open line of the journal into its chain now.
    pub async fn seal_journal(&self) -> Result<Option<String>, DbError> {
        let now = self.0.source.now();
        journal::seal_pending(&self.0.db, &self.0.chain, &self.0.sealer, now).await
    }

    /// Forgets answers to requests that nobody will send again: what happens every hour, now.
    pub async fn forget_old_answers(&self) -> Result<(), DbError> {
        once::forget(&self.0.db, self.0.source.now()).await
    }

    /// Lets everything go, once the last request was answered.
    pub async fn close(&self) {
        self.0.seats.flush().await;
        self.0.db.close().await;
        self.0.vault.store().close().await;
    }
}
