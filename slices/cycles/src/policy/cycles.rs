use kernel::Id;
use people::{Body, BodyOn, body_on};
use platform::{Action, Actor, Changes, DbError, Decision, Of, Tx};
use words::Say;

use crate::{Cycle, CycleOn, cycle_on, model::Purpose, said, store};

/// Something done with a cycle.
macro_rules! of_cycle {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident, $rule:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Of<Cycle>;
            type On = CycleOn;

            async fn find(
                actor: &Actor,
                Of(cycle): &Of<Cycle>,
                tx: &mut Tx,
            ) -> Result<Option<CycleOn>, DbError> {
                cycle_on(actor, cycle, tx).await
            }

            fn rule(_: &Actor, on: &CycleOn) -> Decision {
                let rule: fn(&CycleOn) -> Decision = $rule;
                rule(on)
            }

            fn told() -> Say {
                said::$told()
            }
        }
    };
}
of_cycle! {
    /// See what a cycle was and is for.
    ReadPurposes, "purpose.read", act_purpose_read, |on| Decision::or_hide(on.reads())
}
of_cycle! {
    /// Read what was written into a cycle's steps, page by page.
    ReadEntries, "entries.read", act_entries_read, |on| Decision::or_hide(on.reads())
}
of_cycle! {
    /// Read what is and was tried in a cycle, page by page.
    ReadTriedInCycle, "explorations.read-in-cycle", act_explorations_read_in_cycle,
    |on| Decision::or_hide(on.reads())
}
of_cycle! {
    /// Begin to try something in a cycle.
    StartInCycle, "exploration.start-in-cycle", act_exploration_start_in_cycle,
    CycleOn::for_those_who_work
}
of_cycle! {
    /// Write into a step.
    WriteEntry, "cycle.write", act_cycle_write, CycleOn::for_those_who_work
}
of_cycle! {
    /// Word what the cycle is for.
    WordPurpose, "purpose.word", act_purpose_word, CycleOn::for_those_who_work
}
impl Changes for StartInCycle {}
impl Changes for WriteEntry {}
impl Changes for WordPurpose {}

/// See a purpose otherwise: whoever reads a cycle may say so.
#[derive(Debug)]
pub(crate) struct DissentFromPurpose;

impl Action for DissentFromPurpose {
    const NAME: &'static str = "purpose.dissent";
    type Key = Of<Purpose>;
    type On = (Id<Purpose>, CycleOn);

    async fn find(
        actor: &Actor,
        Of(purpose): &Of<Purpose>,
        tx: &mut Tx,
    ) -> Result<Option<Self::On>, DbError> {
        let Some(cycle) = store::purposes::cycle_of(tx, purpose).await? else { return Ok(None) };
        Ok(cycle_on(actor, &cycle, tx).await?.map(|on| (*purpose, on)))
    }

    fn rule(actor: &Actor, (_, on): &Self::On) -> Decision {
        // Somebody stands behind every dissent: the program itself has no view.
        Decision::of(on.reads() && actor.account().is_some(), on.reads())
    }

    fn told() -> Say {
        said::act_purpose_dissent()
    }
}
impl Changes for DissentFromPurpose {}

/// Open a cycle for a body.
#[derive(Debug)]
pub(crate) struct OpenCycle;

impl Action for OpenCycle {
    const NAME: &'static str = "cycle.open";
    type Key = Of<Body>;
    type On = BodyOn;

    async fn find(
        actor: &Actor,
        Of(body): &Of<Body>,
        tx: &mut Tx,
    ) -> Result<Option<BodyOn>, DbError> {
        body_on(actor, body, tx).await
    }

    fn rule(_: &Actor, BodyOn { part, .. }: &BodyOn) -> Decision {
        let opens = part.administrator || part.steward || part.coordinator;
        Decision::of(opens, part.near || part.any())
    }

    fn told() -> Say {
        said::act_cycle_open()
    }
}
impl Changes for OpenCycle {}
