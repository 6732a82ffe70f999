//! What patterns stand on. What leads to a life is sealed under the person's own key.

use std::collections::HashMap;

use kernel::Id;
use people::Life;
use platform::{DbError, May, Place, Reading, Row, Subject, Tx, sql};

use crate::{Ground, Pattern, model::Link, policy::NamePattern};

/// What is hashed under a person's key to find what was drawn from their life.
pub(crate) const MARK: &str = "ground";

/// A ground as it is kept: whose it is can be told only by those who may look at the life.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) ground: Id<Ground>,
    pub(crate) pattern: Id<Pattern>,
    pub(crate) mark: Vec<u8>,
    link: Vec<u8>,
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
    let query = sql("select id, pattern, mark, link from pattern_ground \
         where pattern in {} order by pattern, id");
    reading.all(query.bind_list(patterns), read).await
}

/// By which marks it can be told whose lives a pattern stands on.
pub(crate) async fn marks_of(tx: &mut Tx, pattern: &Id<Pattern>) -> Result<Vec<Vec<u8>>, DbError> {
    let query = sql("select distinct mark from pattern_ground where pattern = $1");
    tx.all(query.bind(*pattern), |row| row.get("mark")).await
}

/// What these marks lead to, the newest first.
pub(crate) async fn of_marks(
    reading: &mut Reading,
    marks: &HashMap<Vec<u8>, Id<Life>>,
) -> Result<Vec<Kept>, DbError> {
    let marks: Vec<Vec<u8>> = marks.keys().cloned().collect();
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let query =
        sql("select id, pattern, mark, link from pattern_ground where mark in {} order by id desc");
    reading.all(query.bind_list(&marks), read).await
}

/// The marks of those lives that this look names. One whose key was destroyed has none.
pub(crate) async fn marks(
    reading: &Reading,
    lives: &[Id<Life>],
) -> Result<HashMap<Vec<u8>, Id<Life>>, DbError> {
    let mut all = HashMap::with_capacity(lives.len());
    for life in lives.iter().filter(|it| reading.names(Subject::record(it))) {
        match reading.mark(Subject::record(life), MARK).await {
            Ok(mark) => drop(all.insert(mark, *life)),
            Err(why) if why.is_erased() => {}
            Err(why) => return Err(why),
        }
    }
    Ok(all)
}

fn read(row: &Row) -> Result<Kept, DbError> {
    let (ground, pattern) = (row.get("id")?, row.get("pattern")?);
    Ok(Kept { ground, pattern, mark: row.get("mark")?, link: row.get("link")? })
}

impl Kept {
    /// Where it was drawn from. The look must name the life.
    pub(crate) async fn link(&self, reading: &Reading, life: &Id<Life>) -> Result<Link, DbError> {
        let text = reading.open(Subject::record(life), Place::of(&self.ground), &self.link).await?;
        Link::read(&text)
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
        let query =
            sql("insert into pattern_ground (id, pattern, mark, link) values ($1, $2, $3, $4)");
        may.run(query.bind(id).bind(pattern).bind(mark).bind(sealed)).await?;
    }
    Ok(())
}
