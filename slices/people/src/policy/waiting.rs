//! Codes that wait in a body: who reads them out, makes another, takes one back.

use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Of, Tx};
use words::Say;

use super::Invitation;
use crate::{Body, BodyOn, Tie, body_on, giving::gives, said, store};

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
    /// Every part that the account has now.
    pub(crate) parts: Vec<(Id<Body>, Tie)>,
}

/// Whether the actor may make a code for whoever has these parts, and so read a way in: an
/// administrator for anybody, a coordinator for whom they could have brought in themselves.
pub(crate) fn may_let_in(on: &BodyOn, parts: &[(Id<Body>, Tie)]) -> bool {
    let may = gives(on.part, on.body.scale);
    let theirs = |(body, tie): &(Id<Body>, Tie)| *body == on.body.id && may.contains(tie);
    on.part.administrator || (on.part.coordinator && parts.iter().all(theirs))
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
                let parts = store::bodies::parts_of(tx, &[account]).await?;
                let parts = parts.into_iter().map(|(_, body, tie)| (body, tie)).collect();
                Ok(Some(WaitingOn { id: *id, account, on, waits, parts }))
            }

            fn rule(_: &Actor, WaitingOn { on, parts, .. }: &WaitingOn) -> Decision {
                Decision::or_hide(may_let_in(on, parts))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Scale};

    fn on(part: Part) -> BodyOn {
        let (id, name) = (Id::from_bytes([1; 16]), String::new());
        let body = Body { id, scale: Scale::Team, name, within: None, place: None };
        BodyOn { body, part }
    }

    #[test]
    fn a_coordinator_makes_codes_for_whom_they_could_have_brought_in() {
        let (here, elsewhere) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
        let coordinates = on(Part { coordinator: true, ..Part::default() });
        let arranges = on(Part { administrator: true, ..Part::default() });
        for (parts, may) in [
            (vec![], true),
            (vec![(here, Tie::Member), (here, Tie::Lead)], true),
            (vec![(here, Tie::Member), (here, Tie::Steward)], false),
            (vec![(here, Tie::Member), (elsewhere, Tie::Member)], false),
        ] {
            assert_eq!(may_let_in(&coordinates, &parts), may, "{parts:?}");
            assert!(may_let_in(&arranges, &parts), "{parts:?}");
            assert!(!may_let_in(&on(Part::default()), &parts), "{parts:?}");
        }
    }
}
