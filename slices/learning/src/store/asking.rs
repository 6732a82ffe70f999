//! What people are asked of a ground, in one wording of its pattern, and what they said.

use std::collections::HashMap;

use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Failure, May, Place, Reading, Row, Subject, sql};

use super::quiet;
use crate::{
    Ground,
    model::{Answer, Asking, Wording},
    policy::{Answering, AskThem, Reword},
    rules::Given,
    said,
};

/// What somebody is asked, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) id: Id<Asking>,
    pub(crate) ground: Id<Ground>,
    pub(crate) wording: Id<Wording>,
    pub(crate) asked: bool,
    pub(crate) answer: Option<Answer>,
    /// The words of the ground, where they may leave.
    pub(crate) leaving: Option<String>,
    words: Option<Vec<u8>>,
    how: Option<Vec<u8>>,
}

impl Kept {
    /// When it was answered. The look must name the life.
    pub(crate) async fn answered_at(
        &self,
        reading: &Reading,
        life: &Id<Life>,
    ) -> Result<Option<Moment>, DbError> {
        let Some(sealed) = &self.how else { return Ok(None) };
        let place = Place::of(&self.id).part(1);
        let how = reading.open(Subject::record(life), place, sealed).await?;
        Ok(how.split(' ').next().and_then(Moment::parse))
    }

    /// The words of the ground that would go with the pattern. The look must name the life.
    pub(crate) async fn words(
        &self,
        reading: &Reading,
        life: &Id<Life>,
    ) -> Result<Option<String>, DbError> {
        match (&self.leaving, &self.words) {
            (Some(words), _) => Ok(Some(words.clone())),
            (None, None) => Ok(None),
            (None, Some(sealed)) => {
                let opened = reading.open(Subject::record(life), Place::of(&self.id), sealed);
                opened.await.map(Some)
            }
        }
    }
}

/// What was asked of these grounds: of each, the newest wording first.
pub(crate) async fn of_grounds(
    reading: &mut Reading,
    grounds: &[Id<Ground>],
) -> Result<HashMap<Id<Ground>, Vec<Kept>>, DbError> {
    let query =
        sql("select a.id, a.ground, a.wording, a.words, a.asked, a.answer, a.answered, a.leaving \
         from pattern_asking a left join pattern_worded w on w.id = a.wording \
         where a.ground in {} order by coalesce(w.version, 0) desc, a.id");
    let mut all: HashMap<Id<Ground>, Vec<Kept>> = HashMap::new();
    for kept in reading.all(query.bind_list(grounds), read).await? {
        all.entry(kept.ground).or_default().push(kept);
    }
    Ok(all)
}

fn read(row: &Row) -> Result<Kept, DbError> {
    Ok(Kept {
        id: row.get("id")?,
        ground: row.get("ground")?,
        wording: row.get("wording")?,
        asked: row.get("asked")?,
        answer: row.get::<Option<String>>("answer")?.as_deref().and_then(Answer::named),
        leaving: row.get("leaving")?,
        words: row.get("words")?,
        how: row.get("answered")?,
    })
}

/// What the people concerned said of each ground of these wordings' patterns, as far as it was for
/// these very words.
pub(crate) async fn given(
    reading: &mut Reading,
    wordings: &[Id<Wording>],
) -> Result<HashMap<Id<Wording>, Vec<Given>>, DbError> {
    let query = sql("select a.wording, g.mark, a.answer, a.leaving from pattern_asking a \
         join pattern_ground g on g.id = a.ground where a.wording in {}");
    let rows = reading.all(query.bind_list(wordings), |row| {
        let answer = row.get::<Option<String>>("answer")?.as_deref().and_then(Answer::named);
        let (mark, wording) = (row.get("mark")?, row.get("leaving")?);
        Ok((row.get::<Id<Wording>>("wording")?, Given { mark, answer, wording }))
    });
    let mut all: HashMap<Id<Wording>, Vec<Given>> = HashMap::new();
    for (wording, given) in rows.await? {
        all.entry(wording).or_default().push(given);
    }
    Ok(all)
}

/// What the people concerned said of this wording: a line for each ground of its pattern.
pub(crate) async fn said_of(
    reading: &mut Reading,
    wording: &Id<Wording>,
    pattern: &Id<crate::Pattern>,
) -> Result<Vec<Option<Answer>>, DbError> {
    let query = sql("select a.answer from pattern_ground g \
         left join pattern_asking a on a.ground = g.id and a.wording = $1 where g.pattern = $2");
    let query = query.bind(*wording).bind(*pattern);
    let read = |row: &Row| row.get::<Option<String>>("answer");
    let answers = reading.all(query, read).await?;
    Ok(answers.iter().map(|it| it.as_deref().and_then(Answer::named)).collect())
}

/// Words that somebody will be asked about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Proposed<'a> {
    pub(crate) ground: Id<Ground>,
    pub(crate) life: Id<Life>,
    pub(crate) wording: Id<Wording>,
    /// The words of the ground; none, and the pattern goes without them.
    pub(crate) words: Option<&'a str>,
}

/// Keeps words that somebody will be asked about. What was answered is not changed; what was asked
/// and not answered is asked anew, in the new words.
pub(crate) async fn propose(may: &mut impl May<Reword>, new: Proposed<'_>) -> Result<(), DbError> {
    let Proposed { ground, life, wording, words } = new;
    let what = format!("asking {ground} {wording} {}", words.unwrap_or_default());
    let id: Id<Asking> = quiet(&may.mark(Subject::record(&life), &what).await?)?;
    let query = sql("delete from pattern_asking where ground = $1 and wording = $2 and id <> $3 \
         and answer is null");
    may.run(query.bind(ground).bind(wording).bind(id)).await?;
    let sealed = match words {
        Some(words) => Some(may.seal(Subject::record(&life), Place::of(&id), words).await?),
        None => None,
    };
    let query = sql("insert into pattern_asking (id, ground, wording, words, asked) \
         values ($1, $2, $3, $4, $5) on conflict (ground, wording) do nothing");
    let query = query.bind(id).bind(ground).bind(wording).bind(sealed).bind(false);
    may.run(query).await.map(drop)
}

/// Asks: from now on the person sees it on their page.
pub(crate) async fn ask(may: &mut impl May<AskThem>, asking: &Id<Asking>) -> Result<(), DbError> {
    let query = sql("update pattern_asking set asked = $1 where id = $2 and answer is null");
    may.run(query.bind(true).bind(*asking)).await.map(drop)
}

/// An answer to be written down.
#[derive(Clone, Debug)]
pub(crate) struct NewAnswer {
    pub(crate) asking: Id<Asking>,
    pub(crate) answer: Answer,
    /// What was answered before, as the page showed it.
    pub(crate) before: Option<Answer>,
    /// The words of the ground that may leave; none after a refusal.
    pub(crate) leaving: Option<String>,
    /// Who, when and how: for the person and those beside them alone.
    pub(crate) how: String,
}

/// Writes an answer down. A no is a no to every wording that was ever agreed to.
pub(crate) async fn answer(may: &mut impl May<Answering>, new: &NewAnswer) -> Result<(), Failure> {
    let (ground, life) = (may.on().ground, may.on().life.life);
    let place = Place::of(&new.asking).part(1);
    let how = may.seal(Subject::record(&life), place, &new.how).await?;
    let query = sql("update pattern_asking set answer = $1, answered = $2, leaving = $3 \
         where id = $4 and coalesce(answer, '') = $5");
    let query = query.bind(new.answer.name()).bind(how).bind(new.leaving.as_deref());
    let before = new.before.map_or("", Answer::name);
    if may.run(query.bind(new.asking).bind(before)).await? == 0 {
        return Err(Failure::Conflict(said::answered_meanwhile()));
    }
    if new.answer == Answer::Refused {
        let query = sql("update pattern_asking set answer = $1, leaving = null where ground = $2 \
             and answer is not null");
        may.run(query.bind(Answer::Refused.name()).bind(ground)).await?;
    }
    Ok(())
}
