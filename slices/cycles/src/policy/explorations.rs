use people::{Life, LifeOn, life_on};
use platform::{Action, Actor, Changes, DbError, Decision, Of, Subject, Tx};
use words::Say;

use crate::{Exploration, ExplorationOn, exploration_on, said};

/// Begin to try something in a life.
#[derive(Debug)]
pub(crate) struct StartExploration;

impl Action for StartExploration {
    const NAME: &'static str = "exploration.start";
    type Key = Of<Life>;
    type On = LifeOn;

    async fn find(
        actor: &Actor,
        Of(life): &Of<Life>,
        tx: &mut Tx,
    ) -> Result<Option<LifeOn>, DbError> {
        life_on(actor, life, tx).await
    }

    fn rule(_: &Actor, on: &LifeOn) -> Decision {
        Decision::of(on.standing.writes(), on.standing.knows_what_is_tried())
    }

    fn subjects(on: &LifeOn) -> Vec<Subject> {
        on.subjects()
    }

    fn told() -> Say {
        said::act_exploration_start()
    }
}
impl Changes for StartExploration {}

/// Read what is and was tried in a life, page by page.
#[derive(Debug)]
pub(crate) struct ReadTried;

impl Action for ReadTried {
    const NAME: &'static str = "explorations.read";
    type Key = Of<Life>;
    type On = LifeOn;

    async fn find(
        actor: &Actor,
        Of(life): &Of<Life>,
        tx: &mut Tx,
    ) -> Result<Option<LifeOn>, DbError> {
        life_on(actor, life, tx).await
    }

    fn rule(_: &Actor, on: &LifeOn) -> Decision {
        Decision::or_hide(on.standing.reads())
    }

    fn subjects(on: &LifeOn) -> Vec<Subject> {
        on.subjects()
    }

    fn told() -> Say {
        said::act_explorations_read()
    }
}

/// Something done with what is tried.
macro_rules! of_exploration {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident, $rule:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Of<Exploration>;
            type On = ExplorationOn;

            async fn find(
                actor: &Actor,
                Of(exploration): &Of<Exploration>,
                tx: &mut Tx,
            ) -> Result<Option<ExplorationOn>, DbError> {
                exploration_on(actor, exploration, tx).await
            }

            fn rule(_: &Actor, on: &ExplorationOn) -> Decision {
                let allowed: fn(&ExplorationOn) -> bool = $rule;
                Decision::of(allowed(on), on.reads())
            }

            fn subjects(on: &ExplorationOn) -> Vec<Subject> {
                on.subjects()
            }

            fn told() -> Say {
                said::$told()
            }
        }
    };
}
of_exploration! {
    /// See what is tried, and what came of it.
    ReadExploration, "exploration.read", act_exploration_read, ExplorationOn::reads
}
of_exploration! {
    /// Say yes: we try that. Only the person themselves.
    AgreeExploration, "exploration.agree", act_exploration_agree, ExplorationOn::own
}
of_exploration! {
    /// Look back together at how it went.
    LookBack, "exploration.look-back", act_exploration_look_back, ExplorationOn::writes
}
of_exploration! {
    /// Say keep, adapt or stop.
    EndExploration, "exploration.end", act_exploration_end, ExplorationOn::writes
}
impl Changes for AgreeExploration {}
impl Changes for LookBack {}
impl Changes for EndExploration {}
