use kernel::Id;
use people::Life;
use platform::{DbError, Place, Reading, Row, Subject, Tx, door::May, sql};

use super::opened;
use crate::{
    model::AroundPerson,
    policy::{AddAround, EndAround},
};

/// Somebody around a person, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: Id<AroundPerson>,
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) contact: Option<String>,
}

/// What is known of somebody before they have an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewNamed {
    pub(crate) name: String,
    pub(crate) role: Option<String>,
    pub(crate) contact: Option<String>,
}

/// Writes down somebody who is around.
pub(crate) async fn add(
    may: &mut impl May<AddAround>,
    new: &NewNamed,
) -> Result<Id<AroundPerson>, DbError> {
    let id = may.id::<AroundPerson>();
    let (life, own) = (may.on().life, may.on().standing.own);
    let (subject, place) = (Subject::record(&life), Place::of(&id));
    let by = may.reading().actor().account().filter(|_| !own);
    let name = may.seal(subject, place, &new.name).await?;
    let role = match &new.role {
        Some(role) => Some(may.seal(subject, place.part(1), role).await?),
        None => None,
    };
    let contact = match &new.contact {
        Some(contact) => Some(may.seal(subject, place.part(2), contact).await?),
        None => None,
    };
    let query = sql("insert into around_person (id, life, name, role, contact, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7)");
    let query = query.bind(id).bind(life).bind(name).bind(role).bind(contact).bind(by);
    let query = query.bind(may.now());
    may.run(query).await?;
    Ok(id)
}

/// What everybody is called who is or was around these lives.
pub(crate) async fn names(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<String>, DbError> {
    let query = sql("select id, life, name as sealed from around_person where life in {}");
    opened::<AroundPerson>(reading, query.bind_list(lives)).await
}

/// Says that somebody is not around any more. False when somebody was first.
pub(crate) async fn end(may: &mut impl May<EndAround>) -> Result<bool, DbError> {
    let query = sql("update around_person set ended_at = $1 where id = $2 and ended_at is null");
    let query = query.bind(may.now()).bind(may.on().around);
    Ok(may.run(query).await? == 1)
}

/// Around whom somebody is.
pub(crate) async fn life_of(
    tx: &mut Tx,
    around: &Id<AroundPerson>,
) -> Result<Option<Id<Life>>, DbError> {
    let query = sql("select life from around_person where id = $1 and ended_at is null");
    tx.one(query.bind(*around), |row| row.get("life")).await
}

/// Who is around a person now, in the order they were named.
pub(crate) async fn around(reading: &mut Reading, life: &Id<Life>) -> Result<Vec<Named>, DbError> {
    let query = sql("select id, name, role, contact from around_person \
         where life = $1 and ended_at is null order by id");
    let rows = reading.all(query.bind(*life), read).await?;
    let mut around = Vec::with_capacity(rows.len());
    for row in rows {
        around.push(open(reading, life, row).await?);
    }
    Ok(around)
}

/// One of them.
pub(crate) async fn one(
    reading: &mut Reading,
    life: &Id<Life>,
    around: &Id<AroundPerson>,
) -> Result<Option<Named>, DbError> {
    let query = sql("select id, name, role, contact from around_person where id = $1");
    match reading.one(query.bind(*around), read).await? {
        Some(row) => open(reading, life, row).await.map(Some),
        None => Ok(None),
    }
}

struct Sealed {
    id: Id<AroundPerson>,
    name: Vec<u8>,
    role: Option<Vec<u8>>,
    contact: Option<Vec<u8>>,
}

fn read(row: &Row) -> Result<Sealed, DbError> {
    Ok(Sealed {
        id: row.get("id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        contact: row.get("contact")?,
    })
}

async fn open(reading: &Reading, life: &Id<Life>, row: Sealed) -> Result<Named, DbError> {
    let (subject, place) = (Subject::record(life), Place::of(&row.id));
    let name = reading.open(subject, place, &row.name).await?;
    let role = match &row.role {
        Some(role) => Some(reading.open(subject, place.part(1), role).await?),
        None => None,
    };
    let contact = match &row.contact {
        Some(contact) => Some(reading.open(subject, place.part(2), contact).await?),
        None => None,
    };
    Ok(Named { id: row.id, name, role, contact })
}
