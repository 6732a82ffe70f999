//! Who is asking: read from the cookie or the token, before anything else.

use axum::http::{HeaderMap, header};
use kernel::{Id, Moment};

use super::{AFTERLIFE, Cookie, IDLE};
use crate::{
    Account, Actor, DbError, Row, State,
    actor::{Kind, Via},
    db::sql,
    secret,
    vault::AnySubject,
};

/// Who came, and what their sitting still allows.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    /// Who asks.
    pub(crate) actor: Actor,
    /// The holder of a sitting that ended by itself: what they send is kept as a draft.
    pub(crate) asleep: Option<Actor>,
    /// Signed in with a password, the second step still to come.
    pub(crate) halfway: Option<String>,
}

impl Arrival {
    const fn of(actor: Actor) -> Self {
        Self { actor, asleep: None, halfway: None }
    }
}

/// Reads who is asking. A cookie or token that means nothing makes a visitor.
pub(crate) async fn arrive(state: &State, headers: &HeaderMap) -> Result<Arrival, DbError> {
    if let Some(token) = bearer(headers) {
        return by_token(state, token).await;
    }
    match Cookie::read(headers, state.is_secure()) {
        Some(secret) => by_session(state, &secret::hash(&secret)).await,
        None => Ok(Arrival::of(Actor::visitor())),
    }
}

/// The token of an `Authorization: Bearer` header.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

async fn by_token(state: &State, token: &str) -> Result<Arrival, DbError> {
    let now = state.source().now();
    let query =
        sql("select t.account, t.scope, a.kind from token t join account a on a.id = t.account \
         where t.secret = $1 and t.ended_at is null and t.ends_at > $2 and a.closed_at is null");
    let query = query.bind(secret::hash(token)).bind(now);
    let found = state.db().one(query, |row| {
        let writes = row.get::<String>("scope")? == "write";
        Ok(Actor::signed_in(row.get("account")?, kind(row)?, Via::Token { writes }))
    });
    let found = found.await?;
    Ok(Arrival::of(found.unwrap_or_else(Actor::visitor)))
}

struct Sitting {
    account: Id<Account>,
    kind: Kind,
    open: bool,
    beside: Option<Id<AnySubject>>,
    seen_at: Moment,
    ends_at: Moment,
    ended_at: Option<Moment>,
}

async fn by_session(state: &State, id: &str) -> Result<Arrival, DbError> {
    let query =
        sql("select s.account, s.stage, s.beside, s.seen_at, s.ends_at, s.ended_at, a.kind \
         from session s join account a on a.id = s.account \
         where s.id = $1 and a.closed_at is null");
    let found = state
        .db()
        .one(query.bind(id), |row| {
            Ok(Sitting {
                account: row.get("account")?,
                kind: kind(row)?,
                open: row.get::<String>("stage")? == "open",
                beside: row.get("beside")?,
                seen_at: row.get("seen_at")?,
                ends_at: row.get("ends_at")?,
                ended_at: row.get("ended_at")?,
            })
        })
        .await?;
    Ok(found.map_or(Arrival::of(Actor::visitor()), |it| it.arrival(state, id)))
}

impl Sitting {
    fn arrival(&self, state: &State, id: &str) -> Arrival {
        let now = state.source().now();
        let visitor = Actor::visitor();
        if self.ended_at.is_some() {
            return Arrival::of(visitor);
        }
        // What was not written down yet counts, too.
        let seen = state.seats().seen(id).unwrap_or(self.seen_at).max(self.seen_at);
        let until = self.ends_at.min(seen.plus(IDLE));
        if !self.open {
            let halfway = (now < until).then(|| id.to_owned());
            return Arrival { actor: visitor, asleep: None, halfway };
        }
        if now >= until {
            let fresh = now < until.plus(AFTERLIFE);
            return Arrival { actor: visitor, asleep: fresh.then(|| self.actor()), halfway: None };
        }
        state.seats().touch(id, self.seen_at, now);
        Arrival::of(self.actor().in_session(id.to_owned()))
    }

    const fn actor(&self) -> Actor {
        match self.beside {
            Some(record) => Actor::signed_in(self.account, Kind::Beside, Via::Beside(record)),
            None => Actor::signed_in(self.account, self.kind, Via::Session),
        }
    }
}

fn kind(row: &Row) -> Result<Kind, DbError> {
    Kind::stored(&row.get::<String>("kind")?).ok_or_else(|| DbError::Unreadable("kind".into()))
}
