use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Kind, Tx};
use words::Say;

use crate::{said, store};

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
    /// Look after one's own account: other sittings.
    OwnAccount, "account.own", act_own_account
}
own_account! {
    /// Choose another password.
    ChangePassword, "account.password", act_password
}
own_account! {
    /// Choose another name for signing in.
    ChangeSignIn, "account.sign-in-name", act_sign_in_name
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
