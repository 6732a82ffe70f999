use kernel::Id;
use platform::{Action, Actor, Changes, DbError, Decision, Kind, Of, Thing, Tx};
use words::Say;

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
