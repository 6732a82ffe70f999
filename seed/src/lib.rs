//! Tells the story of a fictional place: its teams, the people in them, whom they walk beside, what
//! they try and learn. Everything comes in through the door, like anybody's request, so nothing in
//! the demo could not have happened. The same size and seed make the same ids, words and days.

mod client;
mod cycles;
mod lives;
mod people;
mod plenty;
mod travels;
mod world;

pub use client::{Client, Seen};
pub use people::PASSWORD;
pub use world::{Person, World};

use axum::Router;
use kernel::{Moment, SetClock, SpanOf};
use std::sync::Arc;

/// Why a story could not be told.
#[derive(Debug)]
pub struct Broken(pub String);

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

/// How much there is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Enough people for every kind of standing, and nothing else.
    People,
    /// The story of the demo.
    Story,
    /// The story, and so much beside it that speed can be measured.
    Bench,
}

impl Size {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::People, Self::Story, Self::Bench];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Story => "story",
            Self::Bench => "bench",
        }
    }
}

/// The clock and the pages that a story is told through.
#[derive(Clone, Debug)]
pub struct Teller {
    pub(crate) router: Router,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) today: Moment,
    pub(crate) seed: u64,
}

impl Teller {
    /// A teller whose story ends at `today`. The clock is set as the story goes.
    pub const fn new(router: Router, clock: Arc<SetClock>, today: Moment) -> Self {
        Self { router, clock, today, seed: 1 }
    }

    /// The same, with this seed for what people happen to say.
    #[must_use]
    pub const fn with_seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Somebody with a browser of their own.
    pub fn client(&self) -> Client {
        Client::new(self.router.clone())
    }

    /// It is so many days before the story's end, at this hour.
    pub(crate) fn days_ago(&self, days: i64, hour: i64) {
        let day = self.today.micros() - self.today.micros().rem_euclid(SpanOf::DAY);
        self.clock.set(Moment::from_micros(day - days * SpanOf::DAY + hour * SpanOf::HOUR));
    }

    /// Tells the whole story.
    pub async fn tell(&self, size: Size, set_up_code: &str) -> Result<World, Broken> {
        let mut world = people::tell(self, set_up_code).await?;
        if size != Size::People {
            cycles::tell(self, &mut world).await?;
            lives::tell(self, &mut world).await?;
            travels::tell(self, &mut world).await?;
        }
        if size == Size::Bench {
            plenty::tell(self, &world).await?;
        }
        self.clock.set(self.today);
        Ok(world)
    }
}
