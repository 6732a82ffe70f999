//! Who may pass learning on, read it, and say what it means to them.

use cycles::{Cycle, CycleOn};
use kernel::Id;
use platform::{Action, Actor, Changes, DbError, Decision, Of, Tx};
use words::Say;

use super::{PatternOn, patterns};
use crate::{Pattern, Relay, said, store};

/// A pattern on its way, and both its ends.
#[derive(Clone, Debug)]
pub(crate) struct RelayOn {
    /// The relay.
    pub(crate) relay: Id<Relay>,
    /// What is passed on.
    pub(crate) pattern: Id<Pattern>,
    /// Who passes it on.
    pub(crate) from: CycleOn,
    /// Who is asked.
    pub(crate) to: CycleOn,
}

async fn relay_on(
    actor: &Actor,
    relay: &Id<Relay>,
    tx: &mut Tx,
) -> Result<Option<RelayOn>, DbError> {
    let Some(ends) = store::relay::ends(tx, relay).await? else { return Ok(None) };
    let from = cycles::cycle_on(actor, &ends.from, tx).await?;
    let to = cycles::cycle_on(actor, &ends.to, tx).await?;
    let pattern = ends.pattern;
    Ok(from.zip(to).map(|(from, to)| RelayOn { relay: *relay, pattern, from, to }))
}

/// Whoever has a part at either end reads what was passed on, and whoever works near it.
fn reads(on: &RelayOn) -> Decision {
    Decision::or_hide(knows(on))
}

const fn knows(on: &RelayOn) -> bool {
    on.to.reads() || on.from.reads()
}

/// Whoever works where it was passed to answers for it; other readers may know that they do not.
fn receives(on: &RelayOn) -> Decision {
    Decision::of(on.to.part.works(), knows(on))
}

/// Pass a pattern on to another cycle.
#[derive(Debug)]
pub(crate) struct PassOn;

impl Action for PassOn {
    const NAME: &'static str = "relay.pass";
    type Key = Of<Pattern>;
    type On = PatternOn;

    /// Nobody's page is opened for it: what leaves was worded before, and a moment that the journal
    /// shares with what was passed on would tell whose it is.
    async fn find(
        actor: &Actor,
        key: &Of<Pattern>,
        tx: &mut Tx,
    ) -> Result<Option<PatternOn>, DbError> {
        Ok(patterns::pattern_on(actor, &key.0, tx).await?.map(PatternOn::closed))
    }

    fn rule(_: &Actor, on: &PatternOn) -> Decision {
        patterns::works(&on.cycle)
    }

    fn told() -> Say {
        said::act_relay_pass()
    }
}

impl Changes for PassOn {}

macro_rules! of_a_relay {
    ($(#[doc = $doc:literal] $action:ident = $name:literal, $rule:path, $told:path;)+) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub(crate) struct $action;

        impl Action for $action {
            const NAME: &'static str = $name;
            type Key = Of<Relay>;
            type On = RelayOn;

            async fn find(
                actor: &Actor,
                key: &Of<Relay>,
                tx: &mut Tx,
            ) -> Result<Option<RelayOn>, DbError> {
                relay_on(actor, &key.0, tx).await
            }

            fn rule(_: &Actor, on: &RelayOn) -> Decision {
                $rule(on)
            }

            fn told() -> Say {
                $told()
            }
        }
    )+};
}

of_a_relay! {
    /// Pass on further what was passed on to us.
    PassFurther = "relay.pass-further", receives, said::act_relay_pass;
    /// Say what it means here.
    GiveResponse = "response.give", receives, said::act_response_give;
    /// Read a pattern on its way, and what became of it.
    SeeRelay = "relay.see", reads, said::act_relay_see;
    /// Read what it stands on, as far as that may be shown.
    SeeGrounds = "grounds.see", reads, said::act_grounds_see;
}

impl Changes for PassFurther {}
impl Changes for GiveResponse {}

macro_rules! of_a_cycle {
    ($(#[doc = $doc:literal] $action:ident = $name:literal, $rule:expr, $told:path;)+) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub(crate) struct $action;

        impl Action for $action {
            const NAME: &'static str = $name;
            type Key = Of<Cycle>;
            type On = CycleOn;

            async fn find(
                actor: &Actor,
                key: &Of<Cycle>,
                tx: &mut Tx,
            ) -> Result<Option<CycleOn>, DbError> {
                cycles::cycle_on(actor, &key.0, tx).await
            }

            fn rule(_: &Actor, on: &CycleOn) -> Decision {
                Decision::or_hide($rule(on))
            }

            fn told() -> Say {
                $told()
            }
        }
    )+};
}

of_a_cycle! {
    /// Read the patterns named in a cycle, page by page.
    SeePatterns = "patterns.see", |on: &CycleOn| on.part.any(), said::act_patterns_see;
    /// Read what was passed on to a cycle, page by page.
    SeeReceived = "received.see", CycleOn::reads, said::act_relays_see;
    /// Read what a cycle passed on, page by page.
    SeePassed = "passed.see", CycleOn::reads, said::act_relays_see;
}
