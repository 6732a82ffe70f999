//! What the house is made of: its slices, its schema, what stands around each page.

use std::{net::IpAddr, sync::Arc};

use axum::Router;
use jiff::tz::TimeZone;
use kernel::Source;
use platform::{
    Around, Db, Installation, Program, Routes, Said, Sample, State,
    actor::Actor,
    db::Step,
    state::Parts,
    vault::{KeyStore, Vault},
};
use words::Catalogue;

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
    ("0009_sealing", include_str!("../../migrations/0009_sealing.sql")),
    ("0010_holding_open", include_str!("../../migrations/0010_holding_open.sql")),
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
    all.extend(lives::samples(routes().sayings().iter().map(Said::told).collect()));
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

/// The real clock and the operating system's randomness.
pub(crate) fn real_source() -> Source {
    Source::new(Arc::new(platform::state::RealClock), Arc::new(platform::state::RealEntropy))
}
