use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Kind, Of, Subject, Tx};
use words::Say;

use crate::{Body, BodyOn, Life, LifeOn, body_on, life_on, said};

/// Begin to walk beside somebody.
#[derive(Debug)]
pub(crate) struct BeginLife;

impl Action for BeginLife {
    const NAME: &'static str = "life.begin";
    type Key = Of<Body>;
    type On = BodyOn;

    async fn find(
        actor: &Actor,
        Of(body): &Of<Body>,
        tx: &mut Tx,
    ) -> Result<Option<BodyOn>, DbError> {
        body_on(actor, body, tx).await
    }

    fn rule(_: &Actor, on: &BodyOn) -> Decision {
        let team = on.body.scale == crate::Scale::Team && on.body.within.is_some();
        Decision::or_hide(team && (on.part.member || on.part.coordinator))
    }

    fn told() -> Say {
        said::act_begin_life()
    }
}
impl Changes for BeginLife {}

/// Something that those who walk beside a person do about who else is there.
macro_rules! by_those_alongside {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident, $rule:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
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
                let rule: fn(&LifeOn) -> bool = $rule;
                Decision::or_hide(rule(on))
            }

            fn subjects(on: &LifeOn) -> Vec<Subject> {
                on.subjects()
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
by_those_alongside! {
    /// Ask a colleague to walk beside the person, too.
    WalkBeside, "alongside.change", act_walk_beside, |on| on.standing.alongside
}
by_those_alongside! {
    /// Stop walking beside the person.
    StopWalking, "alongside.stop", act_stop_walking, |on| on.standing.alongside
}
by_those_alongside! {
    /// Invite the person, or somebody they trust, to their page.
    Invite, "life.invite", act_invite, |on| {
        on.standing.alongside || (on.standing.own && !on.standing.beside)
    }
}
by_those_alongside! {
    /// Hand the phone to the person.
    HandOver, "beside.begin", act_hand_over, |on| on.standing.alongside
}

/// Take the phone back.
#[derive(Debug)]
pub(crate) struct TakeBack;

impl Action for TakeBack {
    const NAME: &'static str = "beside.end";
    type Key = ();
    type On = Id<Account>;

    async fn find(actor: &Actor, (): &(), _: &mut Tx) -> Result<Option<Id<Account>>, DbError> {
        Ok(actor.account().filter(|_| actor.beside().is_some()))
    }

    fn rule(actor: &Actor, _: &Id<Account>) -> Decision {
        Decision::or_hide(actor.kind() == Kind::Beside)
    }

    fn told() -> Say {
        said::act_take_back()
    }
}
impl Changes for TakeBack {}
