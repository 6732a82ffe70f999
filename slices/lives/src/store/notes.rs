//! Writing notes, and finding what somebody is to one.

use cycles::Exploration;
use kernel::{Id, Moment};
use people::life_on;
use platform::{Account, Actor, DbError, Place, Row, Subject, Tx, door::May, sql};

use super::account;
use crate::{
    model::{Hold, Note, NoteKind, NoteText, Reply, ReplyKind, Spoken},
    policy::{AddNote, BringNote, CorrectNote, NoteOn, ReplyToNote, TakeBackNote, TalkAboutNote},
    rules::Towards,
};

/// A note before it has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewNote {
    pub(crate) text: String,
    pub(crate) kind: Option<NoteKind>,
    pub(crate) present: Option<String>,
    pub(crate) exploration: Option<Id<Exploration>>,
    pub(crate) happened_at: Moment,
}

/// Writes a note and its first wording.
pub(crate) async fn add(may: &mut impl May<AddNote>, new: &NewNote) -> Result<Id<Note>, DbError> {
    let id = may.id::<Note>();
    let (life, own) = (may.on().life, may.on().standing.own);
    let author = account(may.reading())?;
    let present = match &new.present {
        Some(present) => Some(may.seal(Subject::record(&life), Place::of(&id), present).await?),
        None => None,
    };
    let query = sql(
        "insert into note (id, life, author, own, kind, present, exploration, happened_at, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    );
    let kind = new.kind.map(NoteKind::name);
    let query = query.bind(id).bind(life).bind(author).bind(own).bind(kind.map(str::to_owned));
    let query = query.bind(present).bind(new.exploration).bind(new.happened_at).bind(may.now());
    may.run(query).await?;
    let text = may.id::<NoteText>();
    let body = may.seal(Subject::record(&life), Place::of(&text), &new.text).await?;
    let query = sql("insert into note_text (id, note, version, body, made_by, made_at) \
         values ($1, $2, 1, $3, $4, $5)");
    may.run(query.bind(text).bind(id).bind(body).bind(author).bind(may.now())).await?;
    Ok(id)
}

/// Writes the next wording of a note. Somebody else's, written meanwhile, makes it fail as taken.
pub(crate) async fn correct(may: &mut impl May<CorrectNote>, text: &str) -> Result<(), DbError> {
    let id = may.id::<NoteText>();
    let by = account(may.reading())?;
    let (note, life, version) = (may.on().note, may.on().life.life, may.on().version + 1);
    let body = may.seal(Subject::record(&life), Place::of(&id), text).await?;
    let query = sql("insert into note_text (id, note, version, body, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6)");
    let query = query.bind(id).bind(note).bind(version).bind(body).bind(by).bind(may.now());
    may.run(query).await.map(drop)
}

/// Writes what somebody says beside a note.
pub(crate) async fn reply(
    may: &mut impl May<ReplyToNote>,
    kind: ReplyKind,
    text: &str,
) -> Result<Id<Reply>, DbError> {
    let id = may.id::<Reply>();
    let by = account(may.reading())?;
    let (note, life, own) = (may.on().note, may.on().life.life, may.on().life.standing.own);
    let body = may.seal(Subject::record(&life), Place::of(&id), text).await?;
    let query = sql("insert into note_reply (id, note, kind, own, body, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7)");
    let query = query.bind(id).bind(note).bind(kind.name()).bind(own).bind(body).bind(by);
    let query = query.bind(may.now());
    may.run(query).await?;
    Ok(id)
}

/// Brings a note to the team's next meeting, once more if it was talked about before. False when
/// it is brought already.
pub(crate) async fn bring(may: &mut impl May<BringNote>) -> Result<bool, DbError> {
    let (note, team) = (may.on().note, may.on().life.team);
    let by = account(may.reading())?;
    let query = sql(
        "insert into note_brought (note, team, brought_by, brought_at) values ($1, $2, $3, $4) \
         on conflict (note) do update set team = excluded.team, brought_by = excluded.brought_by, \
         brought_at = excluded.brought_at, talked_at = null \
         where note_brought.talked_at is not null",
    );
    Ok(may.run(query.bind(note).bind(team).bind(by).bind(may.now())).await? == 1)
}

/// Does not bring it after all. False when it was not brought.
pub(crate) async fn take_back(may: &mut impl May<TakeBackNote>) -> Result<bool, DbError> {
    let query = sql("delete from note_brought where note = $1 and talked_at is null");
    let query = query.bind(may.on().note);
    Ok(may.run(query).await? == 1)
}

/// The team has talked about it. False when it was not brought.
pub(crate) async fn talked(may: &mut impl May<TalkAboutNote>) -> Result<bool, DbError> {
    let query = sql("update note_brought set talked_at = $1 where note = $2 and talked_at is null");
    let query = query.bind(may.now()).bind(may.on().note);
    Ok(may.run(query).await? == 1)
}

/// A note, and what the actor is to it.
pub(crate) async fn note_on(
    actor: &Actor,
    note: &Id<Note>,
    tx: &mut Tx,
) -> Result<Option<NoteOn>, DbError> {
    let query = sql(
        "select n.life, n.author, n.own, h.held_by, h.held_at, h.until_at, h.reason_by, \
         h.review_at, h.second_by, h.second_at, h.ended_at, \
         (select max(t.version) from note_text t where t.note = n.id) as version, \
         exists (select 1 from note_reply r where r.note = n.id and r.own) as answered, \
         exists (select 1 from note_brought b where b.note = n.id and b.talked_at is null) as brought \
         from note n left join note_hold h on h.note = n.id where n.id = $1",
    );
    let Some(found) = tx.one(query.bind(*note), read).await? else { return Ok(None) };
    let Some(life) = life_on(actor, &found.life, tx).await? else { return Ok(None) };
    let standing = life.standing;
    let me = actor.account().filter(|_| !standing.own);
    let is_me = |account: Option<Id<Account>>| me.is_some() && account == me;
    let hold = found.hold.clone().filter(|_| !found.ended);
    let towards = Towards {
        standing,
        author: match found.spoken {
            Spoken::Wrote => standing.own,
            Spoken::Answered | Spoken::Nothing => is_me(Some(found.author)),
        },
        holder: is_me(hold.as_ref().map(|it| it.by)),
        second: is_me(hold.as_ref().and_then(|it| it.second_by)),
        asks_lead: false,
    };
    Ok(Some(NoteOn {
        note: *note,
        life,
        towards,
        me,
        spoken: found.spoken,
        version: found.version,
        held_before: found.hold.is_some() && hold.is_none(),
        hold,
        brought: found.brought,
    }))
}

struct Found {
    life: Id<people::Life>,
    author: Id<Account>,
    spoken: Spoken,
    brought: bool,
    version: i64,
    hold: Option<Hold>,
    ended: bool,
}

fn read(row: &Row) -> Result<Found, DbError> {
    Ok(Found {
        life: row.get("life")?,
        author: row.get("author")?,
        spoken: Spoken::of(row)?,
        brought: row.get("brought")?,
        version: row.get("version")?,
        hold: hold(row)?,
        ended: row.get::<Option<Moment>>("ended_at")?.is_some(),
    })
}

fn hold(row: &Row) -> Result<Option<Hold>, DbError> {
    let Some(by) = row.get("held_by")? else { return Ok(None) };
    Ok(Some(Hold {
        by,
        at: row.get("held_at")?,
        until: row.get("until_at")?,
        reason_by: row.get("reason_by")?,
        review_at: row.get("review_at")?,
        second_by: row.get("second_by")?,
        second_at: row.get("second_at")?,
    }))
}
