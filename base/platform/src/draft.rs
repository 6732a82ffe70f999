//! Nothing typed is lost: what somebody has typed and not saved is kept on the server, sealed, for
//! them alone, until they save it.

use kernel::{Id, Moment, SpanOf};

use crate::{
    Account, Action, Actor, DbError, Failure, Reading, Tx,
    db::sql,
    door::Ask,
    vault::{Place, Subject},
};

enum Draft {}

/// So many drafts of an account stay however long they lie.
pub const ROOM: i64 = 50;

/// Beyond that, a draft that nobody touched for so many days makes room. One that is fresher never
/// does: what somebody has just typed is not the price of what they type now.
pub const LIES: i64 = 30;

/// A draft as the first page lists it: where it belongs, and since when. Not its words.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The form it belongs to.
    pub path: String,
    /// When it was last kept.
    pub at: Moment,
}

/// Keeps `body` as the draft of this form: asked of the same rule as the form itself.
pub(crate) async fn keep<A: Action>(ask: Ask<A>, body: &str) -> Result<(), Failure> {
    let Some(account) = ask.actor().account() else { return Err(Failure::SignIn) };
    if !ask.actor().may_change() {
        return Err(Failure::NotAllowed);
    }
    let (state, path) = (ask.state.clone(), place(ask.actor(), &ask.path));
    let mut tx = state.db().write().await?;
    let on = ask.admit(&mut tx).await?;
    if let Some(once) = &ask.once
        && once.is_answered(&mut tx, account).await?
    {
        // It was typed before the form was saved, and arrived after it.
        return Ok(tx.end().await?);
    }
    let subject = A::draft_of(&on).unwrap_or(Subject::account(&account));
    let (id, now) = (state.source().id::<Draft>(), state.source().now());
    let sealed = state.vault().seal(subject, Place::of(&id), body, now).await?;
    let (record, talk) = match subject {
        Subject::Record(record) => (Some(record), None),
        Subject::Group(talk) => (None, Some(talk)),
        Subject::Account(_) => (None, None),
    };
    let query = sql("insert into draft (account, path, id, record, talk, body, at) \
         values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (account, path) do update set id = excluded.id, record = excluded.record, \
         talk = excluded.talk, body = excluded.body, at = excluded.at");
    let query = query.bind(account).bind(path).bind(id).bind(record).bind(talk);
    tx.run(query.bind(sealed).bind(now)).await?;
    make_room(&mut tx, account, now).await?;
    tx.commit().await?;
    Ok(())
}

/// The draft of this form, if there is one.
pub(crate) async fn find<A: Action>(ask: &Ask<A>) -> Result<Option<(String, Moment)>, Failure> {
    let Some(account) = ask.actor().account() else { return Ok(None) };
    let mut tx = ask.state.db().read().await?;
    let query =
        sql("select id, record, talk, body, at from draft where account = $1 and path = $2");
    let found = tx
        .one(query.bind(account).bind(place(&ask.actor, &ask.path)), |row| {
            let subject = match (row.get("record")?, row.get("talk")?) {
                (Some(record), _) => Subject::Record(record),
                (None, Some(talk)) => Subject::Group(talk),
                (None, None) => Subject::account(&account),
            };
            Ok((row.get::<Id<Draft>>("id")?, subject, row.get::<Vec<u8>>("body")?, row.get("at")?))
        })
        .await?;
    tx.end().await?;
    let Some((id, subject, body, at)) = found else { return Ok(None) };
    match ask.state.vault().unseal(subject, Place::of(&id), &body).await {
        Ok(body) => Ok(Some((body, at))),
        // A draft whose key was destroyed is gone, and that is as it should be.
        Err(cause) if cause.is_erased() => Ok(None),
        Err(cause) => Err(cause.into()),
    }
}

/// Forgets the draft of a form that was saved.
pub(crate) async fn forget(tx: &mut Tx, actor: &Actor, path: &str) -> Result<(), DbError> {
    let Some(account) = actor.account() else { return Ok(()) };
    let query = sql("delete from draft where account = $1 and path = $2");
    tx.run(query.bind(account).bind(place(actor, path))).await.map(drop)
}

/// What the actor has not saved yet, newest first.
pub async fn mine(reading: &mut Reading) -> Result<Vec<Kept>, DbError> {
    let Some(account) = reading.actor().account() else { return Ok(Vec::new()) };
    let query = sql("select path, at from draft where account = $1 order by at desc");
    let kept = |row: &crate::Row| Ok(Kept { path: row.get("path")?, at: row.get("at")? });
    let mut all = reading.all(query.bind(account), kept).await?;
    let mine = place(reading.actor(), "/");
    all.retain(|it| it.path.starts_with(&mine));
    for kept in &mut all {
        kept.path.replace_range(..mine.len() - 1, "");
    }
    Ok(all)
}

/// Where a draft is kept. Whoever holds the worker's phone sees no draft of the worker's, nor the
/// worker theirs.
fn place(actor: &Actor, path: &str) -> String {
    match actor.beside() {
        Some(record) => format!("beside:{record}:{path}"),
        None => path.to_owned(),
    }
}

async fn make_room(tx: &mut Tx, account: Id<Account>, now: Moment) -> Result<(), DbError> {
    let query = sql("delete from draft where account = $1 and at < $3 and path in \
         (select path from draft where account = $1 order by at desc limit 1000 offset $2)");
    let query = query.bind(account).bind(ROOM).bind(now.plus(-LIES * SpanOf::DAY));
    tx.run(query).await.map(drop)
}
