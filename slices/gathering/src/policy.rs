//! Who may.

use cycles::{Cycle, CycleOn};
use kernel::Id;
use people::{Body, BodyOn, Life, LifeOn, LifeTie, Scale, Tie};
use platform::{Action, Actor, DbError, Decision, Of, Subject, Tx};
use words::Say;

use crate::said;

/// What somebody's first page leads to.
#[derive(Clone, Debug, Default)]
pub(crate) struct HomeOn {
    /// The lives they read, with what they are to each.
    pub(crate) lives: Vec<(Id<Life>, LifeTie)>,
    /// Where they have a part, and which.
    pub(crate) parts: Vec<(Body, Tie)>,
}

impl HomeOn {
    /// The lives by themselves.
    pub(crate) fn ids(&self) -> Vec<Id<Life>> {
        self.lives.iter().map(|(life, _)| *life).collect()
    }
}

/// See one's first page. Whoever has not signed in sees what this is.
#[derive(Debug)]
pub(crate) struct SeeHome;

impl Action for SeeHome {
    const NAME: &'static str = "home.see";
    type Key = ();
    type On = HomeOn;
    const AS_OPENED: bool = true;

    async fn find(actor: &Actor, (): &(), tx: &mut Tx) -> Result<Option<HomeOn>, DbError> {
        let lives = people::lives_of(actor, tx).await?;
        let parts = people::bodies_of(actor, tx).await?;
        Ok(Some(HomeOn { lives, parts }))
    }

    fn rule(_: &Actor, _: &HomeOn) -> Decision {
        Decision::Allow
    }

    fn subjects(on: &HomeOn) -> Vec<Subject> {
        on.lives.iter().map(|(life, _)| Subject::record(life)).collect()
    }

    fn told() -> Say {
        said::act_home_see()
    }
}

/// See whose pages one reads, page by page.
#[derive(Debug)]
pub(crate) struct SeeLives;

impl Action for SeeLives {
    const NAME: &'static str = "lives.see";
    type Key = ();
    type On = HomeOn;
    const AS_OPENED: bool = true;

    async fn find(actor: &Actor, (): &(), tx: &mut Tx) -> Result<Option<HomeOn>, DbError> {
        let lives = people::lives_of(actor, tx).await?;
        Ok(Some(HomeOn { lives, parts: Vec::new() }))
    }

    fn rule(actor: &Actor, _: &HomeOn) -> Decision {
        Decision::or_hide(!actor.is_visitor())
    }

    fn subjects(on: &HomeOn) -> Vec<Subject> {
        on.lives.iter().map(|(life, _)| Subject::record(life)).collect()
    }

    fn told() -> Say {
        said::act_home_see()
    }
}

/// Read the page of a life.
#[derive(Debug)]
pub(crate) struct SeeLife;

impl Action for SeeLife {
    const NAME: &'static str = "life.see";
    type Key = Of<Life>;
    type On = LifeOn;

    async fn find(actor: &Actor, key: &Of<Life>, tx: &mut Tx) -> Result<Option<LifeOn>, DbError> {
        people::life_on(actor, &key.0, tx).await
    }

    fn rule(_: &Actor, on: &LifeOn) -> Decision {
        Decision::or_hide(on.standing.reads())
    }

    fn subjects(on: &LifeOn) -> Vec<Subject> {
        on.subjects()
    }

    fn told() -> Say {
        said::act_life_see()
    }
}

/// A team, its cycle, and the lives that its meeting talks of.
#[derive(Clone, Debug)]
pub(crate) struct MeetingOn {
    /// The team, and the actor's part in it.
    pub(crate) team: BodyOn,
    /// The cycle it is in.
    pub(crate) cycle: Option<CycleOn>,
    /// The lives in which something is or was lately tried, and those of whom notes were brought to the actor.
    pub(crate) lives: Vec<Id<Life>>,
}

/// See what a team's meeting talks of.
#[derive(Debug)]
pub(crate) struct SeeMeeting;

impl Action for SeeMeeting {
    const NAME: &'static str = "meeting.see";
    type Key = Of<Body>;
    type On = MeetingOn;
    const AS_OPENED: bool = true;

    async fn find(
        actor: &Actor,
        key: &Of<Body>,
        tx: &mut Tx,
    ) -> Result<Option<MeetingOn>, DbError> {
        let Some(team) = people::body_on(actor, &key.0, tx).await? else { return Ok(None) };
        if team.body.scale != Scale::Team {
            return Ok(None);
        }
        let mut on = MeetingOn { team, cycle: None, lives: Vec::new() };
        if !works_in(&on) {
            return Ok(Some(on));
        }
        if let Some(cycle) = cycles::cycle_of(tx, &key.0).await? {
            on.cycle = cycles::cycle_on(actor, &cycle, tx).await?;
        }
        let all = people::lives_of_team(tx, &key.0).await?;
        on.lives = cycles::lives_trying(actor, &all, tx).await?;
        on.lives.extend(lives::lives_brought(actor, &key.0, tx).await?);
        on.lives.sort_unstable();
        on.lives.dedup();
        Ok(Some(on))
    }

    fn rule(_: &Actor, on: &MeetingOn) -> Decision {
        Decision::of(works_in(on), on.team.part.any())
    }

    fn subjects(on: &MeetingOn) -> Vec<Subject> {
        on.lives.iter().map(Subject::record).collect()
    }

    fn told() -> Say {
        said::act_meeting_see()
    }
}

/// Whoever works in the team may know what is tried in the lives it walks beside.
const fn works_in(on: &MeetingOn) -> bool {
    on.team.part.member || on.team.part.coordinator || on.team.part.lead
}

/// Read a cycle.
#[derive(Debug)]
pub(crate) struct SeeCycle;

impl Action for SeeCycle {
    const NAME: &'static str = "cycle.see";
    type Key = Of<Cycle>;
    type On = CycleOn;

    async fn find(actor: &Actor, key: &Of<Cycle>, tx: &mut Tx) -> Result<Option<CycleOn>, DbError> {
        cycles::cycle_on(actor, &key.0, tx).await
    }

    fn rule(_: &Actor, on: &CycleOn) -> Decision {
        Decision::or_hide(on.reads())
    }

    fn told() -> Say {
        said::act_cycle_see()
    }
}

/// Read what is open to everybody.
#[derive(Debug)]
pub(crate) struct ReadPlain;

impl Action for ReadPlain {
    const NAME: &'static str = "plain.read";
    type Key = ();
    type On = ();

    async fn find(_: &Actor, (): &(), _: &mut Tx) -> Result<Option<()>, DbError> {
        Ok(Some(()))
    }

    fn rule(_: &Actor, (): &()) -> Decision {
        Decision::Allow
    }

    fn told() -> Say {
        said::act_plain_read()
    }
}
