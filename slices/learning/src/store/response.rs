//! What patterns meant where they came.

use std::collections::HashMap;

use cycles::Exploration;
use kernel::{Id, Moment};
use people::Body;
use platform::{DbError, May, Place, Reading, Row, Subject, sql};

use crate::{Relay, Response, model::Kind, policy::GiveResponse};

/// A response as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) relay: Id<Relay>,
    pub(crate) kind: Kind,
    pub(crate) body: Option<String>,
    pub(crate) tried: Option<String>,
    pub(crate) was: Option<String>,
    pub(crate) now: Option<String>,
    pub(crate) decided: Option<String>,
    pub(crate) absent: Option<String>,
    pub(crate) exploration: Option<Id<Exploration>>,
    pub(crate) at: Moment,
}

/// A response to be written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NewResponse {
    pub(crate) body: Option<String>,
    pub(crate) tried: Option<String>,
    pub(crate) was: Option<String>,
    pub(crate) now: Option<String>,
    pub(crate) decided: Option<String>,
    pub(crate) absent: Option<String>,
    pub(crate) exploration: Option<Id<Exploration>>,
}

struct Sealed {
    response: Id<Response>,
    given: Given,
    decided: Option<Vec<u8>>,
    absent: Option<Vec<u8>>,
}

/// What these relays meant where they came, in order. With each relay the body that was asked.
pub(crate) async fn of(
    reading: &mut Reading,
    relays: &HashMap<Id<Relay>, Id<Body>>,
) -> Result<Vec<Given>, DbError> {
    let query = sql(
        "select id, relay, kind, body, tried, was, is_now, decided, absent, decided_by, not_there, \
         exploration, made_at from response where relay in {} order by made_at, id",
    );
    let ids: Vec<Id<Relay>> = relays.keys().copied().collect();
    let rows = reading.all(query.bind_list(&ids), sealed).await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let body =
            relays.get(&row.given.relay).ok_or_else(|| DbError::Unreadable("relay".into()))?;
        all.push(open(reading, body, row).await?);
    }
    Ok(all)
}

fn sealed(row: &Row) -> Result<Sealed, DbError> {
    let kind = Kind::named(&row.get::<String>("kind")?);
    let given = Given {
        relay: row.get("relay")?,
        kind: kind.ok_or_else(|| DbError::Unreadable("kind".into()))?,
        body: row.get("body")?,
        tried: row.get("tried")?,
        was: row.get("was")?,
        now: row.get("is_now")?,
        // From before they were sealed: nothing writes these two any more.
        decided: row.get("decided")?,
        absent: row.get("absent")?,
        exploration: row.get("exploration")?,
        at: row.get("made_at")?,
    };
    let (decided, absent) = (row.get("decided_by")?, row.get("not_there")?);
    Ok(Sealed { response: row.get("id")?, given, decided, absent })
}

async fn open(reading: &Reading, body: &Id<Body>, row: Sealed) -> Result<Given, DbError> {
    let (subject, place) = (Subject::group(body), Place::of(&row.response));
    let mut given = row.given;
    if let Some(sealed) = row.decided {
        given.decided = Some(reading.open(subject, place, &sealed).await?);
    }
    if let Some(sealed) = row.absent {
        given.absent = Some(reading.open(subject, place.part(1), &sealed).await?);
    }
    Ok(given)
}

/// Writes down what it means here.
pub(crate) async fn give(
    may: &mut impl May<GiveResponse>,
    kind: Kind,
    new: &NewResponse,
) -> Result<Id<Response>, DbError> {
    let (id, relay, now) = (may.id::<Response>(), may.on().relay, may.now());
    let body = may.on().to.body.id;
    let mut parts = Vec::with_capacity(2);
    for (part, text) in (0..).zip([&new.decided, &new.absent]) {
        parts.push(match text {
            Some(text) => {
                Some(may.seal(Subject::group(&body), Place::of(&id).part(part), text).await?)
            }
            None => None,
        });
    }
    let account = may.reading().actor().account();
    let query = sql(
        "insert into response (id, relay, kind, body, tried, was, is_now, exploration, made_by, made_at, \
         decided_by, not_there) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    );
    let query = query.bind(id).bind(relay).bind(kind.name()).bind(new.body.as_deref());
    let query = query.bind(new.tried.as_deref()).bind(new.was.as_deref()).bind(new.now.as_deref());
    let query = query.bind(new.exploration).bind(account).bind(now);
    may.run(parts.into_iter().fold(query, platform::Sql::bind)).await?;
    Ok(id)
}
