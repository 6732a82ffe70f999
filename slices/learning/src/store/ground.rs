//! What patterns stand on. What leads to a life is sealed under the person's own key.

use std::collections::HashMap;

use kernel::Id;
use people::Life;
use platform::{DbError, Failure, May, Place, Reading, Row, Subject, Tx, sql};

use crate::{
    Ground, Pattern,
    model::{Answer, Link},
    policy::{Answering, AskThem, NamePattern, Reword},
    rules::Given,
    said,
};

/// What is hashed under a person's key to find what was drawn from their life.
const MARK: &str = "ground";

/// A ground as it is kept: whose it is can be told only by those who may look at the life.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) ground: Id<Ground>,
    pub(crate) pattern: Id<Pattern>,
    pub(crate) asked: bool,
    pub(crate) given: Given,
    link: Vec<u8>,
    proposed: Option<Vec<u8>>,
}

/// Whether there is such a ground.
pub(crate) async fn is_there(tx: &mut Tx, ground: &Id<Ground>) -> Result<bool, DbError> {
    let query = sql("select id from pattern_ground where id = $1").bind(*ground);
    Ok(tx.one(query, |row| row.get::<Id<Ground>>("id")).await?.is_some())
}

/// What a pattern stands on.
pub(crate) async fn of_patterns(
    reading: &mut Reading,
    patterns: &[Id<Pattern>],
) -> Result<Vec<Kept>, DbError> {
    let query = sql(
        "select id, pattern, mark, link, proposed, asked, answer, wording from pattern_ground \
         where pattern in {} order by pattern, id",
    );
    reading.all(query.bind_list(patterns), read).await
}

/// One ground.
pub(crate) async fn one(
    reading: &mut Reading,
    ground: &Id<Ground>,
) -> Result<Option<Kept>, DbError> {
    let query = sql(
        "select id, pattern, mark, link, proposed, asked, answer, wording from pattern_ground \
         where id = $1",
    );
    reading.one(query.bind(*ground), read).await
}

/// What was drawn from lives that this look names.
pub(crate) async fn of_lives(
    reading: &mut Reading,
    lives: &[Id<Life>],
) -> Result<Vec<Kept>, DbError> {
    let marks: Vec<Vec<u8>> = marks(reading, lives).await?.into_keys().collect();
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql(
        "select id, pattern, mark, link, proposed, asked, answer, wording from pattern_ground \
         where mark in {} order by id desc",
    );
    reading.all(query.bind_list(&marks), read).await
}

/// The marks of lives that this look names. A life whose key was destroyed has none.
pub(crate) async fn marks(
    reading: &Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Vec<u8>, Id<Life>>, DbError> {
    let mut all = HashMap::with_capacity(lives.len());
    for life in lives {
        match reading.mark(Subject::record(life), MARK).await {
            Ok(mark) => drop(all.insert(mark, *life)),
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(all)
}

fn read(row: &Row) -> Result<Kept, DbError> {
    let answer = row.get::<Option<String>>("answer")?;
    let given = Given {
        mark: row.get("mark")?,
        answer: answer.as_deref().and_then(Answer::named),
        wording: row.get("wording")?,
    };
    Ok(Kept {
        ground: row.get("id")?,
        pattern: row.get("pattern")?,
        asked: row.get("asked")?,
        given,
        link: row.get("link")?,
        proposed: row.get("proposed")?,
    })
}

impl Kept {
    /// Where it was drawn from. The look must name the life.
    pub(crate) async fn link(&self, reading: &Reading, life: &Id<Life>) -> Result<Link, DbError> {
        let text = reading.open(Subject::record(life), Place::of(&self.ground), &self.link).await?;
        Link::read(&text)
    }

    /// The words that would be used. The look must name the life.
    pub(crate) async fn proposed(
        &self,
        reading: &Reading,
        life: &Id<Life>,
    ) -> Result<Option<String>, DbError> {
        let Some(sealed) = &self.proposed else { return Ok(None) };
        let place = Place::of(&self.ground).part(1);
        reading.open(Subject::record(life), place, sealed).await.map(Some)
    }
}

/// Writes down what a pattern stands on. Rows lie in the order of their marks, which says nothing.
pub(crate) async fn add(
    may: &mut impl May<NamePattern>,
    pattern: Id<Pattern>,
    links: &[Link],
) -> Result<(), DbError> {
    let mut marked = Vec::with_capacity(links.len());
    for link in links {
        marked.push((may.mark(Subject::record(&link.life), MARK).await?, *link));
    }
    marked.sort_by(|a, b| a.0.cmp(&b.0));
    for (mark, link) in marked {
        let id = may.id::<Ground>();
        let sealed = may.seal(Subject::record(&link.life), Place::of(&id), &link.text()).await?;
        let query = sql(
            "insert into pattern_ground (id, pattern, mark, link, asked) values ($1, $2, $3, $4, $5)",
        );
        may.run(query.bind(id).bind(pattern).bind(mark).bind(sealed).bind(false)).await?;
    }
    Ok(())
}

/// Keeps the words that would be used, sealed until the person answers. Words that somebody has
/// agreed to are not changed.
pub(crate) async fn propose(
    may: &mut impl May<Reword>,
    ground: &Id<Ground>,
    life: &Id<Life>,
    words: Option<&str>,
) -> Result<(), DbError> {
    let place = Place::of(ground).part(1);
    let sealed = match words {
        Some(words) => Some(may.seal(Subject::record(life), place, words).await?),
        None => None,
    };
    let query = sql("update pattern_ground set proposed = $1 where id = $2 and answer is null");
    may.run(query.bind(sealed).bind(*ground)).await.map(drop)
}

/// Asks: from now on the person sees it on their page.
pub(crate) async fn ask(may: &mut impl May<AskThem>, ground: &Id<Ground>) -> Result<(), DbError> {
    let pattern = may.on().pattern;
    let query = sql("update pattern_ground set asked = $1 where id = $2 and pattern = $3 \
         and proposed is not null and answer is null");
    may.run(query.bind(true).bind(*ground).bind(pattern)).await.map(drop)
}

/// An answer to be written down.
#[derive(Clone, Debug)]
pub(crate) struct NewAnswer {
    pub(crate) answer: Answer,
    /// What was answered before, as the page showed it.
    pub(crate) before: Option<Answer>,
    /// The words that may leave; none after a refusal.
    pub(crate) wording: Option<String>,
    /// Who, when and how: for the person and those beside them alone.
    pub(crate) how: String,
}

/// Writes an answer down.
pub(crate) async fn answer(may: &mut impl May<Answering>, new: &NewAnswer) -> Result<(), Failure> {
    let (ground, life) = (may.on().ground, may.on().life.life);
    let place = Place::of(&ground).part(2);
    let how = may.seal(Subject::record(&life), place, &new.how).await?;
    let query = sql("update pattern_ground set answer = $1, answered = $2, wording = $3 \
         where id = $4 and coalesce(answer, '') = $5");
    let query = query.bind(new.answer.name()).bind(how).bind(new.wording.as_deref());
    let before = new.before.map_or("", Answer::name);
    match may.run(query.bind(ground).bind(before)).await? {
        0 => Err(Failure::Conflict(said::answered_meanwhile())),
        _ => Ok(()),
    }
}
