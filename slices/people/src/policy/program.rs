use kernel::Id;
use platform::{
    Action, Actor, Changes, DbError, Decision, Kind, Of, Subject, Tx, vault::AnySubject,
};
use words::Say;

use super::Whose;
use crate::{Life, said, store};

/// Make an account, from the command line.
#[derive(Debug)]
pub(crate) struct MakeAccount;

impl Action for MakeAccount {
    const NAME: &'static str = "account.make";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(actor: &Actor, (): &()) -> Decision {
        Decision::or_hide(actor.kind() == Kind::Program)
    }

    fn told() -> Say {
        said::act_make_account()
    }
}
impl Changes for MakeAccount {}

/// Something the program does with one account. Whose page it opens reads it.
macro_rules! with_an_account {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Whose;
            /// The record of a person whose account it is.
            type On = Option<Id<AnySubject>>;

            async fn find(
                _: &Actor,
                Whose(account): &Whose,
                tx: &mut Tx,
            ) -> Result<Option<Self::On>, DbError> {
                let found = store::invitations::taken_up(tx, *account).await?;
                Ok(found.map(|it| it.record))
            }

            fn rule(actor: &Actor, _: &Self::On) -> Decision {
                Decision::or_hide(actor.kind() == Kind::Program)
            }

            fn subjects(on: &Self::On) -> Vec<Subject> {
                on.map(Subject::Record).into_iter().collect()
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
with_an_account! {
    /// Make a new one-time code.
    NewCode, "account.new-code", act_new_code
}
with_an_account! {
    /// Take away a second step that was lost.
    ForgetSecondStep, "account.forget-second-step", act_forget_second_step
}
with_an_account! {
    /// Close an account.
    CloseAccount, "account.close", act_close_account
}

/// End somebody's being trusted on a person's page, whose account closes. The person reads it.
#[derive(Debug)]
pub(crate) struct EndWithAccount;

impl Action for EndWithAccount {
    const NAME: &'static str = "supporter.end-with-account";
    type Key = Of<Life>;
    type On = Id<Life>;

    async fn find(
        _: &Actor,
        Of(life): &Of<Life>,
        tx: &mut Tx,
    ) -> Result<Option<Id<Life>>, DbError> {
        Ok(store::standing::life(tx, life).await?.map(|_| *life))
    }

    fn rule(actor: &Actor, _: &Id<Life>) -> Decision {
        Decision::or_hide(actor.kind() == Kind::Program)
    }

    fn subjects(life: &Id<Life>) -> Vec<Subject> {
        vec![Subject::record(life)]
    }

    fn told() -> Say {
        said::act_end_with_account()
    }
}
impl Changes for EndWithAccount {}
