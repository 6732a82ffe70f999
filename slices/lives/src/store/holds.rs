//! Holding notes back, and showing them again.

use std::collections::{HashMap, HashSet};

use kernel::{Id, Moment};
use people::{Body, Life};
use platform::{Account, Changes, DbError, Place, Reading, Row, Subject, door::May, sql};

use super::{account, eyes};
use crate::{
    model::{HoldAct, Note},
    policy::{GiveReason, HoldNote, NoteOn, ReleaseNote, SecondHold},
    rules,
};

/// Holds a note. False when it is held already.
pub(crate) async fn begin(may: &mut impl May<HoldNote>) -> Result<bool, DbError> {
    let by = account(may.reading())?;
    let (note, now) = (may.on().note, may.now());
    let until = rules::free_until(may.on().held_before, now);
    let query = sql(
        "insert into note_hold (note, held_by, held_at, until_at, life) values ($1, $2, $3, $4, $5) \
         on conflict (note) do update set held_by = excluded.held_by, held_at = excluded.held_at, \
         until_at = excluded.held_at, reason = null, reason_by = null, review_at = null, \
         second_by = null, second_at = null, ended_at = null \
         where note_hold.ended_at is not null",
    );
    let query = query.bind(note).bind(by).bind(now).bind(until).bind(may.on().life.life);
    let held = may.run(query).await? == 1;
    if held {
        wrote(may, note, Act { until_at: Some(until), ..Act::of("held") }).await?;
    }
    Ok(held)
}

/// Something done about holding a note.
struct Act<'a> {
    did: &'static str,
    until_at: Option<Moment>,
    reason: Option<&'a Reason>,
}

impl Act<'_> {
    const fn of(did: &'static str) -> Self {
        Self { did, until_at: None, reason: None }
    }
}

/// Writes down what was done, beside all that was done before.
async fn wrote<A: Changes<On = NoteOn>>(
    may: &mut impl May<A>,
    note: Id<Note>,
    act: Act<'_>,
) -> Result<(), DbError> {
    let (id, by) = (may.id::<HoldAct>(), account(may.reading())?);
    let life = may.on().life.life;
    let reason = match act.reason {
        Some(it) => Some(may.seal(Subject::record(&life), Place::of(&id), &it.text).await?),
        None => None,
    };
    let query = sql("insert into note_hold_act \
         (id, note, did, made_by, made_at, until_at, reason, review_at, second_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let query = query.bind(id).bind(note).bind(act.did).bind(by).bind(may.now());
    let query = query.bind(act.until_at).bind(reason).bind(act.reason.map(|it| it.review_at));
    may.run(query.bind(act.reason.map(|it| it.second))).await.map(drop)
}

/// Shows a note again. False when it is shown already.
pub(crate) async fn end(may: &mut impl May<ReleaseNote>) -> Result<bool, DbError> {
    let query = sql("update note_hold set ended_at = $1 where note = $2 and ended_at is null");
    let note = may.on().note;
    let ended = may.run(query.bind(may.now()).bind(note)).await? == 1;
    if ended {
        wrote(may, note, Act::of("showed")).await?;
    }
    Ok(ended)
}

/// Why a note stays held, until when, and who is asked to agree.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(crate) text: String,
    pub(crate) review_at: Moment,
    pub(crate) second: Id<Account>,
}

/// Writes the reason and asks a second person. An agreement to an earlier reason is over. False
/// when the note is shown again meanwhile.
pub(crate) async fn give_reason(
    may: &mut impl May<GiveReason>,
    new: &Reason,
) -> Result<bool, DbError> {
    let by = account(may.reading())?;
    let (note, life) = (may.on().note, may.on().life.life);
    let reason = may.seal(Subject::record(&life), Place::of(&note).part(1), &new.text).await?;
    let query =
        sql("update note_hold set reason = $1, reason_by = $2, review_at = $3, second_by = $4, \
         second_at = null where note = $5 and ended_at is null");
    let query = query.bind(reason).bind(by).bind(new.review_at).bind(new.second).bind(note);
    let given = may.run(query).await? == 1;
    if given {
        wrote(may, note, Act { reason: Some(new), ..Act::of("gave-reason") }).await?;
    }
    Ok(given)
}

/// Agrees to the reason. False when there is none, it was agreed to, or it is the agreeing
/// person's own.
pub(crate) async fn second(may: &mut impl May<SecondHold>) -> Result<bool, DbError> {
    let by = account(may.reading())?;
    let query = sql("update note_hold set second_by = $1, second_at = $2 where note = $3 \
         and ended_at is null and second_at is null and reason_by is not null \
         and reason_by <> $1");
    let note = may.on().note;
    let agreed = may.run(query.bind(by).bind(may.now()).bind(note)).await? == 1;
    if agreed {
        wrote(may, note, Act::of("agreed")).await?;
    }
    Ok(agreed)
}

/// The reason, opened.
pub(crate) async fn reason(reading: &mut Reading, on: &NoteOn) -> Result<Option<String>, DbError> {
    let query = sql("select reason from note_hold where note = $1 and ended_at is null");
    let found = reading.one(query.bind(on.note), |row| row.get::<Option<Vec<u8>>>("reason"));
    let Some(sealed) = found.await?.flatten() else { return Ok(None) };
    let place = Place::of(&on.note).part(1);
    reading.open(Subject::record(&on.life.life), place, &sealed).await.map(Some)
}

/// Who could agree: others who walk beside the person, and the team's named lead.
pub(crate) async fn colleagues(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Vec<Id<Account>>, DbError> {
    let me = reading.actor().account();
    let query = sql(
        "select distinct account from standing where life = $1 and tie in ('alongside', 'lead') \
         and until_at is null order by account",
    );
    let mut all = reading.all(query.bind(*life), |row| row.get("account")).await?;
    all.retain(|it| Some(*it) != me);
    Ok(all)
}

/// The held notes of these lives, and whether whoever reads may see each.
pub(crate) async fn held(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Id<Note>, bool>, DbError> {
    let query =
        sql("select note from note_hold where ended_at is null and life in {}").bind_list(lives);
    let held: Vec<Id<Note>> = reading.all(query, |row| row.get("note")).await?;
    if held.is_empty() {
        // As almost always; who is let in takes the database far longer to ask.
        return Ok(HashMap::new());
    }
    let (me, now) = (eyes(reading.actor()), reading.now());
    let query = sql("select distinct note from note_let_in where account = $1 and from_at <= $2 \
         and note in {}");
    let query = query.bind(me).bind(now).bind_list(&held);
    let seen: HashSet<Id<Note>> =
        reading.all(query, |row| row.get("note")).await?.into_iter().collect();
    Ok(held.into_iter().map(|it| (it, seen.contains(&it))).collect())
}

/// The held notes of a life that whoever reads must not see, and what is said beside them, as the
/// journal names them.
pub(crate) async fn unseen(reading: &mut Reading, life: &Id<Life>) -> Result<Vec<String>, DbError> {
    let held = held(reading, &[*life]).await?.into_iter();
    let mut unseen: Vec<String> =
        held.filter(|(_, seen)| !seen).map(|(note, _)| note.to_string()).collect();
    if !unseen.is_empty() {
        let query = sql("select id from note_reply where note in {}").bind_list(&unseen);
        unseen.extend(reading.all(query, |row| row.get("id")).await?);
    }
    Ok(unseen)
}

/// The held notes of which the actor is asked whether they agree.
pub(crate) async fn asks_me(reading: &mut Reading) -> Result<Vec<Id<Note>>, DbError> {
    let (me, now) = (eyes(reading.actor()), reading.now());
    let query = sql("select h.note from note_hold h where h.ended_at is null \
         and h.second_by = $1 and h.reason_by is not null and h.second_at is null \
         and exists (select 1 from note_let_in l where l.note = h.note and l.account = $1 \
         and l.from_at <= $2) order by h.note");
    reading.all(query.bind(me).bind(now), |row| row.get("note")).await
}

/// A note that a team's lead is asked about.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) note: Id<Note>,
    pub(crate) by: Id<Account>,
    pub(crate) since: Moment,
}

/// The held notes of a team's lives whose first days, or whose day of review, are past; the
/// earliest first.
pub(crate) async fn asked(reading: &mut Reading, team: &Id<Body>) -> Result<Vec<Asked>, DbError> {
    let lives = people::lives_of_team(reading.tx(), team).await?;
    let query = sql("select note as id, held_by, held_at from note_held where lead_from <= $1 \
         and life in {} order by held_at, note");
    let query = query.bind(reading.now()).bind_list(&lives);
    reading.all(query, asked_of).await
}

fn asked_of(row: &Row) -> Result<Asked, DbError> {
    Ok(Asked { note: row.get("id")?, by: row.get("held_by")?, since: row.get("held_at")? })
}
