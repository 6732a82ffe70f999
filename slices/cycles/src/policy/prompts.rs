use people::{Scale, Tie, bodies_of};
use platform::{Action, Actor, Changes, DbError, Decision, Kind, Tx};
use words::Say;

use crate::said;

/// How somebody stands towards the questions of the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asking {
    /// They may read them: whoever works here.
    pub(crate) reads: bool,
    /// Those of these scales they may word anew: whoever stewards a system of the scale, and
    /// administrators each.
    pub(crate) words: Vec<Scale>,
}

async fn asking(actor: &Actor, tx: &mut Tx) -> Result<Asking, DbError> {
    let arranges = matches!(actor.kind(), Kind::Administrator | Kind::Program);
    let bodies = bodies_of(actor, tx).await?;
    let stewards = |scale: &Scale| {
        bodies.iter().any(|(body, tie)| *tie == Tie::Steward && body.scale == *scale)
    };
    let own = Scale::ALL.into_iter().filter(|it| arranges || stewards(it)).collect();
    let works = actor.kind() == Kind::Worker || !bodies.is_empty();
    Ok(Asking { reads: arranges || works, words: own })
}

/// Read the questions of the steps.
#[derive(Debug)]
pub(crate) struct ReadPrompts;

impl Action for ReadPrompts {
    const NAME: &'static str = "prompts.read";
    type Key = ();
    type On = Asking;

    async fn find(actor: &Actor, (): &(), tx: &mut Tx) -> Result<Option<Asking>, DbError> {
        asking(actor, tx).await.map(Some)
    }

    fn rule(_: &Actor, on: &Asking) -> Decision {
        Decision::or_hide(on.reads)
    }

    fn told() -> Say {
        said::act_prompts_read()
    }
}

/// Word the questions of the steps anew.
#[derive(Debug)]
pub(crate) struct EditPrompts;

impl Action for EditPrompts {
    const NAME: &'static str = "prompts.edit";
    type Key = ();
    type On = Asking;

    async fn find(actor: &Actor, (): &(), tx: &mut Tx) -> Result<Option<Asking>, DbError> {
        asking(actor, tx).await.map(Some)
    }

    fn rule(_: &Actor, on: &Asking) -> Decision {
        Decision::of(!on.words.is_empty(), on.reads)
    }

    fn told() -> Say {
        said::act_prompts_edit()
    }
}
impl Changes for EditPrompts {}
