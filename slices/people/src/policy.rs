//! Who may do what with accounts, bodies and lives.

use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Kind, Of, Subject, Thing, Tx};
use words::Say;

use crate::{Body, BodyOn, Life, LifeOn, body_on, life_on, said, store};

/// Something anybody may do, signed in or not.
macro_rules! anybody {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = ();
            type On = ();

            async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
                Ok(Some(()))
            }

            fn rule(_: &Actor, (): &()) -> Decision {
                Decision::Allow
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
anybody! {
    /// Sign in.
    SignIn, "account.sign-in", act_sign_in
}
anybody! {
    /// Leave, at once or in peace.
    SignOut, "account.sign-out", act_sign_out
}
anybody! {
    /// Take up an account with a one-time code.
    Join, "account.join", act_join
}

/// Something that somebody does with their own account.
macro_rules! own_account {
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
                Ok(actor.account())
            }

            fn rule(actor: &Actor, _: &Id<Account>) -> Decision {
                // On a borrowed phone and with a program's token nobody changes the account.
                let own = actor.session().is_some() && actor.kind() != Kind::Beside;
                Decision::or_hide(own)
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
own_account! {
    /// Look after one's own account: the second step, other sittings.
    OwnAccount, "account.own", act_own_account
}

/// Look at one's own account.
#[derive(Debug)]
pub(crate) struct OwnPage;

impl Action for OwnPage {
    const NAME: &'static str = "account.read";
    type Key = ();
    type On = Id<Account>;

    async fn find(actor: &Actor, (): &(), _: &mut Tx) -> Result<Option<Id<Account>>, DbError> {
        Ok(actor.account())
    }

    fn rule(actor: &Actor, _: &Id<Account>) -> Decision {
        Decision::or_hide(actor.kind() != Kind::Beside)
    }

    fn told() -> Say {
        said::act_own_page()
    }
}

/// Pass the second step, or set it up, on the way in.
#[derive(Debug)]
pub(crate) struct SecondStep;

impl Action for SecondStep {
    const NAME: &'static str = "account.second-step";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(_: &Actor, (): &()) -> Decision {
        Decision::Allow
    }

    fn told() -> Say {
        said::act_sign_in()
    }
}
impl Changes for SecondStep {}

/// Set up the installation, once.
#[derive(Debug)]
pub(crate) struct SetUp;

impl Action for SetUp {
    const NAME: &'static str = "installation.set-up";
    type Key = ();
    type On = bool;

    async fn find(_: &Actor, (): &(), tx: &mut Tx) -> Result<Option<bool>, DbError> {
        store::accounts::is_set_up(tx).await.map(Some)
    }

    fn rule(_: &Actor, done: &bool) -> Decision {
        Decision::or_hide(!done)
    }

    fn told() -> Say {
        said::act_set_up()
    }
}
impl Changes for SetUp {}

/// Set up places, organisations and teams.
#[derive(Debug)]
pub(crate) struct Arrange;

impl Action for Arrange {
    const NAME: &'static str = "body.arrange";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(actor: &Actor, (): &()) -> Decision {
        Decision::or_hide(matches!(actor.kind(), Kind::Administrator | Kind::Program))
    }

    fn told() -> Say {
        said::act_arrange()
    }
}
impl Changes for Arrange {}

/// See who works in a body, and bring people into it.
#[derive(Debug)]
pub(crate) struct ArrangeBody;

impl Action for ArrangeBody {
    const NAME: &'static str = "body.people";
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
        Decision::or_hide(on.part.administrator || on.part.coordinator)
    }

    fn told() -> Say {
        said::act_arrange()
    }
}
impl Changes for ArrangeBody {}

/// Somebody's part in a body, which can end.
#[derive(Debug)]
pub(crate) enum Membership {}

impl Thing for Membership {
    const PART: &'static str = "membership";
}

/// End somebody's part in a body.
#[derive(Debug)]
pub(crate) struct EndMembership;

impl Action for EndMembership {
    const NAME: &'static str = "membership.end";
    type Key = Of<Membership>;
    type On = (Id<Membership>, BodyOn);

    async fn find(
        actor: &Actor,
        Of(id): &Of<Membership>,
        tx: &mut Tx,
    ) -> Result<Option<Self::On>, DbError> {
        let Some(body) = store::bodies::body_of_membership(tx, id).await? else { return Ok(None) };
        Ok(body_on(actor, &body, tx).await?.map(|on| (*id, on)))
    }

    fn rule(_: &Actor, (_, on): &Self::On) -> Decision {
        Decision::or_hide(on.part.administrator || on.part.coordinator)
    }

    fn told() -> Say {
        said::act_arrange()
    }
}
impl Changes for EndMembership {}

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
    /// Ask a colleague to walk beside the person, too; or end one's own walking.
    WalkBeside, "alongside.change", act_walk_beside, |on| on.standing.alongside
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

/// A one-time code, shown to whoever made it.
#[derive(Debug)]
pub(crate) enum Invitation {}

impl Thing for Invitation {
    const PART: &'static str = "invitation";
}

/// Read out the code one made.
#[derive(Debug)]
pub(crate) struct ReadInvitation;

impl Action for ReadInvitation {
    const NAME: &'static str = "invitation.read";
    type Key = Of<Invitation>;
    type On = store::accounts::Invited;

    async fn find(
        _: &Actor,
        Of(id): &Of<Invitation>,
        tx: &mut Tx,
    ) -> Result<Option<Self::On>, DbError> {
        store::accounts::invitation(tx, id).await
    }

    fn rule(actor: &Actor, on: &Self::On) -> Decision {
        let mine = actor.account().is_some() && actor.account() == on.made_by;
        Decision::or_hide(mine && actor.beside().is_none())
    }

    fn told() -> Say {
        said::act_invite()
    }
}
