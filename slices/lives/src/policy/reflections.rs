use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Kind, Of, Tx};
use words::Say;

use crate::{model::Reflection, said, store};

/// Whose private reflections they are. Whoever holds the worker's phone is not the worker.
fn author(actor: &Actor) -> Option<Id<Account>> {
    match actor.kind() {
        Kind::Person | Kind::Supporter | Kind::Worker | Kind::Administrator => actor.account(),
        Kind::Visitor | Kind::Beside | Kind::Program => None,
    }
}

/// Something done with one's own reflections.
macro_rules! with_mine {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = ();
            type On = Id<Account>;

            async fn find(
                actor: &Actor,
                (): &(),
                _: &mut Tx,
            ) -> Result<Option<Id<Account>>, DbError> {
                Ok(author(actor))
            }

            fn rule(_: &Actor, _: &Id<Account>) -> Decision {
                Decision::Allow
            }

            fn told() -> Say {
                said::$told()
            }
        }
    };
}

with_mine! {
    /// Read one's own reflections.
    MyReflections, "reflection.mine", act_reflection_mine
}

with_mine! {
    /// Write a private reflection.
    WriteReflection, "reflection.write", act_reflection_write
}
impl Changes for WriteReflection {}

/// A reflection, and whether the actor wrote it.
#[derive(Clone, Debug)]
pub(crate) struct ReflectionOn {
    pub(crate) reflection: Id<Reflection>,
    pub(crate) author: Id<Account>,
}

/// Share a copy of a reflection with a team.
#[derive(Debug)]
pub(crate) struct ShareReflection;

impl Action for ShareReflection {
    const NAME: &'static str = "reflection.share";
    type Key = Of<Reflection>;
    type On = ReflectionOn;

    async fn find(
        _: &Actor,
        Of(reflection): &Of<Reflection>,
        tx: &mut Tx,
    ) -> Result<Option<ReflectionOn>, DbError> {
        let found = store::reflections::author_of(tx, reflection).await?;
        Ok(found.map(|author| ReflectionOn { reflection: *reflection, author }))
    }

    fn rule(actor: &Actor, on: &ReflectionOn) -> Decision {
        Decision::or_hide(author(actor) == Some(on.author))
    }

    fn told() -> Say {
        said::act_reflection_share()
    }
}
impl Changes for ShareReflection {}
