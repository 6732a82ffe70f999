//! Holding notes back, and showing them again.

use kernel::{Id, Moment};
use people::{Body, Life};
use platform::{Account, DbError, Place, Reading, Row, Subject, door::May, sql};

use super::{Eyes, account};
use crate::{
    model::Note,
    policy::{GiveReason, HoldNote, NoteOn, ReleaseNote, SecondHold},
    rules,
};

/// Holds a note. False when it is held already.
pub(crate) async fn begin(may: &mut impl May<HoldNote>) -> Result<bool, DbError> {
    let by = account(may.reading())?;
    let (note, now) = (may.on().note, may.now());
    let until = rules::free_until(may.on().held_before, now);
    let query =
        sql("insert into note_hold (note, held_by, held_at, until_at) values ($1, $2, $3, $4) \
         on conflict (note) do update set held_by = excluded.held_by, held_at = excluded.held_at, \
         until_at = excluded.held_at, reason = null, reason_by = null, review_at = null, \
         second_by = null, second_at = null, ended_at = null \
         where note_hold.ended_at is not null");
    Ok(may.run(query.bind(note).bind(by).bind(now).bind(until)).await? == 1)
}

/// Shows a note again. False when it is shown already.
pub(crate) async fn end(may: &mut impl May<ReleaseNote>) -> Result<bool, DbError> {
    let query = sql("update note_hold set ended_at = $1 where note = $2 and ended_at is null");
    let query = query.bind(may.now()).bind(may.on().note);
    Ok(may.run(query).await? == 1)
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
    Ok(may.run(query).await? == 1)
}

/// Agrees to the reason. False when there is none, it was agreed to, or it is the agreeing
/// person's own.
pub(crate) async fn second(may: &mut impl May<SecondHold>) -> Result<bool, DbError> {
    let by = account(may.reading())?;
    let query = sql("update note_hold set second_by = $1, second_at = $2 where note = $3 \
         and ended_at is null and second_at is null and reason_by is not null \
         and reason_by <> $1");
    let query = query.bind(by).bind(may.now()).bind(may.on().note);
    Ok(may.run(query).await? == 1)
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

/// The held notes of a life that these eyes must not see, and what is said beside them, as the
/// journal names them.
pub(crate) async fn unseen(
    reading: &mut Reading,
    life: &Id<Life>,
    eyes: Eyes,
) -> Result<Vec<String>, DbError> {
    let query = sql("select n.id, n.author, h.held_by, h.second_by from note_hold h \
         join note n on n.id = h.note where n.life = $1 and h.ended_at is null");
    let held = reading.all(query.bind(*life), |row| {
        let parts: [Option<Id<Account>>; 3] =
            [row.get("author")?, row.get("held_by")?, row.get("second_by")?];
        Ok((row.get::<String>("id")?, parts))
    });
    let sees = |parts: &[Option<Id<Account>>]| eyes.me.is_some() && parts.contains(&eyes.me);
    let hidden = |(id, parts): (String, [_; 3])| (!eyes.lead && !sees(&parts)).then_some(id);
    let mut unseen: Vec<String> = held.await?.into_iter().filter_map(hidden).collect();
    if !unseen.is_empty() {
        let query = sql("select id from note_reply where note in {}").bind_list(&unseen);
        unseen.extend(reading.all(query, |row| row.get("id")).await?);
    }
    Ok(unseen)
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
    let query =
        sql("select n.id, h.held_by, h.held_at from note_hold h join note n on n.id = h.note \
         where h.ended_at is null and h.until_at <= $1 \
         and (h.second_at is null or h.reason_by is null or h.review_at <= $1) \
         and n.life in {} order by h.held_at, n.id");
    let query = query.bind(reading.now()).bind_list(&lives);
    reading.all(query, asked_of).await
}

fn asked_of(row: &Row) -> Result<Asked, DbError> {
    Ok(Asked { note: row.get("id")?, by: row.get("held_by")?, since: row.get("held_at")? })
}
