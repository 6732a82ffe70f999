//! How somebody stands towards a life. Every rule about a life, here and in other slices, reads
//! this and nothing else, so that lists and single things cannot disagree.

use kernel::Id;
use platform::{Actor, DbError, Kind, Place, Reading, Row, Subject, Tx};

use crate::{Body, Life, store};

/// What somebody is to a life, as the published view says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeTie {
    /// It is their own.
    Own,
    /// The person trusts them.
    Supporter,
    /// They walk beside the person.
    Alongside,
    /// They work in the team that walks beside the person.
    Member,
    /// They coordinate that team.
    Coordinator,
    /// They are that team's named lead.
    Lead,
}

impl LifeTie {
    pub(crate) fn of(row: &Row) -> Result<Self, DbError> {
        match row.get::<String>("tie")?.as_str() {
            "self" => Ok(Self::Own),
            "supporter" => Ok(Self::Supporter),
            "alongside" => Ok(Self::Alongside),
            "member" => Ok(Self::Member),
            "coordinator" => Ok(Self::Coordinator),
            "lead" => Ok(Self::Lead),
            _ => Err(DbError::Unreadable("tie".into())),
        }
    }
}

/// What somebody is, and was, to a life.
#[expect(clippy::struct_excessive_bools, reason = "each is a relationship of its own")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It is their own life: on their own phone, or beside the worker.
    pub own: bool,
    /// They use the phone of the worker beside them.
    pub beside: bool,
    /// The person trusts them to be there.
    pub supporter: bool,
    /// They walk beside the person.
    pub alongside: bool,
    /// They work in the team that walks beside the person.
    pub team: bool,
    /// They coordinate that team.
    pub coordinator: bool,
    /// They are the team's named lead.
    pub lead: bool,
    /// They were something of this once, and are nothing now.
    pub ended: bool,
}

impl Standing {
    /// They may read the page: the person, whom they trust, and who walks beside them.
    pub const fn reads(self) -> bool {
        self.own || self.supporter || self.alongside
    }

    /// They may write on the page.
    pub const fn writes(self) -> bool {
        self.own || self.alongside
    }

    /// They may know what is being tried: whoever reads, and the team.
    pub const fn knows_what_is_tried(self) -> bool {
        self.reads() || self.team || self.coordinator || self.lead
    }
}

/// A life, and how the actor stands towards it.
#[derive(Clone, Debug)]
pub struct LifeOn {
    /// The life.
    pub life: Id<Life>,
    /// The team that walks beside it.
    pub team: Id<Body>,
    /// The organisation that answers for the record.
    pub controller: Id<Body>,
    /// How the actor stands.
    pub standing: Standing,
    name: Vec<u8>,
}

impl LifeOn {
    /// Whose record it is.
    pub fn subjects(&self) -> Vec<Subject> {
        vec![Subject::record(&self.life)]
    }

    /// The name the person is called by.
    pub async fn called(&self, reading: &Reading) -> Result<String, DbError> {
        reading.open(Subject::record(&self.life), Place::of(&self.life), &self.name).await
    }
}

/// The life, and how the actor stands towards it.
pub async fn life_on(
    actor: &Actor,
    life: &Id<Life>,
    tx: &mut Tx,
) -> Result<Option<LifeOn>, DbError> {
    let found = store::standing::life_and_ties(tx, life, actor.account()).await?;
    let Some((store::standing::Met { team, controller, name }, ties)) = found else {
        return Ok(None);
    };
    let standing = by_ties(actor, life, &ties);
    Ok(Some(LifeOn { life: *life, team, controller, standing, name }))
}

/// How the actor stands towards a life.
pub async fn towards(actor: &Actor, life: &Id<Life>, tx: &mut Tx) -> Result<Standing, DbError> {
    let Some(account) = actor.account() else { return Ok(Standing::default()) };
    let ties = store::standing::ties(tx, life, account).await?;
    Ok(by_ties(actor, life, &ties))
}

fn by_ties(actor: &Actor, life: &Id<Life>, ties: &[(LifeTie, bool)]) -> Standing {
    let mut standing = Standing::default();
    let holds = |tie: LifeTie| ties.iter().any(|(it, now)| *now && *it == tie);
    if actor.kind() == Kind::Beside {
        // Whoever holds the worker's phone is the person, and reaches their own page alone; for as
        // long as the worker walks beside them.
        let here = actor.beside() == Some(life.cast());
        standing.own = here && holds(LifeTie::Alongside);
        standing.beside = standing.own;
        return standing;
    }
    standing.own = holds(LifeTie::Own);
    standing.supporter = holds(LifeTie::Supporter);
    standing.alongside = holds(LifeTie::Alongside);
    standing.coordinator = holds(LifeTie::Coordinator);
    standing.lead = holds(LifeTie::Lead);
    standing.team = standing.coordinator || standing.lead || holds(LifeTie::Member);
    standing.ended = !ties.is_empty() && ties.iter().all(|(_, now)| !now);
    standing
}
