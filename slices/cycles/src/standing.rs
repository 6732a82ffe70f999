//! How somebody stands towards a cycle, and towards something that is tried.

use kernel::Id;
use people::{Body, LifeOn, Part, body_of, life_on, part_in};
use platform::{Actor, DbError, Decision, Subject, Tx};

use crate::{
    Cycle, Exploration,
    model::{Home, unreadable},
    store,
};

/// A cycle, and the actor's part in the body that runs it.
#[derive(Clone, Debug)]
pub struct CycleOn {
    /// The cycle.
    pub cycle: Id<Cycle>,
    /// The system it learns about, as people call it.
    pub system: String,
    /// The body that runs it.
    pub body: Body,
    /// The actor's part in that body.
    pub part: Part,
}

impl CycleOn {
    /// They may read it: whoever has a part in it, or works where its learning is talked of.
    pub const fn reads(&self) -> bool {
        self.part.near || self.part.any()
    }

    /// They may write into it.
    pub const fn works(&self) -> bool {
        self.part.works()
    }

    /// Allowed to whoever works here; refused to others who read it; else it is not there.
    pub(crate) const fn for_those_who_work(&self) -> Decision {
        Decision::of(self.works(), self.reads())
    }

    pub(crate) const fn home(&self) -> Home {
        Home::Cycle(self.cycle, self.body.id)
    }
}

/// The cycle, and the actor's part in the body that runs it.
pub async fn cycle_on(
    actor: &Actor,
    cycle: &Id<Cycle>,
    tx: &mut Tx,
) -> Result<Option<CycleOn>, DbError> {
    let Some((body, system)) = store::cycles::row(tx, cycle).await? else { return Ok(None) };
    let Some(body) = body_of(tx, &body).await? else { return Ok(None) };
    let part = part_in(actor, &body.id, tx).await?;
    Ok(Some(CycleOn { cycle: *cycle, system, body, part }))
}

/// Something that is or was tried, and how the actor stands towards whose it is: a life or a cycle.
#[derive(Clone, Debug)]
pub struct ExplorationOn {
    /// The exploration.
    pub exploration: Id<Exploration>,
    /// The life it is tried in, and how the actor stands towards it.
    pub life: Option<LifeOn>,
    /// The cycle it is tried in, and the actor's part there.
    pub cycle: Option<CycleOn>,
    /// The person said yes to it.
    pub agreed: bool,
    /// It was kept, adapted or stopped.
    pub ended: bool,
}

impl ExplorationOn {
    /// They may see it.
    pub fn reads(&self) -> bool {
        self.life.as_ref().is_some_and(|it| it.standing.knows_what_is_tried())
            || self.cycle.as_ref().is_some_and(CycleOn::reads)
    }

    /// They may look back at it and end it.
    pub fn writes(&self) -> bool {
        self.life.as_ref().is_some_and(|it| it.standing.writes())
            || self.cycle.as_ref().is_some_and(CycleOn::works)
    }

    /// It is tried in their own life.
    pub fn own(&self) -> bool {
        self.life.as_ref().is_some_and(|it| it.standing.own)
    }

    /// Whose record it touches.
    pub fn subjects(&self) -> Vec<Subject> {
        self.life.as_ref().map(LifeOn::subjects).unwrap_or_default()
    }

    pub(crate) fn home(&self) -> Result<Home, DbError> {
        let of_life = self.life.as_ref().map(|it| Home::Life(it.life));
        let of_cycle = self.cycle.as_ref().map(CycleOn::home);
        of_life.or(of_cycle).ok_or_else(|| unreadable("life"))
    }
}

/// Something that is or was tried, and how the actor stands towards whose it is.
pub async fn exploration_on(
    actor: &Actor,
    exploration: &Id<Exploration>,
    tx: &mut Tx,
) -> Result<Option<ExplorationOn>, DbError> {
    let Some(row) = store::explorations::row(tx, exploration).await? else { return Ok(None) };
    let life = match &row.life {
        Some(life) => life_on(actor, life, tx).await?,
        None => None,
    };
    let cycle = match &row.cycle {
        Some(cycle) => cycle_on(actor, cycle, tx).await?,
        None => None,
    };
    let found = life.is_some() || cycle.is_some();
    let exploration = *exploration;
    let on = ExplorationOn { exploration, life, cycle, agreed: row.agreed, ended: row.ended };
    Ok(found.then_some(on))
}
