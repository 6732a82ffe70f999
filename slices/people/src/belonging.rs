//! What part somebody has in a body.

use kernel::Id;
use platform::{Actor, DbError, Kind, Row, Tx, sql};

use crate::{Body, Scale, Tie};

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
    /// They are a worker somewhere: what a team, organisation or place has learnt and passed on is
    /// theirs to read.
    pub worker: bool,
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
        worker: actor.kind() == Kind::Worker,
        administrator: matches!(actor.kind(), Kind::Administrator | Kind::Program),
        ..Part::default()
    };
    let Some(account) = actor.account() else { return Ok(part) };
    if actor.beside().is_some() {
        return Ok(part);
    }
    let query =
        sql("select tie from belonging where account = $1 and body = $2 and until_at is null");
    let ties = tx.all(query.bind(account).bind(*body), |row| row.get::<String>("tie")).await?;
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
    let query =
        sql("select id, scale, name, within, place from body where id = $1 and closed_at is null");
    tx.one(query.bind(*id), read).await
}

/// Every body, the largest scale first, then by name.
pub async fn all_bodies(tx: &mut Tx) -> Result<Vec<Body>, DbError> {
    let query = sql(
        "select id, scale, name, within, place from body where closed_at is null order by name, id",
    );
    let mut all = tx.all(query, read).await?;
    all.sort_by_key(|it| std::cmp::Reverse(Scale::ALL.iter().position(|scale| *scale == it.scale)));
    Ok(all)
}

/// The bodies that somebody has a part in, with what they are there.
pub async fn bodies_of(actor: &Actor, tx: &mut Tx) -> Result<Vec<(Body, Tie)>, DbError> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    if actor.beside().is_some() {
        return Ok(Vec::new());
    }
    let query = sql("select b.id, b.scale, b.name, b.within, b.place, m.tie from membership m \
         join body b on b.id = m.body \
         where m.account = $1 and m.until_at is null and b.closed_at is null order by b.name, m.id");
    tx.all(query.bind(account), |row| {
        let tie = Tie::named(&row.get::<String>("tie")?);
        Ok((read(row)?, tie.ok_or_else(|| DbError::Unreadable("tie".into()))?))
    })
    .await
}

fn read(row: &Row) -> Result<Body, DbError> {
    Ok(Body {
        id: row.get("id")?,
        scale: Scale::of(row)?,
        name: row.get("name")?,
        within: row.get("within")?,
        place: row.get("place")?,
    })
}
