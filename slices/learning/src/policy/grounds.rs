//! What the person concerned may do: answer, and see what became of it.

use kernel::Id;
use people::{Life, LifeOn};
use platform::{
    Action, Actor, Changes, DbError, Decision, Of, Subject, Thing as _, Tx,
    door::{Key, Parts},
};
use words::Say;

use crate::{Ground, said, store};

/// A life, and what was drawn from it. The journal writes the life alone: set side by side there,
/// the two would tell whose ground it is, long after its key is gone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GroundKey {
    /// The life.
    pub(crate) life: Id<Life>,
    /// The ground.
    pub(crate) ground: Id<Ground>,
}

impl Key for GroundKey {
    fn read(parts: &Parts) -> Option<Self> {
        let life = Id::parse(parts.get(Life::PART)?)?;
        Some(Self { life, ground: Id::parse(parts.get(Ground::PART)?)? })
    }

    fn thing(&self) -> Option<String> {
        Some(self.life.to_string())
    }
}

/// A life, by itself.
pub(crate) type LifeKey = Of<Life>;

/// A life and a ground that says it was drawn from it. Whether that is so, only the mark under the
/// person's own key can tell.
#[derive(Clone, Debug)]
pub(crate) struct GroundOn {
    /// The life.
    pub(crate) life: LifeOn,
    /// The ground.
    pub(crate) ground: Id<Ground>,
}

/// Say whether what was drawn from one's life may be passed on.
#[derive(Debug)]
pub(crate) struct Answering;

impl Action for Answering {
    const NAME: &'static str = "ground.answer";
    type Key = GroundKey;
    type On = GroundOn;

    async fn find(
        actor: &Actor,
        key: &GroundKey,
        tx: &mut Tx,
    ) -> Result<Option<GroundOn>, DbError> {
        if !store::ground::is_there(tx, &key.ground).await? {
            return Ok(None);
        }
        let life = people::life_on(actor, &key.life, tx).await?;
        Ok(life.map(|life| GroundOn { life, ground: key.ground }))
    }

    fn rule(_: &Actor, on: &GroundOn) -> Decision {
        Decision::or_hide(on.life.standing.writes())
    }

    fn subjects(on: &GroundOn) -> Vec<Subject> {
        on.life.subjects()
    }

    fn told() -> Say {
        said::act_ground_answer()
    }
}

impl Changes for Answering {}

/// See what became of what was learnt with somebody.
#[derive(Debug)]
pub(crate) struct SeeBecame;

impl Action for SeeBecame {
    const NAME: &'static str = "became.see";
    type Key = LifeKey;
    type On = LifeOn;

    async fn find(actor: &Actor, key: &LifeKey, tx: &mut Tx) -> Result<Option<LifeOn>, DbError> {
        people::life_on(actor, &key.0, tx).await
    }

    fn rule(_: &Actor, on: &LifeOn) -> Decision {
        Decision::or_hide(on.standing.reads())
    }

    fn subjects(on: &LifeOn) -> Vec<Subject> {
        on.subjects()
    }

    fn told() -> Say {
        said::act_became_see()
    }
}
