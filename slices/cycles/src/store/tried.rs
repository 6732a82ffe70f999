//! What is and was tried, opened.

use std::collections::HashMap;

use kernel::{Id, Moment};
use people::Life;
use platform::{DbError, Paged, Place, Reading, Row, Subject, Tx, db::Sql, sql};

use super::{
    after::TriedAfter,
    looks::{self, Looked},
};
use crate::{
    Ending, Exploration, Line,
    model::{Detail, Home, Made, WHY, unreadable},
};

/// An exploration, opened.
#[derive(Clone, Debug)]
pub(crate) struct Tried {
    pub(crate) id: Id<Exploration>,
    pub(crate) life: Option<Id<Life>>,
    pub(crate) line: String,
    pub(crate) details: Vec<(Detail, String)>,
    pub(crate) look_at: Option<Moment>,
    pub(crate) agreed_at: Option<Moment>,
    pub(crate) follows: Option<Id<Exploration>>,
    pub(crate) made: Made,
    pub(crate) ended: Option<Ended>,
    pub(crate) looks: Vec<Looked>,
}

/// How one ended.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    pub(crate) ending: Ending,
    pub(crate) why: Option<String>,
    pub(crate) made: Made,
}

impl Tried {
    /// What was written of this, if anything was.
    pub(crate) fn detail(&self, wanted: Detail) -> Option<&str> {
        self.details.iter().find(|(it, _)| *it == wanted).map(|(_, text)| text.as_str())
    }
}

/// As it is stored.
struct Kept {
    tried: Tried,
    line: Vec<u8>,
    details: Vec<(Detail, Vec<u8>)>,
    why: Option<Vec<u8>>,
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "select id, life, line, hunch, decided, absent, cost, noticing, stop_when, look_at, \
             agreed_at, ended, ended_why, ended_by, ended_own, ended_at, follows, made_by, \
             made_own, made_at from exploration ",
            $rest
        )
    };
}

/// One exploration.
pub(crate) async fn one(
    reading: &mut Reading,
    id: &Id<Exploration>,
    home: Home,
) -> Result<Option<Tried>, DbError> {
    let query = sql(columns!("where id = $1")).bind(*id);
    let found = page(reading, query, 1, |_| Some(home.subject())).await?;
    Ok(found.rows.into_iter().next())
}

/// What is and was tried in a life or in a cycle: what is tried now comes first, the newest of each
/// before the others; from where the page before ended.
pub(crate) async fn of(
    reading: &mut Reading,
    home: Home,
    after: Option<TriedAfter>,
    most: usize,
) -> Result<Paged<Tried>, DbError> {
    let query = match home {
        Home::Life(life) => sql(columns!(
            "where life = $1 and (case when ended_at is null then 1 else 0 end, id) < ($2, $3) \
             order by case when ended_at is null then 1 else 0 end desc, id desc limit {most}"
        ))
        .bind(life),
        Home::Cycle(cycle, _) => sql(columns!(
            "where cycle = $1 and (case when ended_at is null then 1 else 0 end, id) < ($2, $3) \
             order by case when ended_at is null then 1 else 0 end desc, id desc limit {most}"
        ))
        .bind(cycle),
    };
    let (live, id) = TriedAfter::bounds(after);
    let query = query.bind(live).bind(id).most(Paged::<Tried>::ask_for(most));
    page(reading, query, most, |_| Some(home.subject())).await
}

/// What is being tried in these lives, or ended at `since` or later, in the same order.
pub(crate) async fn of_lives(
    reading: &mut Reading,
    (lives, since): (&[Id<Life>], Moment),
    after: Option<TriedAfter>,
    most: usize,
) -> Result<Paged<Tried>, DbError> {
    let query = sql(columns!(
        "where (ended_at is null or ended_at >= $1) \
         and (case when ended_at is null then 1 else 0 end, id) < ($2, $3) and life in {} \
         order by case when ended_at is null then 1 else 0 end desc, id desc limit {most}"
    ));
    let (live, id) = TriedAfter::bounds(after);
    let query = query.bind(since).bind(live).bind(id).most(Paged::<Tried>::ask_for(most));
    page(reading, query.bind_list(lives), most, |it| it.life.as_ref().map(Subject::record)).await
}

/// In which of these lives something is being tried, or ended at `since` or later: those of
/// [`of_lives`].
pub(crate) async fn lives_trying(
    tx: &mut Tx,
    lives: &[Id<Life>],
    since: Moment,
) -> Result<Vec<Id<Life>>, DbError> {
    let query = sql("select distinct life from exploration \
         where (ended_at is null or ended_at >= $1) and life in {}");
    tx.all(query.bind(since).bind_list(lives), |row| row.get("life")).await
}

/// In which of these lives something is or was tried.
pub(crate) async fn lives_that_tried(
    tx: &mut Tx,
    lives: &[Id<Life>],
) -> Result<Vec<Id<Life>>, DbError> {
    let query = sql("select distinct life from exploration where life in {}");
    tx.all(query.bind_list(lives), |row| row.get("life")).await
}

/// The lines alone of everything in these lives, newest first.
pub(crate) async fn lines(reading: &mut Reading, lives: &[Id<Life>]) -> Result<Vec<Line>, DbError> {
    let query = sql(
        "select id, life, line from exploration where life in {} order by made_at desc, id desc",
    );
    let rows = reading
        .all(query.bind_list(lives), |row| {
            let (id, life) = (row.get::<Id<Exploration>>("id")?, row.get::<Id<Life>>("life")?);
            Ok((id, life, row.get::<Vec<u8>>("line")?))
        })
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for (exploration, life, sealed) in rows {
        match reading.open(Subject::record(&life), Place::of(&exploration), &sealed).await {
            Ok(line) => all.push(Line { exploration, life, line }),
            // Of somebody whose key was destroyed nothing is left to show.
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(all)
}

/// What was begun from this one, if anything was.
pub(crate) async fn follower(
    reading: &mut Reading,
    id: &Id<Exploration>,
) -> Result<Option<Id<Exploration>>, DbError> {
    let query = sql("select id from exploration where follows = $1 order by made_at, id");
    reading.one(query.bind(*id), |row| row.get("id")).await
}

/// Opens a page of what a statement finds, and the looks back at it.
async fn page(
    reading: &mut Reading,
    query: Sql,
    most: usize,
    subject: impl Fn(&Tried) -> Option<Subject> + Send,
) -> Result<Paged<Tried>, DbError> {
    let rows = reading.all(query, read).await?;
    let Paged { rows, next } = Paged::of(rows, most, |it| TriedAfter::this(&it.tried).to_string());
    let mut subjects = HashMap::new();
    let mut all = Vec::with_capacity(rows.len());
    for kept in rows {
        let subject = subject(&kept.tried).ok_or_else(|| unreadable("life"))?;
        match open(reading, subject, kept).await {
            Ok(tried) => {
                subjects.insert(tried.id, subject);
                all.push(tried);
            }
            // Of somebody whose key was destroyed nothing is left to show.
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    let looks = looks::of(reading, &subjects).await?;
    let mut by_exploration: HashMap<Id<Exploration>, Vec<Looked>> = HashMap::new();
    for look in looks {
        by_exploration.entry(look.exploration).or_default().push(look);
    }
    for tried in &mut all {
        tried.looks = by_exploration.remove(&tried.id).unwrap_or_default();
    }
    Ok(Paged { rows: all, next })
}

async fn open(reading: &Reading, subject: Subject, kept: Kept) -> Result<Tried, DbError> {
    let Kept { mut tried, line, details, why } = kept;
    let place = Place::of(&tried.id);
    tried.line = reading.open(subject, place, &line).await?;
    for (detail, sealed) in details {
        let text = reading.open(subject, place.part(detail.part()), &sealed).await?;
        tried.details.push((detail, text));
    }
    if let (Some(ended), Some(why)) = (&mut tried.ended, why) {
        ended.why = Some(reading.open(subject, place.part(WHY), &why).await?);
    }
    Ok(tried)
}

fn read(row: &Row) -> Result<Kept, DbError> {
    let mut details = Vec::new();
    for detail in Detail::ALL {
        if let Some(sealed) = row.get::<Option<Vec<u8>>>(detail.name())? {
            details.push((detail, sealed));
        }
    }
    let made = Made { by: row.get("made_by")?, own: row.get("made_own")?, at: row.get("made_at")? };
    let tried = Tried {
        id: row.get("id")?,
        life: row.get("life")?,
        line: String::new(),
        details: Vec::new(),
        look_at: row.get("look_at")?,
        agreed_at: row.get("agreed_at")?,
        follows: row.get("follows")?,
        made,
        ended: ended(row)?,
        looks: Vec::new(),
    };
    Ok(Kept { tried, line: row.get("line")?, details, why: row.get("ended_why")? })
}

fn ended(row: &Row) -> Result<Option<Ended>, DbError> {
    let (name, at) = (row.get::<Option<String>>("ended")?, row.get::<Option<Moment>>("ended_at")?);
    let (Some(name), Some(at)) = (name, at) else { return Ok(None) };
    let ending = Ending::named(&name).ok_or_else(|| unreadable("ended"))?;
    let own = row.get::<Option<bool>>("ended_own")?.unwrap_or_default();
    Ok(Some(Ended { ending, why: None, made: Made { by: row.get("ended_by")?, own, at } }))
}
