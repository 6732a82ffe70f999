//! A fresh house on each database, with the fictional place told in it.
#![expect(clippy::expect_used, clippy::missing_panics_doc, reason = "test support fails loudly")]

use std::sync::Arc;

use app::{House, KEY_STEPS, Opening, STEPS};
use kernel::{Moment, SeededEntropy, SetClock, Source, SpanOf};
use platform::{Program, State, db::Limits};
use seed::{Client, Seen, Size, Teller, World};

/// The code that guards the setup of every test's house.
pub const SET_UP_CODE: &str = "abcde23456";

/// A house with a story in it, and the clock it goes by.
#[derive(Debug)]
pub struct Told {
    /// `sqlite` or `postgres`: say it in every assertion.
    pub name: &'static str,
    /// Who and what is in the story.
    pub world: World,
    /// The clock. Moving it moves everybody.
    pub clock: Arc<SetClock>,
    /// The house.
    pub house: House,
    /// What the house is built on.
    pub store: testkit::Store,
    source: Source,
    teller: Teller,
}

impl Told {
    /// Somebody of the story, signed in: `sam`, `jo`, `ines`.
    pub async fn signed_in(&self, who: &str) -> Client {
        self.world.sign_in(&self.teller, who).await.expect("they sign in")
    }

    /// Somebody who has not signed in.
    pub fn visitor(&self) -> Client {
        self.teller.client()
    }

    /// The id of something in the story: `life jo`.
    pub fn id(&self, name: &str) -> &str {
        let id = self.world.id(name);
        assert!(!id.is_empty(), "the story has no `{name}`");
        id
    }

    /// Reads a page as somebody, in a browser of their own.
    pub async fn get(&self, who: &str, path: &str) -> Seen {
        self.signed_in(who).await.get(path).await
    }

    /// Sends a form as somebody, in a browser of their own.
    pub async fn post(&self, who: &str, path: &str, form: &[(&str, &str)]) -> Seen {
        self.signed_in(who).await.post(path, form).await
    }

    /// The same house opened again, as another program on the same data; `change` says what is
    /// different this time.
    pub async fn opened_again(&self, change: impl FnOnce(&mut Opening)) -> House {
        let mut opening = opening(&self.store, self.source.clone()).await;
        change(&mut opening);
        House::open(opening).await.expect("the house opens again")
    }

    /// A copy of this world, which must lie still: nothing is open in it.
    pub async fn copy(&self) -> Self {
        let store = self.store.copy(Limits::default()).await;
        let opening = opening(&store, self.source.clone()).await;
        let house = House::open(opening).await.expect("the copy opens");
        let (clock, source) = (self.clock.clone(), self.source.clone());
        let today = kernel::Clock::now(&*clock);
        let teller = Teller::new(house.router.clone(), clock.clone(), today);
        Self { name: self.name, world: self.world.clone(), clock, house, store, source, teller }
    }

    /// Closes the house and forgets all of it.
    pub async fn throw_away(self) {
        self.house.state.close().await;
        self.store.throw_away().await;
    }

    /// What requests reach.
    pub const fn state(&self) -> &State {
        &self.house.state
    }

    /// What only the program does.
    pub const fn program(&self) -> &Program {
        &self.house.program
    }

    /// Time goes on by so many seconds.
    pub fn pass_seconds(&self, seconds: i64) {
        self.clock.pass(seconds * SpanOf::SECOND);
    }
}

/// The people of the story, on each database.
pub async fn each() -> Vec<Told> {
    each_with(Size::People, Limits::default()).await
}

/// So much of the story, with these limits, on each database.
pub async fn each_with(size: Size, limits: Limits) -> Vec<Told> {
    let mut all = Vec::new();
    for store in testkit::each(STEPS, limits).await {
        all.push(tell(store, size).await);
    }
    all
}

async fn tell(store: testkit::Store, size: Size) -> Told {
    let today = Moment::parse("2026-06-10T12:00:00Z").expect("a moment");
    let clock = Arc::new(SetClock::at(today));
    let source = Source::new(clock.clone(), Arc::new(SeededEntropy::new(7)));
    let opening = opening(&store, source.clone()).await;
    let house = House::open(opening).await.expect("the house opens");
    let teller = Teller::new(house.router.clone(), clock.clone(), today);
    let world = teller.tell(size, SET_UP_CODE).await.expect("the story is told");
    Told { name: store.name, world, clock, house, store, source, teller }
}

async fn opening(store: &testkit::Store, source: Source) -> Opening {
    Opening {
        db: store.db.clone(),
        keys: store.keys(KEY_STEPS).await,
        source,
        public_url: "http://tributary.test".to_owned(),
        zone: jiff::tz::TimeZone::UTC,
        second_step: false,
        trusted_proxies: Vec::new(),
        set_up_code: Some(SET_UP_CODE.to_owned()),
    }
}
