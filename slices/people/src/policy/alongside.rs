use kernel::Id;
use platform::{Account, Action, Actor, Changes, DbError, Decision, Of, Subject, Tx};
use words::Say;

use super::Membership;
use crate::{Alongside, Body, LifeOn, Part, life_on, part_in, said, store, store::walks::Walk};

/// A worker's walking beside a person, and how the actor stands towards that person.
#[derive(Clone, Debug)]
pub(crate) struct WalkOn {
    pub(crate) walk: Walk,
    pub(crate) life: LifeOn,
}

/// End that somebody walks beside a person: oneself, or somebody else.
#[derive(Debug)]
pub(crate) struct EndAlongside;

impl Action for EndAlongside {
    const NAME: &'static str = "alongside.end";
    type Key = Of<Alongside>;
    type On = WalkOn;

    async fn find(
        actor: &Actor,
        Of(id): &Of<Alongside>,
        tx: &mut Tx,
    ) -> Result<Option<WalkOn>, DbError> {
        let Some(walk) = store::walks::one(tx, id).await? else { return Ok(None) };
        Ok(life_on(actor, &walk.life, tx).await?.map(|life| WalkOn { walk, life }))
    }

    /// The person on whosever phone, everybody who walks beside them, and who coordinates the team.
    fn rule(_: &Actor, on: &WalkOn) -> Decision {
        let standing = on.life.standing;
        Decision::or_hide(standing.own || standing.alongside || standing.coordinator)
    }

    fn subjects(on: &WalkOn) -> Vec<Subject> {
        on.life.subjects()
    }

    fn told() -> Say {
        said::act_end_alongside()
    }
}
impl Changes for EndAlongside {}

/// A walking that ends because its worker has left the team.
#[derive(Clone, Debug)]
pub(crate) struct LeftOn {
    pub(crate) walk: Walk,
    /// The actor's part in the team.
    part: Part,
    /// The worker is still of the team.
    stays: bool,
}

/// End somebody's walking beside the people of a team that they have left.
#[derive(Debug)]
pub(crate) struct EndWithTeam;

impl Action for EndWithTeam {
    const NAME: &'static str = "alongside.end-with-team";
    type Key = Of<Alongside>;
    type On = LeftOn;

    async fn find(
        actor: &Actor,
        Of(id): &Of<Alongside>,
        tx: &mut Tx,
    ) -> Result<Option<LeftOn>, DbError> {
        let Some(walk) = store::walks::one(tx, id).await? else { return Ok(None) };
        let Some((team, _)) = store::standing::life(tx, &walk.life).await? else { return Ok(None) };
        let part = part_in(actor, &team, tx).await?;
        let stays = store::bodies::is_of_team(tx, walk.account, &team).await?;
        Ok(Some(LeftOn { walk, part, stays }))
    }

    fn rule(_: &Actor, on: &LeftOn) -> Decision {
        Decision::or_hide((on.part.administrator || on.part.coordinator) && !on.stays)
    }

    fn subjects(on: &LeftOn) -> Vec<Subject> {
        vec![Subject::record(&on.walk.life)]
    }

    fn told() -> Say {
        said::act_end_with_team()
    }
}
impl Changes for EndWithTeam {}

/// Somebody of a team, and beside whom of its people they walk.
#[derive(Clone, Debug)]
pub(crate) struct MemberWalks {
    pub(crate) account: Id<Account>,
    pub(crate) team: Body,
    pub(crate) walks: Vec<Walk>,
    coordinates: bool,
}

/// See beside whom somebody of one's team walks: names, and nothing of their pages.
#[derive(Debug)]
pub(crate) struct SeeWalks;

impl Action for SeeWalks {
    const NAME: &'static str = "alongside.see";
    type Key = Of<Membership>;
    type On = MemberWalks;

    async fn find(
        actor: &Actor,
        Of(id): &Of<Membership>,
        tx: &mut Tx,
    ) -> Result<Option<MemberWalks>, DbError> {
        let Some((account, team)) = store::bodies::member(tx, id).await? else { return Ok(None) };
        let Some(on) = crate::body_on(actor, &team, tx).await? else { return Ok(None) };
        let coordinates = on.part.coordinator;
        let walks = store::walks::of_team(tx, account, &team).await?;
        Ok(Some(MemberWalks { account, team: on.body, walks, coordinates }))
    }

    fn rule(_: &Actor, on: &MemberWalks) -> Decision {
        Decision::or_hide(on.coordinates)
    }

    fn subjects(on: &MemberWalks) -> Vec<Subject> {
        on.walks.iter().map(|it| Subject::record(&it.life)).collect()
    }

    fn told() -> Say {
        said::act_see_walks()
    }
}
