use kernel::{Id, Moment};
use people::Life;
use platform::{Account, DbError, Place, Reading, Row, Subject, door::May, sql};

use crate::{
    model::{Matter, Whose},
    policy::WordMatter,
};

/// A wording of what matters, opened.
#[derive(Clone, Debug)]
pub(crate) struct Wording {
    pub(crate) id: Id<Matter>,
    pub(crate) text: String,
    pub(crate) whose: Whose,
    pub(crate) made_by: Option<Id<Account>>,
    pub(crate) made_at: Moment,
}

/// Writes a wording based on `follows`. Somebody else's, based on the same, makes it fail as taken.
pub(crate) async fn word(
    may: &mut impl May<WordMatter>,
    text: &str,
    whose: Whose,
    follows: Option<Id<Matter>>,
) -> Result<Id<Matter>, DbError> {
    let id = may.id::<Matter>();
    let (life, own) = (may.on().life, may.on().standing.own);
    let by = may.reading().actor().account().filter(|_| !own);
    let body = may.seal(Subject::record(&life), Place::of(&id), text).await?;
    let follows = follows.map(|it| it.to_string()).unwrap_or_default();
    let query = sql("insert into matter (id, life, follows, body, whose, made_by, made_at) \
         values ($1, $2, $3, $4, $5, $6, $7)");
    let query = query.bind(id).bind(life).bind(follows).bind(body).bind(whose.name()).bind(by);
    let query = query.bind(may.now());
    may.run(query).await?;
    Ok(id)
}

/// Which wording holds now: the one that no other follows.
pub(crate) async fn newest(
    reading: &mut Reading,
    life: &Id<Life>,
) -> Result<Option<Wording>, DbError> {
    let query =
        sql("select m.id, m.body, m.whose, m.made_by, m.made_at from matter m where m.life = $1 \
         and not exists (select 1 from matter f where f.life = m.life and f.follows = m.id)");
    let found = reading.one(query.bind(*life), read).await?;
    match found {
        Some(row) => open(reading, life, row).await.map(Some),
        None => Ok(None),
    }
}

/// The newest wordings, and whether there are more.
pub(crate) async fn wordings(
    reading: &mut Reading,
    life: &Id<Life>,
    before: Option<Id<Matter>>,
    most: usize,
) -> Result<Vec<Wording>, DbError> {
    let query =
        sql("select id, body, whose, made_by, made_at from matter where life = $1 and id < $2 \
         order by id desc limit {most}");
    let before = before.map_or_else(|| "g".to_owned(), |it| it.to_string());
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = reading.all(query.bind(*life).bind(before).most(most), read).await?;
    let mut wordings = Vec::with_capacity(rows.len());
    for row in rows {
        wordings.push(open(reading, life, row).await?);
    }
    Ok(wordings)
}

type Sealed = (Wording, Vec<u8>);

fn read(row: &Row) -> Result<Sealed, DbError> {
    let wording = Wording {
        id: row.get("id")?,
        text: String::new(),
        whose: Whose::of(row)?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
    };
    Ok((wording, row.get("body")?))
}

async fn open(
    reading: &Reading,
    life: &Id<Life>,
    (wording, body): Sealed,
) -> Result<Wording, DbError> {
    let text = reading.open(Subject::record(life), Place::of(&wording.id), &body).await?;
    Ok(Wording { text, ..wording })
}
