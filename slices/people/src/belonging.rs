//! What part somebody has in a body.

use kernel::Id;
use platform::{Actor, DbError, Kind, Tx};

use crate::{Body, Scale, Tie, store};

/// Somebody's part in a body.
#[expect(clippy::struct_excessive_bools, reason = "each is a relationship of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// They work in it.
    pub member: bool,
    /// They coordinate it.
    pub coordinator: bool,
    /// They are its named lead.
    pub lead: bool,
    /// They steward its system.
    pub steward: bool,
    /// They govern it.
    pub governor: bool,
    /// They work where its learning is talked of: in the organisation, for what is of a team or of the
    /// organisation; in the place, for what is of the place; in an organisation or place above it;
    /// anywhere, for what is of the country.
    pub near: bool,
    /// They set up places and teams.
    pub administrator: bool,
}

impl Part {
    /// They have any part in it.
    pub const fn any(self) -> bool {
        self.member || self.coordinator || self.lead || self.steward || self.governor
    }

    /// They may write into its cycle: whoever works in it, coordinates or stewards it.
    pub const fn works(self) -> bool {
        self.member || self.coordinator || self.lead || self.steward
    }
}

/// A body, and the actor's part in it.
#[derive(Clone, Debug)]
pub struct BodyOn {
    /// The body.
    pub body: Body,
    /// The actor's part.
    pub part: Part,
}

/// The body, and the actor's part in it.
pub async fn body_on(
    actor: &Actor,
    body: &Id<Body>,
    tx: &mut Tx,
) -> Result<Option<BodyOn>, DbError> {
    let Some(body) = body_of(tx, body).await? else { return Ok(None) };
    let part = part_in(actor, &body.id, tx).await?;
    Ok(Some(BodyOn { body, part }))
}

/// The actor's part in a body.
pub async fn part_in(actor: &Actor, body: &Id<Body>, tx: &mut Tx) -> Result<Part, DbError> {
    let mut part = Part {
        administrator: matches!(actor.kind(), Kind::Administrator | Kind::Program),
        ..Part::default()
    };
    let Some(account) = actor.account() else { return Ok(part) };
    if actor.beside().is_some() {
        return Ok(part);
    }
    part.near = actor.kind() == Kind::Worker && store::bodies::is_near(tx, account, body).await?;
    let ties = store::bodies::ties(tx, account, body).await?;
    for tie in ties.iter().filter_map(|it| Tie::named(it)) {
        match tie {
            Tie::Member => part.member = true,
            Tie::Coordinator => part.coordinator = true,
            Tie::Lead => part.lead = true,
            Tie::Steward => part.steward = true,
            Tie::Governor => part.governor = true,
        }
    }
    Ok(part)
}

/// One body.
pub async fn body_of(tx: &mut Tx, id: &Id<Body>) -> Result<Option<Body>, DbError> {
    store::bodies::one(tx, id).await
}

/// Every body, the largest scale first, then by name.
pub async fn all_bodies(tx: &mut Tx) -> Result<Vec<Body>, DbError> {
    let mut all = store::bodies::all(tx).await?;
    all.sort_by_key(|it| std::cmp::Reverse(Scale::ALL.iter().position(|scale| *scale == it.scale)));
    Ok(all)
}

/// The bodies that somebody has a part in, with what they are there.
pub async fn bodies_of(actor: &Actor, tx: &mut Tx) -> Result<Vec<(Body, Tie)>, DbError> {
    match actor.account() {
        Some(account) if actor.beside().is_none() => store::bodies::of(tx, account).await,
        Some(_) | None => Ok(Vec::new()),
    }
}
