//! Codes that wait in a body: who reads them out, makes another, takes one back.

use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Of, Tx};
use words::Say;

use super::Invitation;
use crate::{Body, BodyOn, body_on, said, store};

/// Read out the codes one made for a body that nobody has used yet.
#[derive(Debug)]
pub(crate) struct ReadCodes;

impl Action for ReadCodes {
    const NAME: &'static str = "invitation.read-all";
    type Key = Of<Body>;
    type On = BodyOn;

    async fn find(
        actor: &Actor,
        Of(body): &Of<Body>,
        tx: &mut Tx,
    ) -> Result<Option<BodyOn>, DbError> {
        body_on(actor, body, tx).await
    }

    /// A program that may only read does not read what lets somebody in.
    fn rule(actor: &Actor, on: &BodyOn) -> Decision {
        let invites = on.part.administrator || on.part.coordinator;
        Decision::or_hide(invites && actor.may_change())
    }

    fn told() -> Say {
        said::act_invite()
    }
}

/// A code that was made for a body, and the actor's part there.
#[derive(Clone, Debug)]
pub(crate) struct WaitingOn {
    pub(crate) id: Id<Invitation>,
    pub(crate) account: Id<Account>,
    pub(crate) on: BodyOn,
    /// Nobody has used it, and nobody has taken up its account: a new code for an account that is
    /// somebody's would be a way into it.
    pub(crate) waits: bool,
}

/// Something that whoever brings people into a body does with a code that waits there.
macro_rules! with_a_code {
    ($(#[$doc:meta])* $name:ident, $key:literal, $told:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl Action for $name {
            const NAME: &'static str = $key;
            type Key = Of<Invitation>;
            type On = WaitingOn;

            async fn find(
                actor: &Actor,
                Of(id): &Of<Invitation>,
                tx: &mut Tx,
            ) -> Result<Option<WaitingOn>, DbError> {
                let found = store::waiting::one(tx, id).await?;
                let Some((account, body, waits)) = found else { return Ok(None) };
                let Some(on) = body_on(actor, &body, tx).await? else { return Ok(None) };
                Ok(Some(WaitingOn { id: *id, account, on, waits }))
            }

            fn rule(_: &Actor, WaitingOn { on, .. }: &WaitingOn) -> Decision {
                Decision::or_hide(on.part.administrator || on.part.coordinator)
            }

            fn told() -> Say {
                said::$told()
            }
        }
        impl Changes for $name {}
    };
}
with_a_code! {
    /// Make another code in place of one that was lost or is over.
    CodeAnew, "invitation.anew", act_code_anew
}
with_a_code! {
    /// Take a code back, and with it the parts of whoever never came.
    TakeCodeBack, "invitation.take-back", act_code_back
}
