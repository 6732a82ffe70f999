use kernel::{Id, Moment};
use people::Body;
use platform::{Account, DbError, Place, Reading, Subject, Tx, door::May, sql};

use crate::{
    model::{Reflection, ReflectionCopy},
    policy::{ShareReflection, WriteReflection},
};

/// A private reflection, opened.
#[derive(Clone, Debug)]
pub(crate) struct Thought {
    pub(crate) id: Id<Reflection>,
    pub(crate) text: String,
    pub(crate) made_at: Moment,
}

/// Writes one down, under its author's own key.
pub(crate) async fn write(
    may: &mut impl May<WriteReflection>,
    text: &str,
) -> Result<Id<Reflection>, DbError> {
    let id = may.id::<Reflection>();
    let author = *may.on();
    let body = may.seal(Subject::account(&author), Place::of(&id), text).await?;
    let query = sql("insert into reflection (id, author, body, made_at) values ($1, $2, $3, $4)");
    may.run(query.bind(id).bind(author).bind(body).bind(may.now())).await?;
    Ok(id)
}

/// Shares a copy: another text, under the team's key.
pub(crate) async fn share(
    may: &mut impl May<ShareReflection>,
    team: &Id<Body>,
    text: &str,
) -> Result<Id<ReflectionCopy>, DbError> {
    let id = may.id::<ReflectionCopy>();
    let (reflection, author) = (may.on().reflection, may.on().author);
    let body = may.seal(Subject::group(team), Place::of(&id), text).await?;
    let query = sql("insert into reflection_copy (id, reflection, team, author, body, made_at) \
         values ($1, $2, $3, $4, $5, $6)");
    let query = query.bind(id).bind(reflection).bind(*team).bind(author).bind(body);
    let query = query.bind(may.now());
    may.run(query).await?;
    Ok(id)
}

/// Whose it is.
pub(crate) async fn author_of(
    tx: &mut Tx,
    reflection: &Id<Reflection>,
) -> Result<Option<Id<Account>>, DbError> {
    let query = sql("select author from reflection where id = $1");
    tx.one(query.bind(*reflection), |row| row.get("author")).await
}

/// One's own, the latest first.
pub(crate) async fn mine(
    reading: &mut Reading,
    author: Id<Account>,
    before: Option<Id<Reflection>>,
    most: i64,
) -> Result<Vec<Thought>, DbError> {
    let query = sql("select id, body, made_at from reflection where author = $1 and id < $2 \
         order by id desc limit {most}");
    let before = before.map_or_else(|| "g".to_owned(), |it| it.to_string());
    let rows = reading
        .all(query.bind(author).bind(before).most(most), |row| {
            let thought =
                Thought { id: row.get("id")?, text: String::new(), made_at: row.get("made_at")? };
            Ok((thought, row.get::<Vec<u8>>("body")?))
        })
        .await?;
    let mut mine = Vec::with_capacity(rows.len());
    for (thought, body) in rows {
        let text = reading.open(Subject::account(&author), Place::of(&thought.id), &body).await?;
        mine.push(Thought { text, ..thought });
    }
    Ok(mine)
}

/// One of them.
pub(crate) async fn one(
    reading: &mut Reading,
    author: Id<Account>,
    reflection: Id<Reflection>,
) -> Result<Option<String>, DbError> {
    let query = sql("select body from reflection where id = $1 and author = $2");
    let query = query.bind(reflection).bind(author);
    let found = reading.one(query, |row| row.get::<Vec<u8>>("body")).await?;
    let Some(body) = found else { return Ok(None) };
    let place = Place::of(&reflection);
    reading.open(Subject::account(&author), place, &body).await.map(Some)
}

/// With which teams copies of these were shared.
pub(crate) async fn shared_with(
    reading: &mut Reading,
    reflections: &[Id<Reflection>],
) -> Result<Vec<(Id<Reflection>, Id<Body>)>, DbError> {
    let query =
        sql("select distinct reflection, team from reflection_copy where reflection in {} \
         order by reflection, team");
    let query = query.bind_list(reflections);
    reading.all(query, |row| Ok((row.get("reflection")?, row.get("team")?))).await
}

/// A copy that somebody shared with a team, opened.
#[derive(Clone, Debug)]
pub(crate) struct Copied {
    pub(crate) id: Id<ReflectionCopy>,
    pub(crate) author: Id<Account>,
    pub(crate) text: String,
    pub(crate) made_at: Moment,
}

/// What was shared with a team, the latest first.
pub(crate) async fn shared(
    reading: &mut Reading,
    team: &Id<Body>,
    before: Option<Id<ReflectionCopy>>,
    most: i64,
) -> Result<Vec<Copied>, DbError> {
    let query = sql("select id, author, body, made_at from reflection_copy where team = $1 \
         and id < $2 order by id desc limit {most}");
    let before = before.map_or_else(|| "g".to_owned(), |it| it.to_string());
    let rows = reading
        .all(query.bind(*team).bind(before).most(most), |row| {
            let copied = Copied {
                id: row.get("id")?,
                author: row.get("author")?,
                text: String::new(),
                made_at: row.get("made_at")?,
            };
            Ok((copied, row.get::<Vec<u8>>("body")?))
        })
        .await?;
    let mut shared = Vec::with_capacity(rows.len());
    for (copied, body) in rows {
        let text = reading.open(Subject::group(team), Place::of(&copied.id), &body).await?;
        shared.push(Copied { text, ..copied });
    }
    Ok(shared)
}
