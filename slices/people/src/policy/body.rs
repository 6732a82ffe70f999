use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Kind, Of, Thing, Tx};
use words::Say;

use super::Whose;
use crate::{Body, BodyOn, body_on, said, store};

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

/// Bring one more person in: each has a line of their own in the journal.
#[derive(Debug)]
pub(crate) struct BringIn;

impl Action for BringIn {
    const NAME: &'static str = "membership.begin";
    type Key = (Of<Body>, Whose);
    type On = BodyOn;

    async fn find(
        actor: &Actor,
        (Of(body), _): &(Of<Body>, Whose),
        tx: &mut Tx,
    ) -> Result<Option<BodyOn>, DbError> {
        body_on(actor, body, tx).await
    }

    fn rule(_: &Actor, on: &BodyOn) -> Decision {
        Decision::or_hide(on.part.administrator || on.part.coordinator)
    }

    fn told() -> Say {
        said::act_bring_in()
    }
}
impl Changes for BringIn {}

/// Somebody's part in a body, which can end.
#[derive(Debug)]
pub(crate) enum Membership {}

impl Thing for Membership {
    const PART: &'static str = "membership";
}

/// Somebody's part in a body, and the actor's own there.
#[derive(Clone, Debug)]
pub(crate) struct MemberOn {
    pub(crate) id: Id<Membership>,
    pub(crate) account: Id<Account>,
    pub(crate) on: BodyOn,
}

/// End somebody's part in a body.
#[derive(Debug)]
pub(crate) struct EndMembership;

impl Action for EndMembership {
    const NAME: &'static str = "membership.end";
    type Key = Of<Membership>;
    type On = MemberOn;

    async fn find(
        actor: &Actor,
        Of(id): &Of<Membership>,
        tx: &mut Tx,
    ) -> Result<Option<MemberOn>, DbError> {
        let Some((account, body)) = store::bodies::member(tx, id).await? else { return Ok(None) };
        let Some(on) = body_on(actor, &body, tx).await? else { return Ok(None) };
        Ok(Some(MemberOn { id: *id, account, on }))
    }

    fn rule(_: &Actor, MemberOn { on, .. }: &MemberOn) -> Decision {
        Decision::or_hide(on.part.administrator || on.part.coordinator)
    }

    fn told() -> Say {
        said::act_arrange()
    }
}
impl Changes for EndMembership {}
