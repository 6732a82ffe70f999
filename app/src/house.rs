//! What the house is made of: its slices, its schema, what stands around each page.

use std::{net::IpAddr, path::PathBuf, sync::Arc};

use axum::Router;
use jiff::tz::TimeZone;
use kernel::Source;
use platform::{
    Around, Db, Installation, Program, Routes, Sample, State,
    actor::Actor,
    db::{Limits, Step},
    state::Parts,
    vault::{KeyStore, MasterKeys, Vault},
};
use words::Catalogue;

use crate::settings::Settings;

/// The steps of the schema, in their order.
pub const STEPS: &[Step] = &[
    ("0001_base", include_str!("../../migrations/0001_base.sql")),
    ("0002_people", include_str!("../../migrations/0002_people.sql")),
    ("0003_cycles", include_str!("../../migrations/0003_cycles.sql")),
    ("0004_lives", include_str!("../../migrations/0004_lives.sql")),
    ("0005_learning", include_str!("../../migrations/0005_learning.sql")),
    ("0006_asking", include_str!("../../migrations/0006_asking.sql")),
    ("0007_erasure", include_str!("../../migrations/0007_erasure.sql")),
    ("0008_holding", include_str!("../../migrations/0008_holding.sql")),
    ("0011_invitations", include_str!("../../migrations/0011_invitations.sql")),
];

/// The steps of the key store's own schema.
pub const KEY_STEPS: &[Step] =
    &[("0001_keys", include_str!("../../migrations/keys/0001_keys.sql"))];

/// Every page of every slice.
pub fn routes() -> Routes {
    people::routes()
        .and(cycles::routes())
        .and(lives::routes())
        .and(learning::routes())
        .and(gathering::routes())
}

/// Every page in every state that people meet.
pub fn samples() -> Vec<Sample> {
    let mut all = platform::page::samples();
    all.extend(people::samples());
    all.extend(cycles::samples());
    all.extend(lives::samples());
    all.extend(learning::samples());
    all.extend(gathering::samples());
    all
}

/// What stands around the pages of this actor.
pub fn frame(actor: &Actor) -> Around {
    gathering::frame(actor)
}

/// The open house: its state, and its pages as a service.
#[derive(Clone, Debug)]
pub struct House {
    /// What requests reach.
    pub state: State,
    /// What only the program does.
    pub program: Program,
    /// The pages.
    pub router: Router,
}

/// What it takes to open the house.
#[derive(Debug)]
pub struct Opening {
    /// The database, its schema up to date.
    pub db: Db,
    /// The key store, its schema up to date.
    pub keys: KeyStore,
    /// Where time and ids come from.
    pub source: Source,
    /// Where people reach it.
    pub public_url: String,
    /// The clock of the place.
    pub zone: TimeZone,
    /// Workers must pass a second step.
    pub second_step: bool,
    /// Whose forwarded addresses count.
    pub trusted_proxies: Vec<IpAddr>,
    /// The code that guards the first setup.
    pub set_up_code: Option<String>,
}

impl House {
    /// Opens it.
    ///
    /// # Errors
    /// One line that says what is wrong.
    pub async fn open(opening: Opening) -> Result<Self, String> {
        let routes = routes();
        let vault = Vault::open(opening.keys).await.map_err(|why| why.to_string())?;
        let parts = Parts {
            db: opening.db,
            vault,
            source: opening.source,
            catalogue: Catalogue::new(routes.words())?,
            installation: Installation {
                public_url: opening.public_url,
                zone: opening.zone,
                second_step: opening.second_step,
                trusted_proxies: opening.trusted_proxies,
            },
            frame,
            told: routes.sayings(),
            set_up_code: opening.set_up_code,
        };
        let (state, program) = State::start(parts).await.map_err(|why| why.to_string())?;
        let service = routes.serve_with(state.clone());
        Ok(Self { state, program, router: service })
    }
}

/// The database and the key store that the settings name, their schemas up to date.
///
/// # Errors
/// One line that says what is wrong.
pub(crate) async fn stores(settings: &Settings) -> Result<(Db, KeyStore), String> {
    let folder = &settings.data;
    std::fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let limits = Limits::default();
    let db = match &settings.database_url {
        Some(url) => Db::open_server(url, limits).await,
        None => Db::open_file(&folder.join("tributary.db"), limits).await,
    };
    let db = db.map_err(|why| format!("the database cannot be opened: {why}"))?;
    db.migrate(STEPS).await.map_err(|why| format!("the database's schema: {why}"))?;
    let keys = Db::open_file(&keys_path(settings)?, limits).await;
    let keys = keys.map_err(|why| format!("the key store cannot be opened: {why}"))?;
    keys.migrate(KEY_STEPS).await.map_err(|why| format!("the key store's schema: {why}"))?;
    let master = match &settings.master_key {
        Some(text) => MasterKeys::parse(text),
        None => MasterKeys::from_file(&settings.master_key_path()),
    };
    Ok((db, KeyStore::new(keys, master.map_err(|why| why.to_string())?)))
}

/// The same for a command that looks at something: it makes nothing where nothing is.
///
/// # Errors
/// One line that says what is missing, or what is wrong.
pub(crate) async fn stores_there(settings: &Settings) -> Result<(Db, KeyStore), String> {
    let needed = [
        (settings.database_url.is_none(), settings.data.join("tributary.db")),
        (true, keys_path(settings)?),
        (settings.master_key.is_none(), settings.master_key_path()),
    ];
    match needed.iter().find(|(needed, path)| *needed && !path.is_file()) {
        Some((_, path)) => Err(format!(
            "{}: there is no such file, and so nothing to look at. Is TRIBUTARY_DATA right? `serve` \
             and `setup` begin an installation",
            path.display()
        )),
        None => stores(settings).await,
    }
}

fn keys_path(settings: &Settings) -> Result<PathBuf, String> {
    match &settings.keys_url {
        None => Ok(settings.data.join("keys.db")),
        Some(url) => match url.strip_prefix("file:") {
            Some(path) => Ok(PathBuf::from(path)),
            None => Err(format!("TRIBUTARY_KEYS_URL: `{url}` is not `file:` and a path")),
        },
    }
}

/// The real clock and the operating system's randomness.
pub(crate) fn real_source() -> Source {
    Source::new(Arc::new(platform::state::RealClock), Arc::new(platform::state::RealEntropy))
}
