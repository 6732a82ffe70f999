//! Prove the journal whole, or name the first broken line.

use clap::Args;
use platform::{Vault, journal};

use super::serve::say;
use crate::{settings::Settings, stores::stores_there};

/// Prove the journal whole.
#[derive(Args, Debug)]
pub struct Verify {
    /// A link that was published before, in a log or a backup: it must still be in the chain.
    #[arg(long)]
    head: Option<String>,
}

impl Verify {
    /// Proves it.
    ///
    /// # Errors
    /// One line that names the first broken line, or says what could not be done.
    pub async fn run(self, settings: Settings) -> Result<(), String> {
        let (db, keys) = stores_there(&settings).await?;
        let vault = Vault::open(keys).await.map_err(|why| why.to_string())?;
        let found = journal::verify_stored(&db, &vault, self.head.as_deref()).await;
        let whole = found.map_err(|why| why.to_string())?.map_err(|broken| broken.to_string())?;
        say(&format!("The journal is whole: {} lines, up to {}", whole.lines, whole.head));
        Ok(())
    }
}
